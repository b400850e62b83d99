"""Stated amounts as the entries that are missing in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportgen.diagnostics import Diagnostic
from reportgen.harmless import make_harmless
from reportgen.i18n import translate as _
from reportgen.importing.planned import PlannedEntry, StatedAmount
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won


@dataclass(frozen=True, slots=True)
class Differences:
    """What has to be written.

    :ivar known: how many stated amounts the ledger already holds.
    """

    entries: tuple[PlannedEntry, ...]
    known: int
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
    fresh = list(_leave_known(single, ledger))
    known = len(running) + len(single) - len(planned) - len(fresh)
    return Differences((*planned, *map(_as_entry, fresh)), known, tuple(diagnostics))


class _Balance:
    """The ledger, growing by what is planned."""

    def __init__(self, ledger: Iterable[LedgerEntry]) -> None:
        self._entries: dict[str, list[LedgerEntry]] = {}
        for entry in ledger:
            self._entries.setdefault(entry.account, []).append(entry)

    def complete(self, amount: StatedAmount) -> PlannedEntry | None:
        """The entry that is missing, or None when none is."""
        before = self._hold(amount)
        missing = amount.amount - before
        if not missing:
            return None
        entry = _make_entry(amount, Won(missing), amount.note or _explain(amount))
        self._entries.setdefault(amount.account, []).append(entry)
        return PlannedEntry(entry, amount.amount, before)

    def _hold(self, amount: StatedAmount) -> Won:
        return Won(
            sum(
                entry.amount
                for entry in self._entries.get(amount.account, ())
                if entry.kind in amount.held
                and entry.date.year == amount.date.year
                and entry.date <= amount.date
                and (amount.since is None or entry.date >= amount.since)
                and (entry.stage == amount.stage or not amount.of_stage)
                and entry.stage not in amount.apart
                and (entry.approval is Approval.PASSED or entry.approval is amount.approval)
            )
        )


def _explain(amount: StatedAmount) -> str:
    """The note of a difference, in the language of the ledger."""
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
        if first.amount != amount.amount or _same_sheet(first, amount):
            diagnostics.append(_explain_double(first, amount))
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


def _leave_known(
    amounts: Iterable[StatedAmount], ledger: Iterable[LedgerEntry]
) -> Iterator[StatedAmount]:
    """The amounts without those that the ledger has, each as often as it has it."""
    whole = Counter(_key(e.date, e.kind, e.account, e.amount, e.reference, e.note) for e in ledger)
    bare = Counter(_key(e.date, e.kind, e.account, e.amount, "", e.note) for e in ledger)
    for amount in amounts:
        texts = make_harmless(amount.reference), make_harmless(amount.note)
        key = _key(amount.date, amount.kind, amount.account, amount.amount, *texts)
        counts = whole if amount.reference else bare
        if counts[key]:
            counts[key] -= 1
        elif amount.amount:
            yield amount


def _key(
    day: date, kind: EntryKind, account: str, amount: Won, reference: str, note: str
) -> tuple[object, ...]:
    return day, kind, account, amount, make_harmless(reference), make_harmless(note)


def _as_entry(amount: StatedAmount) -> PlannedEntry:
    return PlannedEntry(_make_entry(amount, amount.amount, amount.note))


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
