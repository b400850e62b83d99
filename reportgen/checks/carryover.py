"""Carry-over (이월) that stands on expenditure only."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.ledger import CARRYOVERS, LedgerEntry


def list_unmatched_carryover(subject: Subject) -> tuple[LedgerEntry, ...]:
    """The carry-over of the year on expenditure, where no revenue account has any.

    Its money came in last year, so not every foundation enters it as revenue again.
    """
    revenue = {account.id for account in subject.folder.accounts.revenue}
    year = subject.folder.report.year
    carried = tuple(
        subject.counted.select(lambda found: found.kind in CARRYOVERS and found.date.year == year)
    )
    matched = any(entry.account in revenue for entry in carried)
    return () if matched else carried


def check_carryover(subject: Subject) -> Iterator[Diagnostic]:
    """The totals of 예산현액 differ by carry-over that is on expenditure only."""
    unmatched = list_unmatched_carryover(subject)
    amount = sum(entry.amount for entry in unmatched)
    if amount:
        yield Diagnostic(
            "carryover-revenue",
            unmatched[0].source,
            _(
                "{amount} thousand won are carried over on expenditure only, and the totals of "
                "the appropriation differ by them",
                amount=spell_thousands(amount),
            ),
            published=spell_thousands(amount),
            hint=_("enter them on an account of revenue, too, if revenue shows them"),
            severity=Severity.NOTE,
        )
