"""The invented ledger written and read by other libraries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.annex_rows import FORMATS, HEADERS, Computed

Rows = Iterable[tuple[Any, ...]]


def write_xlsxwriter(rows: Rows, constant_memory: bool = False) -> bytes:
    """With number formats and the value of each formula; without borders, fonts, template.

    :param constant_memory: in its mode that keeps one row at a time.
    """
    buffer = BytesIO()
    options = {"constant_memory": True} if constant_memory else {"in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        sheet = workbook.add_worksheet("원장")
        formats = [
            workbook.add_format({"num_format": FORMATS[key]}) if key in FORMATS else None
            for key in HEADERS
        ]
        sheet.write_row(0, 0, list(HEADERS.values()))
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells):
                form = formats[column]
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell, form)
                elif isinstance(cell, Computed):
                    sheet.write_formula(row, column, cell.formula, form, cell.value)
                elif isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, form)
                else:
                    sheet.write_number(row, column, cell, form)
    return buffer.getvalue()


def write_openpyxl(rows: Rows, write_only: bool = False) -> bytes:
    """With formulas, which have no values then, and without look."""
    workbook = openpyxl.Workbook(write_only=write_only)
    sheet = workbook.create_sheet("원장") if write_only else workbook.active
    assert sheet is not None
    sheet.append(list(HEADERS.values()))
    for cells in rows:
        sheet.append([cell.formula if isinstance(cell, Computed) else cell for cell in cells])
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def read_openpyxl(path: Path) -> int:
    """The values of the first sheet, read row by row; how many rows there are."""
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    count = sum(1 for _row in workbook.worksheets[0].iter_rows(values_only=True))
    workbook.close()
    return count


def read_calamine(path: Path) -> list[list[Any]]:
    """The values of the first sheet."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
