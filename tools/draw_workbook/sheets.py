"""The sheets of the template from left to right, after the cover."""

from __future__ import annotations

from tools.draw_workbook.budget_sheets import BUDGET_SHEETS
from tools.draw_workbook.change_sheets import CHANGE_SHEETS
from tools.draw_workbook.checks_sheet import CHECKS_SHEET
from tools.draw_workbook.declarations import SheetDrawing
from tools.draw_workbook.detail_sheets import DETAIL_SHEETS
from tools.draw_workbook.ledger_sheet import LEDGER_SHEET

SHEETS: tuple[SheetDrawing, ...] = (
    *BUDGET_SHEETS,
    *DETAIL_SHEETS,
    *CHANGE_SHEETS,
    CHECKS_SHEET,
    LEDGER_SHEET,
)
