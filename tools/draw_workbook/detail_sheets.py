"""Sheets that follow the money by month, by source and by grade."""

from __future__ import annotations

from tools.draw_workbook.declarations import SheetDrawing

DETAIL_SHEETS: tuple[SheetDrawing, ...] = ()
