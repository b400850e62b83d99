"""The rows of a typed table that add up others, and the rows that they add up."""

from __future__ import annotations

import pytest

from reportgen.model.blocks import Table
from reportgen.model.table_totals import TotalRow, count_items, find_totals, list_parts


def _table(*rows: str) -> Table:
    cells = [row.split("|") for row in rows]
    columns = [{"name": str(number)} for number in range(len(cells[0]))]
    return Table.model_validate({"columns": columns, "rows": cells})


@pytest.mark.parametrize(
    ("row", "column", "rank"),
    [
        ("계|1", 0, 2),
        ("합  계|1", 0, 3),
        ("총계|1", 0, 4),
        ("합계(A+B)|1", 0, 3),
        ("시설 소계|1", 0, 1),
        ("소계 ①|1", 0, 1),
        ("Total|1", 0, 3),
        ("가|소계", 1, 1),
        ("합계:|1", 0, 3),
        ("[합계]|1", 0, 3),
        ("<합계>|1", 0, 3),
        ("【 합 계 】|1", 0, 3),
        ("합 계*|1", 0, 3),
        ("사업비 계|1", 0, 2),
        ("合計|1", 0, 3),
        ("小計|1", 0, 1),
        ("총액|1", 0, 4),
        ("총합|1", 0, 4),
        ("누계|1", 0, 3),
        ("합\u200b계|1", 0, 3),
    ],
)
def test_a_total_is_known_by_its_label(row: str, column: int, rank: int) -> None:
    assert find_totals(_table(row)) == {0: TotalRow(0, column, rank)}


@pytest.mark.parametrize(
    "row",
    [
        "기계|1",
        "회계|1",
        "합계 금액을 늘림|1",
        "가|1",
        "가|1|계",
        "기 계|1",
        "회  계|1",
        "인건비총액|1",
    ],
)
def test_other_words_are_no_totals(row: str) -> None:
    assert find_totals(_table(row)) == {}


def test_a_total_may_be_named_behind_its_amounts() -> None:
    assert find_totals(_table("|16|계")) == {0: TotalRow(0, 0, 2, is_behind=True)}


def test_items_are_the_rows_that_are_no_totals() -> None:
    table = _table("가|1", "나|2", "소계|3", "다|4", "합계|7")
    assert (count_items(table, range(5)), count_items(table, range(2, 4))) == (3, 1)


def test_the_likeliest_rows_of_a_total_come_first() -> None:
    table = _table("가|1", "나|2", "소계|3", "다|4", "소계|4", "합계|7")
    totals = find_totals(table)
    first = {row: list_parts(table, totals, total)[0] for row, total in totals.items()}
    assert first == {2: [0, 1], 4: [3], 5: [0, 1, 3]}


def test_totals_may_stand_above_their_rows() -> None:
    table = _table("합계|7", "소계|3", "가|1", "나|2", "소계|4", "다|4")
    totals = find_totals(table)
    first = {row: list_parts(table, totals, total)[0] for row, total in totals.items()}
    assert first == {0: [2, 3, 5], 1: [2, 3], 4: [5]}
