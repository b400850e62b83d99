"""An amendment changes both sides alike, and begins from the budget that is there."""

from pathlib import Path

import pytest

from reportgen.checks.amendments import (
    check_amendment_balance,
    check_present,
    check_proposed,
)
from tests.sample import MORE_FILE, check_rows

STAGE = "2026 제1회 추경"


@pytest.mark.parametrize(
    ("stage", "kind"),
    [("2026 본예산", "original"), (STAGE, "amendment"), ("2026 본예산", "pre_approval")],
)
def test_a_change_of_expenditure_alone_is_reported(tmp_path: Path, stage: str, kind: str) -> None:
    rows = f"""\
2026-05-02,{stage},{kind},city_grant,1000
2026-05-02,{stage},{kind},garden,2500
"""
    assert check_rows(check_amendment_balance, tmp_path, rows) == [
        f"{MORE_FILE}:3: error [amendment-balance] {stage} ({kind}) changes revenue by 1,000 "
        "and expenditure by 2,500 thousand won, difference -1,500\n"
        "  hint: enter the other side of the change in the same stage"
    ]


@pytest.mark.parametrize(
    ("account", "change", "total"), [("garden", 1000, 151000), ("city_grant", -1000, 849000)]
)
def test_a_total_that_explains_the_difference_is_named(
    tmp_path: Path, account: str, change: int, total: int
) -> None:
    other = "city_grant" if account == "garden" else "garden"
    rows = f"2026-05-02,{STAGE},추경,{account},{total}\n2026-05-02,{STAGE},추경,{other},{change}\n"
    (found,) = check_rows(check_amendment_balance, tmp_path, rows)
    assert found.partition("hint: ")[2] == (
        f"the difference is what {account} had before: enter its change, not its total"
    )


def test_a_change_of_revenue_alone_is_reported_at_the_revenue(tmp_path: Path) -> None:
    (found,) = check_rows(
        check_amendment_balance, tmp_path, f"2026-05-02,{STAGE},추경,city_grant,1000\n"
    )
    assert found.startswith(f"{MORE_FILE}:2: error [amendment-balance]")


def test_two_stages_that_are_wrong_by_the_same_amount_are_both_reported(tmp_path: Path) -> None:
    rows = f"""\
2026-01-02,2026 본예산,추경,city_grant,1000
2026-05-02,{STAGE},추경,garden,1000
"""
    assert len(check_rows(check_amendment_balance, tmp_path, rows)) == 2


@pytest.mark.parametrize(
    "rows",
    [
        f"2026-05-02,{STAGE},추경,garden,△1000\n2026-05-02,{STAGE},추경,book_bus,1000\n",
        f"2026-05-02,{STAGE},추경,city_grant,1000\n2026-05-03,{STAGE},추경,book_bus,1000\n",
        f"2026-04-02,{STAGE},전용,garden,△1000\n",
    ],
)
def test_a_change_of_both_sides_or_of_none_is_fine(tmp_path: Path, rows: str) -> None:
    assert check_rows(check_amendment_balance, tmp_path, rows) == []


def test_an_amendment_that_begins_from_another_budget_is_reported(tmp_path: Path) -> None:
    rows = f"""\
2026-05-02,{STAGE},추경,garden,1000,,,,140000
2026-05-02,{STAGE},추경,city_grant,1000,,,,850000
"""
    assert check_rows(check_present, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [present-budget] garden: the amendment begins from 140,000, "
        "the budget before it is 150,000 thousand won\n"
        "  hint: correct the present amount, or start the amendment anew"
    ]


def test_the_budget_that_an_amendment_begins_from_has_no_transfers(tmp_path: Path) -> None:
    rows = f"""\
2026-04-02,2026 본예산,전용,garden,△2000
2026-04-02,2026 본예산,전용,tree_map,2000
2026-05-02,{STAGE},추경,garden,1000,,,,150000
"""
    assert check_rows(check_present, tmp_path, rows) == []


@pytest.mark.parametrize("present", [("100000", "50000"), ("150000", "150000")])
def test_rows_of_one_account_name_the_budget_in_parts_or_each_as_a_whole(
    tmp_path: Path, present: tuple[str, str]
) -> None:
    rows = f"""\
2026-05-02,{STAGE},추경,garden,1000,국비,city_grant,,{present[0]}
2026-05-02,{STAGE},추경,garden,1000,자체,service_fee,,{present[1]}
"""
    assert check_rows(check_present, tmp_path, rows) == []


@pytest.mark.parametrize(("stage", "account"), [("제1차 추경", "garden"), (STAGE, "gardn")])
def test_a_row_that_belongs_nowhere_begins_from_nothing_to_compare(
    tmp_path: Path, stage: str, account: str
) -> None:
    rows = f"2026-05-02,{stage},추경,{account},1000,,,,140000\n"
    assert check_rows(check_present, tmp_path, rows) == []


def test_a_budget_of_an_unknown_stage_is_no_beginning(tmp_path: Path) -> None:
    rows = f"""\
2026-01-02,본예산,original,garden,1000
2026-05-02,{STAGE},추경,garden,1000,,,,150000
"""
    assert check_rows(check_present, tmp_path, rows) == []


PROPOSED = f"""\
2026-05-02,{STAGE},추경,city_grant,1000,,,안
2026-05-02,{STAGE},추경,garden,1000,,,안
"""


def test_what_is_only_proposed_is_noted(tmp_path: Path) -> None:
    assert check_rows(check_proposed, tmp_path, PROPOSED) == [
        f"{MORE_FILE}:2: note [proposed-entry] "
        f"2 entries of {STAGE} are only proposed and left out\n"
        f"  hint: build with --stage «{STAGE}», or mark them as passed"
    ]


def test_what_is_proposed_and_asked_for_is_fine(tmp_path: Path) -> None:
    assert check_rows(check_proposed, tmp_path, PROPOSED, stage=STAGE) == []
