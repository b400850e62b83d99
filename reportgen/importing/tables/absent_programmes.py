"""Levels above the programmes whose programmes stand on another sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.importing.rows.hierarchy import RowUse
from reportgen.importing.rows.rounding import explains_sum
from reportgen.importing.rows.row_mistakes import explain_level, explain_level_sum
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.model.ledger import EntryKind

Known = dict[tuple[str, EntryKind | None, date | None], int]


def find_level_mistakes(plans: Sequence[TablePlan]) -> Iterator[Diagnostic]:
    """Amounts of levels that no sheet gives the programmes of, or other sums of them."""
    known: Known = {
        (amount.account, amount.kind, amount.date): amount.amount
        for plan in plans
        for amount in plan.stated
        if amount.held
    }
    for plan in plans:
        for use in plan.unchecked:
            yield from _check_level(plan, use, known)


def _check_level(plan: TablePlan, use: RowUse, known: Known) -> Iterator[Diagnostic]:
    account = use.account
    accounts = {key[0] for key in known}
    if account is None or not accounts & set(account.leaves):
        yield explain_level(plan.hierarchy, use)
        return
    for stated in plan.columns.stated:
        amount = plan.hierarchy.amounts.read(use.row.number, stated.column.number)
        day = plan.day.value if plan.day else None
        found = [known.get((leaf, stated.kind, day)) for leaf in account.leaves]
        parts = [part for part in found if part is not None]
        step = plan.hierarchy.amounts.step(use.row.number, stated.column.number)
        rounded = plan.is_rounded and explains_sum(
            amount or Decimal(0), Decimal(sum(parts)), Decimal(step), len(parts)
        )
        if amount is not None and parts and sum(parts) != amount and not rounded:
            yield explain_level_sum(plan.hierarchy, use, stated.column, amount, sum(parts))
