"""Days in every form."""

from datetime import date
from decimal import Decimal

import pytest

from reportgen.readers.finance.days import explain_day, find_as_of, find_year, parse_day
from reportgen.readers.finance.grid import Scalar

DAY = date(2025, 6, 5)


@pytest.mark.parametrize(
    "value",
    [
        "2025-06-05",
        "2025. 6. 5.",
        "2025.6.5",
        "2025/6/5",
        "20250605",
        "’25. 6. 5.",
        "'25.6.5.",
        "25-06-05",
        "2025년 6월 5일",
        "2025. 6. 5.(목)",
        "2025-06-05 13:05:59",
        "2025-06-05T00:00:00",
        Decimal(20250605),
        DAY,
    ],
)
def test_a_day_is_read(value: Scalar) -> None:
    assert parse_day(value) == DAY


@pytest.mark.parametrize("text", ["6월 5일", "6. 5.", "6/5", "6. 5.(목)"])
def test_a_day_without_its_year_needs_one(text: str) -> None:
    assert (parse_day(text), parse_day(text, 2025)) == (None, DAY)


@pytest.mark.parametrize(
    "value",
    ["2025-13-05", "2025-02-30", "내일", "", "45813", Decimal(45813), Decimal("1.5"), True],
)
def test_what_is_no_day_is_none(value: Scalar) -> None:
    assert parse_day(value, 2025) is None


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("5.6.2025", "it may be 2025-05-06 or 2025-06-05; write the one that is meant"),
        ("2025. 6. 5.(금)", "2025-06-05 is a 목요일; correct one of the two"),
        ("13월 3일", ""),
        ("6월 5일", ""),
    ],
)
def test_why_a_text_is_no_day_is_told(text: str, cause: str) -> None:
    assert explain_day(text) == cause
    assert cause == "" or parse_day(text, 2025) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("(’25. 6. 5. 기준, 단위: 천원)", DAY),
        ("2025년 6월 5일 현재", DAY),
        ("[2025.6.5.자 기준]", DAY),
        ("2025. 6월말 기준", date(2025, 6, 30)),
        ("2024년 2월 말 현재", date(2024, 2, 29)),
        ("’25. 6. 5.(목) 기준", DAY),
        ("2025–06–05 현재", DAY),
        ("2025·6·5 기준", DAY),
        ("2025年6月5日 기준", DAY),
        ("06/25/2025 기준", date(2025, 6, 25)),
        ("2025년 제1회 추경, ’25.6.5. 현재 (단위: 천원)", DAY),
        ("기준일: 2025. 6. 5.(목), 단위: 천원", DAY),
        ("기준일자 20250605 (단위: 원)", DAY),
        ("기준월: 2025. 6. 단위 천원", date(2025, 6, 30)),
        ("2025. 6. 5.(금) 기준", None),
        ("5/6/2025 기준", None),
        ("2025. 6. 5.", None),
        ("2025-13-05 기준", None),
        ("2025. 13월 말 기준", None),
    ],
)
def test_the_day_of_a_unit_line_is_found(text: str, day: date | None) -> None:
    assert find_as_of(text) == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025년도 세출예산", 2025),
        ("2025 예산현액", 2025),
        ("2025예산", 2025),
        ("’24 최종예산", 2024),
        ("2024", 2024),
        ("120250 원", None),
        ("제1회 추경", None),
    ],
)
def test_the_year_of_a_title_is_found(text: str, year: int | None) -> None:
    assert find_year(text) == year
