"""Entries name accounts and stages that exist, and every amount is counted somewhere."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.checks import Check
from reportgen.checks.entries import check_counted_entries, check_entries, check_later_entries
from reportgen.model.project_folder import ProjectFolder
from tests.sample import MORE_FILE, check_rows, make_subject, run_check

LEDGER = "content/budget/ledger.csv"


def _findings(check: Check, tmp_path: Path, old: str, new: str) -> list[str]:
    return [str(finding) for finding in run_check(check, tmp_path, {LEDGER: (old, new)})]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "disbursement,garden",
            "disbursement,gardn",
            "26: error [unknown-account] gardn is not known\n  hint: did you mean garden?",
        ),
        (
            "disbursement,garden",
            "disbursement,green_city",
            "26: error [account-level] green_city is a level above the programmes\n"
            "  hint: enter the amount on its programmes; the level is summed",
        ),
        (
            "disbursement,personnel_operation",
            "disbursement,personnel",
            "29: error [account-level] personnel is a level above the programmes\n"
            "  hint: enter the amount on its programmes; the level is summed",
        ),
        (
            "disbursement,garden",
            "disbursement,마을정원 가꾸기",
            "26: error [unknown-account] 마을정원 가꾸기 is not known\n"
            "  hint: did you mean garden?",
        ),
        (
            "2026 제1회 추경,opening,garden",
            "2026 제2회 추경,opening,garden",
            "25: error [unknown-stage] 2026 제2회 추경 is not known\n"
            "  hint: did you mean 2026 제1회 추경?",
        ),
        (
            "2026 제1회 추경,opening,garden",
            "결산,opening,garden",
            "25: error [unknown-stage] 결산 is not known\n"
            "  hint: use one of 2025 최종예산, 2026 본예산, 2026 제1회 추경",
        ),
    ],
)
def test_an_entry_that_belongs_nowhere_is_reported(
    tmp_path: Path, old: str, new: str, finding: str
) -> None:
    assert _findings(check_entries, tmp_path, old, new) == [f"{LEDGER}:{finding}"]


def test_the_budget_of_last_year_may_be_entered_by_category(tmp_path: Path) -> None:
    assert run_check(check_entries, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "2026-03-31,2026 본예산,commitment,garden",
            "2016-03-31,2026 본예산,commitment,garden",
            19,
        ),
        (
            "2025-12-31,2025 최종예산,opening,carryover",
            "2024-12-31,2025 최종예산,opening,carryover",
            4,
        ),
        (
            "2025-12-31,2025 최종예산,opening,reserve",
            "2025-12-31,2025 최종예산,commitment,reserve",
            8,
        ),
        ("disbursement,garden", "disbursement,city_grant", 26),
    ],
)
def test_an_entry_that_no_figure_counts_is_a_warning(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    assert _findings(check_counted_entries, tmp_path, old, new) == [
        f"{LEDGER}:{line}: warning [uncounted-entry] no figure counts this entry\n"
        "  hint: check its date, kind and account"
    ]


def test_a_collection_of_a_programme_is_a_warning(tmp_path: Path) -> None:
    rows = "2026-06-01,2026 제1회 추경,수납,garden,1000\n"
    assert check_rows(check_counted_entries, tmp_path, rows) == [
        f"{MORE_FILE}:2: warning [uncounted-entry] no figure counts this entry\n"
        "  hint: check its date, kind and account"
    ]


@pytest.mark.parametrize(
    "row",
    [
        "2026-06-01,2026 제1회 추경,수납,city_grant,1000",
        "2025-06-01,2025 최종예산,추경,city_grant,1000",
        "2026-01-02,2026 본예산,명시이월,carryover,1000",
        "2026-04-01,2026 본예산,전용,garden,1000",
    ],
)
def test_an_entry_that_a_figure_counts_is_fine(tmp_path: Path, row: str) -> None:
    assert check_rows(check_counted_entries, tmp_path, f"{row}\n") == []


@pytest.mark.parametrize(
    ("kind", "account"),
    [
        ("명시이월", "garden"),
        ("전용", "garden"),
        ("예비비", "garden"),
        ("성립전", "garden"),
        ("수납", "city_grant"),
    ],
)
def test_only_the_voted_budget_of_last_year_is_counted(
    tmp_path: Path, kind: str, account: str
) -> None:
    rows = f"2025-06-01,2025 최종예산,{kind},{account},1000\n"
    assert len(check_rows(check_counted_entries, tmp_path, rows)) == 1


@pytest.mark.parametrize("year", [2206, 2052, 2027, 2025])
def test_a_payment_of_another_year_is_told_before_and_after_the_base_date(
    tmp_path: Path, year: int
) -> None:
    rows = f"{year}-03-01,2026 본예산,지출,garden,1000\n"
    assert check_rows(check_counted_entries, tmp_path, rows) == [
        f"{MORE_FILE}:2: warning [uncounted-entry] no figure counts this entry\n"
        "  hint: check its date, kind and account"
    ]


def test_many_entries_of_another_year_are_told_at_once(tmp_path: Path) -> None:
    rows = "".join(f"2027-03-{day:02},2026 본예산,지출,garden,10\n" for day in range(1, 12))
    assert check_rows(check_counted_entries, tmp_path, rows) == [
        f"{MORE_FILE}:2: warning [uncounted-entry] no figure of 2026 counts 11 entries of 2027\n"
        "  hint: check its date, kind and account"
    ]


def test_entries_that_are_all_counted_are_fine(tmp_path: Path) -> None:
    assert run_check(check_counted_entries, tmp_path) == []


def test_an_entry_after_the_base_date_is_noted(tmp_path: Path) -> None:
    old = "2026-06-30,2026 제1회 추경,disbursement,garden"
    assert _findings(check_later_entries, tmp_path, old, old.replace("06-30", "07-01")) == [
        f"{LEDGER}:26: note [after-base-date] 1 entries after 2026-06-30 are left out, "
        "the first of 2026-07-01\n"
        "  hint: move the base date, or build with --as-of"
    ]


def test_a_later_entry_that_is_only_proposed_is_left_to_the_rule_for_those(
    tmp_path: Path,
) -> None:
    rows = "2026-07-01,2026 제1회 추경,추경,garden,1000,,,안\n"
    assert check_rows(check_later_entries, tmp_path, rows) == []


def test_a_day_on_which_nothing_was_spent_yet_is_a_warning(folder: ProjectFolder) -> None:
    (finding,) = check_later_entries(make_subject(folder, date(2026, 6, 29)))
    assert (finding.severity, finding.hint) == (
        "warning",
        "no disbursement is counted at all; move the base date, or build with --as-of",
    )


def test_entries_of_the_base_date_itself_are_fine(tmp_path: Path) -> None:
    assert run_check(check_later_entries, tmp_path) == []


def test_an_earlier_day_leaves_later_entries_out(folder: ProjectFolder) -> None:
    (finding,) = check_later_entries(make_subject(folder, date(2026, 5, 31)))
    assert finding.message == "5 entries after 2026-05-31 are left out, the first of 2026-06-30"
