"""Amounts that can't be what their column says."""

from pathlib import Path

import openpyxl
import pytest

from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.profile import Amounts
from tests.importing.finance import UNIT, list_entries, list_findings, make_plan, plan_table
from tests.sample import LEDGER, write_folder

JULY = "(2026. 7. 31. 기준, 단위: 천원)"
STAGE = "2026 제1회 추경"


def first_lines(found: list[str]) -> list[str]:
    return [line.partition("\n")[0] for line in found]


def test_running_totals_below_the_ledger_are_asked(tmp_path: Path) -> None:
    rows = "마을정원 가꾸기|5,000\n가로수 지도 제작|2,000\n하천 지킴이 운영|16,000\n"
    table = f"{JULY}\n사업명|지출액\n{rows}"
    assert first_lines(list_findings(plan_table(tmp_path, table))) == [
        "표.csv:3: error [import-column] 2 of 3 running totals are below what the ledger already "
        "holds"
    ]
    plan = plan_table(tmp_path, table, amounts=Amounts.ENTRIES)
    assert list_entries(plan)[0] == "2026-07-31 disbursement garden 5,000,000"
    assert list_findings(plan_table(tmp_path, table, amounts=Amounts.CUMULATIVE)) == []


@pytest.mark.parametrize(("header", "amount"), [("지출액", "(81,000)"), ("예산현액", "△5,000")])
def test_all_of_a_year_is_not_below_zero(tmp_path: Path, header: str, amount: str) -> None:
    found = list_findings(
        plan_table(tmp_path, f"{UNIT}\n사업명|{header}\n마을정원 가꾸기|{amount}\n")
    )
    assert any("is below zero" in line for line in found)


def test_payments_of_revenue_are_told(tmp_path: Path) -> None:
    table = f"{UNIT}\n구분|과목|집행액\n세입|가온시 출연금|450,000\n세출|마을정원 가꾸기|81,000\n"
    plan = plan_table(tmp_path, table, kind=EntryKind.DISBURSEMENT)
    assert "표.csv:3: error [import-kind] city_grant is of revenue, and has no disbursement" in (
        first_lines(list_findings(plan))
    )


def test_an_amount_merged_over_accounts_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        [UNIT],
        ["사업명", "지출액"],
        ["마을정원 가꾸기", 131_000],
        ["가로수 지도 제작", None],
    ):
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    book.save(tmp_path / "a.xlsx")
    assert first_lines(list_findings(make_plan(tmp_path, tmp_path / "a.xlsx"))) == [
        "a.xlsx!Sheet!B3: error [import-amount] one amount is merged over the rows 3, 4"
    ]


def test_up_and_down_triangles_in_one_column_are_told(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|증감\n마을정원 가꾸기|▲50,000\n책 버스 운영|▼5,000\n"
    plan = plan_table(tmp_path, table, stage=STAGE, kind=EntryKind.AMENDMENT)
    assert "표.csv:2: error [import-amount] 증감 has ▲ and ▼" in first_lines(list_findings(plan))


def test_a_balance_beside_a_history_is_refused(tmp_path: Path) -> None:
    ledger = LEDGER.replace("본예산,opening,garden,150000", "본예산,original,garden,150000")
    ledger = ledger.replace("추경,opening,garden,50000", "추경,amendment,garden,50000")
    write_folder(tmp_path, files={"content/budget/ledger.csv": ledger})
    table = f"{UNIT}\n사업명|예산현액\n마을정원 가꾸기|210,000\n"
    assert first_lines(list_findings(plan_table(tmp_path, table))) == [
        "표.csv:3: error [import-contradiction] garden: the difference of +10,000,000 won can't be "
        "entered as opening beside original"
    ]
    told = plan_table(tmp_path, table, kind=EntryKind.EXPLICIT_CARRYOVER)
    assert (list_findings(told), list_entries(told)) == (
        [],
        ["2026-06-30 explicit_carryover garden 10,000,000"],
    )


def test_an_amount_merged_over_columns_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ([UNIT], ["사업명", "원인행위액", "지출액"], ["책 버스 운영", 20_000, None]):
        sheet.append(row)
    sheet.merge_cells("B3:C3")
    book.save(tmp_path / "a.xlsx")
    assert first_lines(list_findings(make_plan(tmp_path, tmp_path / "a.xlsx"))) == [
        "a.xlsx!Sheet!B3: error [import-amount] one amount is merged over 2 columns"
    ]


@pytest.mark.parametrize("words", ["적요|여입", "내용|반납", "비고|지출 취소"])
def test_money_that_came_back_without_a_minus_is_told(tmp_path: Path, words: str) -> None:
    header, word = words.split("|")
    rows = "2026-07-03|마을정원 가꾸기|4,000|물품\n2026-07-04|마을정원 가꾸기|{}|{}\n"
    table = f"(단위: 천원)\n일자|사업명|지출액|{header}\n{rows}"
    said = list_findings(plan_table(tmp_path, table.format("1,000", word)))
    assert len(said) == 1
    assert said[0].startswith("표.csv:4: warning [import-amount] the row says ")
    assert list_findings(plan_table(tmp_path, table.format("△1,000", word))) == []
