"""An amendment (추경): the budget before it, what it changes, and the budget after it.

``present`` is 기정액, ``amending`` 비교증감, ``amended`` 경정액, all of 예산액: what was
voted. Transfers, carry-overs and the use of the reserve change 예산현액 only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.figures.budget import BudgetTree
from reportgen.figures.figure import Figure, divide_figures, subtract_figures
from reportgen.figures.group import FigureGroup
from reportgen.figures.slices import LedgerSlices
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.budget import Accounts
from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS_OF, EntryKind, LedgerEntry, Measure
from reportgen.model.project_folder import ProjectFolder

PRESENT = "present"
AMENDING = "amending"
AMENDED = "amended"
RATE = "amending_rate"


def find_amendment(
    entries: Sequence[LedgerEntry], stages: Sequence[str], year: int, stage: str | None = None
) -> str | None:
    """The stage whose amendment is shown: the one named, else the last one with an amendment."""
    amending = {
        found.stage
        for found in Ledger.of(entries).classes.values()
        if found.kind is EntryKind.AMENDMENT and found.date.year == year
    }
    known = [name for name in stages if name in amending]
    if stage is not None:
        return stage if stage in known else None
    return known[-1] if known else None


def find_notes(
    folder: ProjectFolder, entries: Sequence[LedgerEntry], stage: str | None = None
) -> AmendmentNotes | None:
    """What the content says of the amendment that is shown, or None without an amendment."""
    report = folder.report
    found = find_amendment(entries, report.stages, report.year, stage)
    return None if found is None else folder.amendment_notes(found)


def group_amendment(accounts: Accounts, slices: LedgerSlices, year: int, stage: str) -> FigureGroup:
    """The figures of :func:`compute_amendment`, made when one is asked for."""
    kinds = (f"{AMENDING}_{kind}" for kind in KINDS_OF[Measure.BUDGET])
    return FigureGroup(
        (AMENDED, AMENDING, PRESENT, RATE, *kinds),
        lambda: compute_amendment(accounts, slices, year, stage),
    )


def compute_amendment(
    accounts: Accounts, slices: LedgerSlices, year: int, stage: str
) -> Iterator[Figure]:
    """What one stage changes on every level of both trees, in won, and the rates.

    :param slices: the entries of a state that has no later stage.
    """
    tree = BudgetTree(accounts, slices, year)
    kinds = KINDS_OF[Measure.BUDGET]
    changes = {figure.name: figure for figure in tree.sum_kinds(AMENDING, kinds, year, stage)}
    budgets = {figure.name: figure for figure in tree.sum_kinds(AMENDED, kinds, year)}
    for name, change in changes.items():
        measure, account = name.split(".", 1)
        if measure != AMENDING:
            yield change
            continue
        amended = budgets[f"{AMENDED}.{account}"]
        present = subtract_figures(f"{PRESENT}.{account}", amended, change)
        yield from (amended, change, present)
        yield divide_figures(f"{RATE}.{account}", change, present)
