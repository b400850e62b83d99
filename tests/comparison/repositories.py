"""Small git repositories that hold the sample."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.programs import require_program
from tests.sample import Replace, write_folder

_AUTHOR = ("-c", "user.name=한별", "-c", "user.email=han@example.org")


def make_repository(root: Path, replace: Replace | None = None) -> Path:
    """A project in a subfolder of a new repository, not committed yet."""
    require_program("git")
    project = write_folder(root / "repository" / "보고", replace)
    _run(root / "repository", "init", "--quiet", "--initial-branch=main")
    return project


def commit(project: Path, message: str) -> str:
    """Commit everything; the full hash."""
    _run(project, "add", "--all", ".")
    _run(project, *_AUTHOR, "commit", "--quiet", f"--message={message}")
    return _run(project, "rev-parse", "HEAD").strip()


def _run(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
