"""What the ledger holds of each kind, whatever the account: the other side of a check."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.figures.budget import APPROPRIATION, APPROPRIATION_KINDS
from reportgen.figures.figure import Figure, Formula, Operation, Unit, sum_figures
from reportgen.figures.group import FigureGroup
from reportgen.figures.slices import LedgerSlices
from reportgen.model.ledger import EntryKind

RECORDED = "recorded"


def group_recorded(slices: LedgerSlices, year: int) -> FigureGroup:
    """``recorded.<kind>`` for every kind that the year has, and ``recorded.appropriation``.

    The last is the sum over revenue and expenditure of all that makes up 예산현액. Entries are
    added up without looking at the accounts, so that one that stands on an account which no
    table shows makes a difference.
    """
    return FigureGroup((RECORDED,), lambda: _sum_kinds(slices, year))


def _sum_kinds(slices: LedgerSlices, year: int) -> Iterator[Figure]:
    held = {kind: _sum_kind(slices, kind, year) for kind in slices.held(tuple(EntryKind), year)}
    yield from held.values()
    parts = tuple(held[kind] for kind in APPROPRIATION_KINDS if kind in held)
    yield sum_figures(f"{RECORDED}.{APPROPRIATION}", parts)


def _sum_kind(slices: LedgerSlices, kind: EntryKind, year: int) -> Figure:
    criteria = (("kind", kind.value), ("year", str(year)))
    formula = Formula(Operation.ENTRIES, criteria=criteria)
    return Figure(f"{RECORDED}.{kind}", slices.sum_all(kind, year), Unit.WON, formula)
