"""A folder and a state of its ledger become one table of figures."""

from datetime import date

from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import select_entries
from reportgen.model.project_folder import ProjectFolder


def test_the_amendment_changes_the_appropriation(folder: ProjectFolder) -> None:
    before = compute_figures(folder, select_entries(folder, date(2026, 4, 30)))
    after = compute_figures(folder, select_entries(folder, date(2026, 6, 30)))
    name = "appropriation.garden"
    assert (before[name].value, after[name].value) == (150_000_000, 200_000_000)


def test_the_figures_of_ledger_and_content_stand_in_one_table(folder: ProjectFolder) -> None:
    figures = compute_figures(folder, folder.ledger)
    assert {"appropriation.revenue", "staffing.headcount", "count.teams"} <= set(figures)
