"""The one entrance: a folder and a state of its ledger, to all figures."""

from __future__ import annotations

from datetime import date

from reportgen.figures.budget import compute_budget
from reportgen.figures.content import compute_content
from reportgen.figures.table import FigureTable
from reportgen.model.budget import LedgerEntry
from reportgen.model.project_folder import ProjectFolder


def select_entries(
    folder: ProjectFolder, as_of: date, stage: str | None = None
) -> tuple[LedgerEntry, ...]:
    """The entries up to and including a day, and up to a stage when one is named."""
    stages = folder.report.stages
    known = stages[: stages.index(stage) + 1] if stage else stages
    return tuple(
        entry
        for entry in folder.ledger
        if entry.date <= as_of and (entry.stage in known or entry.stage not in stages)
    )


def compute_figures(folder: ProjectFolder, entries: tuple[LedgerEntry, ...]) -> FigureTable:
    """Every figure of the report, by name."""
    budget = compute_budget(folder.accounts, entries, folder.report.year)
    return FigureTable((*budget, *compute_content(folder)))
