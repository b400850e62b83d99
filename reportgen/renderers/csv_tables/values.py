"""Values as a loading system reads them: plain numbers, ISO 8601 days, texts on one line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.harmless import make_harmless
from reportgen.money import compute_ratio, round_half_up
from reportgen.views.annex_columns import is_number
from reportgen.views.grid import Cell

RATE_PLACES = 6
"""Of a quotient: those of a percentage with four decimals, the most that a report prints."""


def spell_value(value: int | Decimal | date | str | None) -> str:
    """A value without separators, signs of notation or units.

    >>> spell_value(-851340), spell_value(Decimal(1) / 3), spell_value(date(2026, 6, 30))
    ('-851340', '0.333333', '2026-06-30')
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return spell_rate(value)
    return make_harmless(value) if isinstance(value, str) else str(value)


def spell_rate(rate: Decimal) -> str:
    """A quotient with six places, rounded half up: ``0.250000`` is 25%."""
    return format(round_half_up(rate, RATE_PLACES), "f")


def spell_ratio(part: int, base: int) -> str:
    """The quotient; empty where the base is zero."""
    ratio = compute_ratio(part, base)
    return "" if ratio is None else spell_rate(ratio)


def spell_cell(cell: Cell, in_numbers: bool) -> str:
    """What a cell of a grid holds.

    :param in_numbers: whether it stands in a column of numbers, where a sign for no value
        is no value.
    """
    if is_number(cell) or isinstance(cell.value, date):
        return spell_value(cell.value)
    return "" if in_numbers else make_harmless(cell)
