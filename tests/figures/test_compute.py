"""Which entries a state of the budget counts."""

from dataclasses import replace
from datetime import date

import pytest

from reportgen.figures.compute import compute_figures, select_entries
from reportgen.model.project_folder import ProjectFolder


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


def test_the_amendment_changes_the_appropriation(folder: ProjectFolder) -> None:
    before = compute_figures(folder, select_entries(folder, date(2026, 4, 30)))
    after = compute_figures(folder, select_entries(folder, date(2026, 6, 30)))
    name = "appropriation.garden"
    assert (before[name].value, after[name].value) == (150_000_000, 200_000_000)


def test_the_figures_of_ledger_and_content_stand_in_one_table(folder: ProjectFolder) -> None:
    figures = compute_figures(folder, folder.ledger)
    assert {"appropriation.revenue", "staffing.headcount", "count.teams"} <= set(figures)
