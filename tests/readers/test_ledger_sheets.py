"""Of a workbook the first sheet is read, and what the others hold is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.diagnostics import Diagnostic
from reportgen.readers.ledger import read_ledger

HEADER = ["일자", "단계", "종류", "계정", "금액"]
ROW = ["2026-06-01", "2026 본예산", "지출", "garden", 10]


def _read(path: Path, *rows: list[object], state: str = "visible") -> tuple[int, list[str]]:
    """How many entries a workbook has, and what is said of it, with those rows on sheet 2."""
    book = Workbook()
    assert book.active is not None
    book.active.append(HEADER)
    book.active.append(ROW)
    second = book.create_sheet("하반기")
    second.sheet_state = state
    for row in rows:
        second.append(row)
    book.save(path)
    diagnostics: list[Diagnostic] = []
    entries = read_ledger(path, "content/budget/ledger.xlsx", diagnostics)
    return len(entries), [str(found) for found in diagnostics]


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_a_second_ledger_in_a_workbook_is_an_error(tmp_path: Path, state: str) -> None:
    assert _read(tmp_path / "a.xlsx", [], HEADER, ROW, state=state) == (
        1,
        [
            "content/budget/ledger.xlsx!하반기!A1: error [unread-sheet] only the first sheet is "
            "read; «하반기» holds something, too\n"
            "  hint: put its rows into the first sheet, or into a file of their own"
        ],
    )


def test_another_sheet_that_holds_something_is_a_warning(tmp_path: Path) -> None:
    count, found = _read(tmp_path / "a.xlsx", ["", "메모"])
    assert count == 1
    assert found[0].startswith("content/budget/ledger.xlsx!하반기!A1: warning [unread-sheet]")


def test_an_empty_sheet_is_fine(tmp_path: Path) -> None:
    assert _read(tmp_path / "a.xlsx") == (1, [])


def test_an_empty_first_sheet_is_told_beside_the_second(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("원장").append(["메모"])
    book.save(tmp_path / "a.xlsx")
    diagnostics: list[Diagnostic] = []
    read_ledger(tmp_path / "a.xlsx", "a.xlsx", diagnostics)
    assert [found.rule for found in diagnostics] == ["unread-sheet", "ledger-file"]
