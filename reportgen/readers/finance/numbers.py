"""Numbers of a workbook as exact decimals and as days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

_SHOWN = Context(prec=15, rounding=ROUND_HALF_UP)
"""Excel keeps and shows 15 digits; what a double has beyond them is noise."""

_LARGEST_EXPONENT = 30
_FIRST_DAY = date(1899, 12, 30)
_FIRST_DAY_1904 = date(1904, 1, 1)
_LAST_SERIAL = 2_958_465
"""31 December 9999."""

_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(50, 59)])
"""Number formats of dates that need no definition (ECMA-376, 18.8.30, with those of Korean)."""

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SCALE = re.compile(r"[0#?](,+)(?![0#?,])")


def parse_number(text: str) -> Decimal | None:
    """The number that a workbook stores, with 15 digits, or None when it is none.

    >>> parse_number("273600.00000000006"), parse_number("1e3"), parse_number("NaN")
    (Decimal('273600.000000000'), Decimal('1E+3'), None)
    """
    try:
        number = _SHOWN.create_decimal(text.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or number.adjusted() > _LARGEST_EXPONENT:
        return Decimal(0) if number.is_zero() else None
    return number if number.adjusted() >= -_LARGEST_EXPONENT else Decimal(0)


def find_day(serial: Decimal, from_1904: bool = False) -> date | None:
    """The day of a serial number, or None when it is none.

    >>> find_day(Decimal("45813.75"))
    datetime.date(2025, 6, 5)
    """
    if not 1 <= serial <= _LAST_SERIAL:
        return None
    days = int(serial)
    if from_1904:
        return _FIRST_DAY_1904 + timedelta(days=days)
    # The 29 February 1900 that never was has the number 60.
    return _FIRST_DAY + timedelta(days=days + (days < 60))


def shows_day(number_format: int, code: str) -> bool:
    """Whether a number format shows a day.

    >>> shows_day(0, 'yyyy". "m". "d"."'), shows_day(0, '#,##0;[Red]-#,##0'), shows_day(14, "")
    (True, False, True)
    """
    if not code:
        return number_format in _BUILT_IN_DATES
    plain = _LITERALS.sub("", code.split(";")[0]).lower()
    return "general" not in plain and ("y" in plain or "d" in plain)


def count_thousands(code: str) -> int:
    """How often a number format divides by 1,000 what it shows.

    >>> count_thousands("#,##0"), count_thousands('#,##0,"천원"'), count_thousands("0.0,,")
    (0, 1, 2)
    """
    match = _SCALE.search(_LITERALS.sub("", code.split(";")[0]))
    return len(match[1]) if match else 0
