"""Numbers, dates and unit lines: rounded half up, once and last, and no zero with a sign."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.model.report import Notation, Style
from reportgen.money import parse_amount
from reportgen.templating.printed import Printed
from reportgen.views.formatting import Formatter, spell_number

REPORT = Formatter(Notation())
LETTER = Formatter(Notation(style=Style.OFFICIAL_LETTER))
RATIOS = st.decimals(-1000, 1000, allow_nan=False, places=8)
WON = st.integers(-(10**15), 10**15)
DAY = date(2026, 6, 5)


def _figure(value: int | Decimal | None, unit: Unit) -> Figure:
    return Figure("a.b", value, unit, Formula(Operation.INPUT))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (-851_340, "△851,340"),
        (Decimal("3884.5"), "3,885"),
        (Decimal("3885.5"), "3,886"),
        (Decimal("-0.4"), "0"),
        (None, "-"),
    ],
)
def test_a_number_is_grouped_and_rounded_half_up(value: int | Decimal | None, text: str) -> None:
    assert REPORT.number(value) == text


@given(WON)
def test_a_number_that_was_written_is_read_back(value: int) -> None:
    assert parse_amount(REPORT.number(value)) == value


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6), st.integers(0, 4))
def test_a_zero_never_has_a_sign(value: Decimal, decimals: int) -> None:
    text = REPORT.number(value, decimals)
    assert not text.startswith("△") or re.search("[1-9]", text)


@given(st.integers(-(10**12), 10**12))
def test_a_half_is_rounded_away_from_zero(whole: int) -> None:
    half = Decimal(whole) + (Decimal("0.5") if whole >= 0 else Decimal("-0.5"))
    expected = whole + 1 if whole >= 0 else whole - 1
    assert REPORT.number(half) == REPORT.number(expected)


@given(WON, WON)
def test_a_larger_amount_is_never_printed_smaller(first: int, second: int) -> None:
    low, high = sorted((first, second))
    printed = [parse_amount(REPORT.thousands(won)) for won in (low, high)]
    assert printed[0] is not None
    assert printed[1] is not None
    assert printed[0] <= printed[1]


@pytest.mark.parametrize(
    ("won", "thousands", "millions"),
    [
        (273_600_000, "273,600천원", "274백만원"),
        (499, "0천원", "0백만원"),
        (500, "1천원", "0백만원"),
        (-500_000, "△500천원", "△1백만원"),
        (0, "0천원", "0백만원"),
    ],
)
def test_won_are_written_as_thousands_or_millions(won: int, thousands: str, millions: str) -> None:
    assert (REPORT.thousand_won(won), REPORT.million_won(won)) == (thousands, millions)


def test_no_amount_has_the_sign_for_none() -> None:
    assert REPORT.thousands(None) == "-"


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        ("0.125", "12.5%"),
        ("0.0005", "0.1%"),
        ("0.00049", "0.0%"),
        ("-0.6141", "△61.4%"),
        ("-0.00049", "0.0%"),
        ("12.3456", "1,234.6%"),
        ("0", "0.0%"),
    ],
)
def test_a_ratio_is_written_as_per_cent(ratio: str, text: str) -> None:
    assert REPORT.percent(Decimal(ratio)) == text


@given(RATIOS)
def test_per_cent_agrees_with_the_unrounded_ratio(ratio: Decimal) -> None:
    rounded = (ratio * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    sign = "△" if rounded < 0 else ""
    assert REPORT.percent(ratio) == f"{sign}{abs(rounded):,}%"


def test_no_ratio_has_the_sign_for_none() -> None:
    assert (REPORT.percent(None), REPORT.points(None)) == ("-", "-")


def test_the_notation_chooses_the_decimals_of_per_cent() -> None:
    assert Formatter(Notation(percent_decimals=2)).percent(Decimal("0.12345")) == "12.35%"


@pytest.mark.parametrize(("ratio", "text"), [("0.032", "3.2%p"), ("-0.032", "△3.2%p")])
def test_a_difference_of_ratios_is_in_points(ratio: str, text: str) -> None:
    assert REPORT.points(Decimal(ratio)) == text


@pytest.mark.parametrize(
    ("rate", "change", "text"),
    [
        (Decimal("0.125"), 5, "12.5%"),
        (Decimal("-1"), -5, "△100.0%"),
        (Decimal(0), 0, "0.0%"),
        (None, 5, "순증"),
        (None, 0, "-"),
        (None, -5, "순감"),
    ],
)
def test_growth_from_zero_has_a_word(rate: Decimal | None, change: int, text: str) -> None:
    assert REPORT.change_rate(rate, change) == text


@pytest.mark.parametrize(("value", "text"), [(0, "-"), (None, "-"), (3, "3"), (1200, "1,200")])
def test_a_count_of_none_has_its_sign(value: int | None, text: str) -> None:
    assert REPORT.count(value) == text


@pytest.mark.parametrize(("value", "text"), [(4, "+4"), (-1, "△1"), (0, "-")])
def test_a_surplus_of_people_has_a_plus(value: int, text: str) -> None:
    assert REPORT.signed_count(value) == text


def test_every_sign_is_that_of_the_notation() -> None:
    formatter = Formatter(Notation(decrease="▲", zero="영", none="없음", growth_from_zero="신규"))
    assert [
        formatter.number(-1),
        formatter.number(0),
        formatter.number(None),
        formatter.change_rate(None, 1),
    ] == ["▲1", "영", "없음", "신규"]


@pytest.mark.parametrize(
    ("formatter", "day", "period", "line"),
    [
        (REPORT, "’26. 6. 5.", "’26. 6. ~ 11.", "(’26. 6. 5. 기준, 단위: 천원, %)"),
        (LETTER, "2026. 6. 5.", "2026. 6. ~ 11.", "(2026. 6. 5. 기준, 단위: 천원, %)"),
    ],
)
def test_the_style_chooses_how_dates_are_written(
    formatter: Formatter, day: str, period: str, line: str
) -> None:
    written = (
        formatter.day(DAY),
        formatter.period("2026-06/2026-11"),
        formatter.unit_line("천원, %", DAY),
    )
    assert written == (day, period, line)


def test_the_turn_of_the_year_keeps_the_year_of_the_calendar() -> None:
    assert REPORT.day(date(2024, 12, 30)) == "’24. 12. 30."


def test_a_unit_line_may_have_no_date() -> None:
    assert REPORT.unit_line("명") == "(단위: 명)"


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2026-07", "’26. 7."),
        ("2026-07-03", "’26. 7. 3."),
        ("2026-09-30/2026-10-02", "’26. 9. 30. ~ 10. 2."),
        ("2026-11/2027-02", "’26. 11. ~ ’27. 2."),
        ("2009-01/2009-02", "’09. 1. ~ 2."),
    ],
)
def test_a_period_repeats_no_year(period: str, text: str) -> None:
    assert REPORT.period(period) == text


def test_won_in_full_are_digits_in_a_report() -> None:
    assert REPORT.won(113_560) == "113,560원"


def test_won_in_an_official_letter_are_digits_and_words() -> None:
    assert LETTER.won(113_560) == "금113,560원(금일십일만삼천오백육십원)"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "영"),
        (10, "일십"),
        (1_004, "일천사"),
        (10_000, "일만"),
        (100_000_000, "일억"),
        (100_010_000, "일억일만"),
        (1_000_000_000_000, "일조"),
        (-5, "마이너스오"),
    ],
)
def test_a_number_is_spelled(value: int, words: str) -> None:
    assert spell_number(value) == words


def _read_words(words: str) -> int:
    """An oracle that goes the other way: the number that Korean words say."""
    total = group = digit = 0
    for mark in words.removeprefix("마이너스"):
        if mark in "영일이삼사오육칠팔구":
            digit = "영일이삼사오육칠팔구".index(mark)
        elif mark in "십백천":
            group, digit = group + digit * {"십": 10, "백": 100, "천": 1000}[mark], 0
        else:
            scale = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}[mark]
            total, group, digit = total + (group + digit) * scale, 0, 0
    value = total + group + digit
    return -value if words.startswith("마이너스") else value


@given(st.integers(-(10**20) + 1, 10**20 - 1))
def test_spelled_words_say_the_number(value: int) -> None:
    assert _read_words(spell_number(value)) == value


def test_a_filter_takes_a_figure_and_remembers_it() -> None:
    figure = _figure(273_600_000, Unit.WON)
    text = REPORT.filters()["thousand_won"](figure)
    assert isinstance(text, Printed)
    assert (text, text.figures) == ("273,600천원", (figure,))


def test_a_filter_takes_a_plain_value() -> None:
    assert REPORT.filters()["thousand_won"](273_600_000) == "273,600천원"


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [
        ("thousand_won", Unit.RATIO, "a ratio, and the filter prints won"),
        ("percent", Unit.WON, "won, and the filter prints a ratio"),
        ("won", Unit.PEOPLE, "people, and the filter prints won"),
    ],
)
def test_a_filter_refuses_a_figure_of_another_unit(name: str, unit: Unit, words: str) -> None:
    with pytest.raises(TypeError, match=rf"^a\.b counts {words}$"):
        REPORT.filters()[name](_figure(1, unit))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (273_600_000, Unit.WON, "273,600"),
        (Decimal("0.5"), Unit.RATIO, "50.0%"),
        (None, Unit.RATIO, "-"),
        (12, Unit.PEOPLE, "12"),
    ],
)
def test_a_figure_without_a_filter_is_written_by_its_unit(
    value: int | Decimal | None, unit: Unit, text: str
) -> None:
    assert REPORT.present(_figure(value, unit)) == text


@pytest.mark.parametrize(("value", "text"), [(DAY, "’26. 6. 5."), ("가", "가"), (2026, "2026")])
def test_a_plain_value_is_written_as_it_is(value: object, text: str) -> None:
    assert REPORT.present(value) == text
