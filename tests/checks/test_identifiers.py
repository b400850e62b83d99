"""Ids stand once; categories that programmes name exist."""

from pathlib import Path

import pytest

from reportgen.checks.identifiers import check_accounts, check_duplicates
from tests.sample import Replace, run_check

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
