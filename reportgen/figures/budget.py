"""Budget figures: what may be spent, what was spent, what changed since last year.

``appropriation`` is 예산현액, ``budget`` 예산액 (what was voted), ``prior_final`` last year's
final budget (최종예산), ``commitment`` 원인행위액, ``disbursement`` 지출액 and ``collection``
수납액. The execution rate (집행률) divides 원인행위액 or 지출액 by the appropriation; it never
divides one by the other. ``balance`` is 집행잔액 = 예산현액 - 지출액.

예산현액 = 예산액 + 전년도 이월 + 예비비 사용 ± 이용 ± 전용 ± 변경, and what is spent ahead of an
amendment (성립전) until one takes it up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from reportgen.figures.figure import Figure, divide_figures, subtract_figures, sum_figures
from reportgen.figures.group import FigureGroup
from reportgen.figures.slices import KindSums, LedgerSlices
from reportgen.model.budget import EXPENDITURE, REVENUE, Accounts
from reportgen.model.ledger import (
    APPROPRIATION_MEASURES,
    KINDS_OF,
    EntryKind,
    Measure,
)

APPROPRIATION = "appropriation"
BUDGET = Measure.BUDGET.value
PRIOR_FINAL = "prior_final"
CHANGE, CHANGE_RATE = "change", "change_rate"
COMMITMENT = Measure.COMMITMENT.value
DISBURSEMENT = Measure.DISBURSEMENT.value
COLLECTION = Measure.COLLECTION.value
BALANCE = "balance"

APPROPRIATION_KINDS = tuple(
    kind for measure in APPROPRIATION_MEASURES for kind in KINDS_OF[measure]
)


def compute_budget(accounts: Accounts, slices: LedgerSlices, year: int) -> Iterator[Figure]:
    """Every budget figure of both trees for the fiscal year, amounts in won."""
    for group in list_budget(accounts, slices, year):
        yield from group.figures.values()


def list_budget(accounts: Accounts, slices: LedgerSlices, year: int) -> Iterator[FigureGroup]:
    """The same, measure by measure, each made when it is asked for."""
    groups = {
        group.measures[0]: group for group in BudgetTree(accounts, slices, year).list_measures()
    }
    yield from groups.values()
    now, before = groups[APPROPRIATION], groups[PRIOR_FINAL]
    yield FigureGroup((CHANGE, CHANGE_RATE), lambda: _compare_years(now, before))
    for measure in (COMMITMENT, DISBURSEMENT):
        name, spent = f"{measure}_rate", groups[measure]
        yield FigureGroup((name,), partial(_rate_execution, name, spent, now))
    yield FigureGroup((BALANCE,), lambda: _subtract_spent(now, groups[DISBURSEMENT]))


class BudgetTree:
    """Sums of the ledger on every level of both trees."""

    def __init__(self, accounts: Accounts, slices: LedgerSlices, year: int) -> None:
        self._accounts = accounts
        self._slices = slices
        self._year = year
        self._categories = {
            category.id: tuple(leaf.id for leaf in accounts.programmes_of(category.id))
            for category in accounts.categories
        }

    def list_measures(self) -> Iterator[FigureGroup]:
        """The amounts of every measure that this state of the ledger knows.

        Single kinds are told apart only where more than one makes up the appropriation.
        """
        year = self._year
        held = self._slices.held(APPROPRIATION_KINDS, year)
        for kind in held:
            if len(held) > 1 or kind not in KINDS_OF[Measure.BUDGET]:
                yield from self.list_kinds(kind.value, (kind,), year)
        for measure in (Measure.CARRYOVER, Measure.TRANSFER):
            if self._slices.held(KINDS_OF[measure], year):
                yield from self.list_kinds(measure.value, KINDS_OF[measure], year)
        yield from self.list_kinds(BUDGET, KINDS_OF[Measure.BUDGET], year)
        yield from self.list_kinds(APPROPRIATION, APPROPRIATION_KINDS, year)
        yield from self.list_kinds(PRIOR_FINAL, KINDS_OF[Measure.BUDGET], year - 1)
        for measure in (Measure.COMMITMENT, Measure.DISBURSEMENT):
            yield self._group(self._sum_expenditure, measure.value, KINDS_OF[measure], year)
        if self._slices.held(KINDS_OF[Measure.COLLECTION], year):
            yield self._group(self._sum_revenue, COLLECTION, KINDS_OF[Measure.COLLECTION], year)

    def sum_kinds(
        self, name: str, kinds: Sequence[EntryKind], year: int, stage: str = ""
    ) -> Iterator[Figure]:
        """The figures of :meth:`list_kinds`."""
        for group in self.list_kinds(name, kinds, year, stage):
            yield from group.figures.values()

    def list_kinds(
        self, name: str, kinds: Sequence[EntryKind], year: int, stage: str = ""
    ) -> Iterator[FigureGroup]:
        """One measure on every level of both trees; of one stage if it is named.

        Where more than one kind makes it up, and they aren't those of the whole year, each of
        them is a figure as well: ``prior_final_original``.
        """
        held = self._slices.held(kinds, year, stage)
        if len(held) > 1 and self._is_apart(year, stage):
            for kind in held:
                yield from self.list_kinds(f"{name}_{kind}", (kind,), year, stage)
        yield self._group(self._sum_both, name, kinds, year, stage)

    def _group(
        self,
        add_up: Callable[[KindSums], Iterator[Figure]],
        name: str,
        kinds: Sequence[EntryKind],
        year: int,
        stage: str = "",
    ) -> FigureGroup:
        """One measure, from the entries of the accounts themselves upwards."""
        prefix = f"{name}_" if self._is_apart(year, stage) else ""
        return FigureGroup(
            (name,),
            lambda: add_up(self._slices.sum_kinds(name, prefix, kinds, year, stage)),
        )

    def _is_apart(self, year: int, stage: str) -> bool:
        """Whether the amounts are others than those of the whole year that is reported."""
        return bool(stage) or year != self._year

    def _sum_both(self, sums: KindSums) -> Iterator[Figure]:
        yield from self._sum_revenue(sums)
        yield from self._sum_expenditure(sums)

    def _sum_revenue(self, sums: KindSums) -> Iterator[Figure]:
        parts = tuple(sums.make(account.id) for account in self._accounts.revenue)
        yield from parts
        yield sum_figures(f"{sums.name}.{REVENUE}", parts)

    def _sum_expenditure(self, sums: KindSums) -> Iterator[Figure]:
        """Programmes, the levels above them, and the categories across them.

        Last year's budget is known by category only where no programme has an entry.
        """
        own = {
            category.id: sums.make(category.id)
            for category in self._accounts.categories
            if self._slices.has(category.id, sums.asked, sums.year)
        }
        leaves = {leaf.id: sums.make(leaf.id) for leaf in self._accounts.programmes()}
        if not own:
            yield from leaves.values()
            yield from _sum_programmes(self._accounts, leaves, sums.name)
        categories = tuple(
            own.get(category) or sum_figures(f"{sums.name}.{category}", _pick(leaves, programmes))
            for category, programmes in self._categories.items()
        )
        yield from categories
        yield sum_figures(f"{sums.name}.{EXPENDITURE}", categories)


def _pick(figures: Mapping[str, Figure], accounts: Iterable[str]) -> tuple[Figure, ...]:
    return tuple([figures[account] for account in accounts])


def _sum_programmes(
    accounts: Accounts, leaves: Mapping[str, Figure], measure: str
) -> Iterator[Figure]:
    for policy in accounts.expenditure:
        units = tuple(
            sum_figures(f"{measure}.{unit.id}", _pick(leaves, (leaf.id for leaf in unit.children)))
            for unit in policy.children
        )
        yield from units
        yield sum_figures(f"{measure}.{policy.id}", units)


def _compare_years(now: FigureGroup, before: FigureGroup) -> Iterator[Figure]:
    for account, amount, prior in _pair(now, before):
        change = subtract_figures(f"{CHANGE}.{account}", amount, prior)
        yield change
        yield divide_figures(f"{CHANGE_RATE}.{account}", change, prior)


def _rate_execution(name: str, spent: FigureGroup, budget: FigureGroup) -> Iterator[Figure]:
    for account, amount, base in _pair(spent, budget):
        yield divide_figures(f"{name}.{account}", amount, base)


def _subtract_spent(budget: FigureGroup, spent: FigureGroup) -> Iterator[Figure]:
    for account, amount, paid in _pair(budget, spent):
        yield subtract_figures(f"{BALANCE}.{account}", amount, paid)


def _pair(first: FigureGroup, second: FigureGroup) -> Iterator[tuple[str, Figure, Figure]]:
    """The accounts that both measures know, with their figures."""
    others = {name.partition(".")[2]: figure for name, figure in second.figures.items()}
    for name, figure in first.figures.items():
        account = name.partition(".")[2]
        if account in others:
            yield account, figure, others[account]
