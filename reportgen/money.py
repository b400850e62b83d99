"""Won, ratios, and rounding half up. No float comes near an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from typing import NewType

from reportgen.limits import MOST_WON

Won = NewType("Won", int)
"""A whole number of won. Thousands and millions are units of display only."""

THOUSAND = 1_000
MILLION = 1_000_000
HUNDRED_MILLION = 100_000_000


class MoneyUnit(StrEnum):
    """A unit in which amounts are printed, by its word."""

    WON = "원"
    THOUSAND = "천원"
    MILLION = "백만원"
    HUNDRED_MILLION = "억원"

    @property
    def won(self) -> int:
        """How many won it is."""
        return {
            MoneyUnit.WON: 1,
            MoneyUnit.THOUSAND: THOUSAND,
            MoneyUnit.MILLION: MILLION,
            MoneyUnit.HUNDRED_MILLION: HUNDRED_MILLION,
        }[self]


_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
"""Room for the sum of a million of the largest amounts."""

TRIANGLES = "△▲▽▼Δ∆ㅿᅀ▵⊿▿"
"""Triangles that are typed for a decrease, and letters that look like them."""

MINUS_SIGNS = f"{TRIANGLES}−–—\u2010\u2011-"
"""Every sign before a decrease."""

SIGN = rf"[+{MINUS_SIGNS}]|\([{MINUS_SIGNS}]\)"
"""The pattern of a sign before an amount: a mark, or one in brackets."""

_AMOUNT = re.compile(rf"(?P<sign>{SIGN})?\s*(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)")


def round_half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """The value with that many decimals, halves away from zero, and never a negative zero.

    >>> round_half_up(Decimal("3884.5"))
    Decimal('3885')
    >>> round_half_up(Decimal("-0.04"), 1)
    Decimal('0.0')
    """
    rounded = _WIDE.quantize(value, Decimal(1).scaleb(-decimals))
    return abs(rounded) if rounded == 0 else rounded


def round_units(won: int, unit: int) -> int:
    """Whole units of so many won, half up.

    >>> round_units(10_000_500, 1_000), round_units(-400, 1_000)
    (10001, 0)
    """
    return int(round_half_up(Decimal(won) / unit))


def apportion(amounts: Sequence[int], unit: int, total: int) -> list[int]:
    """Whole units for every amount that add up to the total, by largest remainder.

    Each amount is rounded down, and the units that are missing go to those with the largest
    rest, the first of equal ones first. The total has to lie within the sum of the amounts
    rounded down and up, as a total that is itself rounded does.

    :param amounts: won; :param total: units.

    >>> apportion([1_400_000, 1_400_000, 1_200_000], 1_000_000, 4)
    [2, 1, 1]
    """
    parts = [divmod(amount, unit) for amount in amounts]
    units = [whole for whole, _rest in parts]
    missing = total - sum(units)
    order = sorted(range(len(parts)), key=lambda at: -parts[at][1])
    for at in order[: max(missing, 0)]:
        units[at] += 1
    return units


def compute_ratio(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    """``part / whole`` unrounded, or None when the whole is zero.

    >>> compute_ratio(1, 4)
    Decimal('0.25')
    >>> compute_ratio(1, 0) is None
    True
    """
    return Decimal(part) / Decimal(whole) if whole else None


def name_unit(unit: int) -> str:
    """The word for thousands of won, or for won, as a header spells it.

    >>> name_unit(THOUSAND), name_unit(1)
    ('천원', '원')
    """
    return "천원" if unit == THOUSAND else "원"


def parse_amount(text: str) -> int | None:
    """The whole number that the text writes, or None when it writes none, or one out of reach.

    Every notation of a negative in use is read: △ ▲ ▽ ▼ Δ ∆ ㅿ ▵ − - (-) and brackets.

    >>> parse_amount("△851,340"), parse_amount("(1,234)"), parse_amount("1.5")
    (-851340, -1234, None)
    >>> parse_amount("(-)1,234"), parse_amount("[1,234]"), parse_amount("ㅿ1,234")
    (-1234, -1234, -1234)
    """
    stripped = text.strip()
    inside = strip_brackets(stripped)
    match = _AMOUNT.fullmatch(stripped if inside is None else inside)
    if match is None or (inside is not None and match["sign"]):
        return None
    digits = match["digits"].replace(",", "").lstrip("0")
    if len(digits) > len(str(MOST_WON)):
        return None
    amount = int(digits or "0")
    return -amount if inside is not None or (match["sign"] or "+") != "+" else amount


def strip_brackets(text: str) -> str | None:
    """What stands inside round or square brackets around a whole text; None without them.

    >>> strip_brackets("( 1,234 )"), strip_brackets("(-)1,234")
    ('1,234', None)
    """
    if text[:1] + text[-1:] not in ("()", "[]") or len(text) < 2:
        return None
    inside = text[1:-1].strip()
    return None if set(inside) & set("()[]") else inside
