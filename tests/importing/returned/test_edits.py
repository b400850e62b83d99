"""Rows of one day, stage, kind and account that differ."""

from datetime import date

from reportgen.diagnostics import SourceRef
from reportgen.importing.returned.edits import RowGroup
from reportgen.importing.returned.ledger_copies import CopiedEntry
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won

DAY = date(2026, 6, 30)
SPENT = EntryKind.DISBURSEMENT


def keep(amount: int, reference: str = "", line: int = 2) -> LedgerEntry:
    source = SourceRef("content/budget/ledger.csv", line)
    return LedgerEntry(DAY, "본예산", SPENT, "garden", Won(amount), reference, "", source)


def copy(amount: int, reference: str = "", origin: str = "") -> CopiedEntry:
    place = SourceRef("a.xlsx", sheet="원장", cell="F4")
    passed = Approval.PASSED
    return CopiedEntry(
        DAY, "본예산", SPENT, "garden", Won(amount), reference, "", passed, "", place, 4, origin
    )


def compare(copied: list[CopiedEntry], kept: list[LedgerEntry]) -> list[tuple[int, int, str]]:
    """Before, after, and what tells the row from others of the same amount."""
    edits = RowGroup(copied, kept).compare()
    return [
        (one.correction.before, one.correction.after, one.correction.row)
        if one.correction
        else (0, one.copied.amount if one.copied else 0, "new")
        for one in edits
    ]


def test_each_row_is_corrected_by_itself() -> None:
    copied, kept = [copy(15, "가"), copy(27, "나")], [keep(10, "가"), keep(20, "나")]
    assert compare(copied, kept) == [(10, 15, ""), (20, 27, "")]


def test_the_place_of_a_row_outdoes_its_texts() -> None:
    copied = [copy(15, "나", "content/budget/ledger.csv:2"), copy(27, "가")]
    kept = [keep(10, "가"), keep(20, "나", 3)]
    assert compare(copied, kept) == [(10, 15, ""), (20, 27, "")]


def test_rows_that_come_to_the_same_are_no_edit() -> None:
    assert compare([copy(7, "가"), copy(3, "가")], [keep(10, "가")]) == []


def test_twins_are_told_apart_by_their_texts_or_their_places() -> None:
    assert compare([copy(10, "가"), copy(15, "나")], [keep(10, "가"), keep(10, "나")]) == [
        (10, 15, "나")
    ]
    assert compare([copy(10), copy(15)], [keep(10), keep(10, line=3)]) == [
        (10, 15, "content/budget/ledger.csv:3")
    ]


def test_what_is_left_over_is_new_or_gone() -> None:
    assert compare([copy(10), copy(5)], [keep(10)]) == [(0, 5, "new")]
    assert compare([copy(10)], [keep(10), keep(5)]) == [(5, 0, "")]
