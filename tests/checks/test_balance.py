"""Amounts agree; where they do not, both readings are shown with the difference."""

from pathlib import Path

import pytest

from reportgen.checks import Check
from reportgen.checks.balance import check_balance, check_double_entries, check_limits
from tests.sample import MORE_FILE, Replace, check_rows, run_check

LEDGER = "content/budget/ledger.csv"
ACCOUNTS = "content/budget/accounts.yaml"


def _findings(check: Check, tmp_path: Path, replace: Replace) -> list[str]:
    return [str(finding) for finding in run_check(check, tmp_path, replace)]


def test_revenue_that_differs_from_expenditure_is_reported(tmp_path: Path) -> None:
    replace: Replace = {LEDGER: ("opening,service_fee,50000", "opening,service_fee,60000")}
    assert _findings(check_balance, tmp_path, replace) == [
        f"{LEDGER}:16: error [revenue-expenditure] revenue and expenditure differ: "
        "1,000,000 against 1,010,000 thousand won, difference -10,000\n"
        "  hint: correct the entries; «reportgen figures appropriation.expenditure» lists them"
    ]


def test_the_budget_of_last_year_has_to_balance_too(tmp_path: Path) -> None:
    replace: Replace = {LEDGER: ("opening,reserve,10000", "opening,reserve,9000")}
    assert _findings(check_balance, tmp_path, replace) == [
        f"{LEDGER}:5: error [revenue-expenditure] revenue and expenditure differ: "
        "899,000 against 900,000 thousand won, difference -1,000\n"
        "  hint: correct the entries; «reportgen figures prior_final.expenditure» lists them"
    ]


def test_programmes_outside_every_category_do_not_cross_foot(tmp_path: Path) -> None:
    old = "{id: general_reserve, name: 일반 예비비, category: reserve}"
    replace: Replace = {ACCOUNTS: (old, old.replace("category: reserve", "category: reserves"))}
    assert _findings(check_balance, tmp_path, replace) == [
        f"{LEDGER}:16: error [revenue-expenditure] revenue and expenditure differ: "
        "990,000 against 1,000,000 thousand won, difference -10,000\n"
        "  hint: correct the entries; «reportgen figures appropriation.expenditure» lists them",
        f"{LEDGER}:16: error [cross-foot] appropriation: programmes add up to 1,000,000, "
        "categories to 990,000 thousand won\n"
        "  hint: give every programme a category that is listed",
    ]


def test_a_budget_that_balances_is_fine(tmp_path: Path) -> None:
    assert run_check(check_balance, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "commitment,garden,120000",
            "commitment,garden,200001",
            "19: error [spending-limit] commitment.garden is above appropriation.garden: "
            "200,001 against 200,000 thousand won, difference 1\n"
            "  hint: correct the entries; «reportgen figures commitment.garden» lists them",
        ),
        (
            "disbursement,garden,80000",
            "disbursement,garden,130000",
            "26: error [spending-limit] disbursement.garden is above commitment.garden: "
            "130,000 against 120,000 thousand won, difference 10,000\n"
            "  hint: correct the entries; «reportgen figures disbursement.garden» lists them",
        ),
        (
            "disbursement,garden,80000",
            "disbursement,garden,-1",
            "26: error [negative-amount] disbursement.garden is below zero\n"
            "  hint: correct the entries of this account",
        ),
    ],
)
def test_spending_beyond_its_limit_is_reported(
    tmp_path: Path, old: str, new: str, finding: str
) -> None:
    assert _findings(check_limits, tmp_path, {LEDGER: (old, new)}) == [f"{LEDGER}:{finding}"]


def test_spending_up_to_the_limit_is_fine(tmp_path: Path) -> None:
    old = "disbursement,garden,80000"
    assert _findings(check_limits, tmp_path, {LEDGER: (old, "disbursement,garden,120000")}) == []


@pytest.mark.parametrize("kind", ["opening", "collection"])
def test_revenue_below_zero_is_reported(tmp_path: Path, kind: str) -> None:
    rows = f"2026-06-01,2026 제1회 추경,{kind},carryover,△50001\n"
    (found,) = check_rows(check_limits, tmp_path, rows)
    assert found.splitlines()[0].endswith(".carryover is below zero")


def test_revenue_down_to_zero_is_fine(tmp_path: Path) -> None:
    rows = "2026-06-01,2026 제1회 추경,opening,carryover,△50000\n"
    assert check_rows(check_limits, tmp_path, rows) == []


def test_an_amendment_of_a_programme_beside_the_opening_of_its_category_is_reported(
    tmp_path: Path,
) -> None:
    rows = "2025-12-31,2025 최종예산,amendment,garden,1\n"
    assert check_rows(check_double_entries, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [double-entry] "
        "garden and its category projects both have entries of amendment 2025\n"
        "  hint: enter amounts either on the category or on its programmes"
    ]


def test_a_category_with_entries_beside_its_programmes_is_reported(tmp_path: Path) -> None:
    old = "2025-12-31,2025 최종예산,opening,projects,440000"
    new = f"2025-12-31,2025 최종예산,opening,garden,1,2025 결산,\n{old}"
    assert _findings(check_double_entries, tmp_path, {LEDGER: (old, new)}) == [
        f"{LEDGER}:7: error [double-entry] "
        "garden and its category projects both have entries of opening 2025\n"
        "  hint: enter amounts either on the category or on its programmes"
    ]


def test_a_category_entered_in_one_year_and_its_programmes_in_the_next_are_fine(
    tmp_path: Path,
) -> None:
    assert run_check(check_double_entries, tmp_path) == []


@pytest.mark.parametrize(
    ("account", "name"), [("book_bus", "budget.book_bus"), ("service_fee", "budget.service_fee")]
)
def test_a_budget_below_zero_that_carry_over_hides_is_reported(
    tmp_path: Path, account: str, name: str
) -> None:
    rows = f"""\
2026-04-01,2026 본예산,추경,{account},△60000
2026-01-02,2026 본예산,명시이월,{account},20000
"""
    (found,) = check_rows(check_limits, tmp_path, rows)
    assert f"error [negative-amount] {name} is below zero" in found


def test_a_carry_over_below_zero_is_reported(tmp_path: Path) -> None:
    rows = "2026-01-02,2026 본예산,명시이월,garden,△7000\n"
    (found,) = check_rows(check_limits, tmp_path, rows)
    assert found.startswith(f"{MORE_FILE}:2: error [negative-amount] carryover.garden is below")


@pytest.mark.parametrize("account", ["service_fee", "reserve"])
def test_a_budget_of_last_year_below_zero_is_reported(tmp_path: Path, account: str) -> None:
    rows = f"2025-12-31,2025 최종예산,opening,{account},△999999\n"
    (found,) = check_rows(check_limits, tmp_path, rows)
    assert f"error [negative-amount] prior_final.{account} is below zero" in found


def test_a_budget_that_was_below_zero_before_its_amendment_is_reported(tmp_path: Path) -> None:
    rows = """\
2026-01-02,2026 본예산,추경,book_bus,△60000
2026-01-02,2026 본예산,명시이월,book_bus,20000
2026-05-01,2026 제1회 추경,추경,book_bus,70000
"""
    (found,) = check_rows(check_limits, tmp_path, rows)
    assert "error [negative-amount] present.book_bus is below zero" in found
