"""Parts of programmes: one column or several, sums among them, and what is no part."""

from pathlib import Path

import pytest

from reportgen.importing.rows.detail_columns import is_aspect
from tests.importing.finance import UNIT, list_entries, list_findings, plan_table

SPENT = ["2026-06-30 disbursement garden 1,000,000"]


@pytest.mark.parametrize(
    "table",
    [
        "세부사업|통계목|예산현액|지출액\n마을정원 가꾸기|계|200,000|81,000\n"
        "|사무관리비|150,000|80,000\n|행사운영비|50,000|1,000\n",
        "세부사업|통계목|예산현액|지출액\n마을정원 가꾸기|소계|200,000|81,000\n"
        "마을정원 가꾸기|사무관리비|150,000|80,000\n마을정원 가꾸기|행사운영비|50,000|1,000\n"
        "합계||200,000|81,000\n",
        "세부사업|편성목|통계목|예산현액|지출액\n마을정원 가꾸기|일반운영비||150,000|80,000\n"
        "||사무관리비|100,000|50,000\n||행사운영비|50,000|30,000\n|여비||50,000|1,000\n"
        "||국내여비|50,000|1,000\n",
        "세부사업|편성목|통계목|예산현액|지출액\n마을정원 가꾸기|||200,000|81,000\n"
        "|일반운영비||150,000|80,000\n||사무관리비|100,000|50,000\n||행사운영비|50,000|30,000\n"
        "|여비||50,000|1,000\n",
        "세부사업|편성목|통계목|예산현액|지출액\n"
        "마을정원 가꾸기|일반운영비|사무관리비|100,000|50,000\n"
        "||행사운영비|50,000|30,000\n||소계|150,000|80,000\n|여비|국내여비|50,000|1,000\n"
        "||소계|50,000|1,000\n",
        "구분|예산현액|지출액\n마을정원 가꾸기|200,000|81,000\n  인건비|120,000|60,000\n"
        "  경비|80,000|21,000\n",
        "사업명|항목|예산현액|지출액\n마을정원 가꾸기|인건비|120,000|60,000\n|경비|80,000|21,000\n",
        "세부사업|과목|예산현액|지출액\n마을정원 가꾸기|사무관리비|120,000|60,000\n"
        "마을정원 가꾸기|행사운영비|80,000|21,000\n",
        "정책사업|단위사업|세부사업|통계목|예산현액|지출액\n"
        "푸른 도시 만들기|마을정원 조성|마을정원 가꾸기|사무관리비|120,000|60,000\n"
        "푸른 도시 만들기|마을정원 조성|마을정원 가꾸기|행사운영비|80,000|21,000\n",
    ],
)
def test_parts_are_counted_once(tmp_path: Path, table: str) -> None:
    plan = plan_table(tmp_path, f"{UNIT}\n{table}")
    assert (list_findings(plan), list_entries(plan)) == ([], SPENT)


def test_a_part_that_its_own_parts_do_not_come_to_is_told(tmp_path: Path) -> None:
    table = (
        "세부사업|편성목|통계목|지출액\n마을정원 가꾸기|일반운영비||80,000\n"
        "||사무관리비|50,000\n||행사운영비|20,000\n"
    )
    assert list_findings(plan_table(tmp_path, f"{UNIT}\n{table}")) == [
        "표.csv:3: error [import-total] 일반운영비, 지출액: the sheet says 80,000, its rows add up "
        "to 70,000, difference 10,000\n  hint: the rows are 4, 5"
    ]


@pytest.mark.parametrize(
    "rows",
    [("계획", "실적"), ("2025년", "2026년"), ("기정", "변경"), ("목표", "달성률"), ("1월", "2월")],
)
def test_rows_of_other_amounts_are_no_parts(tmp_path: Path, rows: tuple[str, str]) -> None:
    table = f"{UNIT}\n사업명|구분|지출액\n마을정원 가꾸기|{rows[0]}|200,000\n|{rows[1]}|81,000\n"
    assert [line.partition("\n")[0] for line in list_findings(plan_table(tmp_path, table))] == [
        f"표.csv:{row}: error [import-account] {name} is not a part of an account, but another "
        "amount of it"
        for row, name in zip((3, 4), rows, strict=True)
    ]


@pytest.mark.parametrize("name", ["사무관리비", "인건비", "국내여비", "1월 행사", "2025 축제"])
def test_names_of_parts_are_no_other_amounts(name: str) -> None:
    assert not is_aspect(name)
