"""A base date, a stage or a year that leaves a whole column of the report without entries."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import (
    APPROPRIATION_KINDS,
    KINDS_OF,
    Approval,
    LedgerEntry,
    Measure,
)
from reportgen.model.ledger_queries import find_on_accounts, list_amounts

_VOTED = KINDS_OF[Measure.BUDGET]


def check_lost_measures(subject: Subject) -> Iterator[Diagnostic]:
    """The budget of the year, on either side, or of the year before: no entry of it counts.

    A foundation in its first year says so by an opening of zero for the year before.
    """
    revenue = frozenset(account.id for account in subject.folder.accounts.revenue)
    year = subject.folder.report.year
    budget = subject.ledger.select(
        lambda one: one.kind in APPROPRIATION_KINDS and one.date.year == year
    )
    spending = frozenset(subject.ledger.columns.accounts) - revenue
    for side, accounts in ((_("revenue"), revenue), (_("expenditure"), spending)):
        if not _has_any(_only_counted(subject, budget), accounts):
            yield _explain_budget(subject, side, _find_first(budget, accounts))
    before = subject.ledger.select(lambda one: one.kind in _VOTED and one.date.year == year - 1)
    if not _only_counted(subject, before):
        yield _explain_before(subject, year - 1)


def check_empty_stage(subject: Subject) -> Iterator[Diagnostic]:
    """A stage that was asked for by name and begins after the day."""
    stage = subject.stage
    if stage in {found.stage for found in subject.counted.classes.values()}:
        return
    left = subject.ledger.select(lambda one: one.stage == stage)
    if left:
        first = min(left, key=lambda entry: entry.date)
        hint = _("name a later day with --as-of")
        yield _explain_stage(subject, first.source, first.date.isoformat(), hint)


def find_unentered_stage(subject: Subject) -> Iterator[Diagnostic]:
    """A stage that was asked for by name and is not in the ledger: the one before is shown.

    A new amendment that is not filled in yet has rows, and so is no mistake. It is no rule
    for a folder, which may list stages to come.
    """
    stages = {found.stage for found in subject.ledger.classes.values()}
    stages |= subject.ledger.columns.unfilled
    if subject.stage is not None and subject.stage not in stages:
        place = subject.folder.report.source.of("stages")
        hint = _("enter the stage in the ledger, or name another")
        yield replace(_explain_stage(subject, place, "", hint), severity=Severity.WARNING)


def _explain_stage(subject: Subject, place: SourceRef, begins: str, hint: str) -> Diagnostic:
    day, stage = subject.as_of.isoformat(), subject.stage or ""
    message = _("{stage} has no entry up to {day}", stage=stage, day=day)
    return Diagnostic("empty-stage", place, message, stage, begins, hint)


def _only_counted(subject: Subject, ledger: Ledger) -> Ledger:
    counted = subject.counted.classes
    return Ledger(
        ledger.columns, {at: found for at, found in ledger.classes.items() if at in counted}
    )


def _has_any(ledger: Ledger, accounts: Set[str]) -> bool:
    return any(account in accounts for _found, account, _won in list_amounts(ledger))


def _find_first(ledger: Ledger, accounts: Set[str]) -> LedgerEntry | None:
    found = find_on_accounts(ledger, lambda _found: accounts)
    return min(found, key=lambda entry: entry.date, default=None)


def _explain_budget(subject: Subject, side: str, first: LedgerEntry | None) -> Diagnostic:
    report = subject.folder.report
    return Diagnostic(
        "lost-measure",
        first.source if first else report.source.of("year"),
        _(
            "no entry up to {day} makes up the {side} of {year}",
            day=subject.as_of.isoformat(),
            side=side,
            year=report.year,
        ),
        published=first.date.isoformat() if first else str(report.year),
        computed=subject.as_of.isoformat(),
        hint=_say_why(subject, first),
    )


def _say_why(subject: Subject, first: LedgerEntry | None) -> str:
    if first is None:
        return _("enter the budget of the year, or correct «year» in report.yaml")
    stages = subject.folder.report.stages
    later = stages[stages.index(subject.stage) + 1 :] if subject.stage in stages else ()
    if first.date > subject.as_of and first.stage not in later:
        return _("move the base date to {day} or later", day=first.date.isoformat())
    if first.approval is Approval.PROPOSED and first.stage not in later:
        return _("build with --stage «{stage}», or mark them as passed", stage=first.stage)
    return _("name a later stage, such as {stage}", stage=first.stage)


def _explain_before(subject: Subject, year: int) -> Diagnostic:
    return Diagnostic(
        "lost-measure",
        subject.folder.report.source.of("year"),
        _("no entry makes up the final budget of {year}; its column is zero", year=year),
        published=str(year),
        hint=_("enter it with a day of that year, or an opening of 0 where there was none"),
        severity=Severity.WARNING,
    )
