"""Whatever is named exists, and whatever exists is used."""

from pathlib import Path

import pytest

from reportgen.checks import Check
from reportgen.checks.references import check_pages, check_references, check_unused
from tests.sample import Replace, run_check, write_folder

ORGANIZATION = "content/organization.yaml"
CONTACTS = "content/contacts.yaml"
BOOKS = "content/projects/04-book-bus.yaml"
ACCOUNTS = "content/budget/accounts.yaml"
REPORT = "content/report.yaml"


def _findings(check: Check, tmp_path: Path, replace: Replace | None = None) -> list[str]:
    return [str(finding) for finding in run_check(check, tmp_path, replace)]


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        (
            BOOKS,
            "[do_haneul]",
            "[do_hanul]",
            f"{BOOKS}:2: error [unknown-contact] do_hanul is not known\n"
            "  hint: did you mean do_haneul?",
        ),
        (
            BOOKS,
            "[do_haneul]",
            "[zz]",
            f"{BOOKS}:2: error [unknown-contact] zz is not known\n"
            "  hint: use one of han_byeol, nam_bora, do_haneul, ma_ru",
        ),
        (
            BOOKS,
            "account: book_bus",
            "account: bookbus",
            f"{BOOKS}:1: error [unknown-account] bookbus is not known\n"
            "  hint: did you mean book_bus?",
        ),
        (
            BOOKS,
            "account: book_bus",
            "account: 책버스 운영",
            f"{BOOKS}:1: error [unknown-account] 책버스 운영 is not known\n"
            "  hint: did you mean book_bus?",
        ),
        (
            CONTACTS,
            "unit: garden_team",
            "unit: gardn_team",
            f"{CONTACTS}:3: error [unknown-unit] gardn_team is not known\n"
            "  hint: did you mean garden_team?",
        ),
        (
            ORGANIZATION,
            "headquarters: green_hq\n    duties:\n      - item: 하천",
            "headquarters: blue\n    duties:\n      - item: 하천",
            f"{ORGANIZATION}:24: error [unknown-unit] blue is not known\n"
            "  hint: use one of green_hq, support_hq",
        ),
    ],
)
def test_an_unknown_name_is_reported(
    tmp_path: Path, file: str, old: str, new: str, finding: str
) -> None:
    assert _findings(check_references, tmp_path, {file: (old, new)}) == [finding]


def test_a_team_without_headquarters_is_fine(tmp_path: Path) -> None:
    assert _findings(check_references, tmp_path) == []


def test_a_programme_without_a_page_is_reported(tmp_path: Path) -> None:
    replace: Replace = {BOOKS: ("account: book_bus", "account: garden")}
    assert _findings(check_pages, tmp_path, replace) == [
        f"{ACCOUNTS}:37: error [missing-page] the programme book_bus has no page\n"
        "  hint: add a file with «account: book_bus» to content/projects"
    ]


def test_a_page_of_what_is_no_programme_is_reported(tmp_path: Path) -> None:
    page = "account: basic_expense\ncontacts: [ma_ru]\ngoal: 가\nblocks: [{heading: 나}]\n"
    write_folder(tmp_path, files={"content/projects/05.yaml": page})
    assert _findings(check_pages, tmp_path) == [
        "content/projects/05.yaml:1: error [unused-page] "
        "basic_expense is no programme that gets a page\n"
        "  hint: pages belong to programmes of a category with «programmes: true»"
    ]


def test_a_page_for_every_programme_is_fine(tmp_path: Path) -> None:
    assert _findings(check_pages, tmp_path) == []


def test_a_person_whom_no_page_names_is_a_warning(tmp_path: Path) -> None:
    page = "content/projects/03-river-watch.yaml"
    assert _findings(check_unused, tmp_path, {page: (", ma_ru", "")}) == [
        f"{CONTACTS}:5: warning [unused-contact] no page names ma_ru\n"
        "  hint: remove the person, or name them in a page"
    ]


def test_a_person_whom_finance_asks_is_named_though_no_page_names_them(tmp_path: Path) -> None:
    changes = {
        "content/projects/03-river-watch.yaml": (", ma_ru", ""),
        REPORT: ("audit_year: 2025", "audit_year: 2025\nannex_contact: ma_ru"),
    }
    assert _findings(check_unused, tmp_path, changes) == []


def test_an_unknown_contact_of_the_annexes_is_told(tmp_path: Path) -> None:
    change = {REPORT: ("audit_year: 2025", "audit_year: 2025\nannex_contact: ma_roo")}
    assert _findings(check_references, tmp_path, change) == [
        f"{REPORT}:5: error [unknown-contact] ma_roo is not known\n  hint: did you mean ma_ru?"
    ]


def test_people_who_are_all_named_are_fine(tmp_path: Path) -> None:
    assert _findings(check_unused, tmp_path) == []
