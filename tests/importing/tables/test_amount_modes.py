"""Running totals or payments: what stands beside a day."""

from pathlib import Path

import pytest

from reportgen.readers.finance.profile import Amounts
from tests.importing.finance import UNIT, list_entries, list_findings, plan_table


@pytest.mark.parametrize(
    "table",
    [
        "사업명|집행일자|예산현액|지출액\n마을정원 가꾸기|2026-06-30|200,000|81,000\n",
        "일자|사업명|예산현액|지출액\n2026-06-30|마을정원 가꾸기|200,000|81,000\n",
        "사업명|일자|지출액|집행률\n마을정원 가꾸기|2026-06-30|81,000|40\n",
        "일자|사업명|지출누계\n2026-06-30|마을정원 가꾸기|81,000\n",
        "기준일|사업명|지출액\n2026-06-30|마을정원 가꾸기|81,000\n",
    ],
)
def test_a_state_with_days_is_no_list_of_payments(tmp_path: Path, table: str) -> None:
    for unit in (UNIT, "(단위: 천원)"):
        plan = plan_table(tmp_path, f"{unit}\n{table}")
        assert list_findings(plan) == []
        assert list_entries(plan) == ["2026-06-30 disbursement garden 1,000,000"]


def test_the_day_of_the_sheet_outdoes_those_of_its_rows(tmp_path: Path) -> None:
    table = "사업명|집행일자|예산현액|지출액\n마을정원 가꾸기|2026-03-02|200,000|81,000\n"
    plan = plan_table(tmp_path, f"{UNIT}\n{table}")
    assert list_entries(plan) == ["2026-06-30 disbursement garden 1,000,000"]


def test_running_totals_of_several_days_do_not_add_up(tmp_path: Path) -> None:
    table = (
        "(단위: 천원)\n사업명|일자|지출누계\n책 버스 운영|2026-07-31|4,000\n"
        "책 버스 운영|2026-08-31|6,000\n"
    )
    assert list_entries(plan_table(tmp_path, table)) == [
        "2026-07-31 disbursement book_bus 4,000,000",
        "2026-08-31 disbursement book_bus 2,000,000",
    ]


def test_what_may_be_either_is_asked(tmp_path: Path) -> None:
    table = "(단위: 천원)\n사업명|집행일자|지출액\n책 버스 운영|2026-07-03|4,000\n"
    assert list_findings(plan_table(tmp_path, table)) == [
        "표.csv:2: error [import-column] the amounts beside 집행일자 may be payments or running "
        "totals\n  hint: say --amounts entries for payments, --amounts cumulative for running "
        "totals"
    ]
    plan = plan_table(tmp_path, table, amounts=Amounts.CUMULATIVE)
    assert list_entries(plan) == ["2026-07-03 disbursement book_bus 4,000,000"]


def test_an_amount_after_a_larger_one_is_a_payment(tmp_path: Path) -> None:
    table = (
        "(단위: 천원)\n사업명|집행일자|지출액\n책 버스 운영|2026-07-03|4,000\n"
        "책 버스 운영|2026-07-09|3,000\n"
    )
    assert list_entries(plan_table(tmp_path, table)) == [
        "2026-07-03 disbursement book_bus 4,000,000",
        "2026-07-09 disbursement book_bus 3,000,000",
    ]


TITLES = [
    "6월분 집행내역",
    "2026년 6월 지출현황",
    "2026년 2분기 집행현황",
    "2026년 2/4분기 집행현황",
    "기간: 2026. 6. 1. ~ 2026. 6. 30.",
    "당월분 집행내역",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_a_part_of_the_year_is_asked(tmp_path: Path, title: str) -> None:
    table = f"{title}\n{UNIT}\n사업명|지출액\n마을정원 가꾸기|90,000\n"
    (finding,) = list_findings(plan_table(tmp_path, table))
    assert "지출액 may be of that time alone, or of the year up to its end" in finding
    for amounts in Amounts:
        assert list_findings(plan_table(tmp_path, table, amounts=amounts)) == []


@pytest.mark.parametrize(
    "title",
    [
        "2026년 6월말 집행현황",
        "2026년 1분기 집행현황",
        "2026. 1. 1. ~ 2026. 6. 30.",
        "2026년 상반기 집행현황",
        "2026년 집행현황",
    ],
)
def test_a_title_of_all_of_the_year_is_not(tmp_path: Path, title: str) -> None:
    table = f"{title}\n{UNIT}\n사업명|지출액\n마을정원 가꾸기|90,000\n"
    assert list_findings(plan_table(tmp_path, table)) == []


@pytest.mark.parametrize("title", TITLES)
def test_a_balance_beside_the_amounts_is_of_the_year(tmp_path: Path, title: str) -> None:
    header = "사업명|예산현액|지출액|집행잔액"
    table = f"{title}\n{UNIT}\n{header}\n마을정원 가꾸기|200,000|90,000|110,000\n"
    assert list_findings(plan_table(tmp_path, table)) == []
