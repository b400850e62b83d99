"""Budget figures: equal at every level, whatever the order, each with its sources."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checks import Subject
from reportgen.diagnostics import SourceRef
from reportgen.figures import FigureTable
from reportgen.figures.budget import compute_budget
from reportgen.figures.slices import LedgerSlices
from reportgen.model.budget import Accounts
from reportgen.model.ledger import EntryKind, LedgerEntry
from reportgen.money import Won
from tests.sample import (
    LEDGER,
    line_of,
    make_subject,
    read_folder,
    read_with_rows,
    write_folder,
)

LEDGER_FILE = "content/budget/ledger.csv"
PROGRAMMES = ("garden", "tree_map", "river_watch", "book_bus")
LEAVES = (*PROGRAMMES, "personnel_operation", "basic_expense", "general_reserve")
REVENUE = ("city_grant", "service_fee", "carryover")
AMOUNTS = st.integers(-(10**9), 10**12)


@pytest.fixture
def figures(subject: Subject) -> FigureTable:
    return subject.figures


@cache
def _accounts() -> Accounts:
    with TemporaryDirectory() as folder:
        return read_folder(write_folder(Path(folder))).accounts


def _entry(account: str, amount: int, kind: EntryKind = EntryKind.OPENING) -> LedgerEntry:
    day = date(2026, 1, 2)
    source = SourceRef("a.csv", 2)
    return LedgerEntry(day, "본예산", kind, account, Won(amount), "", "", source)


ENTRIES = st.lists(
    st.builds(
        _entry, st.sampled_from((*LEAVES, *REVENUE)), AMOUNTS, st.sampled_from(list(EntryKind))
    ),
    max_size=30,
)


def _compute(entries: list[LedgerEntry]) -> FigureTable:
    return FigureTable(compute_budget(_accounts(), LedgerSlices(entries), 2026))


@pytest.mark.parametrize(
    ("name", "thousands"),
    [
        ("appropriation.garden", 200_000),
        ("appropriation.unit_garden", 300_000),
        ("appropriation.green_city", 450_000),
        ("appropriation.projects", 500_000),
        ("appropriation.expenditure", 1_000_000),
        ("appropriation.revenue", 1_000_000),
        ("appropriation.city_grant", 900_000),
        ("prior_final.projects", 440_000),
        ("prior_final.expenditure", 900_000),
        ("prior_final.revenue", 900_000),
        ("change.city_grant", 100_000),
        ("change.service_fee", -50_000),
        ("change.reserve", 0),
        ("commitment.projects", 250_000),
        ("commitment.book_bus", 0),
        ("disbursement.expenditure", 380_000),
    ],
)
def test_amounts_add_up(figures: FigureTable, name: str, thousands: int) -> None:
    assert figures[name].value == thousands * 1000


@pytest.mark.parametrize(
    ("name", "ratio"),
    [
        ("change_rate.city_grant", Decimal("0.125")),
        ("change_rate.service_fee", Decimal("-0.5")),
        ("change_rate.reserve", Decimal(0)),
        ("commitment_rate.garden", Decimal("0.6")),
        ("disbursement_rate.garden", Decimal("0.4")),
        ("commitment_rate.expenditure", Decimal("0.495")),
        ("change_rate.expenditure", Decimal(100) / Decimal(900)),
    ],
)
def test_rates_are_unrounded(figures: FigureTable, name: str, ratio: Decimal) -> None:
    assert figures[name].value == ratio


def test_growth_from_zero_has_no_rate(figures: FigureTable) -> None:
    assert figures["change_rate.carryover"].value is None


def test_an_execution_rate_never_divides_spending_by_spending(figures: FigureTable) -> None:
    assert figures["disbursement_rate.garden"].formula.operands == (
        "disbursement.garden",
        "appropriation.garden",
    )


def test_the_budget_of_last_year_has_no_programmes_where_it_was_entered_by_category(
    figures: FigureTable,
) -> None:
    assert "prior_final.garden" not in figures


def test_an_amount_of_entries_names_their_lines(figures: FigureTable) -> None:
    lines = [
        line_of(LEDGER, "2026-01-02,2026 본예산,opening,garden"),
        line_of(LEDGER, "2026-05-01,2026 제1회 추경,opening,garden"),
    ]
    assert figures["appropriation.garden"].sources == tuple(
        SourceRef(LEDGER_FILE, line) for line in lines
    )


def test_an_amount_of_entries_names_what_it_chose(figures: FigureTable) -> None:
    assert str(figures["commitment.garden"].formula) == (
        "entries(account=garden, kind=commitment, year=2026)"
    )


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("appropriation.unit_garden", "appropriation.garden + appropriation.tree_map"),
        ("appropriation.green_city", "appropriation.unit_garden + appropriation.unit_river"),
        (
            "appropriation.projects",
            " + ".join(f"appropriation.{programme}" for programme in PROGRAMMES),
        ),
        ("change.projects", "appropriation.projects - prior_final.projects"),
        ("change_rate.projects", "change.projects / prior_final.projects"),
        ("commitment_rate.projects", "commitment.projects / appropriation.projects"),
        ("balance.projects", "appropriation.projects - disbursement.projects"),
    ],
)
def test_a_computed_figure_names_its_operands(
    figures: FigureTable, name: str, formula: str
) -> None:
    assert str(figures[name].formula) == formula
    assert figures[name].sources == ()


def test_every_operand_is_a_figure(figures: FigureTable) -> None:
    named = {operand for figure in figures.values() for operand in figure.formula.operands}
    assert named <= set(figures)


MOVED = """\
2026-01-02,2026 본예산,명시이월,carryover,4000
2026-01-02,2026 본예산,명시이월,garden,3000
2026-01-02,2026 본예산,사고이월,garden,1000
2026-02-01,2026 본예산,예비비 사용,general_reserve,△2000
2026-02-01,2026 본예산,예비비 사용,garden,2000
2026-02-02,2026 본예산,이용,book_bus,△500
2026-02-02,2026 본예산,이용,garden,500
2026-02-03,2026 본예산,전용,garden,△40
2026-02-03,2026 본예산,전용,river_watch,40
2026-02-04,2026 본예산,변경,garden,6
2026-02-04,2026 본예산,변경,tree_map,△6
2026-06-01,2026 제1회 추경,성립전,city_grant,10000
2026-06-01,2026 제1회 추경,성립전,garden,10000
2026-06-02,2026 제1회 추경,수납,city_grant,450000
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> FigureTable:
    """The sample after carry-over, the reserve, transfers, and money spent ahead."""
    return make_subject(read_with_rows(tmp_path_factory.mktemp("moved"), MOVED)).figures


@pytest.mark.parametrize(
    ("name", "thousands"),
    [
        ("budget.garden", 200_000),
        ("carryover.garden", 4_000),
        ("explicit_carryover.garden", 3_000),
        ("incidental_carryover.garden", 1_000),
        ("reserve_use.garden", 2_000),
        ("transfer.garden", 466),
        ("inter_programme_transfer.garden", 500),
        ("intra_programme_transfer.garden", -40),
        ("adjustment.garden", 6),
        ("pre_approval.garden", 10_000),
        ("appropriation.garden", 216_466),
        ("appropriation.unit_garden", 316_460),
        ("appropriation.general_reserve", 8_000),
        ("transfer.unit_garden", 460),
        ("transfer.green_city", 500),
        ("transfer.expenditure", 0),
        ("reserve_use.expenditure", 0),
        ("carryover.revenue", 4_000),
        ("appropriation.revenue", 1_014_000),
        ("appropriation.expenditure", 1_014_000),
        ("budget.expenditure", 1_000_000),
        ("collection.city_grant", 450_000),
        ("collection.service_fee", 0),
        ("collection.revenue", 450_000),
    ],
)
def test_the_appropriation_is_what_was_voted_carried_over_and_moved(
    moved: FigureTable, name: str, thousands: int
) -> None:
    assert moved[name].value == thousands * 1000


def test_the_appropriation_names_the_kinds_it_is_made_of(moved: FigureTable) -> None:
    assert moved["appropriation.garden"].formula.operands == (
        "opening.garden",
        "explicit_carryover.garden",
        "incidental_carryover.garden",
        "reserve_use.garden",
        "inter_programme_transfer.garden",
        "intra_programme_transfer.garden",
        "adjustment.garden",
        "pre_approval.garden",
    )


def test_a_measure_of_several_kinds_names_them(moved: FigureTable) -> None:
    assert str(moved["carryover.garden"].formula) == (
        "explicit_carryover.garden + incidental_carryover.garden"
    )


def test_the_appropriation_keeps_the_lines_of_every_kind(moved: FigureTable) -> None:
    lines = [source.line for source in moved["appropriation.garden"].sources]
    more = [3, 4, 6, 8, 9, 11, 14]
    first = [
        line_of(LEDGER, "2026-01-02,2026 본예산,opening,garden"),
        line_of(LEDGER, "2026-05-01,2026 제1회 추경,opening,garden"),
    ]
    assert lines == [*first, *more]


def test_every_operand_of_a_moved_budget_is_a_figure(moved: FigureTable) -> None:
    named = {operand for figure in moved.values() for operand in figure.formula.operands}
    assert named <= set(moved)


@pytest.mark.parametrize(
    "measure", ["carryover", "transfer", "reserve_use", "pre_approval", "collection", "opening"]
)
def test_what_the_ledger_does_not_know_has_no_figure(figures: FigureTable, measure: str) -> None:
    assert f"{measure}.garden" not in figures
    assert f"{measure}.revenue" not in figures


def test_a_budget_of_one_kind_is_what_may_be_spent(figures: FigureTable) -> None:
    budget, appropriation = figures["budget.garden"], figures["appropriation.garden"]
    assert (budget.value, budget.formula) == (appropriation.value, appropriation.formula)


def test_last_year_is_what_was_voted_then(tmp_path: Path) -> None:
    rows = """\
2025-12-31,2025 최종예산,amendment,projects,5000
2025-12-31,2025 최종예산,명시이월,projects,7000
"""
    figures = make_subject(read_with_rows(tmp_path, rows)).figures
    assert figures["prior_final.projects"].value == 445_000_000


def test_what_last_year_is_made_of_are_figures(tmp_path: Path) -> None:
    rows = "2025-12-31,2025 최종예산,amendment,projects,5000\n"
    figures = make_subject(read_with_rows(tmp_path, rows)).figures
    operands = figures["prior_final.projects"].formula.operands
    assert sum(figures[name].value or 0 for name in operands) == 445_000_000


def _by_category(figures: FigureTable) -> int:
    return _sum(figures, ("personnel", "expense", "projects", "reserve"))


def _by_policy(figures: FigureTable) -> int:
    return _sum(figures, ("green_city", "kind_city", "administration", "reserve_policy"))


def _by_unit(figures: FigureTable) -> int:
    units = ("garden", "river", "reading", "administration", "reserve")
    return _sum(figures, tuple(f"unit_{unit}" for unit in units))


def _by_programme(figures: FigureTable) -> int:
    return _sum(figures, LEAVES)


def _sum(figures: FigureTable, accounts: tuple[str, ...]) -> int:
    values = (figures[f"appropriation.{account}"].value for account in accounts)
    return sum(value for value in values if isinstance(value, int))


@pytest.mark.parametrize("add_up", [_by_category, _by_policy, _by_unit, _by_programme])
@given(entries=ENTRIES)
def test_totals_are_equal_at_every_level(
    add_up: Callable[[FigureTable], int], entries: list[LedgerEntry]
) -> None:
    figures = _compute(entries)
    assert add_up(figures) == figures["appropriation.expenditure"].value


@given(st.data())
def test_the_order_of_entries_does_not_matter(data: st.DataObject) -> None:
    entries = data.draw(ENTRIES)
    shuffled = data.draw(st.permutations(entries))
    first, second = _compute(entries), _compute(list(shuffled))
    assert {name: figure.value for name, figure in first.items()} == {
        name: figure.value for name, figure in second.items()
    }


@given(ENTRIES)
def test_an_entry_split_in_two_changes_nothing(entries: list[LedgerEntry]) -> None:
    halves = [
        _entry(entry.account, amount, entry.kind)
        for entry in entries
        for amount in (entry.amount // 2, entry.amount - entry.amount // 2)
    ]
    first, second = _compute(entries), _compute(halves)
    assert {name: figure.value for name, figure in first.items()} == {
        name: figure.value for name, figure in second.items()
    }


@given(ENTRIES)
def test_a_change_and_last_year_make_this_year(entries: list[LedgerEntry]) -> None:
    figures = _compute(entries)
    change, prior = figures["change.expenditure"].value, figures["prior_final.expenditure"].value
    assert isinstance(change, int)
    assert isinstance(prior, int)
    assert change + prior == figures["appropriation.expenditure"].value
