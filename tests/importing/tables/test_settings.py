"""Unit, day and stage of a table."""

from datetime import date
from pathlib import Path

import pytest

from tests.importing.finance import UNIT, list_findings, make_plan, plan_table, write_workbook
from tests.sample import write_folder

TABLE = "사업명|지출액\n마을정원 가꾸기|80\n"
DAY = date(2026, 6, 30)


def write_profile(root: Path, text: str) -> None:
    folder = write_folder(root) / "content/budget/import"
    folder.mkdir()
    (folder / "표.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "unit", "won"),
    [
        ("(2026. 6. 30. 기준, 단위: 백만원)\n" + TABLE, "백만원 (1)", 80_000_000),
        ("2026. 6. 30. 기준\n사업명|지출액(원)\n책 버스 운영|80\n", "원 (2)", 80),
        ("2026. 6. 30. 기준\n" + TABLE + "※ 단위: 천원", "천원 (4)", 80_000),
        ("단위: 원\n\n2026. 6. 30. 기준, 단위: 천원\n" + TABLE, "천원 (2)", 80_000),
    ],
)
def test_the_sheet_says_its_unit(tmp_path: Path, table: str, unit: str, won: int) -> None:
    (plan,) = plan_table(tmp_path, table).tables
    (found,) = plan.units.values()
    assert f"{found.value} ({found.origin})" == unit
    assert plan.stated[0].amount == won


def test_a_unit_that_is_asked_for_wins_and_the_other_is_told(tmp_path: Path) -> None:
    (plan,) = plan_table(tmp_path, f"단위: 원\n{TABLE}", day=DAY, unit="천원").tables
    assert [(unit.value, unit.origin) for unit in plan.units.values()] == [
        ("천원", "--unit, though 1 says 원")
    ]


def test_without_a_unit_the_option_is_named(tmp_path: Path) -> None:
    assert list_findings(plan_table(tmp_path, TABLE, day=DAY)) == [
        "표.csv:1: error [import-unit] the sheet doesn't say the unit of its amounts\n"
        "  hint: say it with --unit, one of 원, 천원, 만원, 백만원, 억원"
    ]


def test_a_profile_may_know_the_unit(tmp_path: Path) -> None:
    write_profile(tmp_path, "unit: 백만원\n")
    (plan,) = plan_table(tmp_path, TABLE, day=DAY).tables
    assert plan.stated[0].amount == 80_000_000


def test_a_profile_that_contradicts_the_sheet_is_told(tmp_path: Path) -> None:
    write_profile(tmp_path, "unit: 백만원\n")
    assert list_findings(plan_table(tmp_path, f"단위: 원\n{TABLE}", day=DAY)) == [
        "표.csv:2: error [import-unit] the unit is 원 in 1, but 백만원 in the profile\n"
        "  hint: say with --unit which is right, and correct the profile"
    ]


def test_without_a_day_the_option_is_named(tmp_path: Path) -> None:
    assert list_findings(plan_table(tmp_path, TABLE, unit="천원")) == [
        "표.csv:1: error [import-date] the sheet doesn't say as of which day its amounts stand\n"
        "  hint: say it with --date, such as --date 2025-06-05"
    ]


def test_a_day_that_is_asked_for_wins_and_the_other_is_told(tmp_path: Path) -> None:
    table = f"(2026. 5. 31. 기준, 단위: 원)\n{TABLE}"
    (plan,) = plan_table(tmp_path, table, day=DAY).tables
    assert plan.day is not None
    assert (plan.day.value, plan.day.origin) == (DAY, "--date, though 1 says 2026-05-31")


def test_another_sheet_may_say_the_day(tmp_path: Path) -> None:
    rows = [["세부사업", "지출액(천원)"], ["마을정원 가꾸기", 80]]
    file = write_workbook(tmp_path / "a.xlsx", {"표지": [["2026. 6월말 현재"]], "집행": rows})
    (plan,) = make_plan(tmp_path, file).tables
    assert plan.day is not None
    assert (plan.day.value, plan.day.origin) == (DAY, "표지!A1")


def test_the_stage_in_force_is_taken(tmp_path: Path) -> None:
    before = plan_table(tmp_path, TABLE, unit="천원", day=date(2026, 4, 1))
    after = plan_table(tmp_path, TABLE, unit="천원", day=DAY)
    assert [plan.entries[0].entry.stage for plan in (before, after)] == [
        "2026 본예산",
        "2026 제1회 추경",
    ]


@pytest.mark.parametrize("title", ["2026년도 제1회 추가경정예산(안)", "제1회 추경 사업별 내역"])
def test_a_title_names_the_stage_of_a_change(tmp_path: Path, title: str) -> None:
    table = f"{title}\n(단위: 천원)\n사업명|기정액|증감\n책 버스 운영|50,000|10\n"
    plan = plan_table(tmp_path, table, day=date(2026, 5, 1))
    assert list_findings(plan) == []
    assert plan.entries[0].entry.stage == "2026 제1회 추경"


def test_a_change_without_a_stage_names_the_option(tmp_path: Path) -> None:
    table = "(단위: 천원)\n사업명|기정액|증감\n책 버스 운영|50,000|10\n"
    assert list_findings(plan_table(tmp_path, table, day=date(2026, 5, 1))) == [
        "표.csv:2: error [import-stage] it isn't clear which budget stage the entries belong to\n"
        "  hint: say it with --stage; the stages are 2025 최종예산, 2026 본예산, 2026 제1회 추경"
    ]


def test_without_a_ledger_the_only_stage_of_the_year_is_taken(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/ledger.csv": None})
    plan = plan_table(tmp_path, TABLE, unit="천원", day=date(2025, 12, 31))
    assert plan.tables[0].stages[0].value == "2025 최종예산"


def test_a_unit_between_the_rows_needs_a_header(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|지출액\n마을정원 가꾸기|90,000\n[단위: 백만원]|\n책 버스 운영|10\n"
    (finding, *_more) = list_findings(plan_table(tmp_path, table))
    assert "[import-unit] the unit changes to 백만원 between the rows" in finding


def test_the_same_unit_again_between_the_rows_is_fine(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|지출액\n마을정원 가꾸기|81,000\n(단위: 천원)|\n책 버스 운영|10\n"
    assert not any("import-unit" in one for one in list_findings(plan_table(tmp_path, table)))
