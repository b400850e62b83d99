"""Execution by month: every entry falls into one month, and the months make the year."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from reportgen.figures.budget import compute_budget
from reportgen.figures.monthly import compute_months, count_months, has_history
from reportgen.figures.slices import LedgerSlices
from reportgen.model.ledger import EntryKind, LedgerEntry
from tests.detailed import ROWS, make_detailed
from tests.figures.ledgers import ENTRIES, LEVELS, read_sample

SPENT = (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT)


def test_an_amount_stands_in_the_month_of_its_entry(tmp_path: Path) -> None:
    state = make_detailed(tmp_path)
    figures = compute_months(state.folder.accounts, state.entries, EntryKind.DISBURSEMENT, 2026, 6)
    months = [figures[f"disbursement_month_{month:02}.garden"].value for month in range(1, 7)]
    assert months == [0, 2_000_000, 3_000_000, 0, 0, 80_000_000]
    assert figures["disbursement_months.garden"].value == 85_000_000
    assert figures["disbursement_month_03.projects"].value == 4_500_000
    assert "disbursement_month_07.garden" not in figures


def test_a_month_knows_its_entries_and_its_formula(tmp_path: Path) -> None:
    state = make_detailed(tmp_path)
    figures = compute_months(state.folder.accounts, state.entries, EntryKind.DISBURSEMENT, 2026, 12)
    figure = figures["disbursement_month_03.garden"]
    assert [str(source) for source in figure.sources] == ["content/budget/more.csv:5"]
    assert str(figure.formula) == (
        "entries(account=garden, kind=disbursement, date>=2026-03-01, date<2026-04-01)"
    )
    assert "date<2027-01-01" in str(figures["disbursement_month_12.garden"].formula)


@pytest.mark.parametrize("kind", SPENT)
@given(entries=ENTRIES)
def test_the_months_add_up_to_the_year_on_every_level(
    kind: EntryKind, entries: list[LedgerEntry]
) -> None:
    accounts = read_sample().accounts
    year = {figure.name: figure for figure in compute_budget(accounts, LedgerSlices(entries), 2026)}
    figures = compute_months(accounts, entries, kind, 2026, 12)
    shown = [*LEVELS["programmes"], *LEVELS["categories"], "expenditure"]
    assert [figures[f"{kind}_months.{account}"].value for account in shown] == [
        year[f"{kind}.{account}"].value for account in shown
    ]


@pytest.mark.parametrize(
    ("year", "day", "months"),
    [
        (2026, date(2026, 1, 1), 1),
        (2026, date(2026, 8, 31), 8),
        (2026, date(2027, 2, 1), 12),
        (2026, date(2025, 12, 31), 0),
    ],
)
def test_months_that_have_begun_are_counted(year: int, day: date, months: int) -> None:
    assert count_months(year, day) == months


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param("", False, id="balances of one day each"),
        pytest.param(ROWS, True, id="several days"),
    ],
)
def test_amounts_of_a_single_day_are_no_history(tmp_path: Path, rows: str, expected: bool) -> None:
    entries = make_detailed(tmp_path, rows=rows).entries
    assert [has_history(entries, kind, 2026) for kind in SPENT] == [expected] * 2


def test_a_year_without_execution_has_no_history(tmp_path: Path) -> None:
    assert not has_history(make_detailed(tmp_path).entries, EntryKind.DISBURSEMENT, 2025)
