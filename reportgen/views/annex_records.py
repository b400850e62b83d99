"""Rows of an annex that all look alike, and may be too many to stand in memory at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from itertools import islice
from typing import Any

from reportgen.views.annex_formulas import Ratio, RowFormula, Values

Value = str | int | Decimal | date | None
Record = Sequence[Value]
"""The values of one row, in the order of the columns that have no formula."""

_ROWS_AT_ONCE = 1000


class Kind(Enum):
    """What a column holds."""

    TEXT = auto()
    NUMBER = auto()
    WON = auto()
    """whole won, shown in thousands"""
    DATE = auto()
    RATIO = auto()
    """the unrounded quotient that a formula makes"""


_UNITS = frozenset((Kind.NUMBER, Kind.WON))
"""What can be computed with; a formula keeps to one of them, as the cells it leads to do."""


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column.

    :ivar words: how a text is written, where that is not the text itself.
    :ivar formula: what computes the column; its value is no part of the records then.
    """

    kind: Kind = Kind.TEXT
    words: Mapping[str, str] = field(default_factory=dict)
    formula: RowFormula | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """Rows by column, made anew whenever they are read.

    :ivar columns: by key, from left to right; a formula asks only for columns before its own,
        and for its own in the row before.
    :ivar count: how many rows there are.
    :ivar read: gives the rows from the first to the last.
    :raises ValueError: when a formula mixes units, or asks for what is no number.
    """

    columns: Mapping[str, Column]
    count: int
    read: Callable[[], Iterable[Record]]

    def __post_init__(self) -> None:
        for key, column in self.columns.items():
            asked = column.formula.columns if column.formula else ()
            units = {self.columns[name].kind for name in asked}
            if not _fits(column, units):
                raise ValueError(f"{key} can't be computed from {', '.join(asked)}")

    def blocks(self, size: int = _ROWS_AT_ONCE) -> Iterator[dict[str, Values]]:
        """The columns, computed ones too, of so many rows at a time.

        :raises ValueError: when there are other than ``count`` rows.
        """
        records, seen = iter(self.read()), 0
        last: dict[str, Any] = {}
        while rows := list(islice(records, size)):
            seen += len(rows)
            block = self._compute(zip(*rows, strict=True), last)
            last = {key: values[-1] for key, values in block.items()}
            yield block
        if seen != self.count:
            raise ValueError(f"{seen} records where {self.count} were told")

    def _compute(self, typed: Iterator[Values], last: Mapping[str, Any]) -> dict[str, Values]:
        block: dict[str, Values] = {}
        for key, column in self.columns.items():
            if column.formula is None:
                block[key] = next(typed)
            else:
                block[key] = column.formula.compute(key, block, last)
        return block


def _fits(column: Column, units: set[Kind]) -> bool:
    """Whether a column holds what its formula makes of those units."""
    if column.formula is None:
        return column.kind is not Kind.RATIO
    if isinstance(column.formula, Ratio):
        return column.kind is Kind.RATIO and len(units) == 1 and units <= _UNITS
    return units == {column.kind} and units <= _UNITS
