"""Columns of months: what was spent in each of them, as running totals of their last days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Quantity, quantity_of
from reportgen.importing.columns.column_reading import Reading, Stated
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.profile import Amounts
from reportgen.readers.finance.words import UNCLEAR, Derived, Role

_OF_MONTHS = (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.COLLECTION)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The year of a table, and up to where it speaks.

    :ivar as_of: the day as of which it stands, if it says so.
    :ivar amounts: how months are meant, where that is asked for: each by itself (``entries``),
        or all up to its end (``cumulative``).
    """

    year: int
    as_of: date | None
    amounts: Amounts | None = None

    def first(self, column: Column) -> date:
        """The first day of a column's months."""
        assert column.months is not None
        return date(self.year, column.months[0], 1)

    def last(self, column: Column) -> date:
        """The last day of a column's months that has come."""
        assert column.months is not None
        month = column.months[1]
        end = date(self.year, month, monthrange(self.year, month)[1])
        return min(end, self.as_of) if self.as_of and self.first(column) <= self.as_of else end

    def is_future(self, column: Column) -> bool:
        """Whether a column's months begin after the day as of which the table stands."""
        return self.as_of is not None and self.first(column) > self.as_of


def plan_months(
    reading: Reading, columns: Sequence[Column], calendar: Calendar, kind: EntryKind | None
) -> None:
    """State the amounts of columns that name months."""
    by_kind: dict[EntryKind, list[Column]] = {}
    for column in columns:
        settled = _settle_kind(reading, column, kind)
        if settled:
            by_kind.setdefault(settled, []).append(column)
    for found, months in by_kind.items():
        _plan_kind(reading, found, months, calendar)


def _settle_kind(reading: Reading, column: Column, kind: EntryKind | None) -> EntryKind | None:
    if isinstance(column.meaning, EntryKind):
        return column.meaning
    role = Role(column.meaning or Role.AMOUNT)
    choices = _OF_MONTHS if role is Role.AMOUNT else UNCLEAR.get(role, ())
    if kind in choices:
        return kind
    if not any(stated == _("not clear") for stated in reading.became.values()):
        reading.complain_unclear(column, ", ".join(choices))
    reading.became[column.number] = _("not clear")
    return None


def _plan_kind(reading: Reading, kind: EntryKind, months: list[Column], calendar: Calendar) -> None:
    months = _set_sums_aside(reading, months)
    spans = [column.months for column in months if column.months]
    if any(after <= before for before, after in pairwise(spans)):
        _explain_order(reading, months)
        return
    passed = [column for column in months if not calendar.is_future(column)]
    for column in months:
        if calendar.is_future(column) and reading.arithmetic.says_anything((column,)):
            _explain_future(reading, column, calendar)
    if not passed:
        return
    running = _is_running(reading, kind, passed, calendar)
    if running is None:
        return
    whole = reading.open.pop(kind, None)
    is_of_year = passed[0].months is not None and passed[0].months[0] == 1
    if calendar.as_of and not running and is_of_year:
        amount = whole or quantity_of(*passed)
        reading.stated.append(Stated(amount, kind, frozenset({kind}), day=calendar.as_of))
    if whole:
        reading.leave(whole.columns, _("the sum of its parts, checked"))
        reading.derived.extend(whole.columns)
    for column in _list_speaking(reading, passed):
        reading.state(
            Stated(
                quantity_of(column),
                kind,
                frozenset({kind}),
                since=None if running else calendar.first(column),
                day=calendar.last(column),
            )
        )
    reading.known[kind] = quantity_of(passed[-1]) if running else quantity_of(*passed)


def _set_sums_aside(reading: Reading, months: list[Column]) -> list[Column]:
    """The months without quarters and halves of the year that add them up, which are checked."""
    finest = min(last - first for first, last in (c.months for c in months if c.months))
    kept = [c for c in months if c.months and c.months[1] - c.months[0] == finest]
    for column in months:
        if column in kept or not column.months:
            continue
        first, last = column.months
        inside = [c for c in kept if c.months and first <= c.months[0] and c.months[1] <= last]
        if not inside:
            return months
        reading.leave((column,), _("the sum of its parts, checked"))
        parts = quantity_of(*inside)
        for row in reading.arithmetic.fit(column, parts).differing:
            reading.complain_sum(column, parts, row, _("correct one of the cells"))
    return kept


def _list_speaking(reading: Reading, months: Sequence[Column]) -> list[Column]:
    """The months up to the last that says something."""
    filled = [c for c in months if reading.arithmetic.says_anything((c,))]
    last = max((column.number for column in filled), default=0)
    for column in months:
        if column.number > last:
            reading.leave((column,), _("ignored: {reason}", reason=_("no amounts")))
    return [column for column in months if column.number <= last]


def _is_running(
    reading: Reading, kind: EntryKind, months: Sequence[Column], calendar: Calendar
) -> bool | None:
    """Whether each month holds all up to its end; None where that is not clear, which is told."""
    told = {column.is_running for column in months}
    if told == {True}:
        return True
    if calendar.amounts is not None and told == {False}:
        return calendar.amounts is Amounts.CUMULATIVE
    filled = [c for c in months if reading.arithmetic.says_anything((c,))]
    if told == {False} and not filled:
        return False
    sums = _list_sums(reading, kind, months)
    is_sum = any(reading.arithmetic.agree(total, quantity_of(*months)) for total in sums)
    is_last = any(
        reading.arithmetic.agree(total, quantity_of(c)) for c in filled[-1:] for total in sums
    )
    if told == {False} and len(filled) > 1 and is_sum is not is_last:
        return is_last
    if told == {False} and len(filled) > 1 and not sums and _falls(reading, filled):
        return False
    _explain_months(reading, months)
    return None


def _list_sums(reading: Reading, kind: EntryKind, months: Sequence[Column]) -> list[Quantity]:
    """What may be the sum of the months: the amount without a month, or 계 beside them."""
    found = [reading.open[kind]] if kind in reading.open else []
    totals = [c for c in reading.table.columns if c.derived is Derived.TOTAL]
    return found + [quantity_of(total) for total in totals if total not in months]


def _falls(reading: Reading, months: Sequence[Column]) -> bool:
    """Whether an amount is smaller than that of the month before, as no running total is."""
    read = reading.arithmetic.read
    return any(
        (read(row, after) or 0) < (read(row, before) or 0)
        for before, after in pairwise(months)
        for row in reading.arithmetic.rows
    )


def _explain_order(reading: Reading, months: Sequence[Column]) -> None:
    reading.leave(months, _("not clear"))
    reading.complain(
        months[0],
        _(
            "the months are not in the order of one year: {months}",
            months=", ".join(column.label for column in months),
        ),
        _("give months of another year their year, or say «HEADER: ignore» of them in a profile"),
    )


def _explain_months(reading: Reading, months: Sequence[Column]) -> None:
    reading.leave(months, _("not clear"))
    reading.complain(
        months[0],
        _(
            "{column} may be the amount of that time, or all of the year up to its end",
            column=months[0].label,
        ),
        _(
            "say --amounts entries for the first, --amounts cumulative for the second; if a "
            "column holds the running total of the day of the sheet, say its kind in a profile "
            "under columns: «{column}: disbursement»",
            column=months[0].label,
        ),
    )


def _explain_future(reading: Reading, column: Column, calendar: Calendar) -> None:
    assert calendar.as_of is not None
    reading.complain(
        column,
        _(
            "{column} holds amounts, but the table stands as of {day}",
            column=column.label,
            day=calendar.as_of.isoformat(),
        ),
        _(
            "say the day with --date, or in a profile under columns: «{column}: ignore»",
            column=column.label,
        ),
    )
