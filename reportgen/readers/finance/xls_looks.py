"""How the cells of an XLS look: what calamine doesn't tell, read by xlrd."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import xlrd

from reportgen.readers.finance.numbers import count_thousands

Look = tuple[int, int, int, int]
"""Row and column from 1, indent of the alignment, how often the format divides by 1,000."""


class Seen(NamedTuple):
    """What a sheet shows of its cells.

    :ivar looks: the cells that are indented or shown in thousands.
    :ivar hidden: rows and columns from 1 that it hides.
    """

    looks: list[Look]
    hidden: tuple[list[int], list[int]]


def read_seen(data: bytes) -> dict[str, Seen]:
    """By the name of the sheet, how it looks.

    Nothing for a file that xlrd can't read, such as one that is no XLS; the values of such a
    file, if it has any, are read without it.
    """
    try:
        # xlrd tells what it finds odd on standard output, where the answer goes.
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=sys.stderr
        ) as workbook:
            return {
                sheet.name: Seen(list(_list_looks(workbook, sheet)), _list_hidden(sheet))
                for sheet in workbook.sheets()
            }
    # Whatever a damaged file makes of its offsets: the workbook is read without looks.
    except Exception:
        return {}


def read_looks(data: bytes) -> dict[str, list[Look]]:
    """By the name of the sheet, the cells that are indented or shown in thousands."""
    return {name: seen.looks for name, seen in read_seen(data).items()}


def is_protected(data: bytes) -> bool:
    """Whether the XLS is encrypted with a password."""
    try:
        xlrd.open_workbook(file_contents=data, logfile=sys.stderr, on_demand=True)
    except xlrd.XLRDError as error:
        return "encrypted" in str(error)
    except Exception:
        return False
    return False


def _list_hidden(sheet: xlrd.sheet.Sheet) -> tuple[list[int], list[int]]:
    rows = [row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden]
    columns = [column + 1 for column, about in sheet.colinfo_map.items() if about.hidden]
    return rows, columns


def _list_looks(workbook: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Iterator[Look]:
    formats = [_describe(workbook, number) for number in range(len(workbook.xf_list))]
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            indent, thousands = formats[sheet.cell_xf_index(row, column)]
            if indent or thousands:
                yield row + 1, column + 1, indent, thousands


def _describe(workbook: xlrd.Book, number: int) -> tuple[int, int]:
    found = workbook.xf_list[number]
    code = workbook.format_map[found.format_key].format_str
    return found.alignment.indent_level, count_thousands(code)
