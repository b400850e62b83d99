"""Numbers and dates as a workbook stores them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportgen.money import THOUSAND

_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
"""Day 0 of the two date systems (ECMA-376, 18.17.4.1)."""


def spell_number(value: int | float | Decimal) -> str:
    """A number: every digit of a double, a whole one without a point.

    >>> spell_number(0.1 + 0.2), spell_number(Decimal("12.0"))
    ('0.30000000000000004', '12')
    """
    if isinstance(value, int):
        return str(value)
    double = float(value)
    return str(int(double)) if double.is_integer() else repr(double)


def spell_thousands(won: int | Decimal) -> str:
    """Won as thousands.

    >>> spell_thousands(273_600_000), spell_thousands(500)
    ('273600', '0.5')
    """
    if isinstance(won, int) and won % THOUSAND == 0:
        return str(won // THOUSAND)
    return spell_number(won / THOUSAND)


def spell_quotient(part: int | Decimal, base: int | Decimal) -> str:
    """``part / base`` as a spreadsheet divides, in doubles.

    >>> spell_quotient(1, 3), spell_quotient(Decimal("0.6"), 3)
    ('0.3333333333333333', '0.2')
    """
    return repr(float(part / base)).removesuffix(".0")


def spell_date(day: date, counts_from_1904: bool) -> str:
    """The number of a day in one of the two date systems.

    >>> spell_date(date(2025, 6, 5), counts_from_1904=False)
    '45813'
    """
    return str((day - (_EPOCH_1904 if counts_from_1904 else _EPOCH)).days)
