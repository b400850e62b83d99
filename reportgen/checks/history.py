"""The budget as it went: no account below zero, or below what is committed, on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind, LedgerEntry


def check_history(subject: Subject) -> Iterator[Diagnostic]:
    """An account that was below zero or below its commitments for a time.

    Accounts that still are at the end are found by the rules for the figures. Within a day
    the budget comes first, whatever the order of the rows. What came before the balance of
    an opening is not known, so an account that begins with one is followed from that day.
    """
    year = subject.folder.report.year
    by_account: dict[str, list[LedgerEntry]] = {}
    for entry in subject.entries:
        if entry.date.year == year and _counts(entry):
            by_account.setdefault(entry.account, []).append(entry)
    for account, entries in by_account.items():
        ordered = sorted(entries, key=lambda entry: entry.date)
        yield from _follow(account, ordered, _find_start(ordered))


def _counts(entry: LedgerEntry) -> bool:
    return entry.kind in APPROPRIATION_KINDS or entry.kind is EntryKind.COMMITMENT


def _find_start(entries: list[LedgerEntry]) -> date:
    budget = [entry for entry in entries if entry.kind in APPROPRIATION_KINDS]
    opens = bool(budget) and budget[0].kind is EntryKind.OPENING
    return budget[0].date if opens else entries[0].date


def _follow(account: str, entries: list[LedgerEntry], start: date) -> Iterator[Diagnostic]:
    budget = committed = 0
    found: Diagnostic | None = None
    for day, group in groupby(entries, key=lambda entry: entry.date):
        todays = list(group)
        spent = sum(entry.amount for entry in todays if entry.kind is EntryKind.COMMITMENT)
        committed += spent
        budget += sum(entry.amount for entry in todays) - spent
        floor = max(committed, 0)
        if budget < floor and found is None and day >= start:
            found = _explain(account, _find_cause(todays), budget, floor)
    if found and budget >= max(committed, 0):
        yield found


def _find_cause(entries: list[LedgerEntry]) -> LedgerEntry:
    """The last entry of a day that makes the gap wider."""
    worse = [
        entry for entry in entries if (entry.amount > 0) is (entry.kind is EntryKind.COMMITMENT)
    ]
    return (worse or entries)[-1]


def _explain(account: str, entry: LedgerEntry, budget: int, floor: int) -> Diagnostic:
    return Diagnostic(
        "budget-history",
        entry.source,
        _(
            "on {day}, {account} has {first} thousand won where {second} are needed",
            day=entry.date.isoformat(),
            account=account,
            first=spell_thousands(budget),
            second=spell_thousands(floor),
        ),
        spell_thousands(budget),
        spell_thousands(floor),
        _("correct the dates, or the amount of one of the entries up to that day"),
    )
