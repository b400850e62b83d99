"""Draws the first version of the annex workbook's template.

Once drawn, ``templates/xlsx/budget-annexes.xlsx`` is what counts: officers change it in Excel,
and drawing it again throws their changes away. Run ``python -m tools.draw_workbook [FILE]``.
"""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.templating.package import write_package

TEMPLATE = Path(__file__).parents[1] / "templates/xlsx/budget-annexes.xlsx"

FACE = "맑은 고딕"
NAVY, TINT, GREY, RULE = "1F3864", "E8EDF5", "F2F2F2", "BFBFBF"
GREY_TEXT = "595959"
INPUT_BLUE, INPUT_YELLOW, WARNING = "0000FF", "FFFBE6", "C00000"

AMOUNT = '#,##0;"△"#,##0;0'
RATE = '#,##0.0%;"△"#,##0.0%;0.0%'
SIGNED = '"+"#,##0;"△"#,##0;0'
DAY = "yyyy-mm-dd"
YEAR = "0"

_HAIR, _BAR = Side("thin", color=RULE), Side("medium", color=NAVY)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


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
    underlined: bool = False

    def apply(self, sheet: Worksheet, address: str, text: str, border: Border) -> None:
        """Give a cell its text and its look."""
        cell = sheet[address]
        cell.value = text or None
        cell.font = _font(10, self.colour, self.bold, self.underlined)
        cell.alignment = Alignment(
            horizontal=self.horizontal, vertical="center", indent=self.indent, wrap_text=self.wrap
        )
        cell.number_format = self.number_format
        cell.border = border
        if self.fill:
            cell.fill = PatternFill("solid", fgColor=self.fill)


NAME = Look(indent=1)
CENTRED = Look("center", wrap=True)
MONEY = Look("right", AMOUNT, indent=1)
PERCENT = Look("right", RATE, indent=1)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the data, its heading, its width in characters, its look."""

    key: str
    heading: str
    width: float
    look: Look


@dataclass(frozen=True, slots=True)
class Role:
    """A marked row: the role it stands for and what sets it apart.

    :ivar centred: whether the name stands in the middle of its cell.
    """

    name: str
    bold: bool = False
    fill: str = ""
    indent: int = 0
    outline: int = 0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class SheetDrawing:
    """A sheet: the key of its annex, its name, its columns and its marked rows."""

    key: str
    name: str
    columns: tuple[Column, ...]
    roles: tuple[Role, ...]
    height: float = 21
    filtered: bool = False
    warning: tuple[str, str] | None = None
    frozen_columns: int = 1


TOTAL = Role("total", bold=True, fill=GREY)
_CHANGES = (
    Column("name", "구분", 30, NAME),
    Column("current", "{{ header.current }}", 20, MONEY),
    Column("prior", "{{ header.prior }}", 20, MONEY),
    Column("change", "증감액", 20, MONEY),
    Column("change_rate", "증감률", 14, PERCENT),
)
_AMENDMENT = (
    Column("name", "구분", 40, NAME),
    Column("present", "기정액", 19, MONEY),
    Column("amended", "경정액", 19, MONEY),
    Column("change", "비교증감", 19, MONEY),
    Column("change_rate", "증감률", 13, PERCENT),
    Column("basis", "산출근거", 44, Look(indent=1, wrap=True)),
)
_INPUT = Look(indent=1, colour=INPUT_BLUE, fill=INPUT_YELLOW)

SHEETS = (
    SheetDrawing("revenue", "세입", _CHANGES, (TOTAL, Role("body", indent=1))),
    SheetDrawing("expenditure", "세출", _CHANGES, (TOTAL, Role("body", indent=1))),
    SheetDrawing(
        "programme_budget",
        "사업예산",
        (
            Column("policy", "정책사업", 24, CENTRED),
            Column("unit", "단위사업", 28, CENTRED),
            Column("programme", "세부사업명", 40, NAME),
            Column("amount", "예산액", 18, MONEY),
            Column("remark", "비고", 18, Look("center", wrap=True)),
        ),
        (Role("subtotal", bold=True, centred=True), Role("body"), TOTAL),
        height=17.5,
        frozen_columns=0,
    ),
    SheetDrawing(
        "execution",
        "집행",
        (
            Column("name", "구분", 42, NAME),
            Column("appropriation", "예산현액", 18, MONEY),
            Column("commitment", "원인행위액", 18, MONEY),
            Column("disbursement", "지출액", 18, MONEY),
            Column("commitment_rate", "집행률\n(원인행위)", 13, PERCENT),
            Column("disbursement_rate", "집행률\n(지출)", 13, PERCENT),
        ),
        (TOTAL, Role("subtotal", bold=True, outline=1), Role("body", indent=2, outline=2)),
        warning=("C{first}:D{last}", "C{first}>$B{first}"),
    ),
    SheetDrawing("amendment_revenue", "추경 세입", _AMENDMENT, (TOTAL, Role("body", indent=1))),
    SheetDrawing(
        "amendment_comparison",
        "추경 세출",
        _AMENDMENT,
        (
            TOTAL,
            Role("policy_programme", bold=True, outline=1),
            Role("unit_programme", bold=True, indent=1, outline=2),
            Role("body", indent=2, outline=3),
        ),
        height=17.5,
    ),
    SheetDrawing(
        "provisions",
        "예산총칙",
        (
            Column("number", "조", 12, Look("center")),
            Column("text", "내용", 120, Look(indent=1, wrap=True)),
        ),
        (Role("body"),),
        frozen_columns=0,
    ),
    SheetDrawing(
        "staffing_effect",
        "정원 변동",
        (
            Column("name", "직급", 24, NAME),
            Column("present", "현행 정원", 16, MONEY),
            Column("amended", "변경 정원", 16, MONEY),
            Column("change", "증감", 14, replace(MONEY, number_format=SIGNED)),
            Column("note", "사유", 60, Look(indent=1, wrap=True)),
        ),
        (Role("body"), TOTAL),
    ),
    SheetDrawing(
        "transfers",
        "이용·전용",
        (
            Column("date", "일자", 12, Look("center", DAY)),
            Column("kind", "구분", 14, Look("center")),
            Column("reference", "근거", 28, NAME),
            Column("name", "세부사업", 36, NAME),
            Column("taken", "감액", 17, MONEY),
            Column("given", "증액", 17, MONEY),
            Column("note", "사유", 34, Look(indent=1, wrap=True)),
        ),
        (Role("body"), TOTAL),
        frozen_columns=0,
    ),
    SheetDrawing(
        "carryover_statement",
        "이월",
        (
            Column("name", "세부사업", 40, NAME),
            Column("explicit_carryover", "명시이월", 20, MONEY),
            Column("incidental_carryover", "사고이월", 20, MONEY),
            Column("continuing_carryover", "계속비이월", 20, MONEY),
            Column("total", "계", 20, MONEY),
        ),
        (Role("body"), TOTAL),
    ),
    SheetDrawing(
        "ledger",
        "원장",
        (
            Column(
                "date",
                "일자",
                12,
                replace(_INPUT, horizontal="center", number_format=DAY, indent=0),
            ),
            Column("year", "회계연도", 10, Look("center", YEAR)),
            Column("stage", "단계", 16, _INPUT),
            Column("kind", "종류", 15, _INPUT),
            Column("account", "계정", 22, _INPUT),
            Column("account_name", "계정명", 34, Look(indent=1)),
            Column(
                "amount",
                "금액",
                15,
                replace(_INPUT, horizontal="right", number_format=AMOUNT),
            ),
            Column("reference", "근거", 30, _INPUT),
            Column("note", "비고", 26, _INPUT),
        ),
        (Role("body"),),
        height=18,
        filtered=True,
        frozen_columns=0,
    ),
)


def draw_workbook() -> bytes:
    """The template, the same bytes every time."""
    workbook = Workbook()
    workbook._named_styles["Normal"].font = _font(10, "000000")  # type: ignore[attr-defined]
    workbook._fonts[0] = _font(10, "000000")  # type: ignore[attr-defined]
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    _draw_cover(cover, workbook)
    for drawing in SHEETS:
        _draw_sheet(workbook.create_sheet(drawing.name), workbook, drawing)
    workbook.properties.creator = ""
    # The engine version of current Excel; an older one makes it ask to save on closing.
    workbook.calculation.calcId = 191029
    workbook.calculation.fullCalcOnLoad = False
    return _without_time(workbook)


def _draw_cover(sheet: Worksheet, workbook: Workbook) -> None:
    sheet.title = "표지"
    for letter, width in (("A", 26), ("B", 104)):
        sheet.column_dimensions[letter].width = width
    for address in ("A1", "B1"):
        sheet[address].border = Border(bottom=Side("thick", color=NAVY))
    sheet["A1"].value = "{{ title }}"
    sheet["A1"].font = _font(24, NAVY, bold=True)
    sheet["A1"].alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 66
    inside = Border(bottom=_HAIR)
    Look("left", bold=True, fill=TINT, indent=1).apply(sheet, "A3", "{{ row.label }}", inside)
    Look("left", indent=1, wrap=True).apply(sheet, "B3", "{{ row.text }}", inside)
    heading = Look("center", bold=True, fill=TINT)
    heading.apply(sheet, "A5", "시트", Border(top=_BAR, bottom=_HAIR))
    heading.apply(sheet, "B5", "내용", Border(top=_BAR, bottom=_HAIR))
    link = Look("left", colour=NAVY, indent=1, underlined=True)
    link.apply(sheet, "A6", "{{ row.title }}", inside)
    Look("left", indent=1).apply(sheet, "B6", "{{ row.description }}", inside)
    for number in (3, 5, 6):
        sheet.row_dimensions[number].height = 27
    for role, number in (("title", 1), ("body", 3), ("header", 5), ("sheet", 6)):
        _name_row(workbook, sheet, f"cover_{role}", number, 2)
    _draw_rule(sheet, 7, 2)
    _set_up_page(sheet, 0)


def _draw_sheet(sheet: Worksheet, workbook: Workbook, drawing: SheetDrawing) -> None:
    columns, first = drawing.columns, 4
    last = first + len(drawing.roles) - 1
    _draw_head(sheet, drawing)
    for number, role in enumerate(drawing.roles, first):
        _draw_role(sheet, drawing, number, role)
        _name_row(workbook, sheet, f"{drawing.key}_{role.name}", number, len(columns))
    for number, name in enumerate(("title", "unit", "header"), 1):
        _name_row(workbook, sheet, f"{drawing.key}_{name}", number, len(columns))
    _draw_rule(sheet, last + 1, len(columns))
    sheet.freeze_panes = f"{get_column_letter(drawing.frozen_columns + 1)}{first}"
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    # Excel shows the outline's buttons only when the sheet says how deep it is.
    sheet.sheet_format.outlineLevelRow = max(role.outline for role in drawing.roles)
    if drawing.filtered:
        sheet.auto_filter.ref = f"A3:{get_column_letter(len(columns))}{last}"
        sheet.sheet_properties.tabColor = INPUT_YELLOW
    if drawing.warning:
        area, formula = (text.format(first=first, last=last) for text in drawing.warning)
        style = DifferentialStyle(font=Font(color=WARNING, bold=True))
        sheet.conditional_formatting.add(area, Rule("expression", dxf=style, formula=[formula]))
    _set_up_page(sheet, 3)


def _draw_head(sheet: Worksheet, drawing: SheetDrawing) -> None:
    last = get_column_letter(len(drawing.columns))
    sheet["A1"].value, sheet["A1"].font = "{{ title }}", _font(14, NAVY, bold=True)
    sheet["A1"].alignment = Alignment(vertical="center")
    sheet["A2"].value, sheet["A2"].font = "{{ description }}", _font(9, GREY_TEXT)
    sheet["A2"].alignment = Alignment(vertical="center")
    unit = sheet[f"{last}2"]
    unit.value, unit.font = "{{ unit_line }}", _font(9, GREY_TEXT)
    unit.alignment = Alignment(horizontal="right", vertical="center")
    two_lines = any("\n" in column.heading for column in drawing.columns)
    for number, height in ((1, 30), (2, 18), (3, 36 if two_lines else 27)):
        sheet.row_dimensions[number].height = height
    for number, column in enumerate(drawing.columns, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        border = _border(number, len(drawing.columns), top=_BAR)
        look = Look("center", bold=True, fill=TINT, wrap=True)
        look.apply(sheet, f"{letter}3", column.heading, border)


def _draw_role(sheet: Worksheet, drawing: SheetDrawing, number: int, role: Role) -> None:
    row = sheet.row_dimensions[number]
    row.height = drawing.height
    row.outlineLevel = role.outline
    for at, column in enumerate(drawing.columns, 1):
        named = column.look is NAME
        look = replace(
            column.look,
            bold=role.bold or column.look.bold,
            fill=role.fill or column.look.fill,
            indent=column.look.indent + (role.indent if named else 0),
        )
        if named and role.centred:
            look = replace(look, horizontal="center", indent=0)
        border = _border(at, len(drawing.columns))
        look.apply(sheet, f"{get_column_letter(at)}{number}", f"{{{{ row.{column.key} }}}}", border)


def _draw_rule(sheet: Worksheet, number: int, columns: int) -> None:
    """The rule that closes a table is the upper edge of the row below it."""
    sheet.row_dimensions[number].height = 6
    for at in range(1, columns + 1):
        sheet.cell(number, at).border = Border(top=_BAR)


def _border(at: int, columns: int, top: Side = _HAIR) -> Border:
    """Rules between cells; the left and right edges of a table are open."""
    left = None if at == 1 else _HAIR
    return Border(left=left, right=None if at == columns else _HAIR, top=top, bottom=_HAIR)


def _font(size: float, colour: str, bold: bool = False, underlined: bool = False) -> Font:
    font = Font(FACE, sz=size, b=bold, color=colour, family=2, charset=129)
    if underlined:
        font.underline = "single"
    return font


def _name_row(workbook: Workbook, sheet: Worksheet, name: str, row: int, columns: int) -> None:
    area = f"$A${row}:${get_column_letter(columns)}${row}"
    workbook.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{area}")


def _set_up_page(sheet: Worksheet, header_row: int) -> None:
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


def _without_time(workbook: Workbook) -> bytes:
    """The workbook with a fixed day in place of today, in its properties and in the zip."""
    buffer = BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _DATES.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[core])
    return write_package(parts)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATE
    target.write_bytes(draw_workbook())
