"""The cover."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from tools.draw_workbook.looks import BAR, HAIR, NAVY, TINT, Look, make_font
from tools.draw_workbook.page import draw_rule, name_row, protect, set_up_page


def draw_cover(sheet: Worksheet, workbook: Workbook) -> None:
    """Draw it, and name its rows in the workbook."""
    sheet.title = "표지"
    for letter, width in (("A", 26), ("B", 104)):
        sheet.column_dimensions[letter].width = width
    for address in ("A1", "B1"):
        sheet[address].border = Border(bottom=Side("thick", color=NAVY))
    sheet["A1"].value = "{{ title }}"
    sheet["A1"].font = make_font(24, NAVY, bold=True)
    sheet["A1"].alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 66
    inside = Border(bottom=HAIR)
    Look("left", bold=True, fill=TINT, indent=1).apply(sheet, "A3", "{{ row.label }}", inside)
    Look("left", indent=1, wrap=True).apply(sheet, "B3", "{{ row.text }}", inside)
    heading = Look("center", bold=True, fill=TINT)
    heading.apply(sheet, "A5", "시트", Border(top=BAR, bottom=HAIR))
    heading.apply(sheet, "B5", "내용", Border(top=BAR, bottom=HAIR))
    link = Look("left", colour=NAVY, indent=1, underlined=True)
    link.apply(sheet, "A6", "{{ row.title }}", inside)
    Look("left", indent=1).apply(sheet, "B6", "{{ row.description }}", inside)
    for number in (3, 5, 6):
        sheet.row_dimensions[number].height = 27
    for role, number in (("title", 1), ("body", 3), ("header", 5), ("sheet", 6)):
        name_row(workbook, sheet, f"cover_{role}", number, 2)
    draw_rule(sheet, 7, 2)
    set_up_page(sheet, 0)
    protect(sheet)
