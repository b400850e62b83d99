"""A rate whose base is below zero says nothing, and is told with both amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks.rates import check_rates
from tests.sample import MORE_FILE, check_rows, run_check

LEDGER = "content/budget/ledger.csv"


def test_a_change_against_a_negative_budget_is_told(tmp_path: Path) -> None:
    rows = "2025-12-31,2025 최종예산,opening,service_fee,△107143\n"
    assert check_rows(check_rates, tmp_path, rows) == [
        f"{LEDGER}:3: warning [meaningless-rate] change_rate.service_fee says nothing: "
        "change.service_fee is 57,143, prior_final.service_fee is -7,143 thousand won\n"
        "  hint: correct the entries of the amount below zero"
    ]


def test_execution_of_a_negative_budget_is_told_on_every_level(tmp_path: Path) -> None:
    rows = "2026-05-01,2026 제1회 추경,추경,book_bus,△60000\n"
    found = check_rows(check_rates, tmp_path, rows)
    assert [line.partition(" says")[0].rpartition(" ")[2] for line in found] == [
        f"{rate}.{account}"
        for rate in ("commitment_rate", "disbursement_rate")
        for account in ("kind_city", "unit_reading", "book_bus")
    ]


def test_spending_below_zero_is_told(tmp_path: Path) -> None:
    rows = "2026-05-01,2026 제1회 추경,지출,book_bus,△60000\n"
    found = check_rows(check_rates, tmp_path, rows)
    assert found[-1].startswith(
        f"{MORE_FILE}:2: warning [meaningless-rate] disbursement_rate.book_bus says nothing: "
        "disbursement.book_bus is -60,000, appropriation.book_bus is 50,000 thousand won"
    )


def test_an_amendment_of_a_negative_budget_is_told(tmp_path: Path) -> None:
    rows = """\
2026-01-02,2026 본예산,original,x,0
2026-01-02,2026 본예산,추경,book_bus,△60000
2026-05-01,2026 제1회 추경,추경,book_bus,70000
"""
    found = check_rows(check_rates, tmp_path, rows)
    assert (
        found[-1]
        .partition("\n")[0]
        .endswith(
            "amending_rate.book_bus says nothing: "
            "amending.book_bus is 70,000, present.book_bus is -10,000 thousand won"
        )
    )


@pytest.mark.parametrize("rows", ["", "2026-05-01,2026 제1회 추경,추경,book_bus,△50000\n"])
def test_decreases_and_zeros_are_fine(tmp_path: Path, rows: str) -> None:
    if rows:
        assert check_rows(check_rates, tmp_path, rows) == []
    else:
        assert run_check(check_rates, tmp_path) == []
