"""Stages begin one after another, and nothing is voted in a stage that is over."""

from pathlib import Path

import pytest

from reportgen.checks.stages import check_stage_order
from tests.sample import MORE_FILE, check_rows, run_check

HINT = "  hint: correct the date, or the order of «stages» in report.yaml"


def test_a_stage_that_begins_before_the_one_it_follows_is_reported(tmp_path: Path) -> None:
    rows = "2026-01-01,2026 제1회 추경,추경,garden,1000\n"
    assert check_rows(check_stage_order, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [stage-order] 2026 제1회 추경 begins on 2026-01-01, "
        f"but 2026 본예산 before it on 2026-01-02\n{HINT}"
    ]


@pytest.mark.parametrize("kind", ["original", "amendment"])
def test_what_is_voted_in_a_stage_that_is_over_is_reported(tmp_path: Path, kind: str) -> None:
    rows = f"2026-05-02,2026 본예산,{kind},garden,1000\n"
    assert check_rows(check_stage_order, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [stage-order] 2026 본예산 is entered on 2026-05-02, "
        "after 2026 제1회 추경 began on 2026-05-01\n"
        "  hint: correct the date or the stage of the entry"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "2026-05-01,2026 본예산,amendment,garden,1000\n",
        "2026-05-02,2026 본예산,전용,garden,1000\n",
        "2026-05-02,2026 본예산,commitment,garden,1000\n",
        "2026-01-01,본예산,amendment,garden,1000\n",
    ],
    ids=["same day", "a transfer", "spending", "an unknown stage"],
)
def test_entries_that_say_nothing_of_the_order_are_fine(tmp_path: Path, rows: str) -> None:
    assert check_rows(check_stage_order, tmp_path, rows) == []


def test_stages_in_their_order_are_fine(tmp_path: Path) -> None:
    assert run_check(check_stage_order, tmp_path) == []
