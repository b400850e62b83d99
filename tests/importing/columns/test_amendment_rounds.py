"""추경 and 변경: the change, or the budget after it, as the other columns tell."""

from pathlib import Path

import pytest

from reportgen.importing.imports import ImportPlan
from tests.importing.finance import UNIT, list_entries, list_findings, list_mapping, plan_table

STAGE = "2026 제1회 추경"


def plan(tmp_path: Path, table: str, **options: object) -> ImportPlan:
    return plan_table(tmp_path, f"{UNIT}\n{table}", **{"stage": STAGE, **options})


@pytest.mark.parametrize(
    "header",
    [
        "사업명|본예산|추경예산액|계",
        "사업명|본예산|추경|합계",
        "사업명|당초예산|추경예산|예산액",
        "사업명|예산액|제1회 추경|계",
        "사업명|기정액|추경(안)|총계",
        "사업명|본예산|추경증감|추경후예산",
    ],
)
def test_a_change_is_known_by_the_total_beside_it(tmp_path: Path, header: str) -> None:
    found = plan(tmp_path, f"{header}\n마을정원 가꾸기|150,000|60,000|210,000\n")
    assert list_findings(found) == []
    assert list_entries(found) == ["2026-06-30 amendment garden 10,000,000"]


@pytest.mark.parametrize(
    "header",
    [
        "사업명|당초예산|변경|증감",
        "사업명|본예산|추경예산액|증감액",
        "사업명|기정액|변경예산|비교증감",
        "사업명|본예산|경정액|증감",
    ],
)
def test_a_budget_after_a_change_is_known_by_the_difference(tmp_path: Path, header: str) -> None:
    found = plan(tmp_path, f"{header}\n마을정원 가꾸기|150,000|210,000|60,000\n")
    assert list_findings(found) == []
    assert list_entries(found) == ["2026-06-30 amendment garden 10,000,000"]


def test_increases_and_decreases_may_have_columns_of_their_own(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        "사업명|기정액|증액|감액|경정액\n"
        "마을정원 가꾸기|150,000|60,000|0|210,000\n책 버스 운영|50,000|-|5,000|45,000\n",
    )
    assert list_findings(found) == []
    assert list_entries(found) == [
        "2026-06-30 amendment garden 10,000,000",
        "2026-06-30 amendment book_bus -5,000,000",
    ]


@pytest.mark.parametrize("decrease", ["5,000", "△5,000"])
def test_a_decrease_is_one_whatever_its_sign(tmp_path: Path, decrease: str) -> None:
    found = plan(
        tmp_path,
        "사업명|예산액|전용증액|전용감액|예산현액\n"
        f"마을정원 가꾸기|200,000|5,000|0|205,000\n책 버스 운영|50,000|0|{decrease}|45,000\n",
    )
    assert list_findings(found) == []
    assert list_entries(found) == [
        "2026-06-30 intra_programme_transfer garden 5,000,000",
        "2026-06-30 intra_programme_transfer book_bus -5,000,000",
    ]


def test_decreases_of_both_signs_are_told(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        "사업명|전용증액|전용감액\n마을정원 가꾸기|0|5,000\n책 버스 운영|0|△5,000\n",
    )
    assert list_findings(found) == [
        "표.csv:2: error [import-column] 전용감액 holds amounts above and below zero\n"
        "  hint: a column of increases or decreases holds amounts of one sign"
    ]


def test_without_another_column_it_is_asked(tmp_path: Path) -> None:
    found = plan(tmp_path, "사업명|본예산|추경예산액\n마을정원 가꾸기|150,000|60,000\n")
    assert list_findings(found) == [
        "표.csv:2: error [import-column] 추경예산액 may mean amendment, amended\n"
        "  hint: say which with --kind, or in a profile under columns: «추경예산액: …»"
    ]


def test_columns_that_fit_neither_reading_are_refused(tmp_path: Path) -> None:
    found = plan(tmp_path, "사업명|본예산|추경예산액|계\n마을정원 가꾸기|150,000|60,000|999,000\n")
    assert list_findings(found)[0] == (
        "표.csv:2: error [import-column] 추경예산액 may mean amendment, amended; "
        "the other columns fit neither\n  hint: correct the cells that don't add up, or say in a "
        "profile under columns what each of them means: «추경예산액: …»"
    )


def test_each_of_several_amendments_belongs_to_its_stage(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        "사업명|본예산|제1회 추경|제2회 추경|계\n마을정원 가꾸기|150,000|50,000|7,000|207,000\n",
        stage="",
    )
    assert [line for line in list_findings(found) if "stage" in line] == [
        "표.csv:2: error [import-stage] 제2회 추경 names no stage of content/report.yaml\n"
        "  hint: add its stage under stages in content/report.yaml; the stages are "
        "2025 최종예산, 2026 본예산, 2026 제1회 추경"
    ]


def test_a_change_from_another_budget_than_the_ledger_has_is_refused(tmp_path: Path) -> None:
    found = plan(tmp_path, "사업명|기정액|경정액|증감\n마을정원 가꾸기|200,000|190,000|△10,000\n")
    assert list_findings(found) == [
        "표.csv:3: error [import-contradiction] garden: the sheet says 190,000,000 as 경정액, "
        "the ledger would come to 140,000,000 won, difference 50,000,000\n"
        "  hint: correct what the change begins from, in the sheet or in the ledger; to take "
        "경정액 alone, say «HEADER: ignore» of the other columns in a profile"
    ]


def test_a_carry_over_right_of_the_payments_is_next_years_by_the_balance(tmp_path: Path) -> None:
    header = "사업명|예산액|지출액|명시이월|집행잔액\n"
    found = plan(tmp_path, f"{header}마을정원 가꾸기|200,000|80,000|20,000|100,000\n")
    assert (list_findings(found), list_entries(found)) == ([], [])
    asked = plan(tmp_path, "사업명|예산액|지출액|명시이월\n마을정원 가꾸기|200,000|80,000|20,000\n")
    assert list_findings(asked) == [
        "표.csv:2: error [import-column] 명시이월 may mean explicit_carryover, ignore\n"
        "  hint: say which with --kind, or in a profile under columns: «명시이월: …»"
    ]


def test_what_stands_under_next_year_is_no_budget_of_this_one(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        "사업명|예산현액||지출액|다음연도 이월액||집행잔액\n|예산액|계||명시이월|사고이월|\n"
        "마을정원 가꾸기|200,000|200,000|80,000|20,000|10,000|90,000\n",
    )
    assert (list_findings(found), list_entries(found)) == ([], [])
    assert "E  다음연도 이월액 명시이월 -> ignored: nothing for the ledger" in list_mapping(found)


@pytest.mark.parametrize("signs", ["(+) (-)", "(증) (감)", "(+) (△)", "증액 감액"])
def test_increases_and_decreases_say_so_in_many_ways(tmp_path: Path, signs: str) -> None:
    more, less = (f"전용{sign}" for sign in signs.split())
    plan = plan_table(
        tmp_path,
        "(2026. 7. 31. 기준, 단위: 천원)\n"
        f"사업명|{more}|{less}\n마을정원 가꾸기|5,000|0\n책 버스 운영|0|5,000\n",
    )
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-07-31 intra_programme_transfer garden 5,000,000",
        "2026-07-31 intra_programme_transfer book_bus -5,000,000",
    ]


@pytest.mark.parametrize("name", ["추경", "정리추경", "제2회 추경", "2차 추경"])
def test_increases_and_decreases_of_an_amendment_are_its_change(tmp_path: Path, name: str) -> None:
    table = (
        "(2026. 7. 31. 기준, 단위: 천원)\n"
        f"사업명|{name}증|{name}감\n마을정원 가꾸기|60,000|0\n책 버스 운영|0|△10,000\n"
    )
    plan = plan_table(tmp_path, table, stage="2026 제1회 추경")
    assert list_entries(plan) == [
        "2026-07-31 amendment garden 10,000,000",
        "2026-07-31 amendment book_bus -10,000,000",
    ]
