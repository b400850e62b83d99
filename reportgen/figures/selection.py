"""Which entries a state of the budget counts, and the day as of which it speaks."""

from __future__ import annotations

from datetime import date, timedelta

from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS_OF, Approval, Measure
from reportgen.model.ledger_columns import EntryClass
from reportgen.model.project_folder import ProjectFolder


def select_entries(folder: ProjectFolder, as_of: date, stage: str | None = None) -> Ledger:
    """The entries in force up to and including a day, and up to a stage when one is named.

    What is only proposed counts where its stage is named; an entry of a stage that
    nobody knows counts, so that no amount disappears before it is reported.
    """
    stages = folder.report.stages
    later = frozenset(stages[stages.index(stage) + 1 :] if stage else ())

    def counts(found: EntryClass) -> bool:
        return (
            found.date <= as_of
            and found.stage not in later
            and (found.approval is Approval.PASSED or found.stage == stage)
        )

    return Ledger.of(folder.ledger).select(counts)


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
    classes = Ledger.of(folder.ledger).classes.values()
    begins = [
        found.date
        for found in classes
        if found.stage in following
        and found.date.year == year
        and found.kind in KINDS_OF[Measure.BUDGET]
        and found.approval is Approval.PASSED
    ]
    own = [
        found.date
        for found in classes
        if found.stage == stage and found.kind in KINDS_OF[Measure.BUDGET]
    ]
    if begins:
        base_date = min(base_date, min(begins) - timedelta(days=1))
    return max([base_date, *own])
