"""Annexes as a build writes them, edited as finance edits them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.cli.ledger import make_build
from reportgen.figures.selection import find_base_date
from reportgen.importing.basis.options import ImportOptions
from reportgen.importing.imports import Build, ImportPlan, plan_import
from reportgen.state import read_folder
from tests.sample import PROJECT, write_folder

LEDGER = "원장"
FIRST_ROW = 4


def write_annexes(root: Path, stage: str | None = None) -> Path:
    """The annexes of the sample, in a state of its budget."""
    if not (root / "content").exists():
        write_folder(root)
    day = find_base_date(read_folder(root), stage)
    path = root / "annexes.xlsx"
    path.write_bytes(build_sample(root)(day, stage))
    return path


def build_sample(root: Path) -> Build:
    """What builds the annexes of a folder with the templates of this project."""
    return make_build(root, PROJECT)


def edit(path: Path, change: Callable[[Workbook], object]) -> Path:
    """The workbook after a change by openpyxl, which keeps no values of formulas."""
    workbook = openpyxl.load_workbook(path)
    change(workbook)
    buffer = BytesIO()
    workbook.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def find_row(sheet: Worksheet, **cells: object) -> int:
    """The first row of the ledger whose cells hold these values, by column key."""
    for row in range(FIRST_ROW, sheet.max_row + 1):
        if all(sheet.cell(row, find_column(sheet, key)).value == cells[key] for key in cells):
            return row
    raise AssertionError(cells)


def find_column(sheet: Worksheet, key: str) -> int:
    """The column of a key, by the workbook's defined name."""
    assert sheet.parent is not None
    text = sheet.parent.defined_names[f"ledger_{key}"].attr_text
    assert text is not None
    return openpyxl.utils.column_index_from_string(text.split("!$")[1].split("$")[0])


def put(sheet: Worksheet, row: int, cells: Mapping[str, object]) -> None:
    """Type values into a row, by column key."""
    for key, value in cells.items():
        sheet.cell(row, find_column(sheet, key)).value = value  # type: ignore[assignment]


def plan_returned(root: Path, path: Path, **options: object) -> ImportPlan:
    """What an import of edited annexes would do."""
    asked = ImportOptions(root, path, **options)  # type: ignore[arg-type]
    return plan_import(asked, build_sample(root))
