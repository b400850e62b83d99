"""Columns of a returned ledger that no import takes."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.importing.exports.ledger_export import export_ledger
from tests.importing.annexes import edit, find_row, plan_returned, put, write_annexes
from tests.importing.finance import list_entries, list_findings, make_plan
from tests.sample import read_folder, write_folder

NEW = {
    "date": "2026-06-15",
    "stage": "2026 제1회 추경",
    "kind": "지출액",
    "account": "book_bus",
    "amount": 1500,
    "reference": "결의 9",
}
HINT = "  hint: correct the account and the day of the row, or put the cell back"


def change_row(cells: dict[str, object]) -> object:
    def change(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        put(sheet, find_row(sheet, account="garden", kind="원인행위액"), cells)

    return change


@pytest.mark.parametrize(
    ("cells", "cell", "found", "text"),
    [
        ({"account_name": "책 버스 운영"}, "F21", "책 버스 운영", "마을정원 가꾸기"),
        ({"account_name": None}, "F21", "", "마을정원 가꾸기"),
        ({"year": 2025}, "B21", "2025", "2026"),
    ],
)
def test_an_edit_that_no_import_takes_is_told(
    tmp_path: Path, cells: dict[str, object], cell: str, found: str, text: str
) -> None:
    change = change_row(cells)
    assert callable(change)
    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), change))
    assert plan.entries == ()
    assert list_findings(plan) == [
        f"annexes.xlsx!원장!{cell}: warning [import-ignored] the cell says «{found}», the row is "
        f"of garden, 2026-03-31: «{text}»; the column isn't taken\n{HINT}"
    ]


def test_a_former_name_and_another_spelling_of_the_year_say_nothing(tmp_path: Path) -> None:
    change = change_row({"account_name": "마을 정원가꾸기", "year": "2026년"})
    assert callable(change)
    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), change))
    assert (plan.entries, list_findings(plan)) == ((), [])


@pytest.mark.parametrize(
    ("name", "findings"),
    [
        ("책버스 운영", []),
        (None, []),
        ("마을정원 가꾸기", ["error"]),
        ("책 버스 사업", ["warning"]),
    ],
)
def test_a_new_row_may_not_name_two_accounts(
    tmp_path: Path, name: str | None, findings: list[str]
) -> None:
    def add(workbook: Workbook) -> None:
        put(workbook["원장"], 33, {**NEW, "account_name": name})

    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), add))
    assert list_entries(plan) == ["2026-06-15 disbursement book_bus 1,500,000"]
    assert [finding.severity.value for finding in plan.diagnostics] == findings


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_exported_table_tells_its_names_too(tmp_path: Path, suffix: str) -> None:
    write_folder(tmp_path)
    path = tmp_path / f"ledger{suffix}"
    data = export_ledger(read_folder(tmp_path), suffix).data
    if suffix == ".csv":
        text = data.decode("utf-8-sig").replace("book_bus,책 버스 운영", "book_bus,책 배 운영")
        path.write_text(text, encoding="utf-8")
    else:
        path.write_bytes(data)

        def rename(workbook: Workbook) -> None:
            sheet = workbook["원장"]
            put(sheet, find_row(sheet, account="book_bus"), {"account_name": "책 배 운영"})

        edit(path, rename)
    plan = make_plan(tmp_path, path)
    assert plan.entries == ()
    (found,) = plan.diagnostics
    assert (found.rule, found.published, found.computed) == (
        "import-ignored",
        "책 배 운영",
        "책 버스 운영",
    )


def test_a_row_that_moves_to_another_account_may_keep_its_name(tmp_path: Path) -> None:
    change = change_row({"account": "river_watch"})
    assert callable(change)
    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), change))
    assert [finding.severity.value for finding in plan.diagnostics] == ["warning"]
    assert len(plan.entries) == 2


def test_a_column_that_finance_adds_is_told_once(tmp_path: Path) -> None:
    def add(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        for row in (21, 22):
            sheet.cell(row, 12).value = "확인함"

    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), add))
    assert list_findings(plan) == [
        "annexes.xlsx!원장!L21: warning [import-ignored] «확인함» stands in a column that isn't "
        "taken\n"
        "  hint: enter it as a note, if it is to be kept"
    ]
