"""The amounts of one table, in won."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.readers.finance.amounts import (
    AmountError,
    as_won,
    find_unit_behind,
    read_amount,
)
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.units import UNITS
from reportgen.readers.finance.words import Derived

_ADDED = (Derived.TOTAL, Derived.BALANCE, Derived.LEVY, Derived.UNCOLLECTED, Derived.NEXT_YEAR)


class TableAmounts:
    """Reads the cells of those columns that hold amounts."""

    def __init__(
        self, table: Table, units: Mapping[int, str], others: Mapping[int, str] | None = None
    ) -> None:
        """The table, and the names of units by the numbers of columns.

        Of columns that only have to agree, ``added`` are those whose amounts sums add up, too.

        :param units: of the columns of amounts.
        :param others: of columns that only have to agree with these.
        """
        self.table = table
        self.columns = tuple(column for column in table.columns if column.number in units)
        self._units = {**(others or {}), **units}
        self.added = tuple(
            column
            for column in table.columns
            if column.number not in units
            and column.number in self._units
            and column.derived in _ADDED
        )
        self._known: dict[tuple[int, int], Decimal | None] = {}
        self._unreadable: set[tuple[int, int]] = set()
        self._digits: dict[int, int] = {}

    def read(self, row: int, column: int) -> Decimal | None:
        """The amount of a cell; None where it says nothing, or nothing readable."""
        at = (row, column)
        if at not in self._known:
            self._known[at] = None
            if column not in self._units:
                return None
            try:
                cell = self.table.sheet.cell(row, column)
                self._known[at] = read_amount(cell, UNITS[self._units[column]])
            except AmountError:
                self._unreadable.add(at)
        return self._known[at]

    def says_something(self, row: int) -> bool:
        """Whether any cell of the row holds an amount other than zero, or can't be read."""
        return any(
            self.is_unreadable(row, column.number) or self.read(row, column.number)
            for column in self.columns
        )

    def is_silent(self, row: int) -> bool:
        """Whether all its cells are empty."""
        return all(self.table.sheet.cell(row, column.number) is None for column in self.columns)

    @property
    def coarsest(self) -> Decimal:
        """The largest unit of the columns of amounts, in won."""
        return max((self.unit(column) for column in self.columns), default=Decimal(1))

    def unit(self, column: Column) -> Decimal:
        """The won that a column's 1 stands for."""
        return Decimal(UNITS[self._units[column.number]])

    def step(self, row: int, column: int) -> int:
        """The won that the last digit of a cell is worth: its amount may be rounded to them.

        All cells of a column have as many digits behind the point as the one with the most.
        """
        if column not in self._digits:
            self._digits[column] = max(
                (self._count_digits(number, column) for number in self.table.rows), default=0
            )
        unit = self._unit_of_cell(row, column)
        return max(int(unit / Decimal(10) ** self._digits[column]), 1)

    def _count_digits(self, row: int, column: int) -> int:
        amount = self.read(row, column)
        if not amount:
            return 0
        exponent = (amount / self._unit_of_cell(row, column)).normalize().as_tuple().exponent
        return max(-int(exponent), 0)

    def _unit_of_cell(self, row: int, column: int) -> Decimal:
        """The unit of the column, or the one behind the amount; less what the format hides."""
        cell = self.table.sheet.cell(row, column)
        unit = Decimal(UNITS[self._units[column]])
        if cell is None:
            return unit
        if isinstance(cell.value, str):
            return Decimal(find_unit_behind(cell.text) or unit)
        return unit / Decimal(1000) ** cell.thousands

    def find_mistakes(self, row: int) -> Iterator[Diagnostic]:
        """The cells of a row that hold no amount, or a part of a won."""
        for column in self.columns:
            amount = self.read(row, column.number)
            if self.is_unreadable(row, column.number):
                yield self._explain(row, column, _("an amount such as 273,600 or △1,500"))
            elif amount is not None and as_won(amount) is None:
                yield self._explain(row, column, _("whole won"))

    def is_unreadable(self, row: int, column: int) -> bool:
        """Whether a cell holds something that is no amount."""
        self.read(row, column)
        return (row, column) in self._unreadable

    def _explain(self, row: int, column: Column, expected: str) -> Diagnostic:
        found = self.table.sheet.text(row, column.number)
        return Diagnostic(
            "import-amount",
            self.table.sheet.place(row, column.number),
            _("{column}: found {found}", column=column.label, found=found),
            published=found,
            computed=expected,
            hint=_("expected {expected}", expected=expected),
        )
