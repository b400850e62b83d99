"""The cells of a finished workbook, written by XlsxWriter with no template to follow."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

Cells = Mapping[str, list[tuple[int, int, Any, Any]]]
"""By sheet: row, column, what is typed and what is shown."""


def read_cells(workbook: bytes) -> Cells:
    """Every cell that holds anything."""
    typed = load_workbook(BytesIO(workbook))
    shown = load_workbook(BytesIO(workbook), data_only=True)
    return {
        sheet.title: [
            (cell.row - 1, cell.column - 1, cell.value, shown[sheet.title][cell.coordinate].value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in typed.worksheets
    }


def write_cells(cells: Cells) -> bytes:
    """A workbook of these cells; a formula carries its value."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        for name, values in cells.items():
            sheet = workbook.add_worksheet(name)
            for row, column, typed, shown in values:
                if isinstance(typed, str) and typed.startswith("="):
                    sheet.write_formula(row, column, typed, None, shown)
                else:
                    sheet.write(row, column, typed)
    return buffer.getvalue()
