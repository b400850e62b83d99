"""Units that the ledger contradicts, put as questions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.tables.settings import Setting
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.importing.units.ledger_evidence import Doubt, Evidence
from reportgen.readers.finance.units import UNITS


def explain_doubt(plan: TablePlan, doubt: Doubt) -> Diagnostic:
    """The question, or where the user has said the unit a warning."""
    said, column = doubt.columns[0].unit, doubt.columns[0].column
    fitting = name_fitting(said.value, doubt.power)
    return Diagnostic(
        "import-scale",
        plan.table.sheet.place(plan.table.bottom, column.number),
        _describe(doubt.columns, doubt.power, fitting),
        published=said.value,
        computed=fitting,
        hint=_hint(plan, doubt, fitting),
        severity=_weigh(said, fitting),
    )


def _weigh(said: Setting[str], fitting: str) -> Severity:
    """A decision holds, unless sheet and ledger contradict it with one voice."""
    holds = said.is_decided and (not fitting or said.instead != fitting)
    return Severity.WARNING if holds else Severity.ERROR


def _hint(plan: TablePlan, doubt: Doubt, fitting: str) -> str:
    if fitting and doubt.columns[0].unit.instead == fitting:
        return _("leave --unit out: the sheet itself says {fitting}", fitting=fitting)
    if not fitting or (doubt.is_whole and _reaches_headers(plan, doubt)):
        return spell_options(doubt.columns[0].unit.value, fitting)
    lines = ", ".join(f"«{one.column.label}: {fitting}»" for one in doubt.columns)
    return _(
        "say which is right in a profile under units: {lines}, or {said} there",
        lines=lines,
        said=doubt.columns[0].unit.value,
    )


def name_fitting(said: str, power: int) -> str:
    """The unit that is so far away from the one said; empty where none is."""
    won = Decimal(UNITS[said]).scaleb(power)
    return next((name for name, unit in UNITS.items() if unit == won), "")


def spell_options(said: str, fitting: str) -> str:
    """How to say which unit is right."""
    if fitting:
        return _(
            "say which is right with --unit {fitting} or --unit {said}", fitting=fitting, said=said
        )
    return _(
        "look at the unit of the sheet, and at the entries of the ledger; if both are right, "
        "say --unit {said}",
        said=said,
    )


def _reaches_headers(plan: TablePlan, doubt: Doubt) -> bool:
    """Whether ``--unit`` is of these columns: it outdoes headers only if all say one unit."""
    headers = {column.unit for column in plan.table.columns if column.is_amount}
    return not doubt.columns[0].column.unit or len(headers) == 1


def _describe(group: Sequence[Evidence], power: int, fitting: str) -> str:
    labels = ", ".join(one.column.label for one in group)
    said = group[0].unit
    pairs = [pair for one in group for pair in (*one.pairs, *one.ceilings)]
    unit = _("{unit} ({origin})", unit=said.value, origin=said.origin)
    if not pairs:
        changed = sum(abs(change.amount) for one in group for change in one.changes)
        return _(
            "{columns}: read as {unit}, the changes come to {changed} won, against a budget of "
            "{whole}; is it {fitting}?",
            columns=labels,
            unit=unit,
            changed=f"{changed:,}",
            whole=f"{group[0].whole:,}",
            fitting=fitting or _("another unit"),
        )
    pair = next((one for one in pairs if one.fits(power, Decimal(2))), pairs[0])
    return _(
        "{columns}: read as {unit}, amounts are far from the ledger, such as {shown} won in "
        "{cell} against {held}; is it {fitting}?",
        columns=labels,
        unit=unit,
        shown=f"{pair.shown:,}",
        cell=pair.place,
        held=f"{pair.held:,}",
        fitting=fitting or _("another unit"),
    )
