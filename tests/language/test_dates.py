"""Days and months in every form of Korean offices; refused only where nobody can know."""

from datetime import date

import pytest

from reportgen.language.date_readings import DateError
from reportgen.language.dates import explain_date, read_day

DAY = date(2026, 5, 31)
MEANT = "write the one that is meant"


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-31",
        "2026.5.31",
        "2026. 5. 31.",
        "2026 . 05 . 31 .",
        "2026/5/31",
        "2026–05–31",
        "2026ㆍ5ㆍ31",
        "20260531",
        "20260531(일)",
        "260531",
        "2026년 5월 31일",
        "2026년5월31일",
        "2026년 5. 31.",
        "2026年 5月 31日",
        "’26. 5. 31.",
        "‘26. 5. 31",
        "'26.5.31",
        "`26.5.31.",
        "´26.5.31.",
        "＇26．5．31",
        "’26년 5월 31일",
        "26년 5월 31일",
        "26.5.31.",
        "26-5-31",
        "２０２６－０５－３１",
        "2026. 5. 31.(일)",
        "2026. 5. 31. ( 일요일 )",
        "2026년 5월 31일 일요일",
        "2026-05-31 00:00:00",
        "2026-05-31T13:05",
        "2026-05-31 오후 1:05",
        "2026. 5. 31.(일) 오후 2시",
        "2026. 5. 31. 14시 30분",
        "\u00a02026.\u00a05.\u200b 31. ",
    ],
)
def test_a_day_is_read(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/31/26", DAY),
        ("31.5.2026", DAY),
        ("5/31/2026", DAY),
        ("5.5.2026", date(2026, 5, 5)),
        ("’05. 6. 26.", date(2005, 6, 26)),
        ("05.6.3", date(2005, 6, 3)),
        ("05/06/26(일)", date(2005, 6, 26)),
        ("13.5.31", date(2013, 5, 31)),
        ("190101", date(2019, 1, 1)),
        ("19010101", date(1901, 1, 1)),
    ],
)
def test_the_one_reading_that_exists_is_taken(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("5.6.2026", f"it may be 2026-05-06 or 2026-06-05; {MEANT}"),
        ("05/06/26", f"it may be 2005-06-26, 2026-05-06 or 2026-06-05; {MEANT}"),
        ("12.5.31", f"it may be 2012-05-31, 2031-12-05 or 2031-05-12; {MEANT}"),
        ("201205", f"it may be 2020-12-05 or 2012-05; {MEANT}"),
        ("2026-02-30", "the calendar has no 2026-02-30"),
        ("26. 2. 30.", "the calendar has no 2026-02-30"),
        ("20261301", "the calendar has no 2026-13-01"),
        ("31.2.2026", "the calendar has no 2026-02-31"),
        ("2026. 5. 31.(월)", "2026-05-31 is a 일요일; correct one of the two"),
        (
            "46173",
            "it may be a spreadsheet's number for 2026-05-31; write that day, or format the cell "
            "as a date",
        ),
        (
            "46173.5",
            "it may be a spreadsheet's number for 2026-05-31; write that day, or format the cell "
            "as a date",
        ),
        ("2026-05", "the day is missing"),
        ("202605", "the day is missing"),
        ("5월 31일", "the year is missing; write it with four digits"),
        ("5. 31.", "the year is missing; write it with four digits"),
        ("99999", ""),
        ("126.5.31", ""),
        ("’126. 5. 31.", ""),
        ("5년 3월 1일", ""),
        ("2026. 5. 3①", ""),
        ("2026..5.31", ""),
        ("5월 말", ""),
        ("2026. 5. ~ 6.", ""),
        ("", ""),
        ("2026-05-31" * 20, ""),
    ],
)
def test_what_is_refused_says_why(text: str, cause: str) -> None:
    assert explain_date(text) == cause
    with pytest.raises(DateError):
        read_day(text)


def test_a_day_needs_no_explanation() -> None:
    assert explain_date("2026-05-31") == ""
