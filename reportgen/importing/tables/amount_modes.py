"""Running totals or single amounts: what a table with a column of days holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind
from reportgen.readers.finance.amounts import AmountError, read_amount
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.days import parse_day
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.profile import Amounts
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import Derived, Meaning, Role

_OF_LISTS = frozenset[Meaning]({Role.KIND, Role.STAGE, Role.REFERENCE, Role.SOURCE, Role.APPROVAL})
"""What only a list of entries says of each of them."""

_SPENT = frozenset[Meaning](
    {EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.COLLECTION, Role.SPENT}
)
_PERIOD = re.compile(
    r"(?<![\d.])(?P<month>1[0-2]|[1-9])\s*월\s*(?:분|중|한\s*달|(?:예산\s*)?(?:지출|집행|수납|원인행위))"
    r"|(?P<quarter>[1-4])\s*(?:/\s*4\s*)?분기|하반기|당월|금월|전월"
    r"|(?<!\d)(?P<first>1[0-2]|0?[1-9])\s*[.월/-]\s*\d{1,2}\s*[.일]?\s*[~∼～]"
)
"""A part of a year, in a title; of a period the month in which it begins."""

_OF_STATES = frozenset[Meaning]({Role.BUDGET, Role.PRESENT, Role.AMENDED, EntryKind.OPENING})
"""Amounts that an account has, not ones that are paid."""


def has_days(table: Table) -> bool:
    """Whether the rows of a table have days."""
    return any(
        table.sheet.cell(row, column.number) for column in _list_days(table) for row in table.rows
    )


def has_months_alone(table: Table) -> bool:
    """Whether all amounts are of months, which have days of their own."""
    amounts = [column for column in table.columns if column.is_amount]
    of_months = {column.meaning for column in amounts if column.months}
    return bool(of_months) and all(
        column.months or column.is_total or column.meaning in of_months for column in amounts
    )


def without_days(table: Table) -> Table:
    """The table without its column of days, which say nothing about the day of its amounts."""
    columns = tuple(
        replace(column, meaning=Role.IGNORE) if column.meaning is Role.DATE else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def find_mode(table: Table) -> Amounts | None:
    """How the amounts of a table with days are meant, or None where nothing tells.

    A list names a kind, a stage or a document in each row. A table with budgets, balances,
    rates or 누계 is a state; but a balance that falls by each amount is that of a list. Of
    the others those are lists that begin with the day, or have an amount after a larger one
    of the same account, as no running total has.
    """
    meanings = {column.meaning for column in table.columns}
    if meanings & _OF_LISTS:
        return Amounts.ENTRIES
    if meanings & (_OF_STATES | (APPROPRIATION_KINDS - {EntryKind.AMENDMENT})):
        return Amounts.CUMULATIVE
    if any(c.derived is Derived.RATE or _is_running(c) for c in table.columns):
        return Amounts.CUMULATIVE
    balances = [c.number for c in table.columns if c.derived is Derived.BALANCE]
    if balances and _begins_with_day(table):
        return Amounts.ENTRIES if _runs_down(table, balances[0]) else None
    if balances:
        return Amounts.CUMULATIVE
    if "기준" in squeeze(_list_days(table)[0].label):
        return Amounts.CUMULATIVE
    if {Role.AMOUNT, Role.NOTE} & meanings or _begins_with_day(table):
        return Amounts.ENTRIES
    return Amounts.ENTRIES if _falls(table) else None


def find_period(table: Table) -> Iterator[Diagnostic]:
    """A title that speaks of a month or a quarter, of which alone the amounts may be.

    Not where a balance, a rate or 누계 stands beside them, which are of the year; nor of a time
    that begins with the year, since both are the same then.
    """
    columns = table.columns
    of_year = (Derived.BALANCE, Derived.RATE, Derived.UNCOLLECTED)
    if any(column.derived in of_year or _is_running(column) for column in columns):
        return
    spent = [c for c in columns if c.meaning in _SPENT and not c.months and not c.as_of]
    for row, number, text in table.sheet.texts() if spent else ():
        match = _PERIOD.search(text)
        if row < table.top and match and not _begins_year(match):
            yield Diagnostic(
                "import-column",
                table.sheet.place(row, number),
                _(
                    "«{period}»: {column} may be of that time alone, or of the year up to its end",
                    period=match[0].strip(),
                    column=spent[0].label,
                ),
                published=match[0].strip(),
                computed=", ".join(Amounts),
                hint=_("say --amounts entries for the first, --amounts cumulative for the second"),
            )
            return


def _begins_year(match: re.Match[str]) -> bool:
    begins = match["month"] or match["quarter"] or match["first"]
    return begins is not None and int(begins) == 1


def explain_mode(table: Table) -> Diagnostic:
    """That a table may be a list or a state."""
    day = _list_days(table)[0]
    return Diagnostic(
        "import-column",
        table.sheet.place(table.bottom, day.number),
        _("the amounts beside {column} may be payments or running totals", column=day.label),
        published=day.label,
        computed=", ".join(Amounts),
        hint=_("say --amounts entries for payments, --amounts cumulative for running totals"),
    )


def _list_days(table: Table) -> list[Column]:
    return [column for column in table.columns if column.meaning is Role.DATE]


def _begins_with_day(table: Table) -> bool:
    names = [column.number for column in table.columns if column.is_name]
    return _list_days(table)[0].number < min(names)


def _is_running(column: Column) -> bool:
    """Whether a header says 누계."""
    return column.is_amount and any("누계" in label or "누적" in label for label in column.labels)


def _falls(table: Table) -> bool:
    """Whether an account has an amount that is smaller than one of a day before."""
    names = [column.number for column in table.columns if column.is_name]
    day = _list_days(table)[0].number
    amounts = [column.number for column in table.columns if column.is_amount]
    series: dict[tuple[str, ...], list[int]] = {}
    for row in table.rows:
        series.setdefault(tuple(table.sheet.text(row, name) for name in names), []).append(row)
    return any(_series_falls(table, rows, day, amounts) for rows in series.values())


def _runs_down(table: Table, balance: int) -> bool:
    """Whether each balance is the one before it, less the amount of its row."""
    amounts = [column.number for column in table.columns if column.is_amount]
    pairs = list(pairwise(table.rows))
    return bool(pairs) and any(
        all(
            (read_plain(table, before, balance) or 0) - (read_plain(table, after, amount) or 0)
            == (read_plain(table, after, balance) or 0)
            for before, after in pairs
        )
        for amount in amounts
    )


def _series_falls(table: Table, rows: Sequence[int], day: int, amounts: Sequence[int]) -> bool:
    found = []
    for row in rows:
        cell = table.sheet.cell(row, day)
        when = parse_day(cell.value, 2000) if cell else None
        if when:
            found.append((when, row))
    ordered = [row for _when, row in sorted(found)]
    for column in amounts:
        said = [amount for row in ordered if (amount := read_plain(table, row, column)) is not None]
        if any(after < before for before, after in pairwise(said)):
            return True
    return False


def read_plain(table: Table, row: int, column: int) -> Decimal | None:
    """The amount of a cell in the unit of the table; None where it is none."""
    try:
        return read_amount(table.sheet.cell(row, column), 1)
    except AmountError:
        return None
