"""Accounts by what finance calls them."""

import pytest

from reportgen.importing.rows.account_index import AccountIndex, Level
from reportgen.model.project_folder import ProjectFolder


@pytest.fixture
def index(folder: ProjectFolder) -> AccountIndex:
    return AccountIndex(folder.accounts)


@pytest.mark.parametrize(
    "label",
    ["마을정원 가꾸기", "마을 정원가꾸기", "마을정원가꾸기", "1. 마을정원 가꾸기", "garden"],
)
def test_an_account_is_found_by_name_former_name_or_id(index: AccountIndex, label: str) -> None:
    assert [account.id for account in index.find(label)] == ["garden"]


def test_a_name_of_several_levels_finds_all_of_them(index: AccountIndex) -> None:
    found = [(account.level, account.id) for account in index.find("예비비")]
    assert found == [
        (Level.CATEGORY, "reserve"),
        (Level.POLICY, "reserve_policy"),
        (Level.UNIT, "unit_reserve"),
    ]


@pytest.mark.parametrize("label", ["마을정원 가꾸", "정원", ""])
def test_a_name_that_is_only_close_finds_nothing(index: AccountIndex, label: str) -> None:
    assert index.find(label) == ()


def test_close_names_are_suggested(index: AccountIndex) -> None:
    assert next(account.id for account in index.suggest("마을정원 가꾸")) == "garden"
    assert index.suggest("우주선") == ()


def test_suggestions_keep_to_the_level_above(index: AccountIndex) -> None:
    below = index.by_id["unit_river"]
    assert [account.id for account in index.suggest("하천 지킴 운영", below)] == ["river_watch"]


def test_an_account_knows_its_programmes_and_levels(index: AccountIndex) -> None:
    garden = index.by_id["garden"]
    assert garden.is_leaf
    assert garden.above == {"green_city", "unit_garden", "projects"}
    assert index.by_id["unit_garden"].leaves == ("garden", "tree_map")
    assert index.by_id["city_grant"].is_leaf
