"""What an import has found out, as a profile for the next file of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.importing.basis.options import Decisions
from reportgen.importing.rows.hierarchy import Use
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.profile import ImportProfile
from reportgen.readers.finance.words import Meaning, Role


def make_profile(plans: Sequence[TablePlan], decisions: Decisions) -> ImportProfile:
    """The columns as they were understood, and the names that mean one account everywhere.

    Unit and stage are remembered only where they were asked for: a sheet that states them may
    state others next time.
    """
    columns: dict[str, str] = {}
    for plan in plans:
        kinds = {
            stated.column.number: stated.kind
            for stated in plan.columns.stated
            if stated.column.meaning in (Role.SPENT, Role.CARRIED, Role.MOVED)
        }
        for column in plan.table.columns:
            if column.year is None and _can_be_remembered(plan, column):
                meaning: Meaning = kinds.get(column.number) or column.meaning or Role.IGNORE
                columns.setdefault(column.label, meaning.value)
    modes = {plan.amounts for plan in plans}
    return ImportProfile(
        sheets=decisions.sheets,
        unit=decisions.options.unit or decisions.profile.unit,
        amounts=modes.pop() if len(modes) == 1 else None,
        kind=decisions.kind,
        hidden=decisions.hidden,
        columns=columns,
        accounts=_collect_accounts(plans),
    )


def _can_be_remembered(plan: TablePlan, column: Column) -> bool:
    """Whether one word says all that is known of a column.

    It doesn't of a month, a half (증액), a part (당월) and a total beside its parts; and a column
    that nobody knows may hold amounts next time, unless it holds texts.
    """
    if column.months or column.sign or column.partial or column.is_total:
        return False
    if column.meaning is not None:
        return True
    texts = [plan.table.sheet.text(row, column.number) for row in plan.table.rows]
    return any(text and not any(mark.isdigit() for mark in text) for text in texts)


def _collect_accounts(plans: Sequence[TablePlan]) -> dict[str, str]:
    """Account by name, without names that also stand for something else."""
    found: dict[str, str] = {}
    meant: dict[str, set[str]] = {}
    for plan in plans:
        for use in plan.hierarchy.uses:
            name = squeeze(use.row.label)
            if use.use is Use.LEAF:
                found.setdefault(use.row.label, use.leaf)
            meant.setdefault(name, set()).add(use.leaf if use.use is Use.LEAF else use.use)
    return {name: leaf for name, leaf in found.items() if len(meant[squeeze(name)]) == 1}
