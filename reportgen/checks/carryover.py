"""Carry-over (이월) that stands on expenditure only."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.subject import Subject, locate_figure, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.figures.figure import whole
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


def check_carried_budget(subject: Subject) -> Iterator[Diagnostic]:
    """More carried over to expenditure than last year's budget, as far as that is known."""
    accounts, figures = subject.folder.accounts, subject.figures
    names = [leaf.id for leaf in accounts.programmes()]
    if not any(f"prior_final.{name}" in figures for name in names):
        names = [category.id for category in accounts.categories]
    for name in names:
        carried, before = (figures.get(f"{one}.{name}") for one in ("carryover", "prior_final"))
        if carried and before and whole(carried) > whole(before):
            yield Diagnostic(
                "carryover-limit",
                locate_figure(figures, carried),
                _(
                    "{name}: {first} thousand won are carried over, of a budget of {second} "
                    "last year",
                    name=name,
                    first=spell_thousands(whole(carried)),
                    second=spell_thousands(whole(before)),
                ),
                spell_thousands(whole(carried)),
                spell_thousands(whole(before)),
                _("correct the amount or the account; or enter last year's budget in full"),
                Severity.WARNING,
            )


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
