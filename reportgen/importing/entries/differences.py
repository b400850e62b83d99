"""Stated amounts as the entries that are missing in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.entries.known_entries import KnownEntries
from reportgen.importing.entries.ledger_sums import Holdings
from reportgen.importing.entries.planned_entries import PlannedEntry, StatedAmount
from reportgen.importing.rows.rounding import rounds_to, sums_to
from reportgen.model.ledger import LedgerEntry
from reportgen.money import Won


@dataclass(frozen=True, slots=True)
class Differences:
    """What has to be written.

    :ivar known: how many stated amounts the ledger already holds.
    :ivar rounded: those of them that it holds with what the sheet has rounded off.
    """

    entries: tuple[PlannedEntry, ...]
    known: int
    rounded: tuple[StatedAmount, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_differences(stated: Iterable[StatedAmount], ledger: Sequence[LedgerEntry]) -> Differences:
    """The entries that bring the ledger to what is stated.

    A running total makes the difference to what the ledger holds of that account, of these
    kinds and of that year, up to that day; a later statement also counts what an earlier one
    will add. An amount that is an entry itself is left out where the ledger has the same.
    """
    ordered = sorted(stated, key=lambda amount: amount.date)
    running = [amount for amount in ordered if amount.held]
    single = [amount for amount in ordered if not amount.held]
    distinct, diagnostics = _join_doubles(running)
    balance = _Balance(ledger)
    planned = [entry for amount in distinct if (entry := balance.complete(amount))]
    listed = KnownEntries(ledger, single)
    fresh = [amount for amount in single if not listed.take(amount) and amount.amount]
    known = len(running) + len(single) - len(planned) - len(fresh)
    rounded = (*balance.rounded, *listed.rounded)
    return Differences((*planned, *map(_as_entry, fresh)), known, rounded, tuple(diagnostics))


class _Balance:
    """The ledger, growing by what is planned.

    :ivar rounded: the amounts that it holds but for their rounding.
    """

    def __init__(self, ledger: Iterable[LedgerEntry]) -> None:
        self.rounded: list[StatedAmount] = []
        self._holdings = Holdings(ledger)

    def complete(self, amount: StatedAmount) -> PlannedEntry | None:
        """The entry that is missing, or None when none is, or rounding explains what is."""
        before = self._holdings.sum_held(amount)
        missing = amount.amount - before
        if not missing:
            return None
        begins = self._find_present(amount)
        if self._is_explained(amount, before, begins):
            self.rounded.append(amount)
            return None
        if begins is not None and rounds_to(begins, amount.present or 0, amount.step):
            amount = replace(amount, present=begins)
        entry = _make_entry(amount, Won(missing), amount.note or _explain(amount))
        self._holdings.add(entry)
        return PlannedEntry(entry, amount.amount, before, amount.step)

    def _find_present(self, amount: StatedAmount) -> Won | None:
        """What the ledger holds of the budget that the sheet says a change begins from."""
        if amount.present is None:
            return None
        return self._holdings.sum_voted_before(
            amount.account, amount.date, amount.stage, amount.held
        )

    def _is_explained(self, amount: StatedAmount, before: Won, begins: Won | None) -> bool:
        """Whether the ledger's amount is the sheet's, as far as the sheet shows it.

        A change may also be the difference of two budgets that are rounded themselves.
        """
        if sums_to(before, amount.amount, amount.step, self._count_addends(amount)):
            return True
        if begins is None or amount.present is None or not begins % amount.step:
            return False
        shown = amount.present, amount.present + amount.amount
        exact = begins, begins + before
        return all(map(rounds_to, exact, shown, (amount.step, amount.step)))

    def _count_addends(self, amount: StatedAmount) -> int:
        """The rounded addends of an amount; one where the ledger's parts are no finer."""
        entries = self._holdings.of(amount.account, amount.held)
        finer = any(entry.amount % amount.step for entry in entries)
        return amount.addends if finer else 1


def _explain(amount: StatedAmount) -> str:
    """The note of a difference, in the language of the ledger."""
    if amount.since:
        return f"{amount.since.month}월~{amount.date.month}월 {amount.amount:,}원"
    if amount.since:
        return f"{amount.since.month}월~{amount.date.month}월 {amount.amount:,}원"
    return f"누계 {amount.amount:,}원" if not amount.of_stage else ""


def _join_doubles(
    amounts: Iterable[StatedAmount],
) -> tuple[list[StatedAmount], list[Diagnostic]]:
    """Each total once; two sheets that say the same say it once, two that differ are wrong."""
    found: dict[tuple[object, ...], StatedAmount] = {}
    diagnostics: list[Diagnostic] = []
    for amount in amounts:
        stage = amount.of_stage and amount.stage
        key = (amount.date, amount.account, amount.kind, stage, amount.since)
        first = found.setdefault(key, amount)
        finer, coarser = sorted((first, amount), key=lambda one: one.step)
        same = rounds_to(finer.amount, coarser.amount, coarser.step)
        if not same or _same_sheet(first, amount):
            diagnostics.append(_explain_double(first, amount))
        found[key] = finer
    return list(found.values()), diagnostics


def _same_sheet(first: StatedAmount, second: StatedAmount) -> bool:
    same = (first.source.file, first.source.sheet) == (second.source.file, second.source.sheet)
    return same and first is not second


def _explain_double(first: StatedAmount, second: StatedAmount) -> Diagnostic:
    return Diagnostic(
        "import-twice",
        second.source,
        _(
            "{kind} of {account} stands here and in {place}",
            kind=second.kind,
            account=second.account,
            place=first.source,
        ),
        published=f"{second.amount:,}",
        computed=f"{first.amount:,}",
        hint=_("choose the sheet with --sheet, or name the row under ignore in a profile"),
    )


def _as_entry(amount: StatedAmount) -> PlannedEntry:
    return PlannedEntry(_make_entry(amount, amount.amount, amount.note), step=amount.step)


def _make_entry(amount: StatedAmount, difference: Won, note: str) -> LedgerEntry:
    return LedgerEntry(
        amount.date,
        amount.stage,
        amount.kind,
        amount.account,
        difference,
        amount.reference or str(amount.source).replace("!", " ", 1),
        note,
        amount.source,
        amount.approval,
        amount.funding,
        amount.present,
    )
