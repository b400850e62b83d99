"""Tables of which rows were inserted, deleted or changed."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.renderers.changes import Step, align_rows
from reportgen.renderers.redline.blocks import CELL, ROW, describe_row
from reportgen.renderers.redline.elements import spell
from reportgen.renderers.redline.properties import track_grid, track_properties
from reportgen.renderers.redline.revisions import Mark, Revisions
from reportgen.renderers.redline.whole import mark_row
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element, children

_PARTS = {f"{W}tblPr", f"{W}tblGrid", ROW}

MergeStory = Callable[[Element, Element, Revisions], None]


def plan_rows(old: Element, new: Element) -> list[Step] | None:
    """Which row became which one; None for tables of which no row is the other's.

    So it is for tables with another number of columns: a mark for an inserted cell
    (17.13.5.4) leaves open which columns of the grid it covers.
    """
    grids = old.find(f"{W}tblGrid"), new.find(f"{W}tblGrid")
    if None in grids or len(grids[0]) != len(grids[1]):  # type: ignore[arg-type]
        return None
    if {str(child.tag) for side in (old, new) for child in side} - _PARTS:
        return None
    rows = tuple([describe_row(row) for row in children(side, ROW)] for side in (old, new))
    return align_rows(*rows)


def merge_table(
    old: Element, new: Element, steps: list[Step], marks: Revisions, merge: MergeStory
) -> Element:
    """The new table with the old one's rows in it and every change marked.

    :param merge: does the same for the blocks of a cell.
    """
    track_properties(new, old.find(f"{W}tblPr"), "tblPr", marks)
    track_grid(new, old.find(f"{W}tblGrid"), marks)
    before, after = (list(children(side, ROW)) for side in (old, new))
    for row in after:
        new.remove(row)
    for step in steps:
        gone = None if step.old is None else before[step.old]
        come = None if step.new is None else after[step.new]
        if come is None:
            assert gone is not None
            new.append(mark_row(gone, Mark.DELETED, marks))
        elif gone is None:
            new.append(mark_row(come, Mark.INSERTED, marks))
        else:
            _merge_row(gone, come, marks, merge)
            new.append(come)
    return new


def _merge_row(old: Element, new: Element, marks: Revisions, merge: MergeStory) -> None:
    if spell(old) == spell(new):
        return
    track_properties(new, old.find(f"{W}trPr"), "trPr", marks)
    for before, after in zip(children(old, CELL), children(new, CELL), strict=True):
        track_properties(after, before.find(f"{W}tcPr"), "tcPr", marks)
        merge(before, after, marks)
