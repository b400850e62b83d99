"""Ledger entries name accounts and stages that exist, and days that count."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.references import find_unknown
from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.ledger import KINDS_OF, Approval, EntryKind, Measure


def check_entries(subject: Subject) -> Iterator[Diagnostic]:
    """An entry of an unknown account, an unknown stage, or a level above the programmes.

    Only last year's budget may be entered by category.
    """
    accounts = subject.folder.accounts
    year = subject.folder.report.year
    categories = {category.id for category in accounts.categories}
    groups = (accounts.revenue, accounts.programmes(), accounts.categories)
    # In their order, as a list would be, but found at once.
    usable = dict.fromkeys(account.id for group in groups for account in group)
    levels = {account.id for account in accounts.named()} - usable.keys()
    for entry in subject.folder.ledger:
        if entry.account in levels or (entry.account in categories and entry.date.year == year):
            yield Diagnostic(
                "account-level",
                entry.source,
                _("{id} is a level above the programmes", id=entry.account),
                published=entry.account,
                hint=_("enter the amount on its programmes; the level is summed"),
            )
        else:
            yield from find_unknown("unknown-account", entry.account, entry.source, usable)
        stages = subject.folder.report.stages
        yield from find_unknown("unknown-stage", entry.stage, entry.source, stages)


def check_counted_entries(subject: Subject) -> Iterator[Diagnostic]:
    """Entries of another year, or spending of an account of revenue, which no figure counts."""
    year = subject.folder.report.year
    revenue = {account.id for account in subject.folder.accounts.revenue}
    for entry in subject.entries:
        years = (year - 1, year) if entry.kind in KINDS_OF[Measure.BUDGET] else (year,)
        spends = entry.kind in (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT)
        wrong_side = (entry.kind is EntryKind.COLLECTION) is not (entry.account in revenue)
        if entry.date.year not in years or (
            wrong_side and (spends or entry.kind is EntryKind.COLLECTION)
        ):
            yield Diagnostic(
                "uncounted-entry",
                entry.source,
                _("no figure counts this entry"),
                published=f"{entry.date.isoformat()} {entry.kind} {entry.account}",
                hint=_("check its date, kind and account"),
                severity=Severity.WARNING,
            )


def check_later_entries(subject: Subject) -> Iterator[Diagnostic]:
    """Entries after the base date, which are left out; one finding for all of them.

    Those that are only proposed have a rule of their own.
    """
    later = [
        entry
        for entry in subject.folder.ledger
        if entry.date > subject.as_of and entry.approval is Approval.PASSED
    ]
    if not later:
        return
    first = min(later, key=lambda entry: entry.date)
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
        hint=_("move the base date, or build with --as-of"),
        severity=Severity.NOTE,
    )
