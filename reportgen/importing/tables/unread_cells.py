"""What a table holds and an import does not get: formulas without values, columns without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.columns.measures import ColumnPlan
from reportgen.importing.rows.hierarchy import Hierarchy, RowUse, Use
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.grid import GridCell
from reportgen.readers.finance.tables import Table, is_number
from reportgen.readers.finance.words import Role

_SUMS = (Use.TOTAL, Use.UPPER)


def find_unstored(hierarchy: Hierarchy, columns: Sequence[Column]) -> Iterator[Diagnostic]:
    """Formulas whose values the workbook doesn't hold; one finding a column.

    Without the value of a sum the sum isn't checked; without that of anything else there is
    nothing to read.
    """
    for column in columns:
        cells = [use for use in hierarchy.uses if _is_unstored(hierarchy, use, column)]
        needed = [use for use in cells if use.use not in _SUMS]
        if cells:
            yield _explain_unstored(hierarchy, column, needed or cells, is_error=bool(needed))


def find_headless(table: Table) -> Iterator[Diagnostic]:
    """Columns of numbers beside a table that have no header; one finding a column."""
    known = {column.number for column in table.columns}
    cells: dict[int, list[int]] = {}
    for row in table.rows:
        for column, cell in table.sheet.rows[row].items():
            if column not in known and is_number(cell):
                cells.setdefault(column, []).append(row)
    for column, rows in cells.items():
        yield Diagnostic(
            "import-column",
            table.sheet.place(rows[0], column),
            _(
                "{count} numbers stand in a column without a header and are not read",
                count=len(rows),
            ),
            published=table.sheet.text(rows[0], column),
            hint=_("give the column a header, if they are meant to count"),
            severity=Severity.WARNING,
        )


def find_nothing(hierarchy: Hierarchy, plan: ColumnPlan) -> Iterator[Diagnostic]:
    """A table of which nothing is read, and why."""
    table = hierarchy.tree.table
    if plan.diagnostics:
        return
    if not plan.stated:
        yield _explain_nothing(
            table, _("no column of the table holds amounts for the ledger"), _spell_columns(table)
        )
        return
    leaves = [use for use in hierarchy.uses if use.use is Use.LEAF]
    stated = [column for amount in plan.stated for column in amount.amount.columns]
    if not leaves and not any(use.use is Use.UNKNOWN for use in hierarchy.uses):
        yield _explain_nothing(table, _("no row of the table is an account"), "")
    elif leaves and all(
        table.sheet.cell(row.row.number, column.number) is None
        for row in _with_parts(hierarchy, leaves)
        for column in stated
    ):
        labels = ", ".join(dict.fromkeys(column.label for column in stated))
        yield _explain_nothing(
            table, _("the columns of amounts are empty: {columns}", columns=labels), ""
        )


def _with_parts(hierarchy: Hierarchy, leaves: Sequence[RowUse]) -> Iterator[RowUse]:
    for leaf in leaves:
        yield leaf
        yield from (hierarchy.use_of(row) for row in leaf.row.subtree())


def _is_unstored(hierarchy: Hierarchy, use: RowUse, column: Column) -> bool:
    cell: GridCell | None = hierarchy.tree.table.sheet.cell(use.row.number, column.number)
    return cell is not None and bool(cell.formula) and cell.text == ""


def _explain_unstored(
    hierarchy: Hierarchy, column: Column, uses: Sequence[RowUse], *, is_error: bool
) -> Diagnostic:
    rows = ", ".join(str(use.row.number) for use in uses[:8])
    return Diagnostic(
        "import-amount",
        hierarchy.tree.table.sheet.place(uses[0].row.number, column.number),
        _(
            "{column}: formulas without stored values, in rows {rows}",
            column=column.label,
            rows=rows + (", …" if len(uses) > 8 else ""),
        )
        if is_error
        else _(
            "{column}: the sums in rows {rows} have no stored values and aren't checked",
            column=column.label,
            rows=rows + (", …" if len(uses) > 8 else ""),
        ),
        hint=_("open the workbook in Excel, let it calculate, and save it again"),
        severity=Severity.ERROR if is_error else Severity.WARNING,
    )


def _explain_nothing(table: Table, message: str, columns: str) -> Diagnostic:
    hint = _(
        "say in a profile under columns what they hold, such as «HEADER: disbursement»; "
        "--write-profile begins one"
    )
    return Diagnostic(
        "import-column",
        table.sheet.place(table.bottom),
        f"{message}: {columns}" if columns else message,
        published=columns,
        hint=hint,
    )


def _spell_columns(table: Table) -> str:
    """Each header with what it is taken for."""
    return ", ".join(
        f"{column.label} ({_describe(column)})" for column in table.columns if column.label
    )


def _describe(column: Column) -> str:
    if column.meaning is Role.IGNORE or column.derived:
        return _("nothing for the ledger")
    return column.meaning.value if column.meaning else _("not known")
