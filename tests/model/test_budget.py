"""The account trees, walked in the order of the file."""

import pytest

from reportgen.model.budget import Accounts, TransferLevel
from reportgen.model.project_folder import ProjectFolder


@pytest.fixture
def accounts(folder: ProjectFolder) -> Accounts:
    return folder.accounts


def test_programmes_stand_in_the_order_of_the_tree(accounts: Accounts) -> None:
    assert [leaf.id for leaf in accounts.programmes()] == [
        "garden",
        "tree_map",
        "river_watch",
        "book_bus",
        "personnel_operation",
        "basic_expense",
        "general_reserve",
    ]


def test_only_programmes_of_a_marked_category_are_counted(accounts: Accounts) -> None:
    assert accounts.counted() == {"garden", "tree_map", "river_watch", "book_bus"}


def test_the_reserve_is_what_its_category_marks(accounts: Accounts) -> None:
    assert accounts.reserves() == {"general_reserve"}


def test_transfers_reach_as_far_as_in_local_government_unless_the_file_says_else(
    accounts: Accounts,
) -> None:
    assert accounts.transfers.model_dump() == {
        "inter_programme_transfer": TransferLevel.ANY,
        "intra_programme_transfer": TransferLevel.POLICY,
        "adjustment": TransferLevel.UNIT,
    }


def test_policies_are_those_with_a_counted_programme(accounts: Accounts) -> None:
    assert [policy.id for policy in accounts.policies()] == ["green_city", "kind_city"]


def test_programmes_of_a_category_cross_the_tree(accounts: Accounts) -> None:
    assert [leaf.id for leaf in accounts.programmes_of("personnel")] == ["personnel_operation"]


def test_every_level_has_a_name(accounts: Accounts) -> None:
    names = accounts.names()
    assert [names[key] for key in ("city_grant", "projects", "green_city", "unit_river")] == [
        "가온시 출연금",
        "사업비",
        "푸른 도시 만들기",
        "하천 돌봄",
    ]
