"""Rows and columns that a sheet hides, by themselves or by a filter: asked about, not guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.columns.column_reading import Stated
from reportgen.importing.rows.hierarchy import Hierarchy, Use
from reportgen.readers.finance.profile import Hidden
from reportgen.readers.finance.tables import Table


def leave_hidden(table: Table) -> Table:
    """The table without what its sheet hides."""
    sheet = table.sheet
    return replace(
        table,
        rows=tuple(row for row in table.rows if row not in sheet.hidden_rows),
        columns=tuple(c for c in table.columns if c.number not in sheet.hidden_columns),
    )


def find_hidden(
    hierarchy: Hierarchy, stated: Sequence[Stated], decision: Hidden | None
) -> Iterator[Diagnostic]:
    """Hidden rows of accounts and hidden columns of amounts, where nobody said what of them.

    Hidden parts of an account that is seen are only held against it, and aren't asked about.
    """
    if decision is not None:
        return
    sheet = hierarchy.tree.table.sheet
    rows = [
        use.row.number
        for use in hierarchy.uses
        if use.row.number in sheet.hidden_rows and use.use in (Use.LEAF, Use.UNKNOWN)
    ]
    if rows:
        yield _explain(
            hierarchy,
            rows[0],
            hierarchy.tree.name_columns[0],
            _("rows of accounts are hidden or filtered out: {rows}", rows=_spell(rows)),
        )
    columns = [
        column
        for amount in stated
        for column in amount.amount.columns
        if column.number in sheet.hidden_columns
    ]
    if columns:
        letters = ", ".join(dict.fromkeys(column.letter for column in columns))
        yield _explain(
            hierarchy,
            hierarchy.tree.table.bottom,
            columns[0].number,
            _("columns of amounts are hidden: {columns}", columns=letters),
        )


def _explain(hierarchy: Hierarchy, row: int, column: int, message: str) -> Diagnostic:
    return Diagnostic(
        "import-hidden",
        hierarchy.tree.table.sheet.place(row, column),
        message,
        computed=", ".join(Hidden),
        hint=_("say --hidden read to read them, --hidden ignore to leave them out"),
    )


def _spell(rows: Sequence[int]) -> str:
    shown = ", ".join(map(str, rows[:8]))
    return f"{shown}, …" if len(rows) > 8 else shown
