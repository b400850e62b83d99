"""Budget figures: what may be spent, what was spent, what changed since last year.

``appropriation`` is 예산현액, ``prior_final`` last year's final budget (최종예산),
``commitment`` 원인행위액 and ``disbursement`` 지출액. The execution rate (집행률) divides
either of the last two by the appropriation; it never divides one by the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.figures.figure import (
    Figure,
    Formula,
    Operation,
    Unit,
    divide_figures,
    subtract_figures,
    sum_figures,
)
from reportgen.model.budget import (
    EXPENDITURE,
    REVENUE,
    Accounts,
    EntryKind,
    LedgerEntry,
    Programme,
)

APPROPRIATION = "appropriation"
PRIOR_FINAL = "prior_final"
COMMITMENT = "commitment"
DISBURSEMENT = "disbursement"


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of amount: which entries of which year it adds up."""

    name: str
    kind: EntryKind
    year: int


class MeasuredLedger:
    """The ledger's entries by account, for one measure."""

    def __init__(self, measure: Measure, entries: Iterable[LedgerEntry]) -> None:
        self.measure = measure
        self._entries: dict[str, list[LedgerEntry]] = {}
        for entry in entries:
            if entry.kind is measure.kind and entry.date.year == measure.year:
                self._entries.setdefault(entry.account, []).append(entry)

    def holds(self, account: str) -> bool:
        """Whether any entry names the account itself."""
        return account in self._entries

    def figure(self, account: str) -> Figure:
        """The sum of the account's own entries; zero without any."""
        entries = self._entries.get(account, [])
        criteria = (
            ("account", account),
            ("kind", self.measure.kind.value),
            ("year", str(self.measure.year)),
        )
        return Figure(
            f"{self.measure.name}.{account}",
            sum(entry.amount for entry in entries),
            Unit.WON,
            Formula(Operation.ENTRIES, criteria=criteria),
            tuple(entry.source for entry in entries),
        )


def compute_budget(
    accounts: Accounts, entries: Sequence[LedgerEntry], year: int
) -> Iterator[Figure]:
    """Every budget figure of both trees for the fiscal year, amounts in won."""
    measures = (
        Measure(APPROPRIATION, EntryKind.OPENING, year),
        Measure(PRIOR_FINAL, EntryKind.OPENING, year - 1),
        Measure(COMMITMENT, EntryKind.COMMITMENT, year),
        Measure(DISBURSEMENT, EntryKind.DISBURSEMENT, year),
    )
    amounts: dict[str, Figure] = {}
    for measure in measures:
        ledger = MeasuredLedger(measure, entries)
        for figure in (*_sum_revenue(accounts, ledger), *_sum_expenditure(accounts, ledger)):
            amounts[figure.name] = figure
    yield from amounts.values()
    yield from _compare_years(amounts)
    yield from _rate_execution(amounts)


def _sum_revenue(accounts: Accounts, ledger: MeasuredLedger) -> Iterator[Figure]:
    if ledger.measure.kind is not EntryKind.OPENING:
        return
    parts = tuple(ledger.figure(account.id) for account in accounts.revenue)
    yield from parts
    yield sum_figures(f"{ledger.measure.name}.{REVENUE}", parts)


def _sum_expenditure(accounts: Accounts, ledger: MeasuredLedger) -> Iterator[Figure]:
    """Programmes, the levels above them, and the categories across them.

    Last year's budget is known by category only where no programme has an entry.
    """
    by_category = any(ledger.holds(category.id) for category in accounts.categories)
    leaves = {leaf.id: ledger.figure(leaf.id) for leaf in accounts.programmes()}
    if not by_category:
        yield from leaves.values()
        yield from _sum_programmes(accounts, leaves, ledger.measure.name)
    categories = tuple(
        _sum_category(accounts.programmes_of(category.id), category.id, ledger, leaves)
        for category in accounts.categories
    )
    yield from categories
    yield sum_figures(f"{ledger.measure.name}.{EXPENDITURE}", categories)


def _sum_category(
    programmes: tuple[Programme, ...],
    category: str,
    ledger: MeasuredLedger,
    leaves: Mapping[str, Figure],
) -> Figure:
    if ledger.holds(category):
        return ledger.figure(category)
    parts = tuple(leaves[leaf.id] for leaf in programmes)
    return sum_figures(f"{ledger.measure.name}.{category}", parts)


def _sum_programmes(
    accounts: Accounts, leaves: Mapping[str, Figure], measure: str
) -> Iterator[Figure]:
    for policy in accounts.expenditure:
        units = tuple(
            sum_figures(f"{measure}.{unit.id}", tuple(leaves[leaf.id] for leaf in unit.children))
            for unit in policy.children
        )
        yield from units
        yield sum_figures(f"{measure}.{policy.id}", units)


def _compare_years(amounts: Mapping[str, Figure]) -> Iterator[Figure]:
    for account, (now, before) in _pair(amounts, APPROPRIATION, PRIOR_FINAL):
        change = subtract_figures(f"change.{account}", now, before)
        yield change
        yield divide_figures(f"change_rate.{account}", change, before)


def _rate_execution(amounts: Mapping[str, Figure]) -> Iterator[Figure]:
    for measure in (COMMITMENT, DISBURSEMENT):
        for account, (spent, budget) in _pair(amounts, measure, APPROPRIATION):
            yield divide_figures(f"{measure}_rate.{account}", spent, budget)


def _pair(
    amounts: Mapping[str, Figure], first: str, second: str
) -> Iterator[tuple[str, tuple[Figure, Figure]]]:
    for name, figure in amounts.items():
        measure, account = name.split(".", 1)
        partner = amounts.get(f"{second}.{account}")
        if measure == first and partner:
            yield account, (figure, partner)
