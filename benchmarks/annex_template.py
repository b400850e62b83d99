"""The template workbook of the invented ledger."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.annex_rows import FORMATS, HEADERS

_LINE = Side("thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def draw_ledger_template() -> bytes:
    """The ledger's sheet with its headings in the first row, as a ledger is read; then a cover."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "원장"
    sheet.freeze_panes = "A2"
    for column, key in enumerate(HEADERS, 1):
        heading = sheet.cell(1, column, f"{{{{ header.{key} }}}}")
        heading.border, heading.font = _BORDER, Font("맑은 고딕", sz=10, b=True)
        heading.fill = PatternFill("solid", fgColor="F2F2F2")
        _draw_cell(sheet, column, key)
        sheet.column_dimensions[heading.column_letter].width = 14
    sheet.auto_filter.ref = "A1:L2"
    cover = workbook.create_sheet("표지")
    cover["A1"], cover["A2"], cover["B2"] = "{{ row.label }}", "{{ row.title }}", "{{ row.text }}"
    areas = {"ledger_header": "'원장'!$1:$1", "ledger_body": "'원장'!$2:$2"}
    areas |= {"cover_body": "'표지'!$1:$1", "cover_sheet": "'표지'!$2:$2"}
    for name, area in areas.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=area)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _draw_cell(sheet: Worksheet, column: int, key: str) -> None:
    cell = sheet.cell(2, column, f"{{{{ row.{key} }}}}")
    cell.border, cell.font = _BORDER, Font("맑은 고딕", sz=10)
    cell.alignment = Alignment(horizontal="right" if key in FORMATS else "left")
    cell.number_format = FORMATS.get(key, "General")
