"""What an import does not get is told: hidden rows, formulas without values, strange headers."""

from pathlib import Path

import openpyxl
import pytest

from reportgen.readers.finance.profile import Hidden
from tests.importing.finance import (
    UNIT,
    list_entries,
    list_findings,
    make_plan,
    plan_table,
    write_csv,
    write_workbook,
)
from tests.sample import write_folder

ROWS = [
    [UNIT],
    ["사업명", "예산현액", "지출액"],
    ["마을정원 가꾸기", 200_000, 81_000],
    ["책 버스 운영", 50_000, 5_000],
]


def write_hidden(path: Path, *, row: int = 0, column: str = "") -> Path:
    write_workbook(path, {"집행": ROWS})
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    if row:
        sheet.row_dimensions[row].hidden = True
    if column:
        sheet.column_dimensions[column].hidden = True
    workbook.save(path)
    return path


def test_hidden_rows_of_accounts_are_asked_about(tmp_path: Path) -> None:
    plan = make_plan(tmp_path, write_hidden(tmp_path / "a.xlsx", row=4))
    assert list_findings(plan) == [
        "a.xlsx!집행!A4: error [import-hidden] rows of accounts are hidden or filtered out: 4\n"
        "  hint: say --hidden read to read them, --hidden ignore to leave them out"
    ]


@pytest.mark.parametrize(
    ("hidden", "accounts"), [(Hidden.READ, ["garden", "book_bus"]), (Hidden.IGNORE, ["garden"])]
)
def test_hidden_rows_count_as_it_is_said(
    tmp_path: Path, hidden: Hidden, accounts: list[str]
) -> None:
    plan = make_plan(tmp_path, write_hidden(tmp_path / "a.xlsx", row=4), hidden=hidden)
    assert list_findings(plan) == []
    assert [planned.entry.account for planned in plan.entries] == accounts


def test_hidden_columns_of_amounts_are_asked_about(tmp_path: Path) -> None:
    file = write_hidden(tmp_path / "a.xlsx", column="C")
    assert list_findings(make_plan(tmp_path, file)) == [
        "a.xlsx!집행!C2: error [import-hidden] columns of amounts are hidden: C\n"
        "  hint: say --hidden read to read them, --hidden ignore to leave them out"
    ]
    assert list_entries(make_plan(tmp_path, file, hidden=Hidden.IGNORE)) == []


def test_hidden_parts_of_an_account_are_not_asked_about(tmp_path: Path) -> None:
    rows = [
        [UNIT],
        ["세부사업", "통계목", "지출액"],
        ["마을정원 가꾸기", None, 81_000],
        [None, "사무관리비", 81_000],
    ]
    path = write_workbook(tmp_path / "a.xlsx", {"집행": rows})
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].row_dimensions[4].hidden = True
    workbook.save(path)
    assert list_findings(make_plan(tmp_path, path)) == []


def test_formulas_without_values_are_told(tmp_path: Path) -> None:
    rows = [*ROWS[:3], ["책 버스 운영", 50_000, "=1+1"], ["계", "=SUM(B3:B4)", 81_002]]
    plan = make_plan(tmp_path, write_workbook(tmp_path / "a.xlsx", {"집행": rows}))
    assert [line.partition("\n")[0] for line in list_findings(plan)] == [
        "a.xlsx!집행!C5: error [import-total] 계, 지출액: the sheet says 81,002, its rows add up "
        "to 81,000, difference 2",
        "a.xlsx!집행!C4: error [import-amount] 지출액: formulas without stored values, in rows 4",
        "a.xlsx!집행!B5: warning [import-amount] 예산현액: the sums in rows 5 have no stored "
        "values and aren't checked",
    ]


def test_columns_that_are_empty_are_told(tmp_path: Path) -> None:
    plan = plan_table(tmp_path, f"{UNIT}\n사업명|예산현액|지출액\n마을정원 가꾸기||\n")
    assert [line.partition("\n")[0] for line in list_findings(plan)] == [
        "표.csv:2: error [import-column] the columns of amounts are empty: 예산현액, 지출액"
    ]


def test_a_table_of_nothing_for_the_ledger_is_told(tmp_path: Path) -> None:
    plan = plan_table(tmp_path, f"{UNIT}\n사업명|2025 예산액\n마을정원 가꾸기|5\n")
    (finding,) = list_findings(plan)
    assert finding.startswith(
        "표.csv:2: error [import-column] no column of the table holds amounts for the ledger"
    )


def test_headers_that_nobody_knows_are_named(tmp_path: Path) -> None:
    table = f"{UNIT}\n세부사업명|정부안금액|국회확정금액\n마을정원 가꾸기|200,000|1\n"
    (finding,) = list_findings(plan_table(tmp_path, table))
    assert finding.startswith(
        "표.csv:2: error [import-column] no header of amounts is known; those not known are "
        "정부안금액, 국회확정금액"
    )


def test_what_a_profile_says_of_nothing_is_told(tmp_path: Path) -> None:
    profile = "columns:\n  쓴 돈: disbursement\n  집행률: ignore\naccounts:\n  옛 사업: garden\n"
    write_folder(tmp_path, files={"content/budget/import/a.yaml": profile})
    table = f"{UNIT}\n사업명|지출액\n마을정원 가꾸기|80,000\n"
    plan = make_plan(tmp_path, write_csv(tmp_path / "a.csv", table))
    assert [line.partition("\n")[0] for line in list_findings(plan)] == [
        "content/budget/import/a.yaml:2: error [import-column] columns: no table has the header "
        "쓴 돈",
        "content/budget/import/a.yaml:5: warning [import-account] accounts: no row is named "
        "옛 사업",
    ]


def test_numbers_without_a_header_are_told(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|지출액|\n마을정원 가꾸기|81,000|5,000\n책 버스 운영|10|6,000\n"
    (finding,) = list_findings(plan_table(tmp_path, table))
    assert (
        "표.csv:3: warning [import-column] 2 numbers stand in a column without a header" in finding
    )
