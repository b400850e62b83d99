"""Changes that nobody would believe are told with both amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks.magnitudes import check_growth, check_magnitudes
from reportgen.checks.scale import check_scale
from tests.sample import MORE_FILE, check_rows, run_check

STAGE = "2026 제1회 추경"
BEFORE = {
    "city_grant": 850_000,
    "service_fee": 50_000,
    "carryover": 50_000,
    "garden": 150_000,
    "tree_map": 100_000,
    "river_watch": 150_000,
    "book_bus": 50_000,
    "personnel_operation": 350_000,
    "basic_expense": 140_000,
    "general_reserve": 10_000,
}
LEDGER = "content/budget/ledger.csv"


def _amend(changes: dict[str, int]) -> str:
    return "".join(
        f"2026-04-01,{STAGE},추경,{account},{amount}\n" for account, amount in changes.items()
    )


def test_an_amendment_of_totals_is_told(tmp_path: Path) -> None:
    totals = BEFORE | {"city_grant": 900_000, "garden": 200_000}
    assert check_rows(check_magnitudes, tmp_path, _amend(totals)) == [
        f"{MORE_FILE}:2: warning [amended-total] {STAGE} changes 10 of 10 accounts by about as "
        "much as they had; city_grant by 900,000 on 850,000 thousand won\n"
        "  hint: enter what changes, not the budget after it"
    ]


@pytest.mark.parametrize("amount", [120_000, 100_000, 80_000])
def test_two_totals_that_agree_are_told(tmp_path: Path, amount: int) -> None:
    changes = {"tree_map": amount, "service_fee": 60_000, "carryover": 60_000}
    assert len(check_rows(check_magnitudes, tmp_path, _amend(changes))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"city_grant": 50_000, "garden": 50_000},
        {"service_fee": 30_000, "book_bus": 30_000},
        {"city_grant": 50_000, "garden": 40_000, "general_reserve": 10_000},
        {"service_fee": -50_000, "book_bus": -50_000},
        {"service_fee": 200_000, "book_bus": 200_000},
    ],
    ids=["a third", "some more than half", "one that doubles", "cut to zero", "five times"],
)
def test_changes_that_an_amendment_may_have_are_fine(
    tmp_path: Path, changes: dict[str, int]
) -> None:
    assert check_rows(check_magnitudes, tmp_path, _amend(changes)) == []


def test_a_balance_that_is_entered_once_more_as_a_change_is_told(tmp_path: Path) -> None:
    rows = _amend(BEFORE).replace(f"{STAGE},추경", "2026 본예산,예산현액")
    assert len(check_rows(check_magnitudes, tmp_path, rows)) == 1


def test_what_was_spent_ahead_is_no_change(tmp_path: Path) -> None:
    ahead = "".join(
        f"2026-03-01,2026 본예산,성립전,{account},50000\n"
        f"2026-04-01,{STAGE},성립전,{account},△50000\n"
        for account in ("service_fee", "book_bus")
    )
    rows = ahead + _amend({"service_fee": 50_000, "book_bus": 50_000})
    assert check_rows(check_magnitudes, tmp_path, rows) == []


@pytest.mark.parametrize("times", [1000, 100])
def test_an_amendment_in_another_unit_is_told(tmp_path: Path, times: int) -> None:
    changes = {"city_grant": 850_000 * times, "garden": 150_000 * times}
    assert check_rows(check_magnitudes, tmp_path, _amend(changes)) == []
    (found,) = check_rows(check_scale, tmp_path, _amend(changes))
    assert found.startswith(
        f"{LEDGER}:24: warning [amount-scale] the changes of {STAGE} come to "
        f"{1_000_000 * times + 100_000:,} thousand won, against a budget of 1,900,000 before it"
    )


def test_an_account_that_is_only_kept_open_may_grow(tmp_path: Path) -> None:
    rows = f"2026-01-02,2026 본예산,opening,x,1\n2026-05-02,{STAGE},추경,x,900000\n"
    assert check_rows(check_scale, tmp_path, rows) == []


def test_a_total_ten_times_last_years_is_told(tmp_path: Path) -> None:
    rows = "2026-01-02,2026 본예산,opening,city_grant,8050000\n"
    (found,) = check_rows(check_growth, tmp_path, rows)
    assert found.startswith(
        f"{LEDGER}:9: warning [implausible-change] appropriation.revenue is 9,050,000, "
        "prior_final.revenue is 900,000 thousand won"
    )


def test_a_total_of_a_tenth_of_last_years_is_told(tmp_path: Path) -> None:
    rows = "2025-12-31,2025 최종예산,opening,city_grant,9100000\n"
    (found,) = check_rows(check_growth, tmp_path, rows)
    assert "appropriation.revenue is 1,000,000, prior_final.revenue is 10,000,000" in found


def test_an_account_a_hundred_times_last_years_is_told(tmp_path: Path) -> None:
    rows = "2026-01-02,2026 본예산,opening,service_fee,9950000\n"
    found = check_rows(check_growth, tmp_path, rows)
    assert "appropriation.service_fee is 10,000,000, prior_final.service_fee is" in found[0]


def test_a_collection_in_another_unit_is_told(tmp_path: Path) -> None:
    rows = "2026-06-01,2026 제1회 추경,수납,service_fee,5000000\n"
    (found,) = check_rows(check_growth, tmp_path, rows)
    assert found.startswith(f"{MORE_FILE}:2: warning [implausible-change] collection.service_fee")


@pytest.mark.parametrize("rows", ["", "2026-06-01,2026 제1회 추경,수납,service_fee,60000\n"])
def test_a_year_like_another_is_fine(tmp_path: Path, rows: str) -> None:
    if rows:
        assert check_rows(check_growth, tmp_path, rows) == []
    else:
        assert run_check(check_growth, tmp_path) == []
