"""The annexes come back: exactly what was edited becomes entries."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.diagnostics import DataError
from reportgen.importing.imports import write_import
from reportgen.importing.mapping_report import describe_import
from reportgen.model.ledger import EntryKind
from tests.importing.annexes import (
    LEDGER,
    edit,
    find_row,
    plan_returned,
    put,
    write_annexes,
)
from tests.importing.finance import list_entries, list_findings
from tests.office import convert
from tests.sample import read_folder, write_folder

NEW = {
    "date": date(2026, 6, 15),
    "year": 2026,
    "stage": "2026 제1회 추경",
    "kind": "지출액",
    "account": "book_bus",
    "amount": 1500.5,
    "reference": "지출결의 제9호",
    "note": "기름",
}
"""A row as finance types it; the amount has a part of a thousand won."""


NEXT_ROW = 33
"""The first row below the entries of the sample."""


def ledger_of(workbook: Workbook) -> Worksheet:
    sheet = workbook[LEDGER]
    assert isinstance(sheet, Worksheet)
    return sheet


def change_amount(workbook: Workbook) -> None:
    sheet = ledger_of(workbook)
    put(sheet, find_row(sheet, account="garden", kind="원인행위액"), {"amount": 125000})


def add_row(workbook: Workbook) -> None:
    sheet = ledger_of(workbook)
    put(sheet, NEXT_ROW, NEW)


def delete_row(workbook: Workbook) -> None:
    sheet = ledger_of(workbook)
    sheet.delete_rows(find_row(sheet, account="tree_map", kind="지출액"))


def change_day(workbook: Workbook) -> None:
    sheet = ledger_of(workbook)
    row = find_row(sheet, account="tree_map", kind="지출액")
    put(sheet, row, {"date": "2026. 6. 15."})


def set_to_zero(workbook: Workbook) -> None:
    sheet = ledger_of(workbook)
    put(sheet, find_row(sheet, account="tree_map", kind="지출액"), {"amount": 0})


def test_annexes_that_nobody_edited_make_no_entry(tmp_path: Path) -> None:
    plan = plan_returned(tmp_path, write_annexes(tmp_path))
    assert (plan.entries, list_findings(plan)) == ((), [])
    assert list(describe_import(plan)) == [
        "annexes.xlsx",
        "our own ledger, up to 2026-06-30; entries are what was edited",
        "no entries to write: the ledger holds all of it",
    ]


@pytest.mark.parametrize(
    ("change", "entries"),
    [
        (change_amount, ["2026-03-31 commitment garden 5,000,000"]),
        (add_row, ["2026-06-15 disbursement book_bus 1,500,500"]),
        (delete_row, ["2026-06-30 disbursement tree_map -50,000,000"]),
        (set_to_zero, ["2026-06-30 disbursement tree_map -50,000,000"]),
        (
            change_day,
            [
                "2026-06-15 disbursement tree_map 50,000,000",
                "2026-06-30 disbursement tree_map -50,000,000",
            ],
        ),
    ],
)
def test_an_edit_becomes_the_difference_it_makes(
    tmp_path: Path, change: object, entries: list[str]
) -> None:
    assert callable(change)
    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), change))
    assert list_findings(plan) == []
    assert list_entries(plan) == entries


def test_an_edit_that_was_imported_makes_no_entry_again(tmp_path: Path) -> None:
    path = edit(write_annexes(tmp_path), lambda book: (change_amount(book), add_row(book)))
    write_import(tmp_path, plan_returned(tmp_path, path))
    assert read_folder(tmp_path).ledger
    again = plan_returned(tmp_path, path)
    assert (again.entries, again.known) == ((), 2)


def test_a_new_row_keeps_its_texts_and_a_correction_says_what_it_is(tmp_path: Path) -> None:
    path = edit(write_annexes(tmp_path), lambda book: (change_amount(book), add_row(book)))
    texts = {(p.entry.reference, p.entry.note) for p in plan_returned(tmp_path, path).entries}
    assert texts == {
        ("지출결의 제9호", "기름"),
        ("annexes.xlsx 원장!G21", "정정: 120,000,000원에서 125,000,000원으로"),
    }


def test_an_account_may_be_typed_by_its_name(tmp_path: Path) -> None:
    def type_name(workbook: Workbook) -> None:
        sheet = ledger_of(workbook)
        put(sheet, NEXT_ROW, {**NEW, "account": None, "account_name": "책버스 운영"})

    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), type_name))
    assert list_entries(plan) == ["2026-06-15 disbursement book_bus 1,500,500"]


def test_entries_after_the_day_and_the_stage_of_the_annexes_stay(tmp_path: Path) -> None:
    path = write_annexes(tmp_path, "2026 본예산")
    plan = plan_returned(tmp_path, path)
    assert (plan.entries, list_findings(plan)) == ((), [])


def test_entries_that_came_since_stay(tmp_path: Path) -> None:
    path = edit(write_annexes(tmp_path), change_amount)
    later = (
        "date,stage,kind,account,amount\n2026-03-31,2026 본예산,commitment,garden,7000\n"
        "2026-04-01,2026 본예산,commitment,book_bus,9000\n"
    )
    (tmp_path / "content/budget/more.csv").write_text(later, encoding="utf-8")
    plan = plan_returned(tmp_path, path)
    assert list_entries(plan) == ["2026-03-31 commitment garden 5,000,000"]
    assert list_findings(plan) == []


def test_a_cancelled_entry_is_named_with_the_file_that_has_it(tmp_path: Path) -> None:
    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), delete_row))
    report = "\n".join(describe_import(plan))
    (planned,) = plan.entries
    assert str(planned.entry.source).startswith("content/budget/ledger.csv:")
    assert f"  {planned.entry.source}\n" in report


def test_after_another_edit_of_the_ledger_missing_rows_stay_and_are_told(tmp_path: Path) -> None:
    path = edit(write_annexes(tmp_path), change_amount)
    ledger = tmp_path / "content/budget/ledger.csv"
    text = ledger.read_text(encoding="utf-8")
    added = "2026-04-01,2026 본예산,commitment,book_bus,9000,,\n"
    ledger.write_text(text + added, encoding="utf-8")
    plan = plan_returned(tmp_path, path)
    assert list_entries(plan) == ["2026-03-31 commitment garden 5,000,000"]
    assert list_findings(plan) == [
        "annexes.xlsx!원장!A1: warning [import-missing] 1 entries of the ledger aren't in the "
        "file; they stay (the first: content/budget/ledger.csv:31)\n"
        "  hint: to cancel an entry, set its amount to 0 instead of deleting its row"
    ]


def test_a_changed_text_is_told_and_makes_no_entry(tmp_path: Path) -> None:
    def change_note(workbook: Workbook) -> None:
        sheet = ledger_of(workbook)
        put(sheet, find_row(sheet, account="garden", kind="원인행위액"), {"note": "꽃"})

    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), change_note))
    assert plan.entries == ()
    assert list_findings(plan) == [
        "annexes.xlsx!원장!G21: warning [import-ignored] reference or note were changed to "
        "«1분기 집행 | 꽃»\n"
        "  hint: change them in content/budget/ledger.csv:19"
    ]


def test_what_was_edited_wrongly_is_told_at_once(tmp_path: Path) -> None:
    wrong = {
        "date": "6월 40일",
        "stage": "3차",
        "kind": "빌림",
        "account": "book_bu",
        "amount": "많음",
    }

    def add_wrong(workbook: Workbook) -> None:
        sheet = ledger_of(workbook)
        put(sheet, NEXT_ROW, wrong)

    found = list_findings(plan_returned(tmp_path, edit(write_annexes(tmp_path), add_wrong)))
    assert [line.split("\n")[0] for line in found] == [
        "annexes.xlsx!원장!A33: error [import-date] date: found 6월 40일",
        "annexes.xlsx!원장!D33: error [import-kind] kind: found 빌림",
        "annexes.xlsx!원장!C33: error [import-stage] stage: found 3차",
        "annexes.xlsx!원장!E33: error [import-account] account: found book_bu",
        "annexes.xlsx!원장!G33: error [import-amount] amount: found 많음",
    ]


def test_a_proposal_that_was_edited_stays_a_proposal(tmp_path: Path) -> None:
    proposed = (
        "date,stage,kind,account,amount,approval\n"
        "2026-07-01,2026 제1회 추경,amendment,book_bus,10000,proposed\n"
        "2026-07-01,2026 제1회 추경,amendment,city_grant,10000,proposed\n"
    )
    write_folder(tmp_path, files={"content/budget/more.csv": proposed})
    path = write_annexes(tmp_path, "2026 제1회 추경")
    assert plan_returned(tmp_path, path).entries == ()


def test_a_sum_that_finance_put_below_is_no_entry(tmp_path: Path) -> None:
    def add_sum(workbook: Workbook) -> None:
        put(ledger_of(workbook), NEXT_ROW, {"date": "합계", "amount": 4_000_000})

    plan = plan_returned(tmp_path, edit(write_annexes(tmp_path), add_sum))
    assert (plan.entries, list_findings(plan)) == ((), [])


@pytest.mark.slow
def test_libreoffice_may_save_the_annexes_in_between(tmp_path: Path) -> None:
    saved = convert(write_annexes(tmp_path), "xlsx", tmp_path)
    plan = plan_returned(tmp_path, saved)
    assert (plan.entries, list_findings(plan)) == ((), [])


@pytest.mark.slow
def test_libreoffice_may_save_edited_annexes(tmp_path: Path) -> None:
    edited = edit(write_annexes(tmp_path), lambda book: (change_amount(book), add_row(book)))
    plan = plan_returned(tmp_path, convert(edited, "xlsx", tmp_path))
    assert list_findings(plan) == []
    assert {planned.entry.kind for planned in plan.entries} == {
        EntryKind.COMMITMENT,
        EntryKind.DISBURSEMENT,
    }
    assert list_entries(plan) == [
        "2026-03-31 commitment garden 5,000,000",
        "2026-06-15 disbursement book_bus 1,500,500",
    ]


@pytest.mark.slow
def test_annexes_that_lost_their_names_are_told(tmp_path: Path) -> None:
    saved = convert(write_annexes(tmp_path), "xls", tmp_path)
    with pytest.raises(DataError) as raised:
        plan_returned(tmp_path, saved)
    assert str(raised.value) == (
        "annexes.xls: error [import-file] these are annexes or a ledger of ours, saved in a form "
        "that keeps no names\n"
        "  hint: save them as .xlsx"
    )
