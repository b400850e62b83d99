"""A build that finds what an earlier one compiled writes the same files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.sample import PROJECT, write_folder

_BUILD = """
import sys
from reportgen.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print("exit", end.code)
print(*sys.modules)
"""
COMPILING = {"reportgen.templating.compiler", "reportgen.templating.checks.name_check"}


def run(*arguments: str) -> tuple[str, set[str]]:
    """How a command ends in a new interpreter, and which modules it has loaded."""
    command = [sys.executable, "-c", _BUILD, *arguments]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    *_printed, end, loaded = done.stdout.strip().split("\n")
    return end, set(loaded.split())


def build(root: Path, output: Path) -> dict[str, bytes]:
    end, _loaded = run("build", "--project", str(root), "--output", str(output))
    assert end == "exit 0"
    return {path.name: path.read_bytes() for path in output.iterdir()}


def test_the_second_build_writes_the_same(tmp_path: Path, cache_folder: Path) -> None:
    root = write_folder(tmp_path / "project", templates=True)
    first = build(root, tmp_path / "first")
    kept = {path.name: path.read_bytes() for path in cache_folder.iterdir()}
    assert build(root, tmp_path / "second") == first
    assert {path.name: path.read_bytes() for path in cache_folder.iterdir()} == kept
    cache_folder.chmod(0o777)
    assert build(root, tmp_path / "third") == first


def test_the_second_check_does_not_load_the_compiler(tmp_path: Path, cache_folder: Path) -> None:
    root = write_folder(tmp_path / "project", templates=True)
    ends, loaded = zip(*[run("check", "--project", str(root)) for _time in range(2)], strict=True)
    assert ends == ("exit 0",) * 2
    assert [COMPILING & modules for modules in loaded] == [COMPILING, set()]
