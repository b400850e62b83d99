"""What an amendment does, account by account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.figures.amendments import AMENDED, AMENDING, PRESENT, RATE, find_amendment
from reportgen.figures.figure import whole
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE
from reportgen.money import Won
from reportgen.state import State
from reportgen.views.budget_tables import account_name


@dataclass(frozen=True, slots=True)
class AccountEffect:
    """One account before and after, in won.

    :ivar level: 0 for a total, 3 for a programme.
    :ivar rate: None where there was nothing before.
    """

    account: str
    name: str
    level: int
    present: Won
    change: Won
    amended: Won
    rate: Decimal | None


def list_effects(state: State, every: bool = False) -> tuple[str, tuple[AccountEffect, ...]]:
    """The stage, and its effect on both trees from their totals downwards.

    :param every: also the accounts that don't change.
    :raises DataError: when the state has no amendment.
    """
    report = state.folder.report
    stage = find_amendment(state.entries, report.stages, report.year, state.stage)
    if stage is None:
        raise DataError((_explain_none(state),))
    effects = tuple(_describe(state, account, level) for account, level in _walk_accounts(state))
    return stage, effects if every else _leave_unchanged(effects)


def _leave_unchanged(effects: tuple[AccountEffect, ...]) -> tuple[AccountEffect, ...]:
    """The totals, and the accounts that change or stand above one that does."""
    kept: list[AccountEffect] = []
    deepest = 0
    for effect in reversed(effects):
        if effect.change or not effect.level or effect.level < deepest:
            kept.append(effect)
            deepest = effect.level
    return tuple(reversed(kept))


def _walk_accounts(state: State) -> Iterator[tuple[str, int]]:
    accounts = state.folder.accounts
    yield REVENUE, 0
    for account in accounts.revenue:
        yield account.id, 1
    yield EXPENDITURE, 0
    for policy in accounts.expenditure:
        yield policy.id, 1
        for unit in policy.children:
            yield unit.id, 2
            for leaf in unit.children:
                yield leaf.id, 3


def _describe(state: State, account: str, level: int) -> AccountEffect:
    figures = state.context.figures
    present, change, amended = (
        Won(whole(figures[f"{measure}.{account}"])) for measure in (PRESENT, AMENDING, AMENDED)
    )
    rate = figures[f"{RATE}.{account}"].value
    name = _("revenue") if account == REVENUE else account_name(state.context, account)
    if account == EXPENDITURE:
        name = _("expenditure")
    ratio = None if rate is None else Decimal(rate)
    return AccountEffect(account, name, level, present, change, amended, ratio)


def _explain_none(state: State) -> Diagnostic:
    return Diagnostic(
        "no-amendment",
        SourceRef("content/budget"),
        _("the ledger has no amendment in {stage}", stage=state.stage)
        if state.stage
        else _("the ledger has no amendment up to {day}", day=state.base_date.isoformat()),
        published=state.stage or "",
        hint=_("enter one as kind «amendment», or begin with «reportgen amend new»"),
    )
