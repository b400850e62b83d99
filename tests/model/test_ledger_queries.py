"""What is found by columns is what a look at every entry finds."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.entries import Ledger
from reportgen.model.ledger import EntryKind, LedgerEntry
from reportgen.model.ledger_columns import EntryClass, LedgerColumns
from reportgen.model.ledger_queries import (
    EVERY_ACCOUNT,
    find_alike,
    find_by_text,
    find_on_accounts,
    find_present,
    list_amounts,
    list_texts,
)
from tests.model.ledgers import ACCOUNTS, ENTRIES, STAGES

SOME_ACCOUNTS = st.frozensets(st.sampled_from((*ACCOUNTS, "nobody")))


def _read(entries: list[LedgerEntry]) -> Ledger:
    columns = LedgerColumns()
    for entry in entries:
        columns.append(entry)
    return Ledger(columns)


def _select(entries: list[LedgerEntry]) -> tuple[Ledger, list[LedgerEntry]]:
    """A part of a ledger, and the entries that it has."""
    part = _read(entries).select(lambda found: found.stage == STAGES[0])
    return part, [entry for entry in entries if entry.stage == STAGES[0]]


def _class(entry: LedgerEntry) -> EntryClass:
    return EntryClass(entry.date, entry.stage, entry.kind, entry.approval)


@given(ENTRIES)
def test_amounts_are_those_of_the_entries(entries: list[LedgerEntry]) -> None:
    part, held = _select(entries)
    assert list(list_amounts(part)) == [(_class(one), one.account, one.amount) for one in held]
    assert len(list(list_amounts(_read(entries)))) == len(entries)


@given(ENTRIES)
def test_texts_stand_beside_their_amounts(entries: list[LedgerEntry]) -> None:
    part, held = _select(entries)
    for_notes = [(one.account, one.amount, one.note) for one in held]
    assert list(list_texts(part, "note")) == for_notes


@given(ENTRIES, SOME_ACCOUNTS)
def test_entries_are_found_by_class_and_account(
    entries: list[LedgerEntry], accounts: frozenset[str]
) -> None:
    part, held = _select(entries)
    others = accounts.symmetric_difference({"garden"})

    def list_asked(found: EntryClass) -> frozenset[str]:
        return accounts if found.kind is EntryKind.OPENING else others

    wanted = [one for one in held if one.account in list_asked(_class(one))]
    assert list(find_on_accounts(part, list_asked)) == wanted


@given(ENTRIES)
def test_every_account_can_be_asked_for(entries: list[LedgerEntry]) -> None:
    part, held = _select(entries)
    assert list(find_on_accounts(part, lambda _found: EVERY_ACCOUNT)) == held


@given(ENTRIES)
def test_entries_are_found_by_a_text_that_is_not_empty(entries: list[LedgerEntry]) -> None:
    part, held = _select(entries)
    asked: list[tuple[str, str]] = []

    def is_asked(account: str, text: str) -> bool:
        asked.append((account, text))
        return len(text) % 2 == 1

    found = list(find_by_text(part, "note", is_asked))
    assert found == [one for one in held if len(one.note) % 2 == 1]
    assert asked == [(one.account, one.note) for one in held if one.note]


@given(ENTRIES)
def test_entries_with_a_present_budget_are_found(entries: list[LedgerEntry]) -> None:
    part, held = _select(entries)
    assert list(find_present(part)) == [one for one in held if one.present is not None]


@given(ENTRIES)
def test_entries_with_a_fellow_are_found(entries: list[LedgerEntry]) -> None:
    part, held = _select([*entries, *entries[::2]])
    keys = Counter((_class(one), one.account, one.amount) for one in held)
    wanted = [one for one in held if keys[_class(one), one.account, one.amount] > 1]
    # hash(-1) is hash(-2), so an entry without a fellow may come along.
    assert [one for one in find_alike(part) if one in wanted] == wanted


@given(ENTRIES)
def test_an_entry_that_was_found_stays_the_same_object(entries: list[LedgerEntry]) -> None:
    ledger = _read(entries)
    found = list(find_on_accounts(ledger, lambda _found: EVERY_ACCOUNT))
    assert all(one is other for one, other in zip(found, ledger, strict=True))
