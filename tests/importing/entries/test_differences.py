"""Stated amounts as entries that are missing."""

from datetime import date

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.importing.entries.differences import find_differences
from reportgen.importing.entries.planned_entries import StatedAmount
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind, LedgerEntry
from reportgen.money import Won

SPENT = frozenset({EntryKind.DISBURSEMENT})
APRIL, MAY, JUNE = (date(2026, month, 30) for month in (4, 5, 6))


def state(
    day: date,
    amount: int,
    *,
    held: frozenset[EntryKind] = SPENT,
    kind: EntryKind = EntryKind.DISBURSEMENT,
    cell: str = "B3",
    sheet: str = "집행",
    note: str = "",
) -> StatedAmount:
    source = SourceRef("a.xlsx", sheet=sheet, cell=cell)
    return StatedAmount(day, "본예산", kind, "garden", Won(amount), source, held, note=note)


def enter(day: date, amount: int, kind: EntryKind = EntryKind.DISBURSEMENT) -> LedgerEntry:
    source = SourceRef("content/budget/ledger.csv", 2)
    return LedgerEntry(day, "본예산", kind, "garden", Won(amount), "", "", source)


def amounts(stated: list[StatedAmount], ledger: list[LedgerEntry]) -> list[tuple[date, int]]:
    found = find_differences(stated, ledger)
    assert found.diagnostics == ()
    return [(planned.entry.date, planned.entry.amount) for planned in found.entries]


@pytest.mark.parametrize(
    ("ledger", "difference"),
    [
        ([], [(JUNE, 500)]),
        ([enter(APRIL, 300)], [(JUNE, 200)]),
        ([enter(APRIL, 300), enter(JUNE, 200)], []),
        ([enter(APRIL, 700)], [(JUNE, -200)]),
        ([enter(date(2025, 4, 30), 300)], [(JUNE, 500)]),
        ([enter(date(2026, 7, 1), 300)], [(JUNE, 500)]),
        ([enter(APRIL, 300, EntryKind.COMMITMENT)], [(JUNE, 500)]),
    ],
)
def test_a_running_total_adds_what_the_ledger_lacks_up_to_its_day(
    ledger: list[LedgerEntry], difference: list[tuple[date, int]]
) -> None:
    assert amounts([state(JUNE, 500)], ledger) == difference


def test_an_appropriation_is_held_against_all_that_makes_it_up() -> None:
    ledger = [enter(APRIL, 300, EntryKind.ORIGINAL), enter(MAY, 100, EntryKind.AMENDMENT)]
    stated = state(JUNE, 500, held=APPROPRIATION_KINDS, kind=EntryKind.OPENING)
    assert amounts([stated], ledger) == [(JUNE, 100)]


def test_totals_of_several_days_add_up() -> None:
    assert amounts([state(JUNE, 500), state(APRIL, 300, sheet="4월")], []) == [
        (APRIL, 300),
        (JUNE, 200),
    ]


def test_the_same_total_on_two_sheets_counts_once() -> None:
    assert amounts([state(JUNE, 500), state(JUNE, 500, sheet="총괄")], []) == [(JUNE, 500)]


@pytest.mark.parametrize(
    ("sheet", "amount"), [("총괄", 600), ("집행", 500)], ids=["another amount", "the same sheet"]
)
def test_two_totals_of_one_account_are_told(sheet: str, amount: int) -> None:
    stated = [state(JUNE, 500), state(JUNE, amount, sheet=sheet, cell="B9")]
    assert [str(finding) for finding in find_differences(stated, []).diagnostics] == [
        f"a.xlsx!{sheet}!B9: error [import-twice] disbursement of garden stands here and in "
        "a.xlsx!집행!B3\n"
        "  hint: choose the sheet with --sheet, or name the row under ignore in a profile"
    ]


def test_an_entry_that_the_ledger_has_is_left_out_as_often_as_it_has_it() -> None:
    stated = [state(JUNE, 500, held=frozenset()) for _ in range(3)]
    assert amounts(stated, [enter(JUNE, 500)]) == [(JUNE, 500), (JUNE, 500)]
    assert find_differences(stated, [enter(JUNE, 500)]).known == 1


def test_an_entry_of_another_text_is_another_entry() -> None:
    assert amounts([state(JUNE, 500, held=frozenset(), note="모종")], [enter(JUNE, 500)]) == [
        (JUNE, 500)
    ]


def test_a_difference_says_what_it_rests_on() -> None:
    (planned,) = find_differences([state(JUNE, 500)], [enter(APRIL, 300)]).entries
    assert (planned.stated, planned.before) == (500, 300)
    assert (planned.entry.reference, planned.entry.note) == ("a.xlsx 집행!B3", "누계 500원")
