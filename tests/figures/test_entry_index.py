"""Where the entries of an account stand, among those that a state counts."""

from hypothesis import given

from reportgen.diagnostics import SourceRef
from reportgen.figures.entry_index import EntryIndex
from reportgen.model.entries import Ledger
from reportgen.model.ledger import EntryKind, LedgerEntry
from tests.model.ledgers import ACCOUNTS, ENTRIES, STAGES

KINDS = (EntryKind.AMENDMENT, EntryKind.ORIGINAL)


def _find(entries: list[LedgerEntry], account: str, stage: str) -> list[SourceRef]:
    return [
        entry.source
        for kind in KINDS
        for entry in entries
        if (entry.account, entry.kind, entry.date.year) == (account, kind, 2026)
        and stage in ("", entry.stage)
    ]


@given(ENTRIES)
def test_places_come_kind_by_kind_in_the_order_of_the_ledger(entries: list[LedgerEntry]) -> None:
    index = EntryIndex(Ledger.of(entries))
    found = {
        (account, stage): list(index.find(account, KINDS, 2026, stage))
        for account in ACCOUNTS
        for stage in ("", *STAGES)
    }
    assert found == {(account, stage): _find(entries, account, stage) for account, stage in found}


@given(ENTRIES)
def test_what_a_state_leaves_out_is_not_found(entries: list[LedgerEntry]) -> None:
    ledger = Ledger.of(entries).select(lambda found: found.stage != STAGES[0])
    index = EntryIndex(ledger)
    assert list(index.find(ACCOUNTS[0], KINDS, 2026, STAGES[0])) == []
    left = [entry for entry in entries if entry.stage != STAGES[0]]
    assert list(index.find(ACCOUNTS[0], KINDS, 2026)) == _find(left, ACCOUNTS[0], "")


def test_an_unknown_account_has_no_place() -> None:
    assert list(EntryIndex(Ledger.of([])).find("nobody", KINDS, 2026)) == []
