"""Whatever the tool itself writes into a sheet, the code page of Korean systems has."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.model.report import Notation
from reportgen.templating.packages.package import read_package
from tests.csv_files import build_tables
from tests.sample import PROJECT

WORDS = re.compile("[가-힣]")
DOCUMENTS_ONLY = {"audit.py"}
"""Views of the report alone, which is written in formats that hold every character."""
MODULES = (
    *(
        path
        for path in (PROJECT / "reportgen/views").glob("*.py")
        if path.name not in DOCUMENTS_ONLY
    ),
    *(PROJECT / "reportgen/renderers/csv_tables").glob("*.py"),
    *(PROJECT / "reportgen/renderers/xlsx").glob("*.py"),
    *(PROJECT / "reportgen/importing").glob("*.py"),
    *(PROJECT / "reportgen/comparison/sheets").glob("*.py"),
    *(PROJECT / "reportgen/model").glob("*.py"),
)


def find_unwritable(text: str) -> str:
    """The characters that CP949 has no place for."""
    return "".join(mark for mark in text if not mark.encode("cp949", "ignore"))


def list_words(path: Path) -> Iterator[str]:
    """Every Korean text in a module, comments and docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {ast.get_docstring(n, False) for n in ast.walk(tree) if isinstance(n, documented)}
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    words = (text for text in texts if isinstance(text, str) and WORDS.search(text))
    yield from (word for word in words if word not in docstrings)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_word_of_the_sheets_can_be_written(path: Path) -> None:
    assert [word for word in list_words(path) if find_unwritable(word)] == []


def test_the_signs_of_the_notation_can_be_written() -> None:
    assert [sign for sign in Notation().model_dump().values() if find_unwritable(str(sign))] == []


def test_every_text_of_the_template_can_be_written() -> None:
    parts = read_package(PROJECT / "templates/xlsx/budget-annexes.xlsx", "template")
    texts = {name: data.decode() for name, data in parts.items() if name.endswith(".xml")}
    assert {name: find for name, text in texts.items() if (find := find_unwritable(text))} == {}


def test_the_example_is_written_in_cp949(tmp_path: Path) -> None:
    root = tmp_path / "foundation"
    shutil.copytree(PROJECT / "examples/amendment/foundation", root)
    report = root / "content/report.yaml"
    report.write_text(report.read_text("utf-8") + "\ncsv: {encoding: cp949}\n", "utf-8")
    build_tables(root)
    written = sorted((root / "output").glob("budget-annexes.*.csv"))
    assert len(written) == 17
    assert all("행 구분" in path.read_bytes().decode("cp949") for path in written[:1])
