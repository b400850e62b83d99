"""A program is another one as soon as any of its files is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import program


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two files."""
    folder = tmp_path / "package"
    (folder / "room").mkdir(parents=True)
    (folder / "__init__.py").write_text("a = 1")
    (folder / "room" / "code.py").write_text("b = 1")
    monkeypatch.setattr(program, "__file__", str(folder / "program.py"))
    return folder


def identify() -> str:
    return program.identify_program.__wrapped__()


def test_the_same_files_are_the_same_program(package: Path) -> None:
    assert identify() == identify() != ""


@pytest.mark.parametrize(
    "change",
    [
        lambda package: (package / "room/code.py").write_text("b = 12"),
        lambda package: os.utime(package / "room/code.py", (1, 1)),
        lambda package: (package / "room/more.py").write_text(""),
        lambda package: (package / "room/code.py").unlink(),
        lambda package: (package / "room/code.py").rename(package / "code.py"),
    ],
)
def test_another_file_makes_another_program(
    package: Path, change: Callable[[Path], object]
) -> None:
    before = identify()
    change(package)
    assert identify() != before


def test_what_python_compiled_is_no_part_of_it(package: Path) -> None:
    before = identify()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "code.pyc").write_bytes(b"")
    assert identify() == before


def test_a_library_belongs_to_it(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = identify()
    monkeypatch.setattr(program, "_LIBRARIES", ("jinja2", "markupsafe"))
    assert identify() != before


def test_a_program_without_files_is_not_identified(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_LIBRARIES", ("no_such_library",))
    assert identify() == ""
