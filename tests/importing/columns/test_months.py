"""Columns of months."""

from pathlib import Path

import pytest

from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.profile import Amounts
from tests.importing.finance import UNIT, list_entries, list_findings, plan_table

YEAR = "2026년 월별 집행현황 (단위: 천원)"


@pytest.mark.parametrize(
    "header",
    [
        "사업명|지출액|||\n|1월|2월|3월|계",
        "사업명|1월|2월|3월|계\n|지출액|지출액|지출액|지출액",
        "사업명|1월 지출액|2월 지출액|3월 지출액|지출액",
        "사업명|2026년 1월 지출액|2026년 2월 지출액|2026년 3월 지출액|지출액 계",
    ],
)
def test_months_are_running_totals_of_their_last_days(tmp_path: Path, header: str) -> None:
    plan = plan_table(tmp_path, f"{YEAR}\n{header}\n책 버스 운영|1,000|3,000|2,000|6,000\n")
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-01-31 disbursement book_bus 1,000,000",
        "2026-02-28 disbursement book_bus 3,000,000",
        "2026-03-31 disbursement book_bus 2,000,000",
    ]


def test_the_total_of_the_day_settles_what_the_ledger_has_later(tmp_path: Path) -> None:
    table = (
        f"{UNIT}\n사업명|지출액|||\n|1월|2월|3월|계\n마을정원 가꾸기|10,000|30,000|40,000|80,000\n"
    )
    plan = plan_table(tmp_path, table)
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-01-31 disbursement garden 10,000,000",
        "2026-02-28 disbursement garden 30,000,000",
        "2026-03-31 disbursement garden 40,000,000",
        "2026-06-30 disbursement garden -80,000,000",
    ]


def test_months_that_hold_all_up_to_their_end_are_known_by_the_total(tmp_path: Path) -> None:
    table = f"{YEAR}\n사업명|지출액|||\n|1월|2월|3월|계\n책 버스 운영|1,000|4,000|6,000|6,000\n"
    assert list_entries(plan_table(tmp_path, table)) == [
        "2026-01-31 disbursement book_bus 1,000,000",
        "2026-02-28 disbursement book_bus 3,000,000",
        "2026-03-31 disbursement book_bus 2,000,000",
    ]


@pytest.mark.parametrize(
    ("amounts", "second"), [(Amounts.ENTRIES, "4,000,000"), (Amounts.CUMULATIVE, "3,000,000")]
)
def test_without_a_total_it_is_asked(tmp_path: Path, amounts: Amounts, second: str) -> None:
    table = f"{YEAR}\n사업명|1월 지출액|2월 지출액\n책 버스 운영|1,000|4,000\n"
    assert list_findings(plan_table(tmp_path, table)) == [
        "표.csv:2: error [import-column] 1월 지출액 may be the amount of that time, or all of the "
        "year up to its end\n  hint: say --amounts entries for the first, --amounts cumulative for "
        "the second; if a column holds the running total of the day of the sheet, say its kind in "
        "a profile under columns: «1월 지출액: disbursement»"
    ]
    assert list_entries(plan_table(tmp_path, table, amounts=amounts))[1] == (
        f"2026-02-28 disbursement book_bus {second}"
    )


def test_one_month_beside_a_budget_is_asked(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|예산현액|6월 지출액\n마을정원 가꾸기|200,000|90,000\n"
    (finding,) = list_findings(plan_table(tmp_path, table))
    assert finding.startswith("표.csv:2: error [import-column] 6월 지출액 may be")


def test_months_without_a_kind_take_it_from_the_option(tmp_path: Path) -> None:
    table = f"{YEAR}\n사업명|1월|2월|계\n책 버스 운영|3,000|1,000|4,000\n"
    (finding,) = list_findings(plan_table(tmp_path, table))
    assert finding.startswith(
        "표.csv:2: error [import-column] 1월 may mean commitment, disbursement, collection"
    )
    assert list_entries(plan_table(tmp_path, table, kind=EntryKind.COMMITMENT)) == [
        "2026-01-31 commitment book_bus 3,000,000",
        "2026-02-28 commitment book_bus 1,000,000",
    ]


def test_amounts_after_the_day_of_the_table_are_told(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|6월 지출액|7월 지출액|지출액\n책 버스 운영|1,000|500|1,500\n"
    assert "7월 지출액 holds amounts, but the table stands as of 2026-06-30" in "".join(
        list_findings(plan_table(tmp_path, table))
    )


def test_quarters_are_months_too(tmp_path: Path) -> None:
    table = f"{YEAR}\n사업명|지출액||\n|1/4분기|2/4분기|계\n책 버스 운영|3,000|1,000|4,000\n"
    assert list_entries(plan_table(tmp_path, table)) == [
        "2026-03-31 disbursement book_bus 3,000,000",
        "2026-06-30 disbursement book_bus 1,000,000",
    ]


def test_quarters_beside_months_are_checked(tmp_path: Path) -> None:
    header = f"{YEAR}\n사업명|지출액||||\n|1월|2월|3월|1분기|계\n"
    plan = plan_table(tmp_path, f"{header}책 버스 운영|1,000|3,000|2,000|6,000|6,000\n")
    assert list_findings(plan) == []
    assert len(list_entries(plan)) == 3
    wrong = plan_table(tmp_path, f"{header}책 버스 운영|1,000|3,000|2,000|7,000|6,000\n")
    assert "1분기: the sheet says 7,000,000" in "".join(list_findings(wrong))


def test_the_total_of_later_months_is_not_that_of_the_year(tmp_path: Path) -> None:
    table = (
        f"{UNIT}\n사업명|원인행위액|||\n|4월|5월|6월|계\n마을정원 가꾸기|10,000|0|5,000|15,000\n"
    )
    plan = plan_table(tmp_path, table)
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-04-30 commitment garden 10,000,000",
        "2026-06-30 commitment garden 5,000,000",
    ]
