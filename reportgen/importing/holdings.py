"""What the ledger holds of an account: the sums that stated amounts are held against."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date

from reportgen.importing.planned import StatedAmount
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
        self._entries: dict[str, list[LedgerEntry]] = {}
        for entry in ledger:
            self.add(entry)

    def add(self, entry: LedgerEntry) -> None:
        """One more entry."""
        self._entries.setdefault(entry.account, []).append(entry)

    def of(self, account: str) -> Iterable[LedgerEntry]:
        """The entries of an account."""
        return self._entries.get(account, ())

    def sum_held(self, amount: StatedAmount) -> Won:
        """What an amount is held against: its kinds, in its year up to its day."""
        return Won(sum(entry.amount for entry in self._find_held(amount)))

    def _find_held(self, amount: StatedAmount) -> Iterator[LedgerEntry]:
        for entry in self._until(amount.account, amount.date, amount.held):
            if (entry.stage == amount.stage or not amount.of_stage) and (
                entry.approval is Approval.PASSED or entry.approval is amount.approval
            ):
                yield entry

    def sum_voted_before(
        self,
        account: str,
        day: date,
        stage: str,
        kinds: Container[EntryKind] = BUDGET_KINDS,
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
        return Won(sum(self.sum_voted_before(account, day, stage) for account in self._entries))

    def find_limit(self, kind: EntryKind, account: str, day: date) -> Won:
        """예산현액 of an account on a day, above which it can't spend nor collect; else 0."""
        if kind is EntryKind.COLLECTION and account not in self._revenue:
            return Won(0)
        return Won(sum(e.amount for e in self._until(account, day, APPROPRIATION_KINDS)))

    def sum_last_year(self, amount: StatedAmount) -> Won:
        """What the ledger holds of it at the end of the year before."""
        last = date(amount.date.year - 1, 12, 31)
        return Won(sum(e.amount for e in self._until(amount.account, last, amount.held)))

    def find_same(self, amount: StatedAmount) -> tuple[LedgerEntry, ...]:
        """The entries of the same day, kind and account."""
        return tuple(
            entry
            for entry in self.of(amount.account)
            if (entry.date, entry.kind) == (amount.date, amount.kind)
        )

    def _until(self, account: str, day: date, kinds: Container[EntryKind]) -> Iterator[LedgerEntry]:
        for entry in self.of(account):
            if entry.kind in kinds and entry.date.year == day.year and entry.date <= day:
                yield entry
