"""Nobody lowers a budget that has come in already."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks.collected import check_collected
from tests.sample import check_rows

LOWERED = "2026-06-01,2026 제1회 추경,추경,service_fee,△20000\n"
COLLECTED = "2026-05-20,2026 제1회 추경,수납,service_fee,45000\n"


def test_revenue_that_is_lowered_below_what_came_in_is_told(tmp_path: Path) -> None:
    assert check_rows(check_collected, tmp_path, LOWERED + COLLECTED) == [
        "content/budget/ledger.csv:10: warning [collected-revenue] "
        "service_fee is lowered to 30,000, and 45,000 thousand won were collected\n"
        "  hint: correct the amendment, or the entries of what was collected"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        LOWERED,
        LOWERED + COLLECTED.replace("45000", "30000"),
        COLLECTED.replace("45000", "90000"),
    ],
    ids=["nothing collected", "just so much", "more than a budget that stays"],
)
def test_other_revenue_is_fine(tmp_path: Path, rows: str) -> None:
    assert check_rows(check_collected, tmp_path, rows) == []
