"""What every sheet has: marked rows, a closing rule, the page set-up."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Border
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tools.draw_workbook.looks import BAR


def draw_rule(sheet: Worksheet, number: int, columns: int) -> None:
    """The rule that closes a table is the upper edge of the row below it."""
    sheet.row_dimensions[number].height = 6
    for at in range(1, columns + 1):
        sheet.cell(number, at).border = Border(top=BAR)


def name_row(workbook: Workbook, sheet: Worksheet, name: str, row: int, columns: int) -> None:
    """Mark a row of so many columns with a defined name."""
    area = f"$A${row}:${get_column_letter(columns)}${row}"
    workbook.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{area}")


def set_up_page(sheet: Worksheet, header_row: int) -> None:
    """A4 landscape, one page wide, numbered, with the rows down to the heading repeated."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # The cover has no headings to repeat: it is one page, however many sheets it lists.
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0 if header_row else 1
    margins = sheet.page_margins
    margins.left = margins.right = 15 / 25.4
    margins.top, margins.bottom, margins.footer = 12 / 25.4, 14 / 25.4, 7 / 25.4
    sheet.print_options.horizontalCentered = True
    assert sheet.oddFooter is not None, "openpyxl makes it with the sheet"
    sheet.oddFooter.center.text = "- &P / &N -"
    if header_row:
        sheet.print_title_rows = f"1:{header_row}"


def protect(sheet: Worksheet) -> None:
    """Protect what is locked, without a password; all that doesn't touch a formula stays free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = False
    protection.sort = protection.autoFilter = False
