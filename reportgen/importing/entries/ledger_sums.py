"""What the ledger holds of an account: the sums that stated amounts are held against."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from reportgen.importing.entries.planned_entries import StatedAmount
from reportgen.model.ledger import (
    APPROPRIATION_KINDS,
    KINDS_OF,
    Approval,
    EntryKind,
    LedgerEntry,
    Measure,
)
from reportgen.money import Won

BUDGET_KINDS = frozenset(KINDS_OF[Measure.BUDGET])


class Holdings:
    """A ledger by its accounts; entries that are planned may be added."""

    def __init__(self, ledger: Iterable[LedgerEntry], revenue: Container[str] = ()) -> None:
        """:param revenue: the ids of the accounts that collect."""
        self._revenue = revenue
        self._entries: dict[tuple[str, EntryKind], list[LedgerEntry]] = {}
        self._wholes: dict[tuple[date, str], Won] = {}
        for entry in ledger:
            self.add(entry)

    def add(self, entry: LedgerEntry) -> None:
        """One more entry."""
        self._entries.setdefault((entry.account, entry.kind), []).append(entry)
        self._wholes.clear()

    def of(self, account: str, kinds: Iterable[EntryKind]) -> Iterator[LedgerEntry]:
        """The entries of an account, of some kinds."""
        for kind in kinds:
            yield from self._entries.get((account, kind), ())

    def sum_held(self, amount: StatedAmount) -> Won:
        """What an amount is held against: its kinds, in its year up to its day."""
        return Won(sum(entry.amount for entry in self._find_held(amount)))

    def _find_held(self, amount: StatedAmount) -> Iterator[LedgerEntry]:
        for entry in self._until(amount.account, amount.date, amount.held):
            if (
                (amount.since is None or entry.date >= amount.since)
                and (entry.stage == amount.stage or not amount.of_stage)
                and entry.stage not in amount.apart
                and (entry.approval is Approval.PASSED or entry.approval is amount.approval)
            ):
                yield entry

    def sum_voted_before(
        self,
        account: str,
        day: date,
        stage: str,
        kinds: Iterable[EntryKind] = BUDGET_KINDS,
    ) -> Won:
        """기정액: what was voted in the other stages of the year up to that day."""
        return Won(
            sum(
                entry.amount
                for entry in self._until(account, day, kinds)
                if entry.stage != stage and entry.approval is Approval.PASSED
            )
        )

    def sum_whole(self, day: date, stage: str) -> Won:
        """기정액 of all accounts together, revenue and expenditure."""
        if (day, stage) not in self._wholes:
            accounts = {account for account, kind in self._entries if kind in BUDGET_KINDS}
            sums = (self.sum_voted_before(account, day, stage) for account in accounts)
            self._wholes[day, stage] = Won(sum(sums))
        return self._wholes[day, stage]

    def find_limit(self, kind: EntryKind, account: str, day: date) -> Won:
        """예산현액 of an account on a day, above which it can't spend nor collect; else 0."""
        if kind is EntryKind.COLLECTION and account not in self._revenue:
            return Won(0)
        return Won(sum(e.amount for e in self._until(account, day, APPROPRIATION_KINDS)))

    def sum_last_year(self, amount: StatedAmount) -> Won:
        """What the ledger holds of it at the end of the year before."""
        last = date(amount.date.year - 1, 12, 31)
        return Won(sum(e.amount for e in self._until(amount.account, last, amount.held)))

    @cached_property
    def by_day(self) -> Mapping[tuple[date, EntryKind, str], Sequence[Won]]:
        """The amounts by day, kind and account."""
        found: dict[tuple[date, EntryKind, str], list[Won]] = {}
        for (account, kind), entries in self._entries.items():
            for entry in entries:
                found.setdefault((entry.date, kind, account), []).append(entry.amount)
        return found

    def _until(self, account: str, day: date, kinds: Iterable[EntryKind]) -> Iterator[LedgerEntry]:
        for entry in self.of(account, kinds):
            if entry.date.year == day.year and entry.date <= day:
                yield entry
