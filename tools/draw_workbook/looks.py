"""Colours, number formats and looks of cells."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

FACE = "맑은 고딕"
NAVY, TINT, GREY, RULE = "1F3864", "E8EDF5", "F2F2F2", "BFBFBF"
GREY_TEXT = "595959"
INPUT_BLUE, INPUT_YELLOW = "0000FF", "FFFBE6"
WARNING, WARNING_FILL = "C00000", "FFC7CE"
LOW, LOW_FILL = "7F4F00", "FFE699"

AMOUNT = '#,##0;"△"#,##0;0'
RATE = '#,##0.0%;"△"#,##0.0%;0.0%'
PEOPLE = '#,##0;"△"#,##0;"-"'
SIGNED_PEOPLE = '"+"#,##0;"△"#,##0;"-"'
DAY = "yyyy-mm-dd"
YEAR = "0"

HAIR, BAR = Side("thin", color=RULE), Side("medium", color=NAVY)


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a column look in one kind of row."""

    horizontal: str = "left"
    number_format: str = "General"
    indent: int = 0
    bold: bool = False
    colour: str = "000000"
    fill: str = ""
    wrap: bool = False
    shrink: bool = False
    underlined: bool = False
    locked: bool = True

    def apply(self, sheet: Worksheet, address: str, text: str, border: Border) -> None:
        """Give a cell its text and its look."""
        cell = sheet[address]
        cell.value = text or None
        cell.font = make_font(10, self.colour, self.bold, self.underlined)
        cell.alignment = Alignment(
            horizontal=self.horizontal,
            vertical="center",
            indent=self.indent,
            wrap_text=self.wrap,
            shrink_to_fit=self.shrink,
        )
        cell.number_format = self.number_format
        cell.border = border
        cell.protection = Protection(locked=self.locked)
        if self.fill:
            cell.fill = PatternFill("solid", fgColor=self.fill)


NAME = Look(indent=1, shrink=True)
CENTRED = Look("center", wrap=True)
MONEY = Look("right", AMOUNT, indent=1)
POSTS = Look("right", PEOPLE, indent=1)
PERCENT = Look("right", RATE, indent=1)
INPUT = Look(indent=1, colour=INPUT_BLUE, fill=INPUT_YELLOW, locked=False)


def make_border(at: int, columns: int, top: Side = HAIR) -> Border:
    """Rules between cells; the left and right edges of a table are open."""
    left = None if at == 1 else HAIR
    return Border(left=left, right=None if at == columns else HAIR, top=top, bottom=HAIR)


def make_font(size: float, colour: str, bold: bool = False, underlined: bool = False) -> Font:
    """The font of tables, in points."""
    font = Font(FACE, sz=size, b=bold, color=colour, family=2, charset=129)
    if underlined:
        font.underline = "single"
    return font
