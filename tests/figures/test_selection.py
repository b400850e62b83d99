"""Which entries a state of the budget counts, and the day as of which it speaks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reportgen.figures.selection import find_base_date, select_entries
from reportgen.model.project_folder import ProjectFolder
from tests.sample import read_with_rows

PROPOSED = """\
2026-07-10,2026 제1회 추경,추경,city_grant,1000,,,안
2026-07-10,2026 제1회 추경,추경,garden,1000,,,안
"""


@pytest.mark.parametrize(
    ("as_of", "count"),
    [
        (date(2025, 12, 30), 0),
        (date(2025, 12, 31), 7),
        (date(2026, 4, 30), 22),
        (date(2026, 5, 1), 24),
        (date(2026, 6, 30), 29),
    ],
)
def test_entries_up_to_and_including_the_day_count(
    folder: ProjectFolder, as_of: date, count: int
) -> None:
    assert len(select_entries(folder, as_of)) == count


@pytest.mark.parametrize(
    ("stage", "count"), [("2025 최종예산", 7), ("2026 본예산", 22), ("2026 제1회 추경", 29)]
)
def test_entries_up_to_and_including_the_stage_count(
    folder: ProjectFolder, stage: str, count: int
) -> None:
    assert len(select_entries(folder, date(2026, 6, 30), stage)) == count


def test_entries_of_an_unknown_stage_count_so_that_no_amount_disappears(
    folder: ProjectFolder,
) -> None:
    odd = replace(folder.ledger[-1], stage="모르는 단계")
    with_odd = replace(folder, ledger=(*folder.ledger[:-1], odd))
    assert odd in select_entries(with_odd, date(2026, 6, 30), "2026 본예산")


@pytest.mark.parametrize(
    ("stage", "count"), [(None, 0), ("2026 본예산", 0), ("2026 제1회 추경", 2)]
)
def test_what_is_proposed_counts_where_its_stage_is_asked_for(
    tmp_path: Path, stage: str | None, count: int
) -> None:
    folder = read_with_rows(tmp_path, PROPOSED)
    proposed = folder.ledger[-2:]
    counted = select_entries(folder, date(2026, 12, 31), stage)
    assert len([entry for entry in counted if entry in proposed]) == count


def test_without_a_stage_the_report_speaks_of_its_base_date(folder: ProjectFolder) -> None:
    assert find_base_date(folder) == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("stage", "day"), [("2026 본예산", date(2026, 4, 30)), ("2025 최종예산", date(2026, 1, 1))]
)
def test_a_stage_speaks_of_the_last_day_before_the_next_one_began(
    folder: ProjectFolder, stage: str, day: date
) -> None:
    assert find_base_date(folder, stage) == day


def test_the_last_stage_speaks_of_the_base_date(folder: ProjectFolder) -> None:
    assert find_base_date(folder, "2026 제1회 추경") == date(2026, 6, 30)


def test_a_stage_speaks_of_the_day_it_takes_effect_where_that_is_later(tmp_path: Path) -> None:
    folder = read_with_rows(tmp_path, PROPOSED)
    assert find_base_date(folder, "2026 제1회 추경") == date(2026, 7, 10)


def test_a_stage_that_is_only_proposed_ends_no_other(tmp_path: Path) -> None:
    rows = PROPOSED.replace("07-10", "04-01")
    assert find_base_date(read_with_rows(tmp_path, rows), "2026 본예산") == date(2026, 4, 30)


def test_spending_begins_no_stage(tmp_path: Path) -> None:
    rows = "2026-04-01,2026 제1회 추경,원인행위,garden,1000\n"
    assert find_base_date(read_with_rows(tmp_path, rows), "2026 본예산") == date(2026, 4, 30)
