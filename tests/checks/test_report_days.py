"""The days and years of the report fit each other and the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen.checks.report_days import check_audit_year, check_base_date
from reportgen.model.project_folder import ProjectFolder
from tests.sample import BASE_DATE, make_subject, read_folder, write_folder

REPORT_FILE = "content/report.yaml"


def _with(root: Path, old: str, new: str) -> ProjectFolder:
    return read_folder(write_folder(root, {REPORT_FILE: (old, new)}))


@pytest.mark.parametrize("day", ["2206-06-30", "2052-06-30", "2025-12-31", "2027-01-01"])
def test_a_base_date_in_another_year_is_told(tmp_path: Path, day: str) -> None:
    folder = _with(tmp_path, "base_date: 2026-06-30", f"base_date: {day}")
    found = check_base_date(make_subject(folder, date.fromisoformat(day)))
    assert [str(finding) for finding in found] == [
        f"{REPORT_FILE}:3: warning [report-day] the base date {day} is not in 2026\n"
        "  hint: correct the day, or «year» in report.yaml"
    ]


def test_a_day_that_was_asked_for_is_told_as_such(folder: ProjectFolder) -> None:
    (found,) = check_base_date(make_subject(folder, date(2206, 6, 30)))
    assert str(found.location) == "--as-of"


def test_a_base_date_long_after_the_last_entry_is_told(folder: ProjectFolder) -> None:
    (found,) = check_base_date(make_subject(folder, date(2026, 12, 31)))
    assert found.message == (
        "the last entry is of 2026-06-30, 184 days before the base date 2026-12-31"
    )


@pytest.mark.parametrize("day", [BASE_DATE, date(2026, 9, 30), date(2026, 1, 2)])
def test_a_quarter_without_entries_is_fine(folder: ProjectFolder, day: date) -> None:
    assert list(check_base_date(make_subject(folder, day))) == []


@pytest.mark.parametrize("year", [2052, 2027, 2023])
def test_an_audit_of_another_time_is_told(tmp_path: Path, year: int) -> None:
    folder = _with(tmp_path, "audit_year: 2025", f"audit_year: {year}")
    assert [str(finding) for finding in check_audit_year(make_subject(folder))] == [
        f"{REPORT_FILE}:4: warning [report-day] the audit is of {year}, the report of 2026\n"
        "  hint: correct «audit_year» in report.yaml"
    ]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_an_audit_of_these_years_is_fine(tmp_path: Path, year: int) -> None:
    folder = _with(tmp_path, "audit_year: 2025", f"audit_year: {year}")
    assert list(check_audit_year(make_subject(folder))) == []
