"""What holds for every ledger: money that moves stays, states grow, levels agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import SourceRef
from reportgen.figures.budget import compute_budget
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import select_entries
from reportgen.figures.slices import LedgerSlices
from reportgen.model.ledger import TRANSFERS, Approval, EntryKind, LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.money import Won
from tests.sample import read_folder, write_folder

REVENUE = ("city_grant", "service_fee", "carryover")
LEVELS = {
    "programmes": (
        "garden",
        "tree_map",
        "river_watch",
        "book_bus",
        "personnel_operation",
        "basic_expense",
        "general_reserve",
    ),
    "units": tuple(
        f"unit_{unit}" for unit in ("garden", "river", "reading", "administration", "reserve")
    ),
    "policies": ("green_city", "kind_city", "administration", "reserve_policy"),
    "categories": ("personnel", "expense", "projects", "reserve"),
    "expenditure": ("expenditure",),
}
LEAVES = LEVELS["programmes"]
STAGES = ("2025 최종예산", "2026 본예산", "2026 제1회 추경")
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
DAYS_OF_THE_YEAR = st.dates(date(2026, 1, 1), date(2026, 12, 31))
AMOUNTS = st.integers(-(10**9), 10**12)

ENTRIES = st.lists(
    st.builds(
        LedgerEntry,
        date=DAYS,
        stage=st.sampled_from(STAGES),
        kind=st.sampled_from(EntryKind),
        account=st.sampled_from((*LEAVES, *REVENUE)),
        amount=AMOUNTS.map(Won),
        reference=st.sampled_from(("", "문서 1", "문서 2")),
        note=st.just(""),
        source=st.integers(2, 999).map(lambda line: SourceRef("a.csv", line)),
    ),
    max_size=15,
)


@cache
def _folder() -> ProjectFolder:
    with TemporaryDirectory() as root:
        return read_folder(write_folder(Path(root)))


def _values(entries: list[LedgerEntry], prefix: str = "") -> dict[str, object]:
    figures = compute_budget(_folder().accounts, LedgerSlices(entries), 2026)
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
    folder = replace(_folder(), ledger=tuple(entries))
    earlier = select_entries(folder, day, stage)
    later = select_entries(folder, day, STAGES[STAGES.index(stage) + 1])
    assert set(earlier) <= set(later)


@given(ENTRIES, DAYS)
def test_the_last_stage_holds_what_is_held_without_one(
    entries: list[LedgerEntry], day: date
) -> None:
    folder = replace(_folder(), ledger=tuple(entries))
    assert select_entries(folder, day, STAGES[-1]) == select_entries(folder, day)


@given(ENTRIES, DAYS, st.integers(0, 400), st.sampled_from((None, *STAGES)))
def test_a_later_day_holds_every_entry_of_an_earlier_one(
    entries: list[LedgerEntry], day: date, days: int, stage: str | None
) -> None:
    folder = replace(_folder(), ledger=tuple(entries))
    later = select_entries(folder, day + timedelta(days), stage)
    assert set(select_entries(folder, day, stage)) <= set(later)


@given(ENTRIES, DAYS)
def test_what_is_only_proposed_changes_nothing_until_its_stage_is_asked_for(
    entries: list[LedgerEntry], day: date
) -> None:
    proposed = [replace(entry, approval=Approval.PROPOSED) for entry in entries]
    folder = replace(_folder(), ledger=(*entries, *proposed))
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
    first, second = (compute_figures(_folder(), tuple(order)) for order in orders)
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
