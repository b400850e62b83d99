"""Jinja's own filters and tests of numbers, made exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from jinja2 import Environment, pass_environment
from jinja2.filters import make_attrgetter

from reportgen.i18n import translate as _
from reportgen.templating.code.arithmetic import (
    OPERATORS,
    add_all,
    is_number,
    make_exact,
    round_number,
    settle,
)
from reportgen.templating.code.numerals import EXACT, check_conversions, read_decimal


def to_int(value: Any, default: Any = 0, base: int = 10) -> Any:
    """The whole part of a number, or of a text that writes one."""
    try:
        if isinstance(value, str) and base != 10:
            return int(value, base)
        return int(make_exact(_read(value)))
    except (ValueError, TypeError, InvalidOperation):
        return default


def to_number(value: Any, default: Any = 0) -> Any:
    """A number, or what a text writes, with its decimals."""
    try:
        return settle(make_exact(_read(value)))
    except (ValueError, TypeError, InvalidOperation):
        return default


@pass_environment
def add_up(
    environment: Environment, values: Iterable[Any], attribute: Any = None, start: Any = 0
) -> Any:
    """The sum of the values, or of an attribute of each."""
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    return add_all(values, start)


def fill_text(text: Any, *values: Any, **named: Any) -> Any:
    """The text with its ``%`` conversions filled."""
    if values and named:
        raise TypeError(_("format takes either values or names"))
    return apply_modulo(str(text), named or values)


def apply_modulo(left: Any, right: Any) -> Any:
    """``%``: the rest of a division, or a text with its conversions filled."""
    if isinstance(left, str):
        check_conversions(left)
    return OPERATORS["%"](left, right)


def has_decimals(value: Any) -> bool:
    """Jinja's test ``float``: whether it is a number that isn't whole."""
    return isinstance(value, (Decimal, Fraction, float))


def _read(value: Any) -> Any:
    if isinstance(value, str):
        return Decimal(value.strip().replace("_", ""))
    if isinstance(value, bool) or is_number(value):
        return value
    raise TypeError(type(value).__name__)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "float": to_number,
    "format": fill_text,
    "int": to_int,
    "round": round_number,
    EXACT: read_decimal,
}
"""By name; they don't take the environment."""
