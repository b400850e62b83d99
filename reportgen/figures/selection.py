"""Which entries a state of the budget counts, and the day as of which it speaks."""

from __future__ import annotations

from datetime import date, timedelta

from reportgen.model.ledger import KINDS_OF, Approval, LedgerEntry, Measure
from reportgen.model.project_folder import ProjectFolder


def select_entries(
    folder: ProjectFolder, as_of: date, stage: str | None = None
) -> tuple[LedgerEntry, ...]:
    """The entries in force up to and including a day, and up to a stage when one is named.

    What is only proposed counts where its stage is named; an entry of a stage that
    nobody knows counts, so that no amount disappears before it is reported.
    """
    stages = folder.report.stages
    later = frozenset(stages[stages.index(stage) + 1 :] if stage else ())
    return tuple(
        entry
        for entry in folder.ledger
        if entry.date <= as_of
        and entry.stage not in later
        and (entry.approval is Approval.PASSED or entry.stage == stage)
    )


def find_base_date(folder: ProjectFolder, stage: str | None = None) -> date:
    """The day as of which a stage is reported, unless a day is asked for.

    It is the base date of the report, but not before the stage took effect, and before the
    following stage did.
    """
    base_date = folder.report.base_date
    stages = folder.report.stages
    if stage is None or stage not in stages:
        return base_date
    following = stages[stages.index(stage) + 1 :]
    year = folder.report.year
    begins = [
        entry.date
        for entry in folder.ledger
        if entry.stage in following
        and entry.date.year == year
        and entry.kind in KINDS_OF[Measure.BUDGET]
        and entry.approval is Approval.PASSED
    ]
    own = [
        entry.date
        for entry in folder.ledger
        if entry.stage == stage and entry.kind in KINDS_OF[Measure.BUDGET]
    ]
    if begins:
        base_date = min(base_date, min(begins) - timedelta(days=1))
    return max([base_date, *own])
