"""The one entrance: a folder and a state of its ledger, to all figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.figures.amendments import compute_amendment, find_amendment
from reportgen.figures.budget import compute_budget
from reportgen.figures.content import compute_content
from reportgen.figures.figure import Figure
from reportgen.figures.slices import LedgerSlices
from reportgen.figures.table import FigureTable
from reportgen.memory import pause_collection
from reportgen.model.ledger import LedgerEntry
from reportgen.model.project_folder import ProjectFolder


def compute_figures(
    folder: ProjectFolder, entries: Sequence[LedgerEntry], stage: str | None = None
) -> FigureTable:
    """Every figure of the report, by name.

    :param stage: the stage whose amendment is shown; the last amendment if none is named.
    """
    with pause_collection():
        return FigureTable(_compute(folder, entries, stage))


def _compute(
    folder: ProjectFolder, entries: Sequence[LedgerEntry], stage: str | None
) -> Iterator[Figure]:
    slices = LedgerSlices(entries)
    year = folder.report.year
    yield from compute_budget(folder.accounts, slices, year)
    yield from compute_content(folder)
    amendment = find_amendment(entries, folder.report.stages, year, stage)
    if amendment is not None:
        yield from compute_amendment(folder.accounts, slices, year, amendment)
