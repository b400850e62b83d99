"""A typed total is the sum of its rows, in any reading of the table."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.checks.table_sums import find_wrong_sums
from reportgen.model.blocks import Table

Rows = list[list[Any]]


def _find(columns: str, rows: str | Rows) -> list[tuple[int, str, str, str]]:
    """Row from 1, column, what the total says and what it should say."""
    names = columns.split("|")
    if isinstance(rows, str):
        rows = [line.split("|") for line in rows.split("\n")]
    table = Table.model_validate({"columns": [{"name": name} for name in names], "rows": rows})
    return [
        (wrong.total.row + 1, names[wrong.column], wrong.typed, wrong.computed)
        for wrong in find_wrong_sums(table)
    ]


@pytest.mark.parametrize(
    ("columns", "rows", "wrong"),
    [
        ("구분|건수", "가|1건\n나|2건\n합계|4건", (3, "건수", "4건", "3건")),
        ("구분|건수", "가|1\n나|-\n합계|2", (3, "건수", "2", "1")),
        ("구분|건수", "가|1\n나|\n합계|2", (3, "건수", "2", "1")),
        ("구분|인원", "가|5명\n나|7\n합 계|13명", (3, "인원", "13명", "12명")),
        ("구분|금액", "가|1,500\n나|△500\n총계|1,100", (3, "금액", "1,100", "1,000")),
        ("구분|금액", "가|1.5\n나|2.5\n계|5", (3, "금액", "5", "4")),
        ("구분|금액", "가|１００\n나|５０\n합계|１６０", (3, "금액", "160", "150")),
        ("구분|금액", "가|900천원\n나|1백만원\n계|2백만원", (3, "금액", "2백만원", "1.9백만원")),
        ("구분|금액|율", "가|1|10%\n나|2|30%\n합계|4|20%", (3, "금액", "4", "3")),
        ("연번|구분|금액", "1|가|10\n2|나|20\n|합계|31", (3, "금액", "31", "30")),
        ("연도|금액", "2023|2000\n2024|2050\n합계|4051", (3, "금액", "4,051", "4,050")),
        ("구분|금액|비고", "가|10|\n나|5|\n|16|계", (3, "금액", "16", "15")),
        ("금액|구분", "10|가\n5|나\n16|계", (3, "금액", "16", "15")),
        ("구분|집행잔액", "가|10\n나|5\n합계|16", (3, "집행잔액", "16", "15")),
        ("구분|금액", "계|11\n가|6\n나|4\n전년|9", (1, "금액", "11", "10")),
        ("구분|횟수", "가|2회\n나|3회\n계|6회", (3, "횟수", "6회", "5회")),
    ],
)
def test_a_total_that_is_not_the_sum_is_found(
    columns: str, rows: str, wrong: tuple[int, str, str, str]
) -> None:
    assert _find(columns, rows) == [wrong]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("시설|소계|101\n|의자|60\n|책상|40\n행사|소계|50\n|공연|50\n합계||150", (1, "101", "100")),
        ("시설|의자|60\n시설|책상|40\n시설|소계|101\n행사|공연|50\n합계||150", (3, "101", "100")),
        ("가||60\n나||40\n소계||100\n다||50\n소계||51\n총계||150", (5, "51", "50")),
        ("합계||150\n소계||100\n가||60\n나||40\n소계||51\n다||50", (5, "51", "50")),
        ("가|소계|3\n|나|3\n다|소계|4\n|라|4\n합계||8", (5, "8", "7")),
        ("소계 (가)||3\n소계 (나)||4\n합계||8", (3, "8", "7")),
    ],
)
def test_a_subtotal_may_stand_in_any_column_above_or_below_its_rows(
    rows: str, wrong: tuple[int, str, str]
) -> None:
    row, typed, computed = wrong
    assert _find("구분|세부|금액", rows) == [(row, "금액", typed, computed)]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("구분|건수", "가|1건\n나|2건\n합계|3건"),
        ("구분|세부|금액", "시설|소계|100\n|의자|60\n|책상|40\n행사|소계|50\n|공연|50\n합계||150"),
        ("구분|세부|금액", "A|x|1\nA|y|2\nA|소계|3\nB|z|4\nB|소계|4\n총계||7"),
        ("구분|금액", "합계|150\n소계|100\n가|60\n나|40\n소계|50\n다|50"),
        ("구분|금액", "가|60\n나|40\n소계|100\n다|50\n소계|50\n총계|150"),
        ("연번|구분|금액", "1|가|10\n2|나|20\n|합계|30"),
        ("구분|금액", "시설|100\n- 의자|60\n- 책상|40\n합계|100"),
        ("구분|금액", "가|10\n(나)|(5)\n합계|10"),
        ("구분|금액", "가|1,500천원\n나|△500천원\n합계|1백만원"),
        ("구분|금액", "가|10\n합계|-"),
        ("구분|금액", "가|-\n합계|5"),
        ("구분|금액", "가|10\n(국비)|6\n(시비)|4\n합계|10"),
        ("구분|금액", "(국비)|6\n(시비)|4\n합계|10"),
        ("구분|금액", "가|10\n그중 국비|6\n합계|10"),
        ("구분|금액", "계|10\n가|6\n나|4\n전년|9"),
        ("구분|금액", "계|10\n전년|9\n증감|1\n가|6\n나|4"),
        ("구분|금액", "가|6\n나|4\n소계|10\n누계|10"),
    ],
)
def test_a_total_that_is_the_sum_is_fine(columns: str, rows: str) -> None:
    assert _find(columns, rows) == []


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("구분|집행률(%)", "가|10.0\n나|20.0\n합계|15.0"),
        ("구분|달성", "가|10%\n나|20%\n합계|15%"),
        ("구분|단가", "가|10\n나|20\n합계|15"),
        ("구분|1인당 금액", "가|10\n나|20\n합계|15"),
        ("구분|평균", "가|10\n나|20\n합계|15"),
        ("구분|설립", "가|2010\n나|2015\n합계|2"),
        ("구분|완료", "가|3월\n나|4월\n합계|2"),
        ("구분|전화", "가|02-123-4567\n나|02-123-4568\n합계|2"),
        ("구분|순서", "가|1\n나|2\n다|3\n합계|3"),
        ("구분|금액", "가|미정\n나|50\n합계|100"),
        ("구분|금액", "가|{{ figures.a }}\n나|50\n합계|100"),
        ("구분|규모", "가|3명\n나|5건\n합계|9"),
        ("구분|금액", "기계|3\n통계|4\n회계|5"),
        ("구분|소요일수", "가|6\n나|12\n합계|12"),
        ("구분|기간(개월)", "가|6\n나|12\n합계|12"),
        ("구분|기간（개월）", "가|6\n나|12\n합계|12"),
        ("구분|진도", "가|60\n나|80\n합계|70"),
        ("구분|목표 달성도", "가|60\n나|80\n합계|70"),
        ("구분|실인원", "가|6명\n나|8명\n합계|10명"),
        ("구분|회차", "가|2\n나|5\n합계|5"),
        ("구분|교육", "가|1회\n나|2회\n계|2회"),
        ("구분|잔액", "입금|100\n출금|60\n합계|60"),
    ],
)
def test_what_nobody_adds_up_is_left_alone(columns: str, rows: str) -> None:
    assert _find(columns, rows) == []


def test_decimals_that_rounding_explains_are_told_as_such() -> None:
    rows = [["가", "1.3"], ["나", "2.3"], ["합계", "3.7"]]
    columns = [{"name": "구분"}, {"name": "억원"}]
    (wrong,) = find_wrong_sums(Table.model_validate({"columns": columns, "rows": rows}))
    assert (wrong.typed, wrong.computed, wrong.is_rounding) == ("3.7", "3.6", True)


def test_a_span_over_columns_of_amounts_belongs_to_none() -> None:
    rows: Rows = [["가", {"text": "5", "colspan": 2}, ""], ["나", "1", "2"], ["합계", "9", "9"]]
    assert _find("구분|상반기|하반기", rows) == [(3, "상반기", "9", "6")]


def test_a_label_that_spans_is_read_once() -> None:
    rows: Rows = [["가", "나", "5"], [{"text": "합계", "colspan": 2}, "", "6"]]
    assert _find("구분|세부|금액", rows) == [(2, "금액", "6", "5")]
