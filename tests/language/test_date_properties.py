"""Whatever is printed or usually typed is read as the day that was meant."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.language.date_readings import WEEKDAYS
from reportgen.language.dates import read_day
from reportgen.language.periods import read_period
from reportgen.model.report import Notation, Style
from reportgen.views.formatting import Formatter

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
FORMS = (
    "{0:%Y-%m-%d}",
    "{0:%Y%m%d}",
    "{0.year}. {0.month}. {0.day}.",
    "{0.year}.{0.month}.{0.day}",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}년 {0.month}월 {0.day}일({1})",
    "’{0:%y}. {0.month}. {0.day}.",
    "'{0:%y}-{0:%m}-{0:%d}",
    "’{0:%y}년 {0.month}월 {0.day}일",
)
SHORT_FORMS = ("{0:%y}. {0.month}. {0.day}.", "{0:%y}-{0:%m}-{0:%d}", "{0:%y%m%d}")


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_a_day_is_read_from_each_form(form: str, day: date) -> None:
    assert read_day(form.format(day, WEEKDAYS[day.weekday()])) == day


@pytest.mark.parametrize("form", SHORT_FORMS)
@given(day=st.dates(date(2013, 1, 1), date(2099, 12, 31)))
def test_two_digits_above_12_are_a_year(form: str, day: date) -> None:
    assume(form != "{0:%y%m%d}" or day.year != 2020)  # 201205 may be a month
    assert read_day(form.format(day)) == day


@pytest.mark.parametrize("style", Style)
@given(first=DAYS, last=DAYS)
def test_a_printed_period_is_read_again(style: Style, first: date, last: date) -> None:
    first, last = sorted((first, last))
    printer = Formatter(Notation(style=style))
    days, months = f"{first}/{last}", f"{first:%Y-%m}/{last:%Y-%m}"
    assert read_period(printer.period(days)) == days
    assert read_period(printer.period(months)) == months


@given(first=DAYS, last=DAYS)
def test_iso_8601_stays_itself(first: date, last: date) -> None:
    first, last = sorted((first, last))
    assert read_period(f"{first}/{last}") == f"{first}/{last}"
    assert read_day(first.isoformat()) == first
