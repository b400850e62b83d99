"""Amounts in every notation that finance uses, as exact numbers of the table's unit."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from reportgen.money import MINUS_SIGNS, SIGN, TRIANGLES, Won, strip_brackets
from reportgen.readers.finance.grid import GridCell
from reportgen.readers.finance.units import UNITS

_DASHES = re.compile(rf"[{MINUS_SIGNS}]+")
_AMOUNT = re.compile(
    rf"(?P<sign>{SIGN})?\s*[₩\\]?\s*(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<rest>\.\d{{1,15}})?"
    rf"\s*(?P<unit>{'|'.join(sorted(UNITS, key=len, reverse=True))})?"
    rf"\s*(?P<behind>[{MINUS_SIGNS}]|\([{MINUS_SIGNS}]\))?"
)
_MOST = 10**18
"""No budget reaches it; whatever does is a mistake, or made to keep us busy."""


class AmountError(ValueError):
    """The cell holds something that is no amount."""


def read_amount(cell: GridCell | None, unit: int) -> Decimal | None:
    """The amount of a cell in won, or None when the cell says nothing.

    A lone dash is zero, as a number format shows it. A unit behind the number outdoes the
    table's.

    :param unit: the won that the number 1 stands for.
    :raises AmountError: when the cell holds anything else.

    >>> read_amount(GridCell("△1,234.5"), 1000), read_amount(GridCell("-"), 1000)
    (Decimal('-1234500.0'), Decimal('0'))
    >>> read_amount(GridCell("(△1,234)"), 1)
    Decimal('-1234')
    """
    if cell is None or cell.text == "":
        return None
    if isinstance(cell.value, Decimal):
        amount = _drop_noise(cell.value) / Decimal(1000) ** cell.thousands * unit
    elif isinstance(cell.value, str):
        amount = _parse(cell.text, unit)
    else:
        raise AmountError(cell.text)
    if abs(amount) >= _MOST:
        raise AmountError(cell.text)
    return amount


def _drop_noise(value: Decimal) -> Decimal:
    """The number without what is left of a sum of doubles that should be nothing."""
    if abs(value) >= _MOST:
        raise AmountError(f"{value:f}")
    rounded = round(value, 9)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def as_won(amount: Decimal) -> Won | None:
    """The amount as whole won, or None when it has a part of a won.

    >>> as_won(Decimal("1234500.0")), as_won(Decimal("0.5"))
    (1234500, None)
    """
    whole = int(amount)
    return Won(whole) if amount == whole else None


def find_unit_behind(text: str) -> int:
    """The won of the unit that stands behind an amount; 0 where none does.

    >>> find_unit_behind("274백만원"), find_unit_behind("274")
    (1000000, 0)
    """
    match = _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return UNITS[match["unit"]] if match and match["unit"] else 0


def _parse(text: str, unit: int) -> Decimal:
    plain = unicodedata.normalize("NFKC", text).strip()
    if _DASHES.fullmatch(plain) and not set(plain) & set(TRIANGLES):
        return Decimal(0)
    inside = strip_brackets(plain)
    match = _AMOUNT.fullmatch(plain if inside is None else inside)
    is_marked_twice = match and inside and (match["sign"] or "+") in TRIANGLES
    in_brackets = inside is not None and not is_marked_twice
    signs = [in_brackets, match and match["sign"], match and match["behind"]]
    if match is None or sum(map(bool, signs)) > 1 or len(match["digits"]) > 30:
        raise AmountError(text)
    number = Decimal(match["digits"].replace(",", "") + (match["rest"] or ""))
    number *= UNITS[match["unit"]] if match["unit"] else unit
    negative = inside is not None or match["behind"] or (match["sign"] or "+") != "+"
    return -number if negative else number
