"""Formulas of a row that lead to other cells of the row, or to the row before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from operator import add, sub
from typing import Any

Values = Sequence[Any]
"""What a column holds, from one row to the next."""


@dataclass(frozen=True, slots=True)
class Before:
    """The value of a column in the row before; nothing in the first row."""

    column: str


Term = str | Before
"""A column of the same row, or one of the row before."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers added up, others taken away: a sum, a difference, or a running sum.

    A running sum adds to its own column in the row before. An empty cell counts as zero.

    >>> Sum(plus=("amended",), minus=("present",))
    Sum(plus=('amended',), minus=('present',))
    >>> balance = Sum(plus=(Before("balance"), "received"), minus=("spent",))
    """

    plus: tuple[Term, ...]
    minus: tuple[Term, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it leads to."""
        return tuple(map(_column_of, (*self.plus, *self.minus)))

    def compute(self, own: str, columns: Mapping[str, Values], last: Mapping[str, Any]) -> Values:
        """The column that the formula makes.

        :param own: the key of that column.
        :param columns: the columns it is made of.
        :param last: what every column held in the row before the first of these, if any.
        :raises ValueError: when nothing but the column itself is added up.
        """
        plus = [_read(term, columns, last) for term in self.plus if term != Before(own)]
        minus = [_read(term, columns, last) for term in self.minus]
        if not plus and not minus:
            raise ValueError(f"{own} adds nothing up")
        total: Iterator[int] = repeat(0)
        for column in plus:
            total = map(add, total, column)
        for column in minus:
            total = map(sub, total, column)
        if Before(own) not in self.plus:
            return list(total)
        return list(accumulate(total, initial=last.get(own) or 0))[1:]


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part / base``, and what stands there when the base is zero.

    :ivar from_zero: the text when only the base is zero, as after growth from nothing.
    :ivar of_nothing: the text when both are zero.
    """

    part: Term
    base: Term
    from_zero: str = "-"
    of_nothing: str = "-"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it leads to."""
        return _column_of(self.part), _column_of(self.base)

    def compute(self, own: str, columns: Mapping[str, Values], last: Mapping[str, Any]) -> Values:
        """Part and base of every row, which are the ratio unrounded."""
        del own
        part, base = _read(self.part, columns, last), _read(self.base, columns, last)
        return list(zip(part, base, strict=True))


RowFormula = Sum | Ratio


def _column_of(term: Term) -> str:
    return term if isinstance(term, str) else term.column


def _read(term: Term, columns: Mapping[str, Values], last: Mapping[str, Any]) -> Values:
    if isinstance(term, Before):
        column = columns[term.column]
        values: Values = [last.get(term.column), *column[:-1]]
    else:
        values = columns[term]
    return [value or 0 for value in values] if None in values else values
