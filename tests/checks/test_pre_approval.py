"""What is spent ahead of an amendment is taken up by the next one, once."""

from pathlib import Path

import pytest

from reportgen.checks.pre_approval import check_pre_approval
from tests.sample import MORE_FILE, check_rows

AHEAD = """\
2026-03-01,2026 본예산,성립전,city_grant,5000
2026-03-01,2026 본예산,성립전,garden,5000
"""
AMENDED = """\
2026-05-01,2026 제1회 추경,추경,city_grant,5000
2026-05-01,2026 제1회 추경,추경,garden,5000
"""
TAKEN = """\
2026-05-01,2026 제1회 추경,성립전,city_grant,△5000
2026-05-01,2026 제1회 추경,성립전,garden,△5000
"""


@pytest.mark.parametrize("rows", [AHEAD, AHEAD + AMENDED + TAKEN, TAKEN + AMENDED + AHEAD])
def test_what_waits_for_an_amendment_or_is_taken_up_is_fine(tmp_path: Path, rows: str) -> None:
    assert check_rows(check_pre_approval, tmp_path, rows) == []


def test_what_an_amendment_forgot_is_reported(tmp_path: Path) -> None:
    hint = "hint: enter it in the amendment, and as pre_approval of its stage with △"
    assert check_rows(check_pre_approval, tmp_path, AHEAD + AMENDED) == [
        f"{MORE_FILE}:{line}: error [pre-approval-open] "
        f"{account}: 5,000 thousand won spent ahead of an amendment are not taken up\n  {hint}"
        for line, account in ((2, "city_grant"), (3, "garden"))
    ]


def test_what_is_taken_up_in_part_is_reported_with_the_rest(tmp_path: Path) -> None:
    taken = TAKEN.replace("garden,△5000", "garden,△3000")
    (found,) = check_rows(check_pre_approval, tmp_path, AHEAD + AMENDED + taken)
    assert "garden: 2,000 thousand won spent ahead" in found


def test_money_given_after_the_amendment_waits_for_the_next_one(tmp_path: Path) -> None:
    later = AHEAD.replace("03-01", "06-01").replace("본예산", "제1회 추경")
    rows = AHEAD + AMENDED + TAKEN + later
    assert check_rows(check_pre_approval, tmp_path, rows) == []


def test_money_that_is_given_back_before_any_amendment_is_fine(tmp_path: Path) -> None:
    back = "2026-04-01,2026 본예산,성립전,garden,△5000\n"
    assert check_rows(check_pre_approval, tmp_path, AHEAD + back) == []


def test_more_taken_up_than_was_spent_is_reported(tmp_path: Path) -> None:
    taken = TAKEN.replace("garden,△5000", "garden,△6000")
    assert check_rows(check_pre_approval, tmp_path, AHEAD + AMENDED + taken) == [
        f"{MORE_FILE}:7: error [pre-approval-taken] "
        "garden: 1,000 thousand won more are taken up than were spent ahead\n"
        "  hint: correct the amount, or enter what was spent ahead"
    ]


def test_money_taken_up_by_an_amendment_that_does_not_name_the_account_is_reported(
    tmp_path: Path,
) -> None:
    amended = AMENDED.replace("garden", "tree_map")
    assert check_rows(check_pre_approval, tmp_path, AHEAD + amended + TAKEN) == [
        f"{MORE_FILE}:7: error [pre-approval-taken] "
        "garden: 2026 제1회 추경 takes up what was spent ahead, but does not amend it\n"
        "  hint: enter the amount as an amendment of the same stage, too"
    ]


def test_less_amended_than_taken_back_is_an_error(tmp_path: Path) -> None:
    amended = AMENDED.replace("garden,5000", "garden,3000")
    assert check_rows(check_pre_approval, tmp_path, AHEAD + amended + TAKEN) == [
        f"{MORE_FILE}:7: error [pre-approval-taken] garden: 2026 제1회 추경 takes back "
        "5,000 thousand won that were spent ahead, and amends 3,000\n"
        "  hint: correct one of them, or enter what else the amendment changes as a row of its own"
    ]


def test_more_amended_than_taken_back_is_a_warning_on_either_side(tmp_path: Path) -> None:
    amended = AMENDED.replace("5000", "50000")
    found = check_rows(check_pre_approval, tmp_path, AHEAD + amended + TAKEN)
    assert [line.partition(" 2026")[0] for line in found] == [
        f"{MORE_FILE}:6: warning [pre-approval-taken] city_grant:",
        f"{MORE_FILE}:7: warning [pre-approval-taken] garden:",
    ]


@pytest.mark.parametrize("other", ["△2000", "3000"])
def test_what_else_is_amended_in_a_row_of_its_own_is_fine(tmp_path: Path, other: str) -> None:
    rows = f"2026-05-01,2026 제1회 추경,추경,garden,{other}\n"
    assert check_rows(check_pre_approval, tmp_path, AHEAD + AMENDED + TAKEN + rows) == []


def test_what_was_spent_twice_may_be_amended_at_once(tmp_path: Path) -> None:
    more = AHEAD.replace("5000", "2000").replace("03-01", "03-02")
    amended = AMENDED.replace("5000", "7000")
    taken = TAKEN + TAKEN.replace("5000", "2000")
    assert check_rows(check_pre_approval, tmp_path, AHEAD + more + amended + taken) == []


def test_money_taken_back_before_it_was_given_is_reported(tmp_path: Path) -> None:
    ahead = AHEAD.replace("03-01", "06-01")
    found = check_rows(check_pre_approval, tmp_path, TAKEN + AMENDED + ahead)
    assert [line.partition(": ")[2].partition("\n")[0] for line in found] == [
        f"error [pre-approval-taken] {account}: 5,000 thousand won more are taken up than were "
        "spent ahead"
        for account in ("city_grant", "garden")
    ]
