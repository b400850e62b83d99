"""Rows of another year, and columns of another day, in a table that states one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.entries.planned_entries import StatedAmount
from reportgen.readers.finance.days import find_year
from reportgen.readers.finance.names import without_brackets
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import Role

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


def find_other_years(stated: Iterable[StatedAmount], year: int) -> Iterator[Diagnostic]:
    """Days that are neither of the year of the report nor of the one before."""
    known: set[int] = set()
    for amount in stated:
        found = amount.date.year
        if found not in (year, year - 1) and found not in known:
            known.add(found)
            yield Diagnostic(
                "import-date",
                amount.source,
                _(
                    "{day} is of another year than the report of {year}",
                    day=amount.date.isoformat(),
                    year=year,
                ),
                published=amount.date.isoformat(),
                computed=str(year),
                hint=_("look at the day, or at the year in content/report.yaml"),
                severity=Severity.ERROR if abs(found - year) > 2 else Severity.WARNING,
            )


def find_several_days(table: Table, *, dated: bool) -> Iterator[Diagnostic]:
    """Two columns of days, of which only one can be that of the amounts.

    :param dated: whether each row counts on a day of its own.
    """
    days = [column for column in table.columns if column.meaning is Role.DATE]
    if dated and len(days) > 1:
        labels = ", ".join(column.label for column in days)
        yield Diagnostic(
            "import-column",
            table.sheet.place(table.bottom, days[1].number),
            _("several columns hold days: {columns}", columns=labels),
            published=labels,
            hint=_(
                "say in a profile under columns which of them don't count: «{column}: ignore»",
                column=days[0].label,
            ),
        )
