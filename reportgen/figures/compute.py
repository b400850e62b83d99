"""The one entrance: a folder and a state of its ledger, to all figures."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.amendments import find_amendment, group_amendment
from reportgen.figures.budget import list_budget
from reportgen.figures.content import compute_content
from reportgen.figures.figure import Figure
from reportgen.figures.group import FigureGroup
from reportgen.figures.recorded import group_recorded
from reportgen.figures.slices import LedgerSlices
from reportgen.figures.table import FigureTable
from reportgen.model.ledger import LedgerEntry
from reportgen.model.project_folder import ProjectFolder


def compute_figures(
    folder: ProjectFolder, entries: Sequence[LedgerEntry], stage: str | None = None
) -> FigureTable:
    """Every figure of the report, by name.

    :param stage: the stage whose amendment is shown; the last amendment if none is named.
    """
    slices = LedgerSlices(entries)
    year = folder.report.year
    parts: list[Figure | FigureGroup] = [
        *list_budget(folder.accounts, slices, year),
        group_recorded(slices, year),
        *compute_content(folder),
    ]
    amendment = find_amendment(entries, folder.report.stages, year, stage)
    if amendment is not None:
        parts.append(group_amendment(folder.accounts, slices, year, amendment))
    return FigureTable(parts)
