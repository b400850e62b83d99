"""A column headed 계 is the sum of the columns beside it, in any reading of the headers."""

from __future__ import annotations

import pytest

from reportgen.checks.table_cross_sums import WrongCrossSum, find_wrong_cross_sums
from reportgen.model.blocks import Table


def _find(columns: str, rows: str) -> list[WrongCrossSum]:
    table = Table.model_validate(
        {
            "columns": [{"name": tuple(name.split("/"))} for name in columns.split("|")],
            "rows": [row.split("|") for row in rows.split("\n")],
        }
    )
    return list(find_wrong_cross_sums(table))


@pytest.mark.parametrize(
    ("columns", "rows", "wrong"),
    [
        ("구분|상반기|하반기|계", "가|2|3|6", (0, 3, "6", "5", False)),
        ("구분|상반기|하반기|합 계", "가|2|3|5\n합계|2|3|6", (1, 3, "6", "5", False)),
        ("구분|계|국비|시비", "가|11|6|4\n나|10|6|4", (0, 1, "11", "10", False)),
        ("구분|국비|시비|소계|기타|합계", "가|6|4|10|5|16", (0, 5, "16", "15", False)),
        ("구분|1분기|2분기|계|비율(%)", "가|2건|3건|6건|10", (0, 3, "6건", "5건", False)),
        ("구분|상반기|하반기|계", "가|1.2|1.2|2.5", (0, 3, "2.5", "2.4", True)),
        ("기준|상반기|하반기|계", "2025|2|3|6", (0, 3, "6", "5", False)),
        ("구분|집행/상반기|집행/하반기|집행/계", "가|2|3|6", (0, 3, "6", "5", False)),
        ("구분|갑/금액|갑/건수|을/금액|을/건수|계/금액", "가|1|5|2|6|4", (0, 5, "4", "3", False)),
        ("구분|갑/국|갑/시|갑/계|을/국|을/시|을/계", "가|1|1|2|1|2|5", (0, 6, "5", "3", False)),
        ("구분|갑/계|갑/국|갑/시|을/계|을/국|을/시", "가|2|1|1|5|1|2", (0, 4, "5", "3", False)),
        (
            "구분|갑/국|갑/시|갑/계|을/국|을/시|을/계|합계",
            "가|1|1|2|1|2|3|6",
            (0, 7, "6", "5", False),
        ),
    ],
)
def test_a_total_beside_its_parts_that_is_wrong_is_found(
    columns: str, rows: str, wrong: tuple[int, int, str, str, bool]
) -> None:
    assert _find(columns, rows) == [wrong]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("구분|상반기|하반기|계", "가|2|3|5\n나|-|3|3\n합계|2|6|8"),
        ("구분|계|국비|시비|전년", "가|10|6|4|9"),
        ("구분|합계|소계|국비|시비|자부담", "가|15|10|6|4|5"),
        ("구분|국비|시비|소계|민간|자부담|소계|합계", "가|6|4|10|1|2|3|13"),
        ("구분|단가|수량|횟수|계", "가|10|2|3|60"),
        ("구분|인원(명)|예산(천원)|계(천원)", "가|10|20|30"),
        ("구분|상반기|하반기|계", "가|미정|3|6\n나|2|3|5"),
        ("구분|상반기|하반기|누계", "가|2|3|60"),
        ("구분|예산|계", "가|2|3"),
        ("구분|예산/국비|예산/시비|집행/국비|집행/시비|집행/계", "가|9|9|1|2|3"),
        ("구분|정원/계|정원/남|현원/계|현원/남|현원/여", "가|1|1|3|2|1"),
        ("구분|갑/사업비|갑/계|을/사업비|을/계", "가|1|1|3|3"),
        ("구분|갑/국|갑/시|갑/계|을/국|을/시|을/계|합계", "가|1|1|2|1|2|3|5"),
        ("구분|갑/금액|갑/건수|을/금액|을/건수|계/금액|계/건수", "가|1|5|2|6|3|11"),
        ("구분|회계|통계", "가|2|3"),
    ],
)
def test_what_adds_up_or_may_mean_something_else_is_fine(columns: str, rows: str) -> None:
    assert _find(columns, rows) == []


def test_a_column_of_which_no_row_agrees_is_in_doubt() -> None:
    found = _find("구분|상반기|하반기|계", "가|2|3|6\n나|2|3|7\n다|2|3|8")
    assert [wrong.is_doubtful for wrong in found] == [True, True, True]


def test_a_column_that_says_so_is_no_sum() -> None:
    names = [{"name": "상반기"}, {"name": "하반기"}, {"name": "계", "sum": False}]
    table = Table.model_validate({"columns": names, "rows": [["2", "3", "6"]]})
    assert list(find_wrong_cross_sums(table)) == []
