"""Months, days and ranges; refused only where nobody can know."""

import pytest

from reportgen.language.date_readings import DateError
from reportgen.language.periods import read_period

MAY = "2026-05/2026-11"
DAYS = "2026-05-01/2026-05-31"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-05", "2026-05"),
        ("2026.5", "2026-05"),
        ("2026. 5.", "2026-05"),
        ("202605", "2026-05"),
        ("05/2026", "2026-05"),
        ("’26. 5.", "2026-05"),
        ("26.5.", "2026-05"),
        ("2026년 5월", "2026-05"),
        ("’26년 5월", "2026-05"),
        ("2026. 5. 31.(일)", "2026-05-31"),
        ("20260531", "2026-05-31"),
        ("2026-05/2026-11", MAY),
        ("2026-05~2026-11", MAY),
        ("2026-05-2026-11", MAY),
        ("2026. 5. ~ 11.", MAY),
        ("2026.5～11", MAY),
        ("2026. 5. ∼ 2026. 11.", MAY),
        ("’26. 5. – ’26. 11.", MAY),
        ("26.5 ~ 26.11", MAY),
        ("2026년 5월 ~ 11월", MAY),
        ("2026년 5~11월", MAY),
        ("2026년 5월부터 11월까지", MAY),
        ("202605~202611", MAY),
        ("’26. 11. ~ ’27. 2.", "2026-11/2027-02"),
        ("’26.5.1. ~ 5. 31.", DAYS),
        ("2026.5.1~2026.5.31", DAYS),
        ("2026.5.1-2026.5.31", DAYS),
        ("2026/5/1 - 2026/5/31", DAYS),
        ("2026-05-01/2026-05-31", DAYS),
        ("2026-05-01/31", DAYS),
        ("2026. 5. 1. ~ 31.", DAYS),
        ("2026.5.1.(금)~31.(일)", DAYS),
        ("2026년 5월 1일부터 5월 31일까지", DAYS),
        ("2026년 5월 1~31일", DAYS),
        ("20260501-20260531", DAYS),
        ("2026-05/2026-11-05", "2026-05/2026-11-05"),
    ],
)
def test_a_period_is_read(text: str, period: str) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("2026.5-11", "it may be 2026-05/2026-11 or 2026-05-11; write the one that is meant"),
        ("2026-05/06", "it may be 2026-05/2026-06 or 2026-05-06; write the one that is meant"),
        ("5.6.2026", "it may be 2026-05-06 or 2026-06-05; write the one that is meant"),
        ("201205", "it may be 2020-12-05 or 2012-05; write the one that is meant"),
        (
            "2026. 11. ~ 2.",
            "it ends before it begins; if the next year is meant, write 2026-11/2027-02",
        ),
        ("2026-11/2026-07", "it ends before it begins"),
        ("2026-13", "the calendar has no 2026-13"),
        ("2026-02-30/2026-03-01", "the calendar has no 2026-02-30"),
        ("2026. 5. 1. ~ 5. 32.", "the calendar has no 2026-05-32"),
        ("2026. 5. 1. ~ 5. 31.(월)", "2026-05-31 is a 일요일; correct one of the two"),
        ("5. 31.", "the year is missing; write it with four digits"),
        ("7월", "the year is missing; write it with four digits"),
        (
            "46173",
            "it may be a spreadsheet's number for 2026-05-31; write that day, or format the cell "
            "as a date",
        ),
        ("2026", ""),
        ("2026-06/", ""),
        ("2026-06/2026-07/2026-08", ""),
        ("2026. 5. 31.까지", ""),
        ("2026. 5. 1.부터", ""),
        ("2026. 5. 1. ~ 6월", ""),
        ("2026. 5. ~ 31일", ""),
        ("-" * 1000, ""),
    ],
)
def test_what_is_refused_says_why(text: str, cause: str) -> None:
    with pytest.raises(DateError) as caught:
        read_period(text)
    assert caught.value.cause == cause
