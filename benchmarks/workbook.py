"""The template workbook of the invented annexes."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.amounts import RATES
from benchmarks.sample import CHAPTERS, COLUMNS

_LINE = Side("thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY = PatternFill("solid", fgColor="F2F2F2")
_COVER = {
    1: ("title", ("{{ title }}",)),
    3: ("body", ("{{ row.label }}", "{{ row.text }}")),
    5: ("sheet", ("{{ row.title }}", "{{ row.description }}")),
}


def draw_workbook() -> bytes:
    """A cover, and a sheet for each chapter with a total row and a body row."""
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    _draw_cover(workbook, cover)
    for number, title in enumerate(CHAPTERS, 1):
        _draw_sheet(workbook, workbook.create_sheet(title), f"chapter{number}")
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _draw_cover(workbook: Workbook, sheet: Worksheet) -> None:
    sheet.title = "표지"
    for row, (role, texts) in _COVER.items():
        for column, content in enumerate(texts, 1):
            sheet.cell(row, column, content).border = _BORDER
        _name_row(workbook, sheet, f"cover_{role}", row)


def _draw_sheet(workbook: Workbook, sheet: Worksheet, key: str) -> None:
    sheet["A1"], sheet["A2"] = "{{ title }}", "{{ unit_line }}"
    sheet.freeze_panes = "B4"
    for row, role in enumerate(("header", "total", "body"), 3):
        for column, name in enumerate(COLUMNS, 1):
            _draw_cell(sheet, row, column, name, role)
        _name_row(workbook, sheet, f"{key}_{role}", row)


def _draw_cell(sheet: Worksheet, row: int, column: int, name: str, role: str) -> None:
    shown = f"{{{{ header.{name} }}}}" if role == "header" else f"{{{{ row.{name} }}}}"
    cell = sheet.cell(row, column, shown)
    cell.border, cell.font = _BORDER, Font("맑은 고딕", sz=10, b=role != "body")
    cell.alignment = Alignment(horizontal="center" if role == "header" else "right")
    cell.number_format = '0.0%;"△"0.0%' if name in RATES else '#,##0;"△"#,##0;0'
    if role != "body":
        cell.fill = _GREY


def _name_row(workbook: Workbook, sheet: Worksheet, name: str, row: int) -> None:
    last = get_column_letter(len(COLUMNS))
    area = f"'{sheet.title}'!$A${row}:${last}${row}"
    workbook.defined_names[name] = DefinedName(name, attr_text=area)
