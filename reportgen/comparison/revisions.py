"""Revisions of a project in git: found by name, and written to a folder."""

from __future__ import annotations

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _

PARTS = ("content", "templates")
"""What a project folder needs to be built."""


def find_commit(project: Path, name: str) -> str | None:
    """The full hash of the commit that a name means, or None when it means none."""
    if not name:
        return None
    wanted = f"{name}^{{commit}}"
    done = _run(project, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    # Before version 2.30 git printed the option that ends the options.
    return done.stdout.decode().split()[-1] if done and done.returncode == 0 else None


def explain_git(project: Path) -> str:
    """Why no revision of the project can be found; empty when git knows the folder."""
    done = _run(project, "rev-parse", "--show-prefix")
    if done is None:
        return _("git is not installed")
    if done.returncode:
        return (done.stderr.decode(errors="replace").strip().splitlines() or ["git"])[0]
    return ""


def write_revision(project: Path, commit: str, target: Path) -> None:
    """Write content and templates of the project as they were in a commit.

    :raises DataError: when the commit has no such project.
    """
    # Inside a subfolder, git lists and archives what is below it, and nothing else.
    names = _run_well(project, "ls-tree", "--name-only", "-z", commit).decode().split("\0")
    if "content" not in names:
        raise DataError((_explain(commit, _("the project is not in this revision")),))
    held = [part for part in PARTS if part in names]
    archive = _run_well(project, "archive", "--format=zip", commit, "--", *held)
    with zipfile.ZipFile(BytesIO(archive)) as packed:
        packed.extractall(target)


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    """git, run in the project; None where there is no git."""
    command = ["git", "-C", str(project), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return None


def _run_well(project: Path, *arguments: str) -> bytes:
    done = _run(project, *arguments)
    if done is None or done.returncode:
        problem = done.stderr.decode(errors="replace").strip() if done else ""
        raise DataError((_explain("git", problem or _("git is not installed")),))
    return done.stdout


def _explain(place: str, message: str) -> Diagnostic:
    return Diagnostic(
        "revision",
        SourceRef(place),
        message,
        hint=_("name a revision in which the folder had content and templates"),
    )
