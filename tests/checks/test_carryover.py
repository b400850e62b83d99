"""Carry-over on expenditure only is told, and no error."""

from pathlib import Path

from reportgen.checks.balance import check_balance
from reportgen.checks.carryover import check_carried_budget, check_carryover
from tests.sample import LEDGER, MORE_FILE, check_rows, line_of

SPENDING = """\
2026-01-02,2026 본예산,명시이월,garden,3000
2026-01-02,2026 본예산,사고이월,book_bus,1000
"""
REVENUE = "2026-01-02,2026 본예산,명시이월,carryover,4000\n"


def test_carry_over_on_expenditure_only_is_noted(tmp_path: Path) -> None:
    assert check_rows(check_carryover, tmp_path, SPENDING) == [
        f"{MORE_FILE}:2: note [carryover-revenue] 4,000 thousand won are carried over on "
        "expenditure only, and the totals of the appropriation differ by them\n"
        "  hint: enter them on an account of revenue, too, if revenue shows them"
    ]


def test_carry_over_on_expenditure_only_is_no_imbalance(tmp_path: Path) -> None:
    assert check_rows(check_balance, tmp_path, SPENDING) == []


def test_an_imbalance_is_told_without_carry_over_that_is_on_expenditure_only(
    tmp_path: Path,
) -> None:
    rows = SPENDING + "2026-01-02,2026 본예산,opening,garden,500\n"
    line = line_of(LEDGER, "2026-01-02,2026 본예산,opening,personnel_operation")
    assert check_rows(check_balance, tmp_path, rows) == [
        f"content/budget/ledger.csv:{line}: error [revenue-expenditure] revenue and expenditure "
        "without the carry-over differ: 1,000,500 against 1,000,000 thousand won, difference 500\n"
        "  hint: correct the entries; «reportgen figures appropriation.expenditure» lists them"
    ]


def test_carry_over_on_both_sides_is_fine(tmp_path: Path) -> None:
    assert check_rows(check_carryover, tmp_path, SPENDING + REVENUE) == []


def test_carry_over_on_both_sides_has_to_balance(tmp_path: Path) -> None:
    (found,) = check_rows(check_balance, tmp_path, SPENDING + REVENUE.replace("4000", "3000"))
    assert "revenue and expenditure differ: 1,004,000 against 1,003,000" in found


def test_more_carried_over_than_the_budget_of_last_year_is_told(tmp_path: Path) -> None:
    rows = "2026-01-02,2026 본예산,명시이월,general_reserve,11000\n"
    assert check_rows(check_carried_budget, tmp_path, rows) == [
        f"{MORE_FILE}:2: warning [carryover-limit] reserve: 11,000 thousand won are carried "
        "over, of a budget of 10,000 last year\n"
        "  hint: correct the amount or the account; or enter last year's budget in full"
    ]


def test_what_last_years_budget_had_may_be_carried_over(tmp_path: Path) -> None:
    rows = "2026-01-02,2026 본예산,명시이월,general_reserve,10000\n" + REVENUE
    assert check_rows(check_carried_budget, tmp_path, rows) == []
