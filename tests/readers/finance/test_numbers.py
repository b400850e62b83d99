"""Numbers as a workbook stores them."""

from datetime import date
from decimal import Decimal

import pytest

from reportgen.readers.finance.numbers import count_thousands, find_day, parse_number, shows_day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("273600", "273600"),
        ("0.1", "0.1"),
        ("1.2E3", "1200"),
        ("273600.00000000006", "273600"),
        ("0e999999999", "0"),
        ("1e-99", "0"),
    ],
)
def test_a_number_keeps_fifteen_digits(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e999999", "가", "", "1,000"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("serial", "from_1904", "day"),
    [
        ("45813", False, date(2025, 6, 5)),
        ("45813.99", False, date(2025, 6, 5)),
        ("44351", True, date(2025, 6, 5)),
        ("59", False, date(1900, 2, 28)),
        ("61", False, date(1900, 3, 1)),
        ("0.5", False, None),
        ("9999999", False, None),
    ],
)
def test_a_serial_number_is_a_day(serial: str, from_1904: bool, day: date | None) -> None:
    assert find_day(Decimal(serial), from_1904) == day


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (14, "", True),
        (58, "", True),
        (4, "", False),
        (176, "yyyy-mm-dd", True),
        (176, '[$-412]yyyy"년" m"월" d"일"', True),
        (176, "[h]:mm:ss", False),
        (176, '#,##0"days"', False),
        (176, "[Red]#,##0", False),
        (176, "General", False),
    ],
)
def test_a_format_of_days_is_known(number: int, code: str, shown: bool) -> None:
    assert shows_day(number, code) is shown


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("#,##0", 0),
        ("#,##0,", 1),
        ("#,##0,,", 2),
        ('#,##0,"천원";△#,##0,', 1),
        ("0.0,", 1),
        ("", 0),
    ],
)
def test_a_format_may_divide_by_thousands(code: str, count: int) -> None:
    assert count_thousands(code) == count
