"""Years, days and months that aren't those of the table."""

from pathlib import Path

import pytest

from tests.importing.finance import UNIT, list_entries, list_findings, plan_table

SPENT = "2026-06-30 disbursement garden 1,000,000"


@pytest.mark.parametrize(
    "header",
    ["지출액(예정)", "지출액(계획)", "지출액(전년도)", "지출액(국비)", "지출액(%)", "지출액(’25)",
     "지출액(2025)", "지출액(당월)", "지출액(6월)", "지출액(2026. 5. 31.)", "전년도 지출액"],
)  # fmt: skip
def test_a_header_that_says_another_amount_is_not_read(tmp_path: Path, header: str) -> None:
    plan = plan_table(tmp_path, f"{UNIT}\n사업명|{header}\n마을정원 가꾸기|81,000\n")
    assert any("error" in line for line in list_findings(plan))


@pytest.mark.parametrize(
    "header",
    ["지출액(A)", "지출액 (B=C+D)", "지출액(천원)", "지출액(누계)", "지출액(2026. 6. 30.)",
     "집행액(지출액)", "금년도 지출액", "지출금액", "지출액 누계", "지출액(확정)"],
)  # fmt: skip
def test_a_header_that_says_the_same_is_read(tmp_path: Path, header: str) -> None:
    plan = plan_table(tmp_path, f"{UNIT}\n사업명|{header}\n마을정원 가꾸기|81,000\n")
    assert (list_findings(plan), list_entries(plan)) == ([], [SPENT])


def test_rows_of_another_year_are_left_out(tmp_path: Path) -> None:
    table = "사업명|회계연도|지출액\n가로수 지도 제작|2025|170,000\n마을정원 가꾸기|2026|81,000\n"
    assert list_entries(plan_table(tmp_path, f"{UNIT}\n{table}")) == [SPENT]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("(2026. 7. 31. 기준, 단위: 천원)", "2026-07-31 disbursement book_bus 2,000"),
        ("(단위: 백만원)", "2026-06-30 disbursement book_bus 2,000,000"),
    ],
)
def test_a_table_below_with_a_day_or_unit_of_its_own_is_another(
    tmp_path: Path, line: str, entry: str
) -> None:
    table = (
        f"{UNIT}\n사업명|지출액\n마을정원 가꾸기|81,000\n{line}\n사업명|지출액\n책 버스 운영|2\n"
    )
    assert entry in list_entries(plan_table(tmp_path, table))


def test_two_columns_of_days_are_told(tmp_path: Path) -> None:
    row = "2026-05-01|2026-06-01|책 버스 운영|5|가"
    table = f"(단위: 천원)\n원인행위일|지출일|사업명|지출액|적요\n{row}\n"
    assert "several columns hold days: 원인행위일, 지출일" in "".join(
        list_findings(plan_table(tmp_path, table))
    )


def test_a_day_of_a_far_year_is_told(tmp_path: Path) -> None:
    table = "(단위: 천원)\n일자|사업명|지출액|적요\n2062-06-02|책 버스 운영|5|가\n"
    plan = plan_table(tmp_path, table, stage="2026 본예산")
    assert "2062-06-02 is of another year than the report of 2026" in "".join(list_findings(plan))


def test_months_of_two_years_are_told(tmp_path: Path) -> None:
    table = "2026년 (단위: 천원)\n사업명|지출액|||\n|12월|1월|2월|계\n책 버스 운영|3|1|2|6\n"
    assert "the months are not in the order of one year" in "".join(
        list_findings(plan_table(tmp_path, table))
    )


@pytest.mark.parametrize(
    "table",
    [
        "(2026. 6. 30. 기준)\n사업명|예산현액|지출액\n|(백만원)|(천원)\n"
        "마을정원 가꾸기|200|81,000\n",
        "(2026. 6. 30. 기준)\n사업명|예산현액|지출액\n마을정원 가꾸기|2억원|81,000천원\n",
        f"{UNIT}\n사업명|예산현액|||지출액\n|계|국비|시비|\n"
        "마을정원 가꾸기|200,000|50,000|150,000|81,000\n",
    ],
)
def test_units_and_parts_in_rows_below_the_header_are_understood(
    tmp_path: Path, table: str
) -> None:
    plan = plan_table(tmp_path, table)
    assert (list_findings(plan), list_entries(plan)) == ([], [SPENT])


def test_a_list_whose_balance_runs_down_is_a_list(tmp_path: Path) -> None:
    table = (
        "2026년 지출내역 (단위: 원)\n일자|사업명|적요|지출액|잔액\n"
        "2026-07-01|책 버스 운영|기름|5,000,000|45,000,000\n"
        "2026-07-02|책 버스 운영|바퀴|2,000,000|43,000,000\n"
    )
    assert list_entries(plan_table(tmp_path, table)) == [
        "2026-07-01 disbursement book_bus 5,000,000",
        "2026-07-02 disbursement book_bus 2,000,000",
    ]


def test_a_state_whose_rows_name_their_kinds_is_held_against_the_ledger(tmp_path: Path) -> None:
    table = "사업명|구분|금액\n마을정원 가꾸기|예산현액|200,000\n마을정원 가꾸기|지출액|81,000\n"
    plan = plan_table(tmp_path, f"{UNIT}\n{table}")
    assert (list_findings(plan), list_entries(plan)) == ([], [SPENT])


def test_totals_that_only_strangers_come_to_are_told(tmp_path: Path) -> None:
    row = "마을정원 가꾸기|200,000|80,000|1,000|81,000|119,000"
    table = f"사업명|예산현액|전월누계|금월|누계|잔액\n{row}\n"
    assert "누계 holds amounts, and its header is not known" in "".join(
        list_findings(plan_table(tmp_path, f"{UNIT}\n{table}"))
    )
