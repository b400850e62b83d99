"""A whole amendment that was entered twice is found, however its rows differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks.repeated_decisions import check_repeated_decisions
from tests.sample import MORE_FILE, check_rows, run_check

STAGE = "2026 제1회 추경"
FIRST = f"""\
2026-05-02,{STAGE},추경,city_grant,1000,추경안
2026-05-02,{STAGE},추경,service_fee,500,추경안
2026-05-02,{STAGE},추경,garden,800,추경안
2026-05-02,{STAGE},추경,book_bus,700,추경안
"""
HINT = "hint: remove one of them, if it is the same decision"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("05-02", "05-03"),
        ("추경안", "의결서"),
        ("추경안\n", "추경안,,,,\n"),
    ],
    ids=["another day", "another reference", "nothing else"],
)
def test_an_amendment_that_stands_twice_in_its_stage_is_an_error(
    tmp_path: Path, old: str, new: str
) -> None:
    assert check_rows(check_repeated_decisions, tmp_path, FIRST + FIRST.replace(old, new)) == [
        f"{MORE_FILE}:6: error [repeated-decision] {STAGE} (amendment) enters the same amounts "
        f"as {STAGE} at {MORE_FILE}:2\n  {HINT}"
    ]


@pytest.mark.parametrize("stage", ["2026 본예산", "2025 최종예산"])
def test_an_amendment_that_stands_in_another_stage_is_a_warning(tmp_path: Path, stage: str) -> None:
    rows = FIRST + FIRST.replace(STAGE, stage)
    (found,) = check_rows(check_repeated_decisions, tmp_path, rows)
    assert found.startswith(f"{MORE_FILE}:6: warning [repeated-decision] {stage} (amendment)")


def test_an_amendment_that_stands_twice_but_for_one_row_is_a_warning(tmp_path: Path) -> None:
    second = FIRST.replace("05-02", "05-03") + f"2026-05-03,{STAGE},추경,tree_map,100,추경안\n"
    (found,) = check_rows(check_repeated_decisions, tmp_path, FIRST + second)
    assert found.startswith(f"{MORE_FILE}:6: warning [repeated-decision]")


@pytest.mark.parametrize(
    "second",
    [
        f"2026-05-03,{STAGE},추경,city_grant,1000,정정\n2026-05-03,{STAGE},추경,garden,1000,정정\n",
        FIRST.replace("05-02", "05-03").replace(",", ",", 1).replace("00,추경안", "01,추경안"),
        FIRST.replace("추경,", "명시이월,").replace(STAGE, "2026 본예산"),
    ],
    ids=["other accounts", "other amounts", "another kind"],
)
def test_another_decision_is_fine(tmp_path: Path, second: str) -> None:
    assert check_rows(check_repeated_decisions, tmp_path, FIRST + second) == []


def test_a_budget_that_is_that_of_last_year_is_fine(tmp_path: Path) -> None:
    rows = FIRST + FIRST.replace("2026-05-02", "2025-05-02").replace(STAGE, "2025 최종예산")
    assert check_rows(check_repeated_decisions, tmp_path, rows) == []


def test_one_account_from_two_sources_is_fine(tmp_path: Path) -> None:
    rows = "".join(
        f"2026-05-02,{STAGE},추경,{account},1000,추경안,{source}\n"
        for account in ("garden", "tree_map")
        for source in ("city_grant", "service_fee")
    )
    assert check_rows(check_repeated_decisions, tmp_path, rows) == []


def test_a_carry_over_that_stands_twice_is_told(tmp_path: Path) -> None:
    rows = """\
2026-01-02,2026 본예산,명시이월,carryover,7000,조서
2026-01-02,2026 본예산,명시이월,garden,7000,조서
2026-01-05,2026 본예산,명시이월,carryover,7000,결산
2026-01-05,2026 본예산,명시이월,garden,7000,결산
"""
    (found,) = check_rows(check_repeated_decisions, tmp_path, rows)
    assert found.startswith(f"{MORE_FILE}:4: warning [repeated-decision]")


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [("05-02", "05-03", "error"), ("추경안", "의결서", "warning")],
    ids=["another day", "another reference"],
)
def test_two_amounts_that_are_alike_are_one_decision_by_their_reference(
    tmp_path: Path, old: str, new: str, severity: str
) -> None:
    rows = "".join(
        f"2026-05-02,{STAGE},추경,{account},1000,추경안\n" for account in ("city_grant", "garden")
    )
    (found,) = check_rows(check_repeated_decisions, tmp_path, rows + rows.replace(old, new))
    assert found.startswith(f"{MORE_FILE}:4: {severity} [repeated-decision]")


TRANSFER = """\
2026-04-01,2026 본예산,전용,garden,△700,전용 제1호
2026-04-01,2026 본예산,전용,river_watch,700,전용 제1호
"""


def test_a_transfer_of_one_reference_on_two_days_is_a_warning(tmp_path: Path) -> None:
    rows = TRANSFER + TRANSFER.replace("04-01", "04-11")
    (found,) = check_rows(check_repeated_decisions, tmp_path, rows)
    assert found.startswith(f"{MORE_FILE}:4: warning [repeated-decision]")


def test_a_transfer_may_be_decided_again(tmp_path: Path) -> None:
    rows = TRANSFER + TRANSFER.replace("04-01", "04-11").replace("제1호", "제2호")
    assert check_rows(check_repeated_decisions, tmp_path, rows) == []


def test_the_sample_has_nothing_twice(tmp_path: Path) -> None:
    assert run_check(check_repeated_decisions, tmp_path) == []
