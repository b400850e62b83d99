"""Rounding half up, ratios, and every notation of an amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.money import MILLION, apportion, compute_ratio, parse_amount, round_half_up

DECIMALS = st.decimals(-(10**12), 10**12, allow_nan=False, places=6)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.4", 0, "0"),
        ("2.449", 1, "2.4"),
        ("2.45", 1, "2.5"),
        ("-0.04", 1, "0.0"),
    ],
)
def test_halves_round_away_from_zero(value: str, decimals: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(value), decimals)) == rounded


@given(DECIMALS, st.integers(0, 4))
def test_rounding_moves_a_value_by_half_a_step_at_most(value: Decimal, decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    assert abs(round_half_up(value, decimals) - value) * 2 <= step


@given(DECIMALS, st.integers(0, 4))
def test_rounding_never_makes_a_negative_zero(value: Decimal, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    assert rounded != 0 or not rounded.is_signed()


@given(DECIMALS, st.integers(0, 4))
def test_rounding_is_symmetric_around_zero(value: Decimal, decimals: int) -> None:
    assert round_half_up(-value, decimals) == -round_half_up(value, decimals)


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**15))
def test_a_ratio_is_not_rounded_to_the_decimals_that_print(part: int, whole: int) -> None:
    ratio = compute_ratio(part, whole)
    assert ratio is not None
    assert abs(ratio * whole - part) <= abs(part) * Decimal("1e-20")


@given(st.integers())
def test_a_ratio_to_zero_has_no_value(part: int) -> None:
    assert compute_ratio(part, 0) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("1,234", 1234),
        ("1234", 1234),
        (" 1,234 ", 1234),
        ("+7", 7),
        ("△1,234", -1234),
        ("▲1234", -1234),
        ("▽ 5", -5),
        ("▼5", -5),
        ("−5", -5),
        ("-5", -5),
        ("(1,234)", -1234),
    ],
)
def test_every_notation_of_an_amount_is_read(text: str, amount: int) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "1.5", "1,23", "12,3456", "1 000", "천", "5천원", "(-5)", "()", "1e3", "--5"],
)
def test_what_is_no_whole_number_is_not_read(text: str) -> None:
    assert parse_amount(text) is None


@given(st.integers(-(10**18), 10**18))
def test_grouped_digits_are_read_back(amount: int) -> None:
    assert parse_amount(f"{amount:,}") == amount


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=20))
def test_parts_add_up_to_their_rounded_sum_and_none_moves_by_a_unit(amounts: list[int]) -> None:
    total = int(round_half_up(Decimal(sum(amounts)) / MILLION))
    parts = apportion(amounts, MILLION, total)
    assert sum(parts) == total
    assert all(
        abs(part * MILLION - amount) < MILLION for part, amount in zip(parts, amounts, strict=True)
    )


def test_the_largest_rests_are_rounded_up_first() -> None:
    assert apportion([1_300_000, 1_600_000, 1_600_000], MILLION, 5) == [1, 2, 2]
    assert apportion([1_300_000, 1_400_000, 1_300_000], MILLION, 4) == [1, 2, 1]
