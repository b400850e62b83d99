"""One sheet of the template from its declaration."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule as ConditionalRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from tools.draw_workbook.declarations import Mark, Role, Rule, SheetDrawing
from tools.draw_workbook.looks import (
    BAR,
    GREY_TEXT,
    INPUT_YELLOW,
    NAME,
    NAVY,
    TINT,
    Look,
    make_border,
    make_font,
)
from tools.draw_workbook.page import draw_rule, name_row, protect, set_up_page


def draw_sheet(sheet: Worksheet, workbook: Workbook, drawing: SheetDrawing) -> None:
    """Draw it, and name its rows in the workbook."""
    columns, first = drawing.columns, 4
    last = first + len(drawing.roles) - 1
    _draw_head(sheet, drawing)
    for number, role in enumerate(drawing.roles, first):
        _draw_role(sheet, drawing, number, role)
        name_row(workbook, sheet, f"{drawing.key}_{role.name}", number, len(columns))
    for number, name in enumerate(("title", "unit", "header"), 1):
        name_row(workbook, sheet, f"{drawing.key}_{name}", number, len(columns))
    draw_rule(sheet, last + 1, len(columns))
    sheet.freeze_panes = f"{get_column_letter(drawing.frozen_columns + 1)}{first}"
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    # Excel shows the outline's buttons only when the sheet says how deep it is.
    sheet.sheet_format.outlineLevelRow = max(role.outline for role in drawing.roles)
    if drawing.filtered:
        sheet.auto_filter.ref = f"A3:{get_column_letter(len(columns))}{last}"
        sheet.sheet_properties.tabColor = INPUT_YELLOW
    if drawing.note:
        cell = sheet.cell(last + 2, 1, drawing.note)
        cell.font = make_font(9, GREY_TEXT)
    for mark in drawing.marks:
        _draw_mark(sheet, mark, first, last)
    for rule in drawing.rules:
        _draw_rule_of_input(sheet, rule, drawing.letter(rule.column), first, last)
    set_up_page(sheet, 3)
    protect(sheet)


def _draw_mark(sheet: Worksheet, mark: Mark, first: int, last: int) -> None:
    area, formula = (text.format(first=first, last=last) for text in (mark.area, mark.formula))
    fill = PatternFill("solid", bgColor=mark.fill) if mark.fill else None
    style = DifferentialStyle(font=Font(color=mark.colour, bold=True), fill=fill)
    rule = ConditionalRule("expression", dxf=style, formula=[formula])
    sheet.conditional_formatting.add(area, rule)


def _draw_rule_of_input(sheet: Worksheet, rule: Rule, letter: str, first: int, last: int) -> None:
    validation = DataValidation(
        type=rule.kind,
        operator="between" if rule.last else "greaterThanOrEqual",
        formula1=rule.first,
        formula2=rule.last or None,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if rule.stops else "warning",
        errorTitle=rule.title,
        error=rule.message,
    )
    validation.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(validation)


def _draw_head(sheet: Worksheet, drawing: SheetDrawing) -> None:
    last = get_column_letter(len(drawing.columns))
    sheet["A1"].value, sheet["A1"].font = "{{ title }}", make_font(14, NAVY, bold=True)
    sheet["A1"].alignment = Alignment(vertical="center")
    sheet["A2"].value, sheet["A2"].font = "{{ description }}", make_font(9, GREY_TEXT)
    sheet["A2"].alignment = Alignment(vertical="center")
    unit = sheet[f"{last}2"]
    unit.value, unit.font = "{{ unit_line }}", make_font(9, GREY_TEXT)
    unit.alignment = Alignment(horizontal="right", vertical="center")
    two_lines = any("\n" in column.heading for column in drawing.columns)
    for number, height in ((1, 30), (2, 18), (3, 36 if two_lines else 27)):
        sheet.row_dimensions[number].height = height
    for number, column in enumerate(drawing.columns, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        border = make_border(number, len(drawing.columns), top=BAR)
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
        border = make_border(at, len(drawing.columns))
        look.apply(sheet, f"{get_column_letter(at)}{number}", f"{{{{ row.{column.key} }}}}", border)
