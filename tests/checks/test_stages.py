"""Stages begin one after another, and nothing is voted in a stage that is over."""

from pathlib import Path

import pytest

from reportgen.checks.stages import check_stage_order, check_stage_years
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


@pytest.mark.parametrize("account", ["garden", "carryover"])
def test_what_is_carried_over_in_a_stage_that_is_over_is_reported(
    tmp_path: Path, account: str
) -> None:
    rows = f"2026-05-02,2026 본예산,명시이월,{account},1000\n"
    assert check_rows(check_stage_order, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [stage-order] 2026 본예산 is entered on 2026-05-02, "
        "after 2026 제1회 추경 began on 2026-05-01\n"
        "  hint: correct the date or the stage of the entry"
    ]


def test_what_is_carried_over_before_its_stage_begins_is_reported(tmp_path: Path) -> None:
    rows = "2026-04-30,2026 제1회 추경,사고이월,garden,1000\n"
    assert check_rows(check_stage_order, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [stage-order] 2026 제1회 추경 is entered on 2026-04-30, "
        "before it begins on 2026-05-01\n"
        "  hint: correct the date or the stage of the entry"
    ]


def test_what_is_carried_over_on_the_first_day_of_the_year_is_fine(tmp_path: Path) -> None:
    rows = "2026-01-01,2026 본예산,명시이월,garden,1000\n"
    assert check_rows(check_stage_order, tmp_path, rows) == []


def test_one_entry_of_a_stage_in_the_year_before_is_told(tmp_path: Path) -> None:
    rows = "2025-12-31,2026 본예산,opening,tree_map,1000\n"
    assert check_rows(check_stage_years, tmp_path, rows) == [
        f"{MORE_FILE}:2: warning [stage-order] 1 entries of 2026 본예산 are of 2025, "
        "the others of 2026\n"
        "  hint: correct the date or the stage of the entry"
    ]


def test_stages_of_one_year_each_are_fine(tmp_path: Path) -> None:
    assert run_check(check_stage_years, tmp_path) == []
