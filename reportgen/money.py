"""Won, ratios, and rounding half up. No float comes near an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NewType

from reportgen.limits import MOST_WON

Won = NewType("Won", int)
"""A whole number of won. Thousands and millions are units of display only."""

THOUSAND = 1_000
MILLION = 1_000_000
HUNDRED_MILLION = 100_000_000

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
"""Room for the sum of a million of the largest amounts."""

_NEGATIVE_SIGNS = "△▲▽▼−-"
_AMOUNT = re.compile(rf"(?P<sign>[+{_NEGATIVE_SIGNS}])?\s*(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)")


def round_half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """The value with that many decimals, halves away from zero, and never a negative zero.

    >>> round_half_up(Decimal("3884.5"))
    Decimal('3885')
    >>> round_half_up(Decimal("-0.04"), 1)
    Decimal('0.0')
    """
    rounded = _WIDE.quantize(value, Decimal(1).scaleb(-decimals))
    return abs(rounded) if rounded == 0 else rounded


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


def parse_amount(text: str) -> int | None:
    """The whole number that the text writes, or None when it writes none, or one out of reach.

    Every notation of a negative in use is read: △ ▲ ▽ ▼ − - and brackets.

    >>> parse_amount("△851,340"), parse_amount("(1,234)"), parse_amount("1.5")
    (-851340, -1234, None)
    """
    stripped = text.strip()
    bracketed = stripped.startswith("(") and stripped.endswith(")")
    match = _AMOUNT.fullmatch(stripped[1:-1].strip() if bracketed else stripped)
    if match is None or (bracketed and match["sign"]):
        return None
    digits = match["digits"].replace(",", "").lstrip("0")
    if len(digits) > len(str(MOST_WON)):
        return None
    amount = int(digits or "0")
    return -amount if bracketed or (match["sign"] or "+") in _NEGATIVE_SIGNS else amount
