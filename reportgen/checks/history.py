"""The budget as it went: no account below zero, or below what is committed, on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind, LedgerEntry
from reportgen.model.ledger_columns import EntryClass
from reportgen.model.ledger_queries import find_on_accounts, list_amounts


def check_history(subject: Subject) -> Iterator[Diagnostic]:
    """An account that was below zero or below its commitments for a time.

    Accounts that still are at the end are found by the rules for the figures. Within a day
    the budget comes first, whatever the order of the rows. What came before the balance of
    an opening is not known, so an account that begins with one is followed from that day.
    """
    year = subject.folder.report.year
    counted = subject.counted.select(lambda one: _counts(one) and one.date.year == year)
    suspects = frozenset(_find_suspects(counted))
    by_account: dict[str, list[LedgerEntry]] = {}
    for entry in find_on_accounts(counted, lambda _found: suspects):
        by_account.setdefault(entry.account, []).append(entry)
    for account, entries in by_account.items():
        ordered = sorted(entries, key=lambda entry: entry.date)
        yield from _follow(account, ordered, _find_start(ordered))


def _counts(found: EntryClass) -> bool:
    return found.kind in APPROPRIATION_KINDS or found.kind is EntryKind.COMMITMENT


def _find_suspects(counted: Ledger) -> Iterator[str]:
    """The accounts that were too low on some day, whatever they began with; few ever are."""
    budgets: dict[str, int] = defaultdict(int)
    committed: dict[str, int] = defaultdict(int)
    by_day = sorted(list_amounts(counted), key=_tell_day)
    for _today, amounts in groupby(by_day, key=_tell_day):
        touched = set()
        for found, account, won in amounts:
            sums = committed if found.kind is EntryKind.COMMITMENT else budgets
            sums[account] += won
            touched.add(account)
        yield from (one for one in touched if budgets[one] < max(committed[one], 0))


def _tell_day(amount: tuple[EntryClass, str, int]) -> date:
    return amount[0].date


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
