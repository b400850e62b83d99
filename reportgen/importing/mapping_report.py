"""The mapping in words: everything a finance officer has to see before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import has_errors
from reportgen.i18n import translate as _
from reportgen.importing.basis.ledger_basis import LEDGER_FOLDER
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.importing.imports import ImportPlan
from reportgen.importing.returned.returned_ledger import Returned
from reportgen.importing.rows.hierarchy import RowUse, Use
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.profile import Amounts
from reportgen.readers.finance.words import Role


def describe_import(plan: ImportPlan) -> Iterator[str]:
    """The lines of the report."""
    yield plan.file
    for table in plan.tables:
        yield from _describe_table(table)
    for sheet, reason in plan.skipped:
        yield _("sheet {sheet}: not read ({reason})", sheet=sheet or "-", reason=reason)
    if plan.returned:
        yield from _describe_returned(plan.returned)
    yield from _describe_entries(plan)


def _describe_table(plan: TablePlan) -> Iterator[str]:
    table = plan.table
    name = table.sheet.name or "-"
    yield _(
        "sheet {sheet}: header in row {top}, {count} rows below",
        sheet=name,
        top=str(table.top) if table.top == table.bottom else f"{table.top}-{table.bottom}",
        count=len(table.rows),
    )
    units = {f"{unit.value} ({unit.origin})" for unit in plan.units.values()}
    yield "  " + _("unit: {unit}", unit=", ".join(sorted(units)))
    if plan.day:
        day = f"{plan.day.value.isoformat()} ({plan.day.origin})"
        yield "  " + _("as of: {day}", day=day)
    for stage in dict.fromkeys(plan.stages):
        yield "  " + _("stage: {stage}", stage=f"{stage.value} ({stage.origin})")
    yield "  " + _describe_amounts(plan.amounts)
    yield "  " + _("columns:")
    for column in table.columns:
        yield f"    {column.letter}  {column.label} -> {_describe_column(plan, column)}"
    yield "  " + _("rows:")
    yield from (f"    {line}" for line in _describe_rows(plan))


def _describe_amounts(amounts: Amounts) -> str:
    if amounts is Amounts.CUMULATIVE:
        return _("amounts: cumulative; entries are their difference to the ledger up to that day")
    return _("amounts: entries; every amount is an entry, unless the ledger has it already")


def _describe_column(plan: TablePlan, column: Column) -> str:
    became = plan.columns.became.get(column.number)
    if became:
        return became
    if column.meaning is None:
        return _("ignored: its header is not known")
    if column.meaning is Role.IGNORE:
        return _("ignored: nothing for the ledger")
    return column.meaning.value


def _describe_rows(plan: TablePlan) -> Iterator[str]:
    hierarchy = plan.hierarchy
    described: dict[int, str] = {
        row: _("ignored: {reason}", reason=_("the header again")) for row in plan.table.repeats
    }
    for use in hierarchy.uses:
        described[use.row.number] = f"{_name(use)} -> {_describe_row(use)}"
    for row in sorted((*plan.table.rows, *plan.table.repeats)):
        yield f"{row}  " + described.get(
            row, _("ignored: {reason}", reason=_("only marks of columns"))
        )


def _name(use: RowUse) -> str:
    return " / ".join(filter(None, (use.row.label, use.row.item))) or "-"


def _describe_row(use: RowUse) -> str:
    if use.use is Use.LEAF:
        return f"{use.leaf} ({use.why})" if use.why else use.leaf
    if use.use is Use.UPPER and use.account:
        return f"{use.account.id}: {use.why}"
    if use.use is Use.IGNORED:
        return _("ignored: {reason}", reason=use.why)
    return use.why or _("not known")


def _describe_returned(returned: Returned) -> Iterator[str]:
    yield _(
        "our own ledger, up to {day}{stage}; entries are what was edited",
        day=returned.as_of.isoformat(),
        stage=f" ({returned.stage})" if returned.stage else "",
    )
    if returned.is_dated and not returned.is_current:
        yield _("the ledger has changed since it was made: it is held against the ledger of today")


def _describe_entries(plan: ImportPlan) -> Iterator[str]:
    if plan.known:
        yield _("already in the ledger: {count} amounts", count=plan.known)
    if plan.rounded:
        yield _("{count} of them but for what the sheet has rounded off", count=plan.rounded)
    if not plan.entries and has_errors(plan.diagnostics):
        return
    if not plan.entries:
        yield _("no entries to write: the ledger holds all of it")
        return
    yield _("entries to write: {count}", count=len(plan.entries))
    yield from (f"  {_describe_entry(planned)}" for planned in plan.entries)
    yield from _describe_sums(plan.entries)
    yield _("to {file}", file=f"content/budget/{plan.target}")
    if plan.new_profile:
        yield _("and the mapping, for next time, to {file}", file=plan.profile)
    elif plan.profile:
        yield _("the mapping is that of {file}", file=plan.profile)


def _describe_entry(planned: PlannedEntry) -> str:
    entry = planned.entry
    line = f"{entry.date.isoformat()} {entry.kind} {entry.account} {entry.amount:+,}"
    if planned.stated is not None and planned.before is not None:
        line += _(
            " (sheet {stated}, ledger {before})",
            stated=f"{planned.stated:,}",
            before=f"{planned.before:,}",
        )
    if entry.source.file.startswith(LEDGER_FOLDER):
        return f"{line}  {entry.source}"
    cell = entry.source.cell or str(entry.source.line)
    return f"{line}  {entry.source.sheet}!{cell}" if entry.source.sheet else f"{line}  {cell}"


def _describe_sums(entries: Sequence[PlannedEntry]) -> Iterator[str]:
    """What the entries of each stage and kind come to, in won."""
    sums: dict[tuple[str, str], int] = {}
    for planned in entries:
        key = (planned.entry.stage, planned.entry.kind.value)
        sums[key] = sums.get(key, 0) + planned.entry.amount
    for (stage, kind), amount in sums.items():
        yield "  " + _(
            "sum of {kind}, {stage}: {amount} won", kind=kind, stage=stage, amount=f"{amount:+,}"
        )
