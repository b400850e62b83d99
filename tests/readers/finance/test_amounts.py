"""Amounts in every notation."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.finance.amounts import AmountError, as_won, read_amount
from reportgen.readers.finance.grid import GridCell, Scalar

NOTATIONS = ("△{}", "▲{}", "▽{}", "▼{}", "-{}", "−{}", "({})", "( {} )", "△ {}", "{}-", "－{}")


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_decrease_is_read_in_every_notation(notation: str) -> None:
    assert read_amount(GridCell(notation.format("1,234")), 1000) == -1_234_000


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("273,600", 273_600_000),
        ("+273600", 273_600_000),
        (" 273,600.5 ", 273_600_500),
        ("(△273,600)", -273_600_000),
        ("[▲1]", -1_000),
        ("‐1", -1_000),
        ("１２３", 123_000),
        ("₩1,000", 1_000_000),
        ("\\1,000", 1_000_000),
        ("1,234원", 1_234),
        ("1,234 천원", 1_234_000),
        ("2백만원", 2_000_000),
        ("0", 0),
        ("-", 0),
        ("–", 0),
    ],
)
def test_an_amount_is_read(text: str, won: int) -> None:
    assert read_amount(GridCell(text), 1000) == won


@pytest.mark.parametrize("cell", [None, GridCell(""), GridCell("   ")])
def test_an_empty_cell_says_nothing(cell: GridCell | None) -> None:
    assert read_amount(cell, 1000) is None


@pytest.mark.parametrize(
    "value",
    [
        *("많음", "1,23", "12,3456", "(-1)", "-1-", "△", "#REF!", "1.2.3", "9" * 40, "1 2"),
        True,
        date(2026, 6, 30),
        Decimal(10) ** 18,
    ],
)
def test_what_is_no_amount_is_told(value: Scalar) -> None:
    with pytest.raises(AmountError):
        read_amount(GridCell(value), 1000)


def test_a_number_is_taken_as_it_is_shown() -> None:
    assert read_amount(GridCell(Decimal(273_600_000), thousands=1), 1000) == 273_600_000


def test_what_is_left_of_a_sum_of_doubles_is_nothing() -> None:
    assert read_amount(GridCell(Decimal("1.4E-14")), 10**8) == 0


def test_a_part_of_a_won_is_no_amount_of_the_ledger() -> None:
    assert (as_won(Decimal("1000.0")), as_won(Decimal("0.5"))) == (1000, None)


@given(
    won=st.integers(min_value=1, max_value=10**14),
    notation=st.sampled_from(NOTATIONS),
    unit=st.sampled_from([1, 1000, 1_000_000]),
)
def test_any_amount_comes_back_from_any_notation_and_unit(
    won: int, notation: str, unit: int
) -> None:
    spelled = f"{Decimal(won) / unit:,f}"
    assert read_amount(GridCell(notation.format(spelled)), unit) == -won
