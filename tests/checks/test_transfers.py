"""Money that is moved adds up to nothing, and stays where its kind may move it."""

from pathlib import Path

import pytest

from reportgen.checks.transfers import check_reserve_use, check_transfers
from tests.sample import MORE_FILE, Replace, check_rows

ACCOUNTS = "content/budget/accounts.yaml"


@pytest.mark.parametrize(
    ("kind", "giver", "taker"),
    [
        ("이용", "garden", "book_bus"),
        ("전용", "garden", "river_watch"),
        ("변경", "garden", "tree_map"),
    ],
)
def test_a_transfer_within_the_reach_of_its_kind_is_fine(
    tmp_path: Path, kind: str, giver: str, taker: str
) -> None:
    rows = f"""\
2026-04-01,2026 본예산,{kind},{giver},△7000,문서 1
2026-04-01,2026 본예산,{kind},{taker},7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows) == []


@pytest.mark.parametrize(
    ("kind", "taker", "found"),
    [
        (
            "전용",
            "book_bus",
            "intra_programme_transfer moves money from green_city to kind_city, beyond one policy",
        ),
        (
            "변경",
            "river_watch",
            "adjustment moves money from unit_garden to unit_river, beyond one unit",
        ),
    ],
)
def test_a_transfer_beyond_the_reach_of_its_kind_is_reported(
    tmp_path: Path, kind: str, taker: str, found: str
) -> None:
    rows = f"""\
2026-04-01,2026 본예산,{kind},garden,△7000,문서 1
2026-04-01,2026 본예산,{kind},{taker},7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows) == [
        f"{MORE_FILE}:3: error [transfer-level] {found}\n"
        "  hint: use the kind that may reach so far, or change «transfers» in accounts.yaml"
    ]


def test_a_foundation_may_let_a_kind_reach_further(tmp_path: Path) -> None:
    replace: Replace = {
        ACCOUNTS: ("categories:\n", "transfers: {adjustment: category}\ncategories:\n")
    }
    rows = """\
2026-04-01,2026 본예산,변경,garden,△7000,문서 1
2026-04-01,2026 본예산,변경,book_bus,7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows, replace) == []


def test_a_transfer_of_several_lines_is_judged_as_a_whole(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,전용,garden,△4000,문서 1
2026-04-01,2026 본예산,전용,tree_map,△3000,문서 1
2026-04-01,2026 본예산,전용,river_watch,5000,문서 1
2026-04-01,2026 본예산,전용,garden,2000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows) == []


def test_two_transfers_of_one_day_without_a_reference_are_fine(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,전용,garden,△7000
2026-04-01,2026 본예산,전용,tree_map,7000
2026-04-01,2026 본예산,전용,basic_expense,△100
2026-04-01,2026 본예산,전용,personnel_operation,100
"""
    assert check_rows(check_transfers, tmp_path, rows) == []


@pytest.mark.parametrize(
    ("other", "rest"),
    [
        ("2026-04-01,2026 본예산,전용,tree_map,6000,문서 1", "-1,000"),
        ("2026-04-01,2026 본예산,변경,tree_map,7000,문서 1", "-7,000"),
    ],
)
def test_a_transfer_that_does_not_add_up_to_zero_is_reported(
    tmp_path: Path, other: str, rest: str
) -> None:
    rows = f"2026-04-01,2026 본예산,전용,garden,△7000,문서 1\n{other}\n"
    assert check_rows(check_transfers, tmp_path, rows)[0] == (
        f"{MORE_FILE}:2: error [transfer-sum] the entries of «문서 1» "
        f"(intra_programme_transfer) add up to {rest} thousand won, not to zero\n"
        "  hint: give each decision its own reference, and enter both sides of it"
    )


@pytest.mark.parametrize(
    "other",
    [
        "2026-04-02,2026 본예산,전용,tree_map,7000,문서 1",
        "2026-04-01,2026 제1회 추경,전용,tree_map,7000,문서 1",
        "2026-04-01,2026 본예산,전용,tree_map,7000,문서 2",
        "2026-04-01,2026 본예산,전용,tree_map,7000,문서 1,,안",
    ],
)
def test_both_sides_of_a_transfer_stand_in_one_document_of_one_day_and_stage(
    tmp_path: Path, other: str
) -> None:
    rows = f"2026-04-01,2026 본예산,전용,garden,△7000,문서 1\n{other}\n"
    found = check_rows(check_transfers, tmp_path, rows)
    assert f"{MORE_FILE}:2" in found[0]
    assert "add up to -7,000 thousand won" in found[0]


def test_a_transfer_without_a_reference_is_named_by_its_day(tmp_path: Path) -> None:
    rows = "2026-04-01,2026 본예산,이용,garden,△7000\n"
    (found,) = check_rows(check_transfers, tmp_path, rows)
    assert "the entries of «2026-04-01» (inter_programme_transfer)" in found


def test_a_use_of_the_reserve_is_fine(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,예비비 사용,general_reserve,△3000,문서 1
2026-04-01,2026 본예산,예비비 사용,garden,2000,문서 1
2026-04-01,2026 본예산,예비비 사용,book_bus,1000,문서 1
"""
    assert check_rows(check_reserve_use, tmp_path, rows) == []


def test_money_may_come_back_to_the_reserve(tmp_path: Path) -> None:
    rows = """\
2026-05-01,2026 본예산,예비비 사용,garden,△500,문서 2
2026-05-01,2026 본예산,예비비 사용,general_reserve,500,문서 2
2026-04-01,2026 본예산,예비비 사용,general_reserve,△3000,문서 1
2026-04-01,2026 본예산,예비비 사용,garden,3000,문서 1
"""
    assert check_rows(check_reserve_use, tmp_path, rows) == []


def test_a_use_of_the_reserve_the_wrong_way_round_is_reported(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,예비비 사용,general_reserve,3000,문서 1
2026-04-01,2026 본예산,예비비 사용,garden,△3000,문서 1
"""
    assert check_rows(check_reserve_use, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [reserve-use] "
        "general_reserve is the reserve and is given money from itself\n"
        "  hint: enter what is taken on the reserve with △, what is given elsewhere",
        f"{MORE_FILE}:3: error [reserve-use] garden gives money as if it were the reserve\n"
        "  hint: enter what is taken on the reserve with △, what is given elsewhere",
    ]


def test_a_use_of_the_reserve_with_one_side_only_is_reported(tmp_path: Path) -> None:
    rows = "2026-04-01,2026 본예산,예비비 사용,garden,3000,문서 1\n"
    assert check_rows(check_reserve_use, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [transfer-sum] the entries of «문서 1» (reserve_use) "
        "add up to 3,000 thousand won, not to zero\n"
        "  hint: give each decision its own reference, and enter both sides of it"
    ]


def test_a_use_without_a_category_that_is_the_reserve_says_what_to_mark(tmp_path: Path) -> None:
    replace: Replace = {ACCOUNTS: (", reserve: true}", "}")}
    rows = """\
2026-04-01,2026 본예산,예비비 사용,general_reserve,△3000,문서 1
2026-04-01,2026 본예산,예비비 사용,garden,3000,문서 1
"""
    assert check_rows(check_reserve_use, tmp_path, rows, replace) == [
        f"{MORE_FILE}:2: error [reserve-use] "
        "general_reserve gives money as if it were the reserve\n"
        "  hint: mark the category of the reserve with «reserve: true» in accounts.yaml"
    ]


def test_a_transfer_between_policies_that_stays_in_one_is_reported(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,이용,garden,△7000,문서 1
2026-04-01,2026 본예산,이용,river_watch,7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [transfer-level] inter_programme_transfer moves money within "
        "green_city only, inside one policy\n"
        "  hint: use intra_programme_transfer, correct the account, or change «transfers» in "
        "accounts.yaml"
    ]


def test_a_transfer_between_policies_with_moves_inside_one_is_fine(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,이용,garden,△7000,문서 1
2026-04-01,2026 본예산,이용,river_watch,3000,문서 1
2026-04-01,2026 본예산,이용,book_bus,4000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows) == []


@pytest.mark.parametrize(
    "rules",
    [
        "{intra_programme_transfer: any}",
        "{inter_programme_transfer: policy}",
        "{inter_programme_transfer: unit, intra_programme_transfer: unit}",
    ],
)
def test_a_foundation_with_rules_of_its_own_decides_what_is_inside(
    tmp_path: Path, rules: str
) -> None:
    replace: Replace = {ACCOUNTS: ("categories:\n", f"transfers: {rules}\ncategories:\n")}
    rows = """\
2026-04-01,2026 본예산,이용,garden,△7000,문서 1
2026-04-01,2026 본예산,이용,tree_map,7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows, replace) == []


@pytest.mark.parametrize(
    ("kind", "word"),
    [("inter_programme_transfer", "이용"), ("adjustment", "변경")],
)
def test_a_transfer_out_of_the_reserve_is_reported(tmp_path: Path, kind: str, word: str) -> None:
    rows = f"""\
2026-04-01,2026 본예산,{word},garden,7000,문서 1
2026-04-01,2026 본예산,{word},general_reserve,△7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows)[-1] == (
        f"{MORE_FILE}:3: error [reserve-use] "
        f"{kind} moves money out of the reserve general_reserve\n"
        "  hint: enter it as reserve_use"
    )


def test_a_transfer_into_the_reserve_is_a_warning(tmp_path: Path) -> None:
    rows = """\
2026-04-01,2026 본예산,이용,garden,△7000,문서 1
2026-04-01,2026 본예산,이용,general_reserve,7000,문서 1
"""
    assert check_rows(check_transfers, tmp_path, rows) == [
        f"{MORE_FILE}:3: warning [reserve-use] "
        "inter_programme_transfer moves money into the reserve general_reserve\n"
        "  hint: the reserve grows by an amendment; correct the kind or the account"
    ]


def test_a_decision_that_moves_nothing_is_an_error(tmp_path: Path) -> None:
    rows = (
        "2026-03-02,2026 본예산,전용,garden,-1000,전용-1\n"
        "2026-03-02,2026 본예산,전용,garden,1000,전용-1\n"
    )
    (finding,) = check_rows(check_transfers, tmp_path, rows)
    assert "[transfer-sum] " in finding
    assert "gives garden what it takes from it; nothing is moved" in finding


def test_a_part_that_stays_within_one_policy_is_told_beside_one_that_leaves(
    tmp_path: Path,
) -> None:
    rows = (
        "2026-03-02,2026 본예산,이용,garden,-1000,이용-1\n"
        "2026-03-02,2026 본예산,이용,river_watch,1000,이용-1\n"
        "2026-03-02,2026 본예산,이용,book_bus,-500,이용-1\n"
        "2026-03-02,2026 본예산,이용,basic_expense,500,이용-1\n"
    )
    (finding,) = check_rows(check_transfers, tmp_path, rows)
    assert finding.startswith(
        f"{MORE_FILE}:2: warning [transfer-level] inter_programme_transfer moves money within "
        "green_city only"
    )
