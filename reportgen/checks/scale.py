"""Amounts of an amendment (추경) that look as if they were typed in another unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.figures.plausibility import LEAST_PART, MOST_TIMES, Change, find_scale, is_leap
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS_OF, LedgerEntry, Measure
from reportgen.model.ledger_columns import EntryClass
from reportgen.model.ledger_queries import find_on_accounts, list_amounts

Budget = Mapping[str, int]
"""예산액 by account, in won."""


def check_scale(subject: Subject) -> Iterator[Diagnostic]:
    """Every amendment that changes the budget beyond belief, as a whole or in one entry."""
    year, kinds = subject.folder.report.year, KINDS_OF[Measure.BUDGET]
    stages = subject.folder.report.stages
    budget = subject.counted.select(lambda one: one.kind in kinds and one.date.year == year)
    asked = {found.stage for found in budget.classes.values()}
    for at, stage in enumerate(stages):
        if stage in asked and asked & set(stages[:at]):
            earlier = frozenset(stages[:at])
            before = _sum_accounts(
                (account, won)
                for found, account, won in list_amounts(budget)
                if found.stage in earlier
            )
            changing = budget.select(partial(_is_of, stage))
            yield from _judge(stage, changing, before)


def _is_of(stage: str, found: EntryClass) -> bool:
    return found.stage == stage


def _judge(stage: str, changing: Ledger, before: Budget) -> Iterator[Diagnostic]:
    whole = sum(before.values())
    amounts = [(account, won) for _found, account, won in list_amounts(changing)]
    sums = _sum_accounts(iter(amounts))
    changes = {account: Change(won, before.get(account, 0)) for account, won in sums.items()}
    scale = find_scale(changes.values(), whole)
    if scale:
        changed = sum(map(abs, sums.values()))
        yield _explain_stage(stage, changing[0], changed, whole, scale)
        return
    suspects = frozenset(
        account for account, won in amounts if is_leap(Change(won, before.get(account, 0)), whole)
    )
    for entry in find_on_accounts(changing, lambda _found: suspects):
        change = Change(entry.amount, before.get(entry.account, 0))
        if is_leap(change, whole):
            yield _explain_entry(entry, change)


def _sum_accounts(amounts: Iterator[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for account, won in amounts:
        sums[account] = sums.get(account, 0) + won
    return sums


def _explain_stage(
    stage: str, entry: LedgerEntry, changed: int, whole: int, scale: int
) -> Diagnostic:
    first, second = spell_thousands(changed), spell_thousands(whole)
    message = (
        _(
            "the changes of {stage} come to {first} thousand won, against a budget of {second} "
            "before it",
            stage=stage,
            first=first,
            second=second,
        )
        if scale > 0
        else _(
            "the changes of {stage} come to {first} thousand won, less than 1/{part} of the "
            "budgets that they change",
            stage=stage,
            first=first,
            part=LEAST_PART,
        )
    )
    return Diagnostic(
        "amount-scale", entry.source, message, first, second, _hint(), Severity.WARNING
    )


def _explain_entry(entry: LedgerEntry, change: Change) -> Diagnostic:
    first, second = spell_thousands(change.amount), spell_thousands(change.before)
    message = (
        _(
            "{account}: a change by {first} thousand won is at least {times} times the "
            "{second} before it",
            account=entry.account,
            first=first,
            times=MOST_TIMES,
            second=second,
        )
        if change.before > 0
        else _(
            "{account}: a new budget of {first} thousand won is at least {times} times all "
            "others together",
            account=entry.account,
            first=first,
            times=MOST_TIMES,
        )
    )
    return Diagnostic(
        "amount-scale", entry.source, message, first, second, _hint(), Severity.WARNING
    )


def _hint() -> str:
    return _(
        "look at the unit: amounts are thousands of won, under «amount_won», «금액(원)» and "
        "«증감(원)» won"
    )
