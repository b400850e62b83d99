"""Operators of expressions are exact, and stop before a number gets too long."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.templating.code.arithmetic import (
    OPERATORS,
    add_all,
    make_exact,
    round_number,
    settle,
    to_decimal,
)

NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15),
    st.decimals(-(10**9), 10**9, allow_nan=False, places=4),
    st.fractions(-1000, 1000, max_denominator=1000).map(settle),
)


@given(NUMBERS, NUMBERS.filter(bool), NUMBERS)
def test_what_was_divided_is_whole_again(dividend: object, divisor: object, more: object) -> None:
    quotient = OPERATORS["/"](dividend, divisor)
    assert OPERATORS["*"](quotient, divisor) == dividend
    assert OPERATORS["-"](OPERATORS["+"](quotient, more), more) == quotient


@given(NUMBERS, NUMBERS.filter(bool))
def test_whole_parts_and_rests_make_up_the_number(dividend: object, divisor: object) -> None:
    parts, rest = (OPERATORS[sign](dividend, divisor) for sign in ("//", "%"))
    assert isinstance(parts, int)
    assert make_exact(parts) * make_exact(divisor) + make_exact(rest) == make_exact(dividend)
    assert 0 <= make_exact(rest) / make_exact(divisor) < 1


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_a_half_is_rounded_away_from_zero(units: int, places: int) -> None:
    half = Fraction(2 * units + 1, 2 * 10**places)
    rounded = make_exact(round_number(settle(half), places))
    assert rounded == Fraction(units + (units >= 0), 10**places)


@pytest.mark.parametrize(
    ("value", "precision", "method", "rounded"),
    [
        (Decimal("14.45"), 1, "common", Decimal("14.5")),
        (Decimal("-0.5"), 0, "common", -1),
        (1500, -3, "common", 2000),
        (Decimal("0.14"), 1, "ceil", Decimal("0.2")),
        (Decimal("-0.14"), 1, "ceil", Decimal("-0.1")),
        (Decimal("0.19"), 1, "floor", Decimal("0.1")),
        (0.285, 2, "common", Decimal("0.29")),
    ],
)
def test_numbers_are_rounded(value: object, precision: int, method: str, rounded: object) -> None:
    assert round_number(value, precision, method) == rounded


def test_an_unknown_way_to_round_is_refused() -> None:
    with pytest.raises(ValueError, match="no way to round"):
        round_number(1, 0, "even")


def test_decimals_and_quotients_are_added_up() -> None:
    assert add_all([Decimal("0.1"), settle(Fraction(1, 3)), 1]) == Fraction(43, 30)


def test_a_long_number_is_cut_so_that_it_rounds_only_once() -> None:
    below = Decimal("0.4449999999999999999999999999999999")
    assert to_decimal(below) < Decimal("0.445")
    assert to_decimal(Decimal("0.1445")) == Decimal("0.1445")


@pytest.mark.parametrize(
    ("left", "sign", "right"),
    [
        (2, "**", 10**9),
        (Decimal("1.1"), "**", -(10**9)),
        (10**200, "*", 10**200),
        (2**1024 - 1, "+", 1),
        (-(2**1024) + 1, "-", 1),
        (Decimal("1e9999999"), "+", 1),
        (Decimal("1e-9999999"), "*", 2),
    ],
)
def test_a_number_of_hundreds_of_digits_is_refused_at_once(
    left: object, sign: str, right: object
) -> None:
    with pytest.raises(OverflowError, match="too many digits"):
        OPERATORS[sign](left, right)


@pytest.mark.parametrize(
    ("base", "exponent", "power"),
    [(1, 10**30, 1), (-1, 10**30 + 1, -1), (0, 10**30, 0), (2, -2, Decimal("0.25")), (5, 0, 1)],
)
def test_powers(base: int, exponent: int, power: object) -> None:
    assert OPERATORS["**"](base, exponent) == power


@pytest.mark.parametrize(("sign", "right"), [("/", 0), ("//", 0), ("%", Decimal(0))])
def test_nothing_is_divided_by_zero(sign: str, right: object) -> None:
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        OPERATORS[sign](1, right)


def test_texts_and_lists_keep_their_operators() -> None:
    assert [OPERATORS["*"]("a", 2), OPERATORS["+"]([1], [2]), OPERATORS["+"](True, 1)] == [
        "aa",
        [1, 2],
        2,
    ]
