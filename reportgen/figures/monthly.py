"""Execution month by month: what of a year's 원인행위액 or 지출액 falls into which month."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from reportgen.diagnostics import SourceRef
from reportgen.figures.figure import (
    Condition,
    Criterion,
    Figure,
    Formula,
    Operation,
    Unit,
    sum_figures,
)
from reportgen.figures.lazy import LazySources
from reportgen.model.budget import EXPENDITURE, Accounts
from reportgen.model.entries import Ledger
from reportgen.model.ledger import EntryKind, LedgerEntry

MONTHS = range(1, 13)


def has_history(entries: Iterable[LedgerEntry], kind: EntryKind, year: int) -> bool:
    """Whether the entries of a kind stand on more than one day; on one day they are a balance."""
    classes = Ledger.of(entries).classes.values()
    days = {found.date for found in classes if found.kind is kind and found.date.year == year}
    return len(days) > 1


def count_months(year: int, base_date: date) -> int:
    """How many months of the year have begun on a day."""
    if base_date.year != year:
        return len(MONTHS) if base_date.year > year else 0
    return base_date.month


def name_month(kind: EntryKind, month: int) -> str:
    """The measure of a month: ``disbursement_month_03``."""
    return f"{kind}_month_{month:02}"


def compute_months(
    accounts: Accounts, entries: Iterable[LedgerEntry], kind: EntryKind, year: int, months: int
) -> Mapping[str, Figure]:
    """``disbursement_month_03.<account>`` and their sum ``disbursement_months.<account>``, in won.

    They are there for the programmes, the categories and all expenditure.

    :param months: how many months there are, from January.
    """
    sums = _MonthlySums(Ledger.of(entries), kind, year)
    figures: dict[str, Figure] = {}
    for month in MONTHS[:months]:
        figures |= {figure.name: figure for figure in _sum_tree(accounts, sums, month)}
    shown = [*(leaf.id for leaf in accounts.programmes())]
    for account in (*shown, *(category.id for category in accounts.categories), EXPENDITURE):
        parts = tuple(figures[f"{name_month(kind, month)}.{account}"] for month in MONTHS[:months])
        figures[f"{kind}_months.{account}"] = sum_figures(f"{kind}_months.{account}", parts)
    return figures


def _sum_tree(accounts: Accounts, sums: _MonthlySums, month: int) -> Iterator[Figure]:
    leaves = {leaf.id: sums.make(leaf.id, month) for leaf in accounts.programmes()}
    yield from leaves.values()
    measure = name_month(sums.kind, month)
    categories = tuple(
        sum_figures(
            f"{measure}.{category.id}",
            tuple(leaves[leaf.id] for leaf in accounts.programmes_of(category.id)),
        )
        for category in accounts.categories
    )
    yield from categories
    yield sum_figures(f"{measure}.{EXPENDITURE}", categories)


class _MonthlySums:
    """The entries of one kind and year by month and account."""

    def __init__(self, ledger: Ledger, kind: EntryKind, year: int) -> None:
        self.kind = kind
        self._year = year
        self._columns = ledger.columns
        months = {
            number: found.date.month
            for number, found in ledger.classes.items()
            if found.kind is kind and found.date.year == year
        }
        self._rows: dict[tuple[int, str], array[int]] = {}
        for row, number in enumerate(self._columns.class_of):
            if number in months:
                account = self._columns.accounts[self._columns.account_of[row]]
                self._rows.setdefault((months[number], account), array("I")).append(row)

    def make(self, account: str, month: int) -> Figure:
        """What the account's own entries of the month add up to; zero without any."""
        rows = self._rows.get((month, account), ())

        def find(_account: str) -> Iterator[SourceRef]:
            return (self._columns.places[row] for row in rows)

        return Figure(
            f"{name_month(self.kind, month)}.{account}",
            sum(self._columns.amounts[row] for row in rows),
            Unit.WON,
            Formula(Operation.ENTRIES, criteria=self._choose(account, month)),
            LazySources(find, account),
        )

    def _choose(self, account: str, month: int) -> tuple[Criterion, ...]:
        first = date(self._year, month, 1)
        following = date(self._year + month // 12, month % 12 + 1, 1)
        return (
            ("account", account),
            ("kind", self.kind.value),
            ("date", Condition(">=", first)),
            ("date", Condition("<", following)),
        )
