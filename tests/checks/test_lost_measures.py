"""A state that leaves a whole column of the report without entries says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportgen.checks.lost_measures import (
    check_empty_stage,
    check_lost_measures,
    find_unentered_stage,
)
from reportgen.model.project_folder import ProjectFolder
from reportgen.state import check_state
from tests.sample import (
    BASE_DATE,
    LEDGER,
    MORE_COLUMNS,
    MORE_FILE,
    make_subject,
    read_folder,
    read_with_rows,
    write_folder,
)

LEDGER_FILE = "content/budget/ledger.csv"
BEFORE = "2025 최종예산"


def _find(folder: ProjectFolder, as_of: date = BASE_DATE, stage: str | None = None) -> list[str]:
    subject = replace(make_subject(folder, as_of, stage), stage=stage)
    return [str(finding) for finding in check_lost_measures(subject)]


def test_the_day_before_the_opening_balances_loses_both_sides(folder: ProjectFolder) -> None:
    hint = "  hint: move the base date to 2026-01-02 or later"
    assert _find(folder, date(2026, 1, 1)) == [
        f"{LEDGER_FILE}:{line}: error [lost-measure] "
        f"no entry up to 2026-01-01 makes up the {side} of 2026\n{hint}"
        for line, side in ((9, "revenue"), (12, "expenditure"))
    ]


def test_the_day_itself_loses_nothing(folder: ProjectFolder) -> None:
    assert _find(folder, date(2026, 1, 2)) == []


def test_a_day_before_everything_loses_the_year_before_as_well(folder: ProjectFolder) -> None:
    found = _find(folder, date(2025, 12, 30))
    assert [line.partition("]")[0] for line in found] == [
        f"{LEDGER_FILE}:9: error [lost-measure",
        f"{LEDGER_FILE}:12: error [lost-measure",
        "content/report.yaml:2: warning [lost-measure",
    ]


def test_one_side_that_begins_later_is_told(tmp_path: Path) -> None:
    ledger = LEDGER.replace("2026-01-02,2026 본예산,opening,c", "2026-07-01,2026 본예산,opening,c")
    ledger = ledger.replace(
        "2026-01-02,2026 본예산,opening,s", "2026-07-01,2026 본예산,opening,s"
    ).replace("2026-05-01,2026 제1회 추경,opening,c", "2026-07-01,2026 제1회 추경,opening,c")
    (found,) = _find(read_folder(write_folder(tmp_path, files={LEDGER_FILE: ledger})))
    assert "no entry up to 2026-06-30 makes up the revenue of 2026" in found


def test_a_stage_of_the_year_before_names_a_later_one(folder: ProjectFolder) -> None:
    found = _find(folder, date(2026, 1, 1), BEFORE)
    assert [line.partition("hint: ")[2] for line in found] == [
        "name a later stage, such as 2026 본예산"
    ] * 2


def test_a_budget_that_is_only_proposed_is_no_budget(tmp_path: Path) -> None:
    lines = LEDGER.splitlines()
    ledger = "\n".join(
        [
            f"{lines[0]},approval",
            *(f"{line},{'안' if '2026' in line else ''}" for line in lines[1:]),
        ]
    )
    found = _find(read_folder(write_folder(tmp_path, files={LEDGER_FILE: ledger})))
    assert [line.partition("hint: ")[2] for line in found] == [
        "build with --stage «2026 본예산», or mark them as passed"
    ] * 2


def test_a_report_of_a_year_that_the_ledger_does_not_have_is_told(tmp_path: Path) -> None:
    folder = read_folder(
        write_folder(tmp_path, {"content/report.yaml": ("year: 2026", "year: 2062")})
    )
    found = _find(folder)
    assert [line.partition("]")[0] for line in found] == [
        "content/report.yaml:2: error [lost-measure",
        "content/report.yaml:2: error [lost-measure",
        "content/report.yaml:2: warning [lost-measure",
    ]


@pytest.mark.parametrize(
    ("rows", "count"), [("", 1), ("2025-12-31,2025 최종예산,opening,garden,0\n", 0)]
)
def test_a_first_year_says_that_nothing_was_before(tmp_path: Path, rows: str, count: int) -> None:
    ledger = "".join(
        line for line in LEDGER.splitlines(keepends=True) if not line.startswith("2025")
    )
    files: dict[str, str | bytes | None] = {LEDGER_FILE: ledger, MORE_FILE: MORE_COLUMNS + rows}
    if not rows:
        del files[MORE_FILE]
    assert len(_find(read_folder(write_folder(tmp_path, files=files)))) == count


SECOND = "2026 제2회 추경"
LISTED = {"content/report.yaml": ("제1회 추경]", f"제1회 추경, {SECOND}]")}


def test_a_stage_without_an_entry_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    state = check_state(write_folder(tmp_path, LISTED), stage=SECOND)
    assert [str(finding) for finding in state.remarks] == [
        f"content/report.yaml:7: warning [empty-stage] {SECOND} has no entry up to 2026-06-30\n"
        "  hint: enter the stage in the ledger, or name another"
    ]
    assert check_state(tmp_path).remarks == ()


def test_a_stage_that_begins_after_the_day_is_an_error(tmp_path: Path) -> None:
    state = check_state(write_folder(tmp_path), date(2026, 4, 30), "2026 제1회 추경")
    found = [str(finding) for finding in state.diagnostics if finding.rule == "empty-stage"]
    assert found == [
        f"{LEDGER_FILE}:24: error [empty-stage] 2026 제1회 추경 has no entry up to 2026-04-30\n"
        "  hint: name a later day with --as-of"
    ]


def test_a_stage_with_rows_that_are_not_filled_in_is_fine(tmp_path: Path) -> None:
    folder = read_with_rows(
        tmp_path, f"2026-07-01,{SECOND},추경,garden,,,,안,200000\n", replace=LISTED
    )
    subject = replace(make_subject(folder, BASE_DATE, SECOND), stage=SECOND)
    assert [*check_empty_stage(subject), *find_unentered_stage(subject)] == []
