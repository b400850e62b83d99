"""Where the ledger stands in a workbook that this program made, and what it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.readers.finance.grid import Book, Sheet
from reportgen.readers.finance.tables import find_tables
from reportgen.readers.finance.words import Role
from reportgen.readers.finance.xlsx import LEDGER_NAMES

_PREFIX = "ledger_"
_DIGEST = re.compile(r"(content/budget/[^,]+?) \(기록 ([\d,]+)건, SHA-256 ([0-9a-f]{12})\)")
_STAGE = "예산 단계"
"""What the cover of the annexes calls the last stage that they show."""


def is_copy(book: Book) -> bool:
    """Whether the workbook is one that this program has made from its ledger."""
    return find_layout(book) is not None


def lost_names(book: Book) -> bool:
    """Whether this is a workbook of ours that was saved in a form without defined names."""
    return not is_copy(book) and bool(find_digests(book))


def find_digests(book: Book) -> dict[str, tuple[int, str]]:
    """The ledger files that a workbook says it was made from."""
    return {
        match[1].strip(): (int(match[2].replace(",", "")), match[3])
        for sheet in book.sheets
        for _row, _column, text in sheet.texts()
        for match in _DIGEST.finditer(text)
    }


def find_stage(book: Book) -> str:
    """The last stage that the cover of annexes says they show; empty where none is said."""
    for sheet in book.sheets:
        for row, column, text in sheet.texts():
            if text == _STAGE:
                return sheet.text(row, column + 1)
    return ""


@dataclass(frozen=True, slots=True)
class CopyLayout:
    """Where the ledger stands: its sheet, its columns by key, the last row above its rows."""

    sheet: Sheet
    columns: Mapping[str, int]
    header: int
    unit: str = ""


def find_layout(book: Book) -> CopyLayout | None:
    """Where the ledger stands in a workbook of ours; None in any other."""
    return _find_named(book) or _find_headed(book)


def _find_named(book: Book) -> CopyLayout | None:
    """The columns that have our defined names."""
    if not all(name in book.names for name in LEDGER_NAMES):
        return None
    sheet_name, area = book.names["ledger_amount"]
    sheet = book.sheet(sheet_name)
    columns = {
        name.removeprefix(_PREFIX): place.left
        for name, (where, place) in book.names.items()
        if name.startswith(_PREFIX) and where == sheet_name
    }
    return CopyLayout(sheet, columns, area.top - 1) if sheet else None


def _find_headed(book: Book) -> CopyLayout | None:
    """The columns of an exported CSV, which says of each row where it comes from."""
    for sheet in book.sheets:
        for table in find_tables(sheet):
            found = {str(column.meaning): column for column in table.columns}
            if str(Role.SOURCE) in found and {"date", "kind", "account", "amount"} <= set(found):
                columns = {key: column.number for key, column in found.items()}
                columns["account_name"] = columns.pop(str(Role.NAME), 0)
                return CopyLayout(sheet, columns, table.bottom, found["amount"].unit)
    return None
