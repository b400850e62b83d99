"""What each row is."""

from pathlib import Path

import pytest

from tests.importing.finance import UNIT, list_entries, list_findings, list_mapping, plan_table
from tests.sample import write_folder


def map_rows(tmp_path: Path, rows: str, header: str = "세부사업|지출액") -> list[str]:
    """What became of the rows of a table."""
    plan = plan_table(tmp_path, f"{UNIT}\n{header}\n{rows}")
    count = len(plan.tables[0].table.columns)
    return [line.split("  ", 1)[1] for line in list_mapping(plan)[count:]]


def test_levels_are_told_by_the_columns(tmp_path: Path) -> None:
    rows = """\
행정운영경비|||235,000
|행정운영경비||235,000
||인력운영비|175,000
||기본경비|60,000
|||
"""
    assert map_rows(tmp_path, rows, "정책사업|단위사업|세부사업|지출액") == [
        "행정운영경비 -> administration: a sum, checked",
        "행정운영경비 -> unit_administration: a sum, checked",
        "인력운영비 -> personnel_operation",
        "기본경비 -> basic_expense",
    ]


def test_a_name_that_levels_share_goes_down_by_its_turns(tmp_path: Path) -> None:
    rows = "행정운영경비|60,000\n행정운영경비|60,000\n기본경비|60,000\n"
    assert map_rows(tmp_path, rows, "구분|지출액") == [
        "행정운영경비 -> administration: a sum, checked",
        "행정운영경비 -> unit_administration: a sum, checked",
        "기본경비 -> basic_expense",
    ]


def test_a_level_of_one_programme_stands_for_it(tmp_path: Path) -> None:
    assert map_rows(tmp_path, "인건비|175,000\n예비비|0\n책 읽기 지원|1,000\n") == [
        "인건비 -> personnel_operation (the only programme of personnel)",
        "예비비 -> unit_reserve: a sum, checked",
        "책 읽기 지원 -> book_bus (the only programme of unit_reading)",
    ]


def test_a_level_beside_its_only_programme_is_a_sum(tmp_path: Path) -> None:
    assert map_rows(tmp_path, "인건비|175,000\n인력운영비|175,000\n") == [
        "인건비 -> personnel: a sum, checked",
        "인력운영비 -> personnel_operation",
    ]


def test_rows_below_a_programme_are_its_parts(tmp_path: Path) -> None:
    rows = "마을정원 가꾸기|80,000\n  모종|50,000\n    씨앗|20,000\n    흙|30,000\n  도구|30,000\n"
    assert map_rows(tmp_path, rows)[:2] == [
        "마을정원 가꾸기 -> garden",
        "모종 -> a part of the row above, checked",
    ]


@pytest.mark.parametrize(
    ("row", "became"),
    [
        ("※ 6월 말까지의 집행액|", "ignored: no amounts"),
        ("없어진 사업|0", "ignored: all its amounts are zero"),
        ("|", "ignored: no amounts"),
        ("소 계|80,000", "a sum, checked"),
        ("푸른 도시 만들기 소계|80,000", "green_city: a sum, checked"),
    ],
)
def test_rows_that_are_no_account_are_told(tmp_path: Path, row: str, became: str) -> None:
    mapped = map_rows(tmp_path, f"마을정원 가꾸기|80,000\n{row}\n")
    assert [line.split(" -> ")[1] for line in mapped[1:]] in ([became], [])


def test_a_row_that_a_profile_ignores_still_counts_in_totals(tmp_path: Path) -> None:
    profile = tmp_path / "content/budget/import/표.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_text("ignore: [동네 잔치]\n", encoding="utf-8")
    write_folder(tmp_path)
    plan = plan_table(
        tmp_path,
        f"{UNIT}\n세부사업|지출액\n마을정원 가꾸기|80,000\n동네 잔치|5,000\n계|85,000\n",
    )
    assert list_findings(plan) == []
    assert "4  동네 잔치 -> ignored: left out by the profile" in list_mapping(plan)


def test_an_id_beside_the_name_decides(tmp_path: Path) -> None:
    assert map_rows(tmp_path, "예비비 계정|general_reserve|1\n", "사업명|계정|지출액") == [
        "예비비 계정 -> general_reserve"
    ]


def test_last_years_budget_may_stand_by_category(tmp_path: Path) -> None:
    plan = plan_table(
        tmp_path,
        "(2025. 12. 31. 기준, 단위: 천원)\n과목|예산현액\n인건비|310,000\n예비비|10,000\n",
    )
    assert [planned.entry.account for planned in plan.entries] == ["personnel"]


def test_two_names_that_a_profile_gives_to_one_account_are_added(tmp_path: Path) -> None:
    profile = "accounts:\n  마을정원 가꾸기(명시이월): garden\n"
    write_folder(tmp_path, files={"content/budget/import/표.yaml": profile})
    rows = "마을정원 가꾸기|80,000\n마을정원 가꾸기(명시이월)|1,000\n계|81,000\n"
    table = f"{UNIT}\n사업명|지출액\n{rows}"
    plan = plan_table(tmp_path, table)
    assert (list_findings(plan), list_entries(plan)) == (
        [],
        ["2026-06-30 disbursement garden 1,000,000"],
    )
