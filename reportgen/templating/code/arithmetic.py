"""Exact arithmetic for expressions: no operator and no filter makes a binary fraction.

A quotient whose decimals end is a ``Decimal``, another one a ``Quotient``; what is whole is
an ``int``. So what is printed is rounded once, half up, by the filter that prints it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import ROUND_05UP, Context, Decimal
from fractions import Fraction
from typing import Any

from reportgen.i18n import translate as _

Number = int | Decimal | Fraction
_MOST_BITS = 1024
"""Of a numerator or denominator: some 300 digits, far more than any amount has."""
_PRINTED = Context(prec=28, rounding=ROUND_05UP)
"""As many digits as other decimals have; the last one never lets the rest round twice."""


class Quotient(Fraction):
    """A quotient whose decimals don't end; as text it has 28 digits."""

    def __str__(self) -> str:
        return format(to_decimal(self), "f")


def to_decimal(value: Decimal | Fraction) -> Decimal:
    """The value with at most 28 digits, which round half up as the value itself does.

    >>> to_decimal(Fraction(1, 8)), to_decimal(Fraction(2, 3))
    (Decimal('0.125'), Decimal('0.6666666666666666666666666666'))
    """
    if isinstance(value, Decimal):
        return _PRINTED.plus(value)
    return _PRINTED.divide(Decimal(value.numerator), Decimal(value.denominator))


def is_number(value: object) -> bool:
    """Whether it takes part in arithmetic."""
    return isinstance(value, (int, float, Decimal, Fraction)) and not isinstance(value, bool)


def make_exact(value: Any) -> Fraction:
    """The number as a fraction; a binary one as it is written.

    :raises OverflowError: when it has hundreds of digits.
    """
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and abs(value.adjusted()) > _MOST_BITS // 4:
        raise _too_long()
    return Fraction(value)


def settle(value: Fraction) -> Number:
    """The value as an ``int``, else as a ``Decimal``, else as a quotient.

    >>> settle(Fraction(4, 2)), settle(Fraction(1445, 10000)), settle(Fraction(-1, 3))
    (2, Decimal('0.1445'), Quotient(-1, 3))
    """
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MOST_BITS:
        raise _too_long()
    if value.denominator == 1:
        return value.numerator
    places = _count_places(value.denominator)
    if places is None:
        return Quotient(value)
    return Decimal(f"{value.numerator * 10**places // value.denominator}E-{places}")


def add_all(values: Any, start: Any = 0) -> Any:
    """The sum, exact."""
    for value in values:
        start = OPERATORS["+"](start, value)
    return start


def round_number(value: Any, precision: int = 0, method: str = "common") -> Number:
    """The number with that many decimals, halves away from zero.

    :param method: ``common``, ``ceil`` or ``floor``.

    >>> round_number(Decimal("14.45"), 1), round_number(-5), round_number(Decimal("0.1"), 0, "ceil")
    (Decimal('14.5'), -5, 1)
    """
    if method not in ("common", "ceil", "floor"):
        raise ValueError(_("{method} is no way to round", method=method))
    if abs(precision) > _MOST_BITS // 4:
        raise _too_long()
    unit = Fraction(10) ** -precision
    units = make_exact(value) / unit
    if method == "common":
        whole = (abs(units) + Fraction(1, 2)).__floor__()
        return settle((whole if units > 0 else -whole) * unit)
    return settle((units.__ceil__() if method == "ceil" else units.__floor__()) * unit)


def _too_long() -> OverflowError:
    return OverflowError(_("the number has too many digits"))


def _count_places(denominator: int) -> int | None:
    """How many decimals a fraction with that denominator has, None when they never end."""
    counts = []
    for factor in (2, 5):
        count = 0
        while denominator % factor == 0:
            denominator //= factor
            count += 1
        counts.append(count)
    return max(counts) if denominator == 1 else None


def _divide(left: Fraction, right: Fraction) -> Fraction:
    if not right:
        raise ZeroDivisionError(_("division by zero"))
    return left / right


def _raise_to(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        raise ValueError(_("an exponent has to be a whole number"))
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if bits > 1 and abs(exponent) * (bits - 1) > _MOST_BITS:
        raise _too_long()
    if not base and exponent < 0:
        raise ZeroDivisionError(_("division by zero"))
    return Fraction(base ** (exponent.numerator if bits > 1 or not base else exponent % 2))


def _make_operator(
    exact: Callable[[Fraction, Fraction], Any],
    usual: Callable[[Any, Any], Any],
    keeps_whole: bool = False,
) -> Callable[[Any, Any], Any]:
    """The operator of two numbers; figures, texts and lists have their own.

    :param keeps_whole: whether of whole numbers it makes a whole number.
    """

    def apply(left: Any, right: Any) -> Any:
        if keeps_whole and left.__class__ is int and right.__class__ is int:
            whole = usual(left, right)
            if whole.bit_length() > _MOST_BITS:
                raise _too_long()
            return whole
        if not (is_number(left) and is_number(right)):
            return usual(left, right)
        return settle(Fraction(exact(make_exact(left), make_exact(right))))

    return apply


def _divide_whole(left: Fraction, right: Fraction) -> Fraction:
    return Fraction(_divide(left, right).__floor__())


def _find_rest(left: Fraction, right: Fraction) -> Fraction:
    return left - right * _divide_whole(left, right)


OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": _make_operator(operator.add, operator.add, keeps_whole=True),
    "-": _make_operator(operator.sub, operator.sub, keeps_whole=True),
    "*": _make_operator(operator.mul, operator.mul, keeps_whole=True),
    "/": _make_operator(_divide, operator.truediv),
    "//": _make_operator(_divide_whole, operator.floordiv),
    "%": _make_operator(_find_rest, operator.mod),
    "**": _make_operator(_raise_to, operator.pow),
}
"""By sign, the operators of expressions; a rest has the sign of the divisor."""
