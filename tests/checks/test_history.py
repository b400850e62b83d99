"""No account is below zero or below its commitments, at the end or for a time."""

from pathlib import Path

import pytest

from reportgen.checks.history import check_history
from tests.sample import MORE_FILE, Replace, check_rows, run_check

HINT = "  hint: correct the dates, or the amount of one of the entries up to that day"


def test_a_budget_that_was_below_zero_for_a_time_is_reported(tmp_path: Path) -> None:
    rows = """\
2026-02-01,2026 본예산,이용,book_bus,△60000
2026-02-01,2026 본예산,이용,garden,60000
2026-02-03,2026 본예산,이용,garden,△20000
2026-02-03,2026 본예산,이용,book_bus,20000
"""
    assert check_rows(check_history, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [budget-history] "
        f"on 2026-02-01, book_bus has -10,000 thousand won where 0 are needed\n{HINT}"
    ]


def test_a_budget_that_was_below_its_commitments_for_a_time_is_reported(tmp_path: Path) -> None:
    rows = """\
2026-02-01,2026 본예산,원인행위,book_bus,50001
2026-02-02,2026 본예산,이용,garden,△1
2026-02-02,2026 본예산,이용,book_bus,1
"""
    assert check_rows(check_history, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [budget-history] "
        f"on 2026-02-01, book_bus has 50,000 thousand won where 50,001 are needed\n{HINT}"
    ]


def test_the_entry_that_takes_away_is_named_beside_others_of_the_day(tmp_path: Path) -> None:
    rows = """\
2026-02-01,2026 본예산,이용,book_bus,△60000
2026-02-01,2026 본예산,이용,book_bus,1000
2026-02-03,2026 본예산,이용,book_bus,59000
"""
    (found,) = check_rows(check_history, tmp_path, rows)
    assert found.startswith(f"{MORE_FILE}:2: error")


@pytest.mark.parametrize(
    "rows",
    [
        "2026-02-01,2026 본예산,이용,book_bus,△50000\n",
        "2026-02-01,2026 본예산,원인행위,book_bus,60000\n"
        "2026-02-01,2026 본예산,이용,book_bus,10000\n",
        "2025-02-01,2025 최종예산,원인행위,garden,5\n",
    ],
    ids=["down to zero", "budget and commitment of one day", "another year"],
)
def test_a_budget_that_always_sufficed_is_fine(tmp_path: Path, rows: str) -> None:
    assert check_rows(check_history, tmp_path, rows) == []


def test_a_budget_that_is_still_too_small_is_left_to_the_rules_for_figures(
    tmp_path: Path,
) -> None:
    rows = "2026-02-01,2026 본예산,이용,book_bus,△60000\n"
    assert check_rows(check_history, tmp_path, rows) == []


def test_what_was_committed_before_the_day_of_a_balance_is_fine(tmp_path: Path) -> None:
    ledger = "content/budget/ledger.csv"
    old = "2026-01-02,2026 본예산,opening,garden"
    replace: Replace = {ledger: (old, "2026-04-15,2026 본예산,opening,garden")}
    assert run_check(check_history, tmp_path, replace) == []


def test_what_was_committed_before_the_first_budget_is_reported(tmp_path: Path) -> None:
    ledger = "content/budget/ledger.csv"
    old = "2026-01-02,2026 본예산,opening,garden"
    replace: Replace = {ledger: (old, "2026-04-15,2026 본예산,original,garden")}
    (found,) = run_check(check_history, tmp_path, replace)
    assert found.message == ("on 2026-03-31, garden has 0 thousand won where 120,000 are needed")
