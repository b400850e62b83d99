"""What holds for every ledger: money that moves stays, states grow, levels agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import SourceRef
from reportgen.figures.budget import compute_budget
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import select_entries
from reportgen.figures.slices import LedgerSlices
from reportgen.model.ledger import TRANSFERS, Approval, EntryKind, LedgerEntry
from reportgen.money import Won
from tests.figures.ledgers import (
    DAYS,
    DAYS_OF_THE_YEAR,
    ENTRIES,
    LEAVES,
    LEVELS,
    STAGES,
    read_sample,
)


def _values(entries: list[LedgerEntry], prefix: str = "") -> dict[str, object]:
    figures = compute_budget(read_sample().accounts, LedgerSlices(entries), 2026)
    return {figure.name: figure.value for figure in figures if figure.name.startswith(prefix)}


def _enter(day: date, kind: EntryKind, account: str, amount: int) -> LedgerEntry:
    source = SourceRef("b.csv", 2)
    return LedgerEntry(day, STAGES[1], kind, account, Won(amount), "", "", source)


def _move(day: date, kind: EntryKind, giver: str, taker: str, amount: int) -> list[LedgerEntry]:
    return [_enter(day, kind, giver, -amount), _enter(day, kind, taker, amount)]


MOVES = st.lists(
    st.one_of(
        st.builds(
            _move,
            DAYS_OF_THE_YEAR,
            st.sampled_from(TRANSFERS),
            st.sampled_from(LEAVES),
            st.sampled_from(LEAVES),
            st.integers(0, 10**12),
        ),
        st.builds(
            _move,
            DAYS_OF_THE_YEAR,
            st.just(EntryKind.RESERVE_USE),
            st.just("general_reserve"),
            st.sampled_from(LEAVES),
            st.integers(0, 10**12),
        ),
    ),
    max_size=8,
).map(lambda moves: [entry for move in moves for entry in move])


@given(ENTRIES, MOVES)
def test_transfers_and_the_reserve_change_no_total(
    entries: list[LedgerEntry], moves: list[LedgerEntry]
) -> None:
    before, after = _values(entries, "appropriation."), _values(entries + moves, "appropriation.")
    totals = ("appropriation.revenue", "appropriation.expenditure")
    assert [after[name] for name in totals] == [before[name] for name in totals]


@given(ENTRIES, MOVES)
def test_transfers_and_the_reserve_change_no_voted_budget(
    entries: list[LedgerEntry], moves: list[LedgerEntry]
) -> None:
    assert _values(entries, "budget.") == _values(entries + moves, "budget.")


@given(ENTRIES, DAYS, st.sampled_from(STAGES[:-1]))
def test_a_later_stage_holds_every_entry_of_an_earlier_one(
    entries: list[LedgerEntry], day: date, stage: str
) -> None:
    folder = replace(read_sample(), ledger=tuple(entries))
    earlier = select_entries(folder, day, stage)
    later = select_entries(folder, day, STAGES[STAGES.index(stage) + 1])
    assert set(earlier) <= set(later)


@given(ENTRIES, DAYS)
def test_the_last_stage_holds_what_is_held_without_one(
    entries: list[LedgerEntry], day: date
) -> None:
    folder = replace(read_sample(), ledger=tuple(entries))
    assert select_entries(folder, day, STAGES[-1]) == select_entries(folder, day)


@given(ENTRIES, DAYS, st.integers(0, 400), st.sampled_from((None, *STAGES)))
def test_a_later_day_holds_every_entry_of_an_earlier_one(
    entries: list[LedgerEntry], day: date, days: int, stage: str | None
) -> None:
    folder = replace(read_sample(), ledger=tuple(entries))
    later = select_entries(folder, day + timedelta(days), stage)
    assert set(select_entries(folder, day, stage)) <= set(later)


@given(ENTRIES, DAYS)
def test_what_is_only_proposed_changes_nothing_until_its_stage_is_asked_for(
    entries: list[LedgerEntry], day: date
) -> None:
    proposed = [replace(entry, approval=Approval.PROPOSED) for entry in entries]
    folder = replace(read_sample(), ledger=(*entries, *proposed))
    assert select_entries(folder, day) == tuple(entry for entry in entries if entry.date <= day)


@pytest.mark.parametrize(
    "measure", ["appropriation", "budget", "prior_final", "commitment", "disbursement"]
)
@given(entries=ENTRIES)
def test_every_level_adds_up_to_the_same_total(measure: str, entries: list[LedgerEntry]) -> None:
    values = _values(entries, f"{measure}.")
    sums = {
        level: sum(int(str(values[f"{measure}.{account}"])) for account in accounts)
        for level, accounts in LEVELS.items()
    }
    assert set(sums.values()) == {values[f"{measure}.expenditure"]}, sums


@given(ENTRIES)
def test_the_appropriation_is_the_sum_of_what_makes_it_up(entries: list[LedgerEntry]) -> None:
    values = _values(entries)
    measures = ("budget", "carryover", "reserve_use", "transfer", "pre_approval")
    parts = [values.get(f"{measure}.expenditure", 0) for measure in measures]
    assert sum(int(str(part)) for part in parts) == values["appropriation.expenditure"]


@given(st.data())
def test_figures_do_not_depend_on_the_order_of_entries(data: st.DataObject) -> None:
    entries = data.draw(ENTRIES)
    orders = entries, data.draw(st.permutations(entries))
    first, second = (compute_figures(read_sample(), tuple(order)) for order in orders)
    assert {name: figure.value for name, figure in first.items()} == {
        name: figure.value for name, figure in second.items()
    }


@given(ENTRIES, ENTRIES)
def test_an_amendment_and_its_exact_opposite_leave_every_appropriation_as_it_was(
    entries: list[LedgerEntry], amending: list[LedgerEntry]
) -> None:
    amendment = [replace(entry, kind=EntryKind.AMENDMENT, stage=STAGES[2]) for entry in amending]
    opposite = [replace(entry, amount=Won(-entry.amount)) for entry in amendment]
    before = _values(entries, "appropriation.")
    assert _values([*entries, *amendment, *opposite], "appropriation.") == before
