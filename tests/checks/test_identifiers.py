"""Ids stand once; categories that programmes name exist."""

from pathlib import Path

import pytest

from reportgen.checks.identifiers import check_accounts, check_duplicates, check_names
from tests.sample import Replace, find_mistakes, run_check, write_folder

ACCOUNTS = "content/budget/accounts.yaml"
ORGANIZATION = "content/organization.yaml"
CONTACTS = "content/contacts.yaml"
HINT = "give one of the two another id"


@pytest.mark.parametrize(
    ("file", "old", "new", "identifier", "line", "first"),
    [
        (ACCOUNTS, "id: tree_map", "id: garden", "garden", 21, f"{ACCOUNTS}:17"),
        (ACCOUNTS, "id: unit_river", "id: city_grant", "city_grant", 25, f"{ACCOUNTS}:2"),
        (ACCOUNTS, "{id: reserve,", "{id: revenue,", "revenue", 9, "reportgen"),
        (ORGANIZATION, "id: support_hq", "id: green_hq", "green_hq", 13, f"{ORGANIZATION}:11"),
        (ORGANIZATION, "id: audit_team", "id: river_team", "river_team", 27, f"{ORGANIZATION}:22"),
        (ORGANIZATION, "name: 2급", "name: 1급", "1급", 36, f"{ORGANIZATION}:35"),
        (
            "content/report.yaml",
            "id: audit",
            "id: budget",
            "budget",
            14,
            "content/report.yaml:13",
        ),
        (CONTACTS, "id: ma_ru", "id: do_haneul", "do_haneul", 5, f"{CONTACTS}:4"),
        (
            "content/audit/2025.yaml",
            "id: river_signs",
            "id: more_gardens",
            "more_gardens",
            10,
            "content/audit/2025.yaml:2",
        ),
        (
            "content/projects/02-tree-map.yaml",
            "account: tree_map",
            "account: garden",
            "garden",
            1,
            "content/projects/01-garden.yaml:1",
        ),
        (
            "content/projects/04-book-bus.yaml",
            "  - heading: 사업개요",
            "  - table: {id: requests, columns: [{name: 가}], rows: [[나]]}",
            "requests",
            5,
            "content/projects/01-garden.yaml:16",
        ),
    ],
)
def test_an_id_that_stands_twice_is_reported(
    tmp_path: Path, file: str, old: str, new: str, identifier: str, line: int, first: str
) -> None:
    found = run_check(check_duplicates, tmp_path, {file: (old, new)})
    assert [str(finding) for finding in found] == [
        f"{file}:{line}: error [duplicate-id] {identifier} stands already at {first}\n"
        f"  hint: {HINT}"
    ]


def test_ids_that_stand_once_are_fine(tmp_path: Path) -> None:
    assert run_check(check_duplicates, tmp_path) == []


def test_an_unknown_category_is_reported(tmp_path: Path) -> None:
    old = "name: 책 버스 운영\n            category: projects"
    replace: Replace = {ACCOUNTS: (old, old.replace("projects", "project"))}
    (finding,) = run_check(check_accounts, tmp_path, replace)
    assert str(finding) == (
        f"{ACCOUNTS}:39: error [unknown-category] the category project is not listed\n"
        "  hint: use one of personnel, expense, projects, reserve"
    )


def test_known_categories_are_fine(tmp_path: Path) -> None:
    assert run_check(check_accounts, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "name", "other", "first"),
    [
        ("name: 책 버스 운영", "name: 하천 지킴이 운영", 38, "하천 지킴이 운영", "river_watch", 29),
        ("name: 책 버스 운영", "name: 하천지킴이 운영", 38, "하천지킴이 운영", "river_watch", 29),
        (
            "former_names: [마을정원가꾸기]",
            "former_names: [책 버스 운영]",
            19,
            "책 버스 운영",
            "book_bus",
            38,
        ),
        ("name: 이월금수입", "name: 가온시 출연금", 4, "가온시 출연금", "city_grant", 2),
        ("name: 경비}", "name: 인건비}", 7, "인건비", "personnel", 6),
    ],
)
def test_a_name_that_two_accounts_share_is_an_error(
    tmp_path: Path, old: str, new: str, line: int, name: str, other: str, first: int
) -> None:
    assert [str(found) for found in run_check(check_names, tmp_path, {ACCOUNTS: (old, new)})] == [
        f"{ACCOUNTS}:{line}: error [shared-name] "
        f"«{name}» is the name of {other}, too: {ACCOUNTS}:{first}\n"
        "  hint: give each account a name of its own"
    ]


def test_a_level_may_have_the_name_of_the_one_above_it(tmp_path: Path) -> None:
    assert run_check(check_names, tmp_path) == []


def test_a_stage_or_a_person_named_twice_is_an_error(tmp_path: Path) -> None:
    changes: Replace = {
        "content/report.yaml": ("2026 제1회 추경]", "2026 제1회 추경, 2026 제1회추경]"),
        "content/projects/04-book-bus.yaml": ("[do_haneul]", "[do_haneul, do_haneul]"),
    }
    found = run_check(check_duplicates, tmp_path, changes)
    assert [(one.published, one.hint) for one in found] == [
        ("2026 제1회추경", "name each stage once"),
        ("do_haneul", "name each person once"),
    ]


def test_two_teams_of_one_headquarters_have_names_of_their_own(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"content/organization.yaml": ("name: 하천팀", "name: 정원팀")})
    (finding,) = find_mistakes(folder)
    assert "[duplicate-id] 정원팀 stands already at content/organization.yaml:17" in finding
    assert "give each team of a headquarters a name of its own" in finding


def test_teams_of_two_headquarters_may_share_a_name(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"content/organization.yaml": ("name: 감사팀", "name: 정원팀")})
    assert find_mistakes(folder) == []
