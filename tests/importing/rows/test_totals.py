"""Sums that a table states."""

from pathlib import Path

import pytest

from tests.importing.finance import UNIT, list_findings, plan_table
from tests.sample import write_folder

TREE = """\
정책사업|단위사업|세부사업|예산액|지출액
푸른 도시 만들기|||{policy}|145,000
|마을정원 조성|소계|{part}|130,000
||마을정원 가꾸기|200,000|80,000
||가로수 지도 제작|100,000|50,000
|하천 돌봄|하천 지킴이 운영|150,000|15,000
합계|||{total}|145,000
"""
RIGHT = {"policy": "450,000", "part": "300,000", "total": "450,000"}


def find(root: Path, table: str) -> list[str]:
    return list_findings(plan_table(root, f"{UNIT}\n{table}"))


def test_right_sums_say_nothing(tmp_path: Path) -> None:
    assert find(tmp_path, TREE.format(**RIGHT)) == []


@pytest.mark.parametrize(
    ("key", "line", "label", "rows"),
    [
        ("policy", 3, "푸른 도시 만들기", "5, 6, 7"),
        ("part", 4, "소계", "5, 6"),
        ("total", 8, "합계", "5, 6, 7"),
    ],
)
def test_a_wrong_sum_is_told_with_its_rows(
    tmp_path: Path, key: str, line: int, label: str, rows: str
) -> None:
    right = RIGHT[key]
    wrong = right.replace("0,000", "9,000")
    assert find(tmp_path, TREE.format(**{**RIGHT, key: wrong})) == [
        f"표.csv:{line}: error [import-total] {label}, 예산액: the sheet says {wrong}, "
        f"its rows add up to {right}, difference 9,000\n"
        f"  hint: the rows are {rows}"
    ]


def test_a_total_may_stand_above_its_rows(tmp_path: Path) -> None:
    table = "사업명|지출액\n총계|95,000\n마을정원 가꾸기|80,000\n하천 지킴이 운영|15,000\n"
    assert find(tmp_path, table) == []


def test_subtotals_of_blocks_and_a_total_of_all(tmp_path: Path) -> None:
    table = """\
사업명|지출액
마을정원 가꾸기|80,000
가로수 지도 제작|50,000
소계|130,000
하천 지킴이 운영|15,000
소계|15,000
합계|145,000
"""
    assert find(tmp_path, table) == []


def test_running_totals_of_a_list(tmp_path: Path) -> None:
    table = """\
지출일자|세부사업|지출액
7월 1일|마을정원 가꾸기|1,000
7월 2일|책 버스 운영|2,000
|월계|3,000
8월 1일|책 버스 운영|4,000
|월계|4,000
|누계|7,000
"""
    assert find(tmp_path, table) == []


def test_levels_are_checked_without_any_indent(tmp_path: Path) -> None:
    table = "구분|지출액\n하천 돌봄|16,000\n하천 지킴이 운영|15,000\n"
    assert find(tmp_path, table) == [
        "표.csv:3: error [import-total] 하천 돌봄, 지출액: the sheet says 16,000, "
        "its rows add up to 15,000, difference 1,000\n"
        "  hint: the rows are 4"
    ]


LEVELS = """\
구분|지출액
계|{total}
푸른 도시 만들기|145,000
인건비|175,000
예비비|0
"""


def test_a_level_without_rows_of_its_own_counts_in_the_total(tmp_path: Path) -> None:
    found = find(tmp_path, LEVELS.format(total="320,000"))
    assert [line.split(" ")[2] for line in found] == ["[import-account]"]


def test_a_total_of_levels_is_checked(tmp_path: Path) -> None:
    assert find(tmp_path, LEVELS.format(total="320,001"))[0] == (
        "표.csv:3: error [import-total] 계, 지출액: the sheet says 320,001, its rows add up to "
        "320,000, difference 1\n"
        "  hint: the rows are 4, 5; if the sheet is rounded, say «rounded: true» in a profile"
    )


def test_parts_of_a_programme_are_checked(tmp_path: Path) -> None:
    table = "세부사업|통계목|지출액\n마을정원 가꾸기||80,000\n|모종|70,000\n|도구|9,000\n"
    assert find(tmp_path, table) == [
        "표.csv:3: error [import-total] 마을정원 가꾸기, 지출액: the sheet says 80,000, "
        "its rows add up to 79,000, difference 1,000\n"
        "  hint: the rows are 4, 5"
    ]


def test_parts_without_a_row_of_their_programme_are_added(tmp_path: Path) -> None:
    plan = plan_table(
        tmp_path,
        f"{UNIT}\n세부사업|통계목|지출액\n"
        "마을정원 가꾸기|모종|70,000\n|도구|12,000\n|소계|82,000\n",
    )
    assert list_findings(plan) == []
    assert [planned.stated for planned in plan.entries] == [82_000_000]


def test_a_total_of_revenue_and_one_of_expenditure(tmp_path: Path) -> None:
    table = """\
과목|예산현액
세입 총계|1,000,000
가온시 출연금|900,000
대행사업수입|50,000
이월금수입|50,000
세출 총계|450,000
마을정원 가꾸기|200,000
가로수 지도 제작|100,000
하천 지킴이 운영|150,000
"""
    assert find(tmp_path, table) == []


def test_a_difference_of_rounding_is_an_error_until_a_profile_says_so(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|지출액\n마을정원 가꾸기|80,000\n하천 지킴이 운영|15,000\n계|95,001\n"
    expected = (
        "표.csv:5: {severity} [import-total] 계, 지출액: the sheet says 95,001, "
        "its rows add up to 95,000, difference 1\n"
        "  hint: the rows are 3, 4{more}"
    )
    more = "; if the sheet is rounded, say «rounded: true» in a profile"
    assert list_findings(plan_table(tmp_path, table)) == [
        expected.format(severity="error", more=more)
    ]
    folder = write_folder(tmp_path) / "content/budget/import"
    folder.mkdir()
    (folder / "표.yaml").write_text("rounded: true\n", encoding="utf-8")
    assert list_findings(plan_table(tmp_path, table)) == [expected.format(severity="note", more="")]


def test_a_sum_of_cells_that_can_not_be_read_says_nothing(tmp_path: Path) -> None:
    table = "사업명|지출액\n마을정원 가꾸기|많음\n계|1\n"
    assert [line.split(" ")[2] for line in find(tmp_path, table)] == ["[import-amount]"]
