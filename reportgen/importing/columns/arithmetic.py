"""Whether columns agree with each other, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.importing.rows.rounding import explains_sum
from reportgen.readers.finance.columns import Column

Reader = Callable[[int, Column], Decimal | None]
"""The amount of a row in a column, in won; None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What several columns come to, each with its sign.

    :ivar terms: signs and columns, the one that stands for all of them first.
    """

    terms: tuple[tuple[int, Column], ...]

    @property
    def column(self) -> Column:
        """The column that stands for it in what is said."""
        return self.terms[0][1]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All of its columns."""
        return tuple(column for _sign, column in self.terms)

    @property
    def label(self) -> str:
        """It as a formula of headers."""
        text = "".join(f" {'+' if sign > 0 else '−'} {column.label}" for sign, column in self.terms)
        return text.removeprefix(" + ")

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity((*self.terms, *other.terms))

    def __sub__(self, other: Quantity) -> Quantity:
        return self + Quantity(tuple((-sign, column) for sign, column in other.terms))


def quantity_of(*columns: Column) -> Quantity:
    """The sum of columns."""
    return Quantity(tuple((1, column) for column in columns))


def add_all(quantities: Iterable[Quantity]) -> Quantity:
    """The sum of quantities."""
    return Quantity(tuple(term for quantity in quantities for term in quantity.terms))


@dataclass(frozen=True, slots=True)
class Fit:
    """How a column compares with what it should come to.

    :ivar agreeing: rows in which both are the same and not nothing.
    :ivar differing: rows in which they differ.
    """

    agreeing: tuple[int, ...]
    differing: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether some row agrees and none differs."""
        return bool(self.agreeing) and not self.differing


class Arithmetic:
    """The amounts of those rows of a table that are accounts."""

    def __init__(
        self,
        read: Reader,
        rows: Sequence[int],
        step: Callable[[int, Column], int] | None = None,
    ) -> None:
        """The rows, and how their amounts are rounded.

        :param step: the won that the last digit of a cell is worth, where each cell may be
            rounded by itself.
        """
        self.rows = tuple(rows)
        self._read = read
        self._step = step

    def read(self, row: int, column: Column) -> Decimal | None:
        """The amount of a cell; None where it says nothing."""
        return self._read(row, column)

    def value(self, row: int, quantity: Quantity) -> Decimal:
        """What the columns come to in a row, in won; a cell that says nothing counts as zero."""
        amounts = ((sign, self._read(row, column)) for sign, column in quantity.terms)
        return sum((sign * (amount or Decimal(0)) for sign, amount in amounts), Decimal(0))

    def is_close(
        self, row: int, first: Decimal, second: Decimal, columns: Sequence[Column]
    ) -> bool:
        """Whether two amounts are the same, or differ by what rounding explains.

        :param columns: whose cells of the row went into both.
        """
        if first == second or self._step is None:
            return first == second
        step = Decimal(max(self._step(row, column) for column in columns))
        return explains_sum(first, second, step, len(columns) - 1) or explains_sum(
            second, first, step, len(columns) - 1
        )

    def says_anything(self, columns: Iterable[Column]) -> bool:
        """Whether any row has an amount other than zero in one of the columns."""
        return any(self._read(row, column) for column in columns for row in self.rows)

    def fit(self, whole: Column, parts: Quantity) -> Fit:
        """The rows in which a column is, or isn't, what others come to.

        Rows in which the column says nothing don't count; nor do those in which all is zero.
        """
        agreeing: list[int] = []
        differing: list[int] = []
        for row in self.rows:
            stated = self._read(row, whole)
            if stated is None:
                continue
            come_to = self.value(row, parts)
            if not self.is_close(row, stated, come_to, (whole, *parts.columns)):
                differing.append(row)
            elif stated or come_to:
                agreeing.append(row)
        return Fit(tuple(agreeing), tuple(differing))

    def agree(self, whole: Quantity, parts: Quantity) -> bool:
        """Whether both come to the same in every row, and not to nothing in all of them."""
        columns = (*whole.columns, *parts.columns)
        pairs = [(row, self.value(row, whole), self.value(row, parts)) for row in self.rows]
        same = all(self.is_close(row, first, second, columns) for row, first, second in pairs)
        return same and any(first or second for _row, first, second in pairs)
