"""Which sheets are read."""

from pathlib import Path

import openpyxl
import pytest

from reportgen.importing.imports import ImportPlan
from tests.importing.finance import UNIT, Rows, list_findings, make_plan, write_workbook

SPENT: Rows = [[UNIT], ["세부사업", "지출액"], ["책 버스 운영", 5000]]
STAFF: Rows = [["구분", "금액"], ["정원사", 3], ["사서", 4]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    sheets = {"집행": SPENT, "안내": [["보낸 이", "재무팀"]], "인원": STAFF, "빈 것": []}
    return write_workbook(tmp_path / "a.xlsx", sheets)


def read_names(plan: ImportPlan) -> list[str]:
    return [table.table.sheet.name for table in plan.tables]


def test_sheets_without_accounts_are_left_out_with_the_reason(tmp_path: Path, file: Path) -> None:
    plan = make_plan(tmp_path, file)
    assert read_names(plan) == ["집행"]
    assert plan.skipped == (
        ("안내", "no header with names and amounts"),
        ("빈 것", "empty"),
        ("인원", "names no account"),
    )


def test_a_hidden_sheet_is_left_out_unless_it_is_asked_for(tmp_path: Path, file: Path) -> None:
    workbook = openpyxl.load_workbook(file)
    workbook["집행"].sheet_state = "hidden"
    workbook.active = 1
    workbook.save(file)
    assert ("집행", "hidden") in make_plan(tmp_path, file).skipped
    asked = make_plan(tmp_path, file, sheets=("집행",))
    assert (read_names(asked), asked.skipped[0]) == (["집행"], ("안내", "not asked for"))


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path, file: Path) -> None:
    found = list_findings(make_plan(tmp_path, file, sheets=("집핵", "집행")))
    assert found == [
        "a.xlsx: error [import-sheet] there is no sheet 집핵\n"
        "  hint: use one of 집행, 안내, 인원, 빈 것"
    ]


def test_a_file_without_a_table_is_told(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "a.xlsx", {"안내": [["보낸 이", "재무팀"]]})
    assert list_findings(make_plan(tmp_path, file)) == [
        "a.xlsx: error [import-sheet] no table was found\n"
        "  hint: a table has a row of headers with names and amounts, such as 세부사업 and "
        "예산현액; name others in a profile under columns"
    ]


def test_several_sheets_are_read_in_the_order_of_their_days(tmp_path: Path) -> None:
    sheets = {
        day: [
            [f"(2026. {day}말 기준, 단위: 천원)"],
            ["세부사업", "지출액"],
            ["책 버스 운영", amount],
        ]
        for day, amount in (("8월", 7000), ("7월", 5000))
    }
    plan = make_plan(tmp_path, write_workbook(tmp_path / "a.xlsx", sheets))
    assert [(str(p.entry.date), p.entry.amount) for p in plan.entries] == [
        ("2026-07-31", 5_000_000),
        ("2026-08-31", 2_000_000),
    ]
