"""What the ledger holds of an account."""

from datetime import date

from reportgen.diagnostics import SourceRef
from reportgen.importing.entries.ledger_sums import Holdings
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won

DAY = date(2026, 6, 30)
FIRST, SECOND = "2026 제1회 추경", "2026 제2회 추경"


def enter(
    account: str,
    amount: int,
    kind: EntryKind = EntryKind.ORIGINAL,
    *,
    day: date = date(2026, 1, 2),
    stage: str = "2026 본예산",
    approval: Approval = Approval.PASSED,
) -> LedgerEntry:
    source = SourceRef("content/budget/ledger.csv", 2)
    return LedgerEntry(day, stage, kind, account, Won(amount), "", "", source, approval)


LEDGER = (
    enter("garden", 700, day=date(2025, 1, 2), stage="2025 최종예산"),
    enter("garden", 500),
    enter("garden", 30, EntryKind.AMENDMENT, stage=FIRST),
    enter("garden", 9, EntryKind.AMENDMENT, stage=SECOND, approval=Approval.PROPOSED),
    enter("garden", 4, EntryKind.RESERVE_USE),
    enter("garden", 100, EntryKind.DISBURSEMENT),
    enter("grant", 600),
    enter("grant", 50, EntryKind.COLLECTION),
    enter("garden", 1, day=date(2026, 12, 1)),
)


def test_the_budget_before_a_stage_is_what_the_others_voted() -> None:
    holdings = Holdings(LEDGER)
    assert holdings.sum_voted_before("garden", DAY, FIRST) == 500
    assert holdings.sum_voted_before("garden", DAY, SECOND) == 530
    assert holdings.sum_whole(DAY, SECOND) == 1130


def test_an_entry_that_is_added_counts() -> None:
    holdings = Holdings(LEDGER)
    assert holdings.sum_whole(DAY, SECOND) == 1130
    holdings.add(enter("grant", 70))
    assert holdings.sum_whole(DAY, SECOND) == 1200


def test_spending_is_limited_and_collecting_only_on_revenue() -> None:
    holdings = Holdings(LEDGER, {"grant"})
    assert holdings.find_limit(EntryKind.DISBURSEMENT, "garden", DAY) == 543
    assert holdings.find_limit(EntryKind.COLLECTION, "grant", DAY) == 600
    assert holdings.find_limit(EntryKind.COLLECTION, "garden", DAY) == 0


def test_amounts_are_found_by_their_day() -> None:
    found = Holdings(LEDGER).by_day[date(2026, 1, 2), EntryKind.COLLECTION, "grant"]
    assert list(found) == [50]
