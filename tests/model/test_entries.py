"""A ledger is a sequence of its entries, and a part of it, too."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.entries import Ledger
from reportgen.model.ledger import EntryKind, LedgerEntry
from reportgen.model.ledger_columns import EntryClass, LedgerColumns
from tests.model.ledgers import ENTRIES, STAGES


def _is_early(found: EntryClass) -> bool:
    return found.stage == STAGES[0]


def _read(entries: list[LedgerEntry]) -> Ledger:
    """A ledger as a reader makes it, without the entries at hand."""
    columns = LedgerColumns()
    for entry in entries:
        columns.append(entry)
    return Ledger(columns)


@given(ENTRIES)
def test_a_ledger_is_the_sequence_of_its_entries(entries: list[LedgerEntry]) -> None:
    ledger = _read(entries)
    assert (len(ledger), list(ledger), ledger) == (len(entries), entries, tuple(entries))


@given(ENTRIES, st.integers(-3, 3), st.integers(-3, 3))
def test_a_slice_is_a_tuple_of_entries(entries: list[LedgerEntry], start: int, end: int) -> None:
    assert _read(entries)[start:end] == tuple(entries[start:end])


@given(ENTRIES)
def test_a_part_has_the_entries_of_its_classes_in_their_order(entries: list[LedgerEntry]) -> None:
    part = _read(entries).select(_is_early)
    wanted = [entry for entry in entries if entry.stage == STAGES[0]]
    assert (len(part), list(part)) == (len(wanted), wanted)
    assert [part[at] for at in range(len(part))] == wanted


@given(ENTRIES)
def test_a_part_of_a_part_has_what_both_choose(entries: list[LedgerEntry]) -> None:
    part = _read(entries).select(_is_early).select(lambda found: found.kind in (EntryKind.OPENING,))
    wanted = [one for one in entries if one.stage == STAGES[0] and one.kind is EntryKind.OPENING]
    assert list(part) == wanted


@given(ENTRIES)
def test_entries_are_the_same_objects_in_a_part(entries: list[LedgerEntry]) -> None:
    ledger = _read(entries)
    known = {id(entry) for entry in ledger}
    assert all(id(entry) in known for entry in ledger.select(_is_early))


@given(ENTRIES)
def test_a_ledger_of_entries_holds_these_very_entries(entries: list[LedgerEntry]) -> None:
    ledger = Ledger.of(entries)
    assert all(one is other for one, other in zip(ledger, entries, strict=True))
    assert Ledger.of(ledger) is ledger


def test_an_empty_ledger_has_nothing() -> None:
    assert (list(_read([])), len(_read([])), _read([]).classes) == ([], 0, {})
