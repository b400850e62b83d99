"""Entries from rows: whole thousands of won, every unreadable cell reported in its place."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.model.ledger import APPROVALS, KINDS, Approval, EntryKind, LedgerEntry
from reportgen.money import Won
from reportgen.readers.ledger import parse_date, read_ledger

HEADER = "date,stage,kind,account,amount,reference,note\n"
ROW = "2026-01-02,본예산,opening,garden,1100,예산서,비고\n"
DAY = "a date such as 2025-06-05"
AMOUNT = "whole thousands of won, such as 273,600"
APPROVED = "2026-01-02,본예산,opening,garden,1100,"
KIND = f"one of {', '.join(EntryKind)}"


def _read(tmp_path: Path, text: str) -> tuple[list[LedgerEntry], list[str]]:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    diagnostics: list[Diagnostic] = []
    entries = read_ledger(path, "a.csv", diagnostics)
    return entries, [str(diagnostic) for diagnostic in diagnostics]


def test_an_entry_is_whole_won_with_its_line(tmp_path: Path) -> None:
    assert _read(tmp_path, HEADER + ROW) == (
        [
            LedgerEntry(
                date(2026, 1, 2),
                "본예산",
                EntryKind.OPENING,
                "garden",
                Won(1_100_000),
                "예산서",
                "비고",
                SourceRef("a.csv", 2),
            )
        ],
        [],
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [(word, KINDS.find(word)[0].value) for word in KINDS.list_typed()],
)
def test_kinds_are_read_in_the_words_of_finance(tmp_path: Path, word: str, kind: str) -> None:
    entries, _ = _read(tmp_path, HEADER + ROW.replace("opening", word))
    assert entries[0].kind is EntryKind(kind)


@pytest.mark.parametrize("word", ["명시 이월", "Explicit Carryover", "EXPLICIT_CARRYOVER"])
def test_blanks_and_case_inside_a_kind_do_not_matter(tmp_path: Path, word: str) -> None:
    entries, _ = _read(tmp_path, HEADER + ROW.replace("opening", word))
    assert entries[0].kind is EntryKind.EXPLICIT_CARRYOVER


@pytest.mark.parametrize(
    ("word", "approval"),
    [
        (word, choice.value)
        for choice in APPROVALS.choices
        for word in (choice.value, *choice.words)
    ],
)
def test_approval_is_read_in_the_words_of_a_council(
    tmp_path: Path, word: str, approval: str
) -> None:
    entries, _ = _read(tmp_path, "date,stage,kind,account,amount,approval\n" + APPROVED + word)
    assert entries[0].approval is Approval(approval)


def test_an_approval_that_is_none_is_reported(tmp_path: Path) -> None:
    text = "date,stage,kind,account,amount,approval\n" + APPROVED + "미정"
    assert _read(tmp_path, text) == (
        [],
        [
            "a.csv:2: error [ledger-approval] approval: found 미정\n"
            "  hint: expected one of proposed, passed"
        ],
    )


def test_an_entry_says_who_pays_and_what_it_begins_from(tmp_path: Path) -> None:
    header = "일자,단계,구분,과목,과목명,재원,기정액,경정액\n"
    (entry,), mistakes = _read(
        tmp_path, f"{header}2026-05-01,추경,추경,garden,정원,city_grant,100,130\n"
    )
    assert mistakes == []
    assert (entry.account_name, entry.funding) == ("정원", "city_grant")
    assert (entry.present, entry.amount) == (100_000, 30_000)


def test_a_row_that_only_shows_the_present_budget_is_no_entry(tmp_path: Path) -> None:
    header = "date,stage,kind,account,present,amended\n"
    assert _read(tmp_path, f"{header}2026-05-01,추경,추경,garden,100,\n") == ([], [])


@pytest.mark.parametrize(
    ("typed", "won"),
    [('"1,100"', 1_100_000), ("△5", -5_000), ("(5)", -5_000), ("0", 0)],
)
def test_amounts_are_read_in_every_notation(tmp_path: Path, typed: str, won: int) -> None:
    entries, _ = _read(tmp_path, HEADER + ROW.replace("1100", typed))
    assert entries[0].amount == won


@pytest.mark.parametrize(
    ("old", "new", "column", "found", "expected"),
    [
        ("1100", "1100.5", "amount", "1100.5", AMOUNT),
        ("1100", "약 천백", "amount", "약 천백", AMOUNT),
        ("1100", "1100천원", "amount", "1100천원", AMOUNT),
        ("1100", "", "amount", "nothing", AMOUNT),
        (
            "2026-01-02",
            "2026-02-30",
            "date",
            "2026-02-30",
            f"{DAY}; the calendar has no 2026-02-30",
        ),
        (
            "2026-01-02",
            "1월",
            "date",
            "1월",
            f"{DAY}; the year is missing; write it with four digits",
        ),
        (
            "2026-01-02",
            "5.6.2026",
            "date",
            "5.6.2026",
            f"{DAY}; it may be 2026-05-06 or 2026-06-05; write the one that is meant",
        ),
        (
            "opening",
            "집행",
            "kind",
            "집행",
            f"{KIND}; it may be commitment or disbursement; write the one that is meant",
        ),
        ("2026-01-02", "", "date", "nothing", DAY),
        ("opening", "paid", "kind", "paid", KIND),
        ("본예산", "", "stage", "nothing", "a budget stage"),
        ("garden", "", "account", "nothing", "the id of an account"),
    ],
)
def test_a_cell_that_can_not_be_read_is_reported(
    tmp_path: Path, old: str, new: str, column: str, found: str, expected: str
) -> None:
    entries, mistakes = _read(tmp_path, HEADER + ROW + ROW.replace(old, new))
    assert len(entries) == 1
    assert mistakes == [
        f"a.csv:3: error [ledger-{column}] {column}: found {found}\n  hint: expected {expected}"
    ]


def test_every_unreadable_cell_of_a_row_is_reported(tmp_path: Path) -> None:
    _, mistakes = _read(tmp_path, HEADER + ",,,,,,x\n")
    assert [mistake.split("[")[1].split("]")[0] for mistake in mistakes] == [
        "ledger-date",
        "ledger-kind",
        "ledger-amount",
        "ledger-stage",
        "ledger-account",
    ]


def test_an_unreadable_cell_of_a_workbook_has_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "원장"
    sheet.append(["date", "stage", "kind", "account", "amount"])
    sheet.append([date(2026, 1, 2), "본예산", "opening", "garden", 1100])
    sheet.append([date(2026, 1, 2), "본예산", "opening", "garden", 1100.5])
    workbook.save(path)
    diagnostics: list[Diagnostic] = []
    (entry,) = read_ledger(path, "a.xlsx", diagnostics)
    assert (entry.amount, str(entry.source)) == (1_100_000, "a.xlsx!원장!A2")
    assert [str(diagnostic) for diagnostic in diagnostics] == [
        f"a.xlsx!원장!E3: error [ledger-amount] amount: found 1100.5\n  hint: expected {AMOUNT}"
    ]


def test_days_of_a_workbook_are_read_as_cells_digits_and_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "원장"
    sheet.append(["date", "stage", "kind", "account", "amount"])
    for day in (datetime(2026, 5, 31, 9, 30), 20260531, "’26. 5. 31.(일)", "46173", 46173):
        sheet.append([day, "본예산", "opening", "garden", 1100])
    workbook.save(path)
    diagnostics: list[Diagnostic] = []
    entries = read_ledger(path, "a.xlsx", diagnostics)
    assert [entry.date for entry in entries] == [date(2026, 5, 31)] * 3
    serial = (
        f"expected {DAY}; it may be a spreadsheet's number for 2026-05-31; "
        "write that day, or format the cell as a date"
    )
    assert [str(diagnostic) for diagnostic in diagnostics] == [
        f"a.xlsx!원장!A5: error [ledger-date] date: found 46173\n  hint: {serial}",
        f"a.xlsx!원장!A6: error [ledger-date] date: found 46173\n  hint: {serial}",
    ]


@pytest.mark.parametrize("text", ["2026-06-05", "2026. 6. 5.", "26-06-05", "’26.6.5"])
def test_a_day_is_read_in_every_usual_notation(text: str) -> None:
    assert parse_date(text) == date(2026, 6, 5)


@pytest.mark.parametrize("text", ["", "05-06-26", "2026-06", "2026-13-01", "6월 5일"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_date(text) is None
