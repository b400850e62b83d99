"""Blocks of ledger rows read column by column, as long as every cell can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from reportgen.letters import tidy_name
from reportgen.limits import MOST_WON
from reportgen.model.ledger_columns import TEXTS, EntryBlock, EntryClass, LedgerColumns
from reportgen.money import THOUSAND, parse_amount
from reportgen.readers.csv_blocks import COMMA_INSIDE
from reportgen.readers.ledger_lines import LedgerBlock, clean_cell

ParseClass = Callable[[str, str, str, str], EntryClass | None]
"""Date, stage, kind and approval as typed, to what they mean."""

_CLASS = ("date", "stage", "kind", "approval")
_UNITS = {"amount": THOUSAND, "amount_won": 1}
_OTHER_AMOUNTS = ("amended", "amended_won", "present", "present_won")
_MINUS = "△".encode()
_GROUPED_AMOUNTS = re.compile(rb"(?:(?:-|%b)?(?:\d{1,3}(?:\0\d{3})+|\d+),)*" % _MINUS)
"""Amounts with or without thousands separators, a comma behind each."""


class _UnreadableCellError(Exception):
    """A cell of the block says nothing that a ledger can say."""


class BlockReader:
    """Reads blocks of one file into the columns of a ledger."""

    def __init__(self, columns: LedgerColumns, parse_class: ParseClass) -> None:
        self._classes = _ClassNumbers(columns, parse_class)
        self._accounts = _AccountNumbers(columns)

    def read(self, block: LedgerBlock) -> EntryBlock | None:
        """The block's entries; None when a row has to be looked at by itself.

        That is a row with a cell that can't be read, or one that says its amount as a
        present and an amended budget.
        """
        try:
            return EntryBlock(
                self._number_classes(block),
                list(map(self._accounts.__getitem__, block.columns["account"])),
                _read_amounts(block),
                {name: _pack(block, name) for name in TEXTS},
                block.place,
            )
        except _UnreadableCellError:
            return None

    def _number_classes(self, block: LedgerBlock) -> list[int]:
        empty = [b""] * len(block)
        days, stages, kinds, approvals = (block.columns.get(key, empty) for key in _CLASS)
        shared = days[0], stages[0], approvals[0]
        columns = zip((days, stages, approvals), shared, strict=True)
        if all(column.count(cell) == len(block) for column, cell in columns):
            # As in most blocks of a ledger in the order of its days.
            return list(map(self._classes[shared].__getitem__, kinds))
        rows = zip(days, stages, approvals, strict=True)
        return [self._classes[cells][kind] for cells, kind in zip(rows, kinds, strict=True)]


class _ClassNumbers(dict[tuple[bytes, bytes, bytes], "_KindNumbers"]):
    """The numbers of classes by the cells of day, stage and approval, then by that of the kind."""

    def __init__(self, columns: LedgerColumns, parse: ParseClass) -> None:
        self._columns = columns
        self._parse = parse

    def __missing__(self, cells: tuple[bytes, bytes, bytes]) -> _KindNumbers:
        day, stage, approval = map(clean_cell, cells)

        def number(kind: str) -> int:
            found = self._parse(day, stage, kind, approval)
            if found is None:
                raise _UnreadableCellError
            return self._columns.number_class(found)

        numbers = self[cells] = _KindNumbers(number)
        return numbers


class _KindNumbers(dict[bytes, int]):
    """The number of a class by the cell of its kind; each is parsed once."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number

    def __missing__(self, cell: bytes) -> int:
        number = self[cell] = self._number(clean_cell(cell))
        return number


class _AccountNumbers(dict[bytes, int]):
    """The number of an account by its cell."""

    def __init__(self, columns: LedgerColumns) -> None:
        self._columns = columns

    def __missing__(self, cell: bytes) -> int:
        account = tidy_name(clean_cell(cell))
        if not account:
            raise _UnreadableCellError
        number = self[cell] = self._columns.number_account(account)
        return number


def _read_amounts(block: LedgerBlock) -> Sequence[int]:
    filled = [key for key in (*_UNITS, *_OTHER_AMOUNTS) if any(block.columns.get(key, ()))]
    if len(filled) != 1 or filled[0] not in _UNITS:
        raise _UnreadableCellError
    unit = _UNITS[filled[0]]
    amounts = _parse_amounts(block.columns[filled[0]])
    if max(amounts) > MOST_WON // unit or min(amounts) < -MOST_WON // unit:
        raise _UnreadableCellError
    return amounts if unit == 1 else [amount * unit for amount in amounts]


def _parse_amounts(cells: list[bytes]) -> list[int]:
    joined = b",".join(cells)
    if COMMA_INSIDE in joined:
        if not _GROUPED_AMOUNTS.fullmatch(joined + b","):
            return list(map(_parse_cell, cells))
        joined = joined.replace(COMMA_INSIDE, b"")
    joined = joined.replace(_MINUS, b"-")
    try:
        if joined.translate(None, b"0123456789,-"):
            return list(map(_parse_cell, cells))
        # Twice as fast as int() number by number; what is no list of integers is an error.
        amounts: list[int] = json.loads(b"[%b]" % joined)
    except ValueError:
        return list(map(_parse_cell, cells))
    return amounts


@lru_cache(maxsize=1 << 14)
def _parse_cell(cell: bytes) -> int:
    amount = parse_amount(clean_cell(cell))
    if amount is None:
        raise _UnreadableCellError
    return amount


def _pack(block: LedgerBlock, name: str) -> bytes:
    if name not in block.columns:
        return b"\n" * (len(block) - 1)
    return b"\n".join(block.columns[name]).replace(COMMA_INSIDE, b",")
