"""The annex workbook: its sheets, and the ledger as it was read."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.state import State, load_state
from reportgen.views.annex_records import Kind, Records
from reportgen.views.annexes import Annexes
from tests.amended import write_amended
from tests.sample import REPORT, write_folder


def find_records(annexes: Annexes) -> Records:
    """The rows of the ledger's sheet."""
    (records,) = (sheet.records for sheet in annexes.sheets if sheet.records is not None)
    return records


def test_the_sheets_stand_in_their_order(state: State) -> None:
    assert [(sheet.key, sheet.title) for sheet in state.annexes.sheets] == [
        ("revenue", "세입"),
        ("expenditure", "세출"),
        ("programme_budget", "사업예산"),
        ("execution", "집행"),
        ("charts", "도표"),
        ("checks", "검산"),
        ("ledger", "원장"),
        ("lists", "목록"),
    ]


@pytest.mark.parametrize("unit", ["원", "백만원", "억원"])
def test_cells_are_in_thousands_whatever_the_unit_of_the_report(tmp_path: Path, unit: str) -> None:
    report = {"content/report.yaml": f"{REPORT}unit: {unit}\n"}
    sheets = load_state(write_folder(tmp_path, files=report)).annexes.sheets
    lines = [sheet.grid.unit_line for sheet in sheets if sheet.grid.unit_line]
    assert len(lines) == 6
    assert all("단위: 천원" in line for line in lines)


def test_the_ledger_lists_every_entry_that_counts(tmp_path: Path) -> None:
    annexes = load_state(write_folder(tmp_path), as_of=date(2026, 4, 30)).annexes
    records = find_records(annexes)
    assert (records.count, len(list(records.read()))) == (22, 22)


def test_an_entry_is_kept_in_won_with_the_word_for_its_kind(state: State) -> None:
    records = find_records(state.annexes)
    *_others, last = records.read()
    row = dict(zip(records.columns, last, strict=True))
    assert row == {
        "date": date(2026, 6, 30),
        "year": 2026,
        "stage": "2026 제1회 추경",
        "kind": "disbursement",
        "account": "basic_expense",
        "account_name": "기본경비",
        "amount": 60_000_000,
        "reference": "2분기 집행",
        "note": "",
        "funding": "",
    }
    assert records.columns["kind"].words["disbursement"] == "지출액"
    assert records.columns["amount"].kind is Kind.WON


def test_the_ledger_can_be_read_again(state: State) -> None:
    records = find_records(state.annexes)
    assert list(records.read()) == list(records.read())


def test_amounts_of_the_annexes_are_in_thousands_whatever_the_report_prints(tmp_path: Path) -> None:
    report = REPORT + "unit: 억원\n"
    state = load_state(write_amended(tmp_path, {"content/report.yaml": report}))
    lines = {
        sheet.key: sheet.grid.unit_line
        for sheet in state.annexes.sheets
        if sheet.grid is not None and "단위" in sheet.grid.unit_line
    }
    assert {key for key, line in lines.items() if "천원" not in line} == {"staffing_effect"}
    assert {"revenue", "execution", "transfers", "amendment_revenue"} <= lines.keys()
