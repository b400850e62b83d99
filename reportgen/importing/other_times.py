"""Rows of another year, and columns of another day, in a table that states one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.readers.finance.days import find_year
from reportgen.readers.finance.names import without_brackets
from reportgen.readers.finance.tables import Table

_YEARS = frozenset({"회계연도", "연도", "회계년도", "년도", "year"})


def leave_other_years(table: Table, year: int) -> Table:
    """The table without the rows whose 회계연도 is another one."""
    columns = [
        column.number
        for column in table.columns
        if column.labels and without_brackets(column.labels[-1]).lower() in _YEARS
    ]
    if not columns:
        return table
    rows = tuple(
        row for row in table.rows if _find_row_year(table, row, columns[0]) in (None, year)
    )
    return replace(table, rows=rows)


def _find_row_year(table: Table, row: int, column: int) -> int | None:
    text = table.sheet.text(row, column)
    return find_year(f"{text}년") if text.isdecimal() else find_year(text)


def find_other_days(
    table: Table, numbers: Collection[int], day: date | None
) -> Iterator[Diagnostic]:
    """Columns whose header names another day than that of the table."""
    for column in table.columns:
        if column.number in numbers and column.as_of and day and column.as_of != day:
            yield Diagnostic(
                "import-date",
                table.sheet.place(table.bottom, column.number),
                _(
                    "{column} is of {first}, the table of {second}",
                    column=column.label,
                    first=column.as_of.isoformat(),
                    second=day.isoformat(),
                ),
                published=column.as_of.isoformat(),
                computed=day.isoformat(),
                hint=_(
                    "say in a profile under columns that it doesn't count: «{column}: ignore»",
                    column=column.label,
                ),
            )
