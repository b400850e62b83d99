"""Entries in columns come out as they went in."""

from array import array
from datetime import date

from hypothesis import given

from reportgen.diagnostics import SourceRef
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.model.ledger_columns import TEXTS, EntryBlock, EntryClass, LedgerColumns
from reportgen.money import Won
from tests.model.ledgers import ENTRIES

FOUND = EntryClass(date(2026, 1, 2), "본예산", EntryKind.ORIGINAL, Approval.PASSED)


def _fill(entries: list[LedgerEntry]) -> LedgerColumns:
    columns = LedgerColumns()
    for entry in entries:
        columns.append(entry)
    return columns


@given(ENTRIES)
def test_entries_come_back_as_they_were(entries: list[LedgerEntry]) -> None:
    assert _fill(entries).entries == entries


@given(ENTRIES)
def test_an_entry_comes_back_by_its_row(entries: list[LedgerEntry]) -> None:
    columns = _fill(entries)
    assert [columns.entry(row) for row in range(len(columns))] == entries


def test_an_entry_is_the_same_object_each_time_once_all_are_made() -> None:
    columns = LedgerColumns()
    columns.append(_make_entry(1))
    (made,) = columns.entries
    assert columns.entry(0) is made


def test_a_block_is_its_rows() -> None:
    columns = LedgerColumns()
    number, account = columns.number_class(FOUND), columns.number_account("garden")
    texts = dict.fromkeys(TEXTS, b"\n") | {"note": "하나\n둘".encode()}
    amounts = [5, -7]
    place = SourceRef("a.csv", 3)
    columns.extend(EntryBlock(array("I", [number] * 2), [account] * 2, amounts, texts, place))
    assert columns.entries == [_make_entry(5, "하나", 3), _make_entry(-7, "둘", 4)]


def test_classes_and_accounts_are_numbered_once() -> None:
    columns = _fill([_make_entry(1), _make_entry(2)])
    assert (columns.classes, columns.accounts, columns.counts) == ([FOUND], ["garden"], {0: 2})


def test_an_amount_beyond_64_bits_stays_whole() -> None:
    amounts = [1, 2**63, -(2**63) - 1, 4]
    columns = _fill([_make_entry(amount) for amount in amounts])
    assert list(columns.amounts) == amounts


def _make_entry(amount: int, note: str = "", line: int = 2) -> LedgerEntry:
    place = SourceRef("a.csv", line)
    day, stage, kind, _approval = FOUND
    return LedgerEntry(day, stage, kind, "garden", Won(amount), "", note, place)
