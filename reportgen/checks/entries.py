"""Ledger entries name accounts and stages that exist, and days that count."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from reportgen.checks.references import find_unknown
from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS_OF, Approval, EntryKind, LedgerEntry, Measure
from reportgen.model.ledger_columns import EntryClass
from reportgen.model.ledger_queries import EVERY_ACCOUNT, find_on_accounts

_EXECUTION = (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.COLLECTION)


def check_entries(subject: Subject) -> Iterator[Diagnostic]:
    """An entry of an unknown account, an unknown stage, or a level above the programmes.

    Only last year's budget may be entered by category.
    """
    accounts = subject.folder.accounts
    year = subject.folder.report.year
    categories = {category.id for category in accounts.categories}
    groups = (accounts.revenue, accounts.programmes(), accounts.categories)
    # In their order, as a list would be, but found at once.
    usable = {account.id: account.name for group in groups for account in group}
    levels = {account.id for account in accounts.named()} - usable.keys()
    stages = subject.folder.report.stages
    unknown = frozenset(subject.ledger.columns.accounts) - usable.keys()
    wrong_this_year = unknown | categories

    def list_suspects(found: EntryClass) -> Container[str]:
        if found.stage not in stages:
            return EVERY_ACCOUNT
        return wrong_this_year if found.date.year == year else unknown

    told: dict[str, tuple[Diagnostic, ...]] = {}
    for entry in find_on_accounts(subject.ledger, list_suspects):
        if entry.account in levels or (entry.account in categories and entry.date.year == year):
            yield Diagnostic(
                "account-level",
                entry.source,
                _("{id} is a level above the programmes", id=entry.account),
                published=entry.account,
                hint=_("enter the amount on its programmes; the level is summed"),
            )
        else:
            if entry.account not in told:
                found = find_unknown("unknown-account", entry.account, entry.source, usable)
                told[entry.account] = tuple(found)
            # Many rows may name what doesn't exist; what they meant is looked for once.
            yield from (replace(one, location=entry.source) for one in told[entry.account])
        yield from find_unknown("unknown-stage", entry.stage, entry.source, stages)


_MOST_TOLD = 10
"""Entries of one year that are told one by one; a ledger may go on for years."""


def check_counted_entries(subject: Subject) -> Iterator[Diagnostic]:
    """Entries of another year, or spending of an account of revenue, which no figure counts.

    Those that this state leaves out are looked at, too: a year that is mistyped mostly lies
    after the base date.
    """
    year = subject.folder.report.year
    revenue = frozenset(account.id for account in subject.folder.accounts.revenue)
    others = frozenset(subject.ledger.columns.accounts) - revenue
    nobody: frozenset[str] = frozenset()

    def list_suspects(found: EntryClass) -> Container[str]:
        years = (year - 1, year) if found.kind in KINDS_OF[Measure.BUDGET] else (year,)
        if found.date.year not in years:
            return EVERY_ACCOUNT
        if found.kind in (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT):
            return revenue
        return others if found.kind is EntryKind.COLLECTION else nobody

    by_year: dict[int, list[Diagnostic]] = {}
    for entry in find_on_accounts(subject.ledger, list_suspects):
        by_year.setdefault(entry.date.year, []).append(_explain_uncounted(entry))
    for number, findings in by_year.items():
        if number == year or len(findings) <= _MOST_TOLD:
            yield from findings
        else:
            yield _join_uncounted(findings, number, year)


def _explain_uncounted(entry: LedgerEntry) -> Diagnostic:
    return Diagnostic(
        "uncounted-entry",
        entry.source,
        _("no figure counts this entry"),
        published=f"{entry.date.isoformat()} {entry.kind} {entry.account}",
        hint=_("check its date, kind and account"),
        severity=Severity.WARNING,
    )


def _join_uncounted(findings: list[Diagnostic], found: int, year: int) -> Diagnostic:
    message = _(
        "no figure of {year} counts {count} entries of {found}",
        year=year,
        count=len(findings),
        found=found,
    )
    return replace(findings[0], message=message, published=str(found), computed=str(year))


def check_later_entries(subject: Subject) -> Iterator[Diagnostic]:
    """Entries after the base date, which are left out; one finding for all of them.

    It is a warning where a column of the report is empty for it: on that day nothing was
    spent, or the day is wrong. Those that are only proposed have a rule of their own.
    """
    later = subject.ledger.select(
        lambda found: found.date > subject.as_of and found.approval is Approval.PASSED
    )
    if not later:
        return
    day = min(found.date for found in later.classes.values())
    first = later.select(lambda found: found.date == day)[0]
    lost = _find_lost(subject, later)
    yield Diagnostic(
        "after-base-date",
        first.source,
        _(
            "{count} entries after {date} are left out, the first of {first}",
            count=len(later),
            date=subject.as_of.isoformat(),
            first=first.date.isoformat(),
        ),
        published=first.date.isoformat(),
        computed=subject.as_of.isoformat(),
        hint=_(
            "no {kinds} is counted at all; move the base date, or build with --as-of",
            kinds=", ".join(lost),
        )
        if lost
        else _("move the base date, or build with --as-of"),
        severity=Severity.WARNING if lost else Severity.NOTE,
    )


def _find_lost(subject: Subject, later: Ledger) -> list[str]:
    """What was spent or collected in the year, as far as all of it is later."""
    year = subject.folder.report.year
    left, held = (
        {found.kind for found in ledger.classes.values() if found.date.year == year}
        for ledger in (later, subject.counted)
    )
    return [kind.value for kind in _EXECUTION if kind in left - held]
