"""The sheet of lists, from which the ledger's cells are chosen."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from tools.draw_workbook.looks import BAR, GREY_TEXT, HAIR, NAVY, TINT, Look, make_border, make_font
from tools.draw_workbook.page import draw_rule, name_row, protect, set_up_page

NAME = "목록"
_WIDTHS = (30, 44, 16, 60)
_HEADING = Look("center", bold=True, fill=TINT)
_HEADINGS = {3: ("계정", "계정명", "구분", "상위 과목"), 8: ("종류",), 11: ("단계",)}
_ROLES = {4: "revenue", 5: "category", 6: "programme", 9: "kind", 12: "stage"}
_KEYS = ("code", "name", "side", "parent")
_LISTS = {
    "list_accounts": "$A$4:$A$6",
    "list_revenue": "$A$4",
    "list_kinds": "$A$9",
    "list_stages": "$A$12",
}
"""Names of what validations choose from; they grow with the rows."""


def draw_lists(sheet: Worksheet, workbook: Workbook) -> None:
    """Draw it, and name its rows and lists in the workbook."""
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _draw_head(sheet)
    for number, headings in _HEADINGS.items():
        sheet.row_dimensions[number].height = 24
        for at, text in enumerate(headings, 1):
            border = make_border(at, len(headings), top=BAR)
            _HEADING.apply(sheet, f"{'ABCD'[at - 1]}{number}", text, border)
    for number, role in _ROLES.items():
        _draw_role(sheet, number, len(_HEADINGS[3]) if number < 7 else 1)
        name_row(workbook, sheet, f"lists_{role}", number, len(_KEYS))
    for number, role in enumerate(("title", "unit", "header"), 1):
        name_row(workbook, sheet, f"lists_{role}", number, len(_KEYS))
    for number, columns in ((7, 4), (10, 1), (13, 1)):
        draw_rule(sheet, number, columns)
    for name, area in _LISTS.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=f"'{NAME}'!{area}")
    # The headings differ from list to list, so only the title is repeated.
    sheet.freeze_panes = "A3"
    set_up_page(sheet, 2)
    protect(sheet)


def _draw_head(sheet: Worksheet) -> None:
    sheet["A1"].value, sheet["A1"].font = "{{ title }}", make_font(14, NAVY, bold=True)
    sheet["A2"].value, sheet["A2"].font = "{{ description }}", make_font(9, GREY_TEXT)
    for address in ("A1", "A2"):
        sheet[address].alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 30, 18


def _draw_role(sheet: Worksheet, number: int, columns: int) -> None:
    sheet.row_dimensions[number].height = 18
    for at, key in enumerate(_KEYS[:columns], 1):
        border = make_border(at, columns, top=HAIR)
        look = Look("center" if key == "side" else "left", indent=0 if key == "side" else 1)
        look.apply(sheet, f"{'ABCD'[at - 1]}{number}", f"{{{{ row.{key} }}}}", border)
