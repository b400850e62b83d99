"""Tables with deleted rows put back between the others."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from reportgen.renderers.changes import Step, align_rows
from reportgen.renderers.review.elements import LIST, ROW, make, read_number, write_number
from reportgen.renderers.review.grids import Cell, Grid, read_grid
from reportgen.renderers.review.looks import Look, Looks
from reportgen.renderers.review.paragraphs import Merge, empty_texts, mark_texts
from reportgen.templating.tree import Element, children


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of two tables and which became which."""

    old: Grid
    new: Grid
    steps: Sequence[Step]


def plan_table(old: Element, new: Element) -> Plan | None:
    """How the rows of two tables go together; None if they are two different tables."""
    grids = read_grid(old), read_grid(new)
    if grids[0].columns != grids[1].columns:
        return None
    steps = align_rows(*([grid.describe(row) for row in range(len(grid.places))] for grid in grids))
    return Plan(*grids, steps) if steps else None


def merge_table(plan: Plan, new: Element, looks: Looks, merge: Merge) -> None:
    """Make the new table show its inserted, deleted and changed rows.

    :param merge: does the same for what two cells hold.
    """
    partners = _find_partners(plan)
    for before, after in partners.items():
        lists = before.element.find(LIST), after.element.find(LIST)
        assert lists[0] is not None
        assert lists[1] is not None
        # What was deleted moves to the new cell; the old one may have rows left to cover.
        merge(deepcopy(lists[0]), lists[1])
    _mark_rows(plan, partners, looks)
    places = _place_cells(plan, partners)
    heights = [_measure_row(plan, step) for step in plan.steps]
    _write_rows(new, places, heights, set(partners))
    # Whatever the table is higher than its rows, it stays.
    rows = sum(plan.new.height(row) for row in range(len(plan.new.places)))
    height = read_number(new, "sz", "height") + sum(heights) - rows
    write_number(new, "sz", "height", height)
    new.set("rowCnt", str(len(heights)))


def _measure_row(plan: Plan, step: Step) -> int:
    """The height of a merged row; one that shows both versions has room for both.

    A table that stands in its line like a letter doesn't grow with its text everywhere.
    """
    before = plan.old.height(step.old) if step.old is not None else 0
    after = plan.new.height(step.new) if step.new is not None else 0
    if step.old is not None and step.new is not None:
        changed = plan.old.describe(step.old) != plan.new.describe(step.new)
        return after + before if changed else after
    return before + after


def _find_partners(plan: Plan) -> dict[Cell, Cell]:
    """The new cell of every old one that begins in a row that both tables have."""
    found: dict[Cell, Cell] = {}
    for step in plan.steps:
        if step.old is not None and step.new is not None:
            pairs = zip(plan.old.starts(step.old), plan.new.starts(step.new), strict=True)
            found.update(pairs)
    return found


def _mark_rows(plan: Plan, partners: dict[Cell, Cell], looks: Looks) -> None:
    kept = set(partners.values())
    for step in plan.steps:
        if step.new is None and step.old is not None:
            for cell in plan.old.starts(step.old):
                mark_texts(cell.element, Look.DELETED, looks)
        if step.old is None and step.new is not None:
            for cell in plan.new.starts(step.new):
                assert cell not in kept
                mark_texts(cell.element, Look.INSERTED, looks)


def _place_cells(plan: Plan, partners: dict[Cell, Cell]) -> list[list[Cell | None]]:
    """The cell that covers each place of the merged table.

    A deleted row between rows over which a cell reaches is covered by that cell as well.
    """
    places: list[list[Cell | None]] = []
    for step in plan.steps:
        if step.new is not None:
            places.append(list(plan.new.places[step.new]))
            continue
        assert step.old is not None
        line: list[Cell | None] = []
        for column, cell in enumerate(plan.old.places[step.old]):
            partner = partners.get(cell) if cell else None
            above = places[-1][column] if places else None
            line.append(partner if partner and partner is above else cell)
        places.append(line)
    return places


def _write_rows(
    table: Element, places: list[list[Cell | None]], heights: Sequence[int], shown: set[Cell]
) -> None:
    """Put the cells into rows, with their true addresses and extents.

    :param shown: cells whose text stands in another cell already.
    """
    for row in list(children(table, ROW)):
        table.remove(row)
    widths = _measure_columns(places)
    for at, line in enumerate(places):
        row = make("tr")
        table.append(row)
        for cell in dict.fromkeys(line):
            above = places[at - 1][line.index(cell)] if at else None
            if cell is None or above is cell:
                continue
            element = cell.element
            if cell in shown:
                # Rows of the other version divide it: the rest of it stays empty.
                element = deepcopy(element)
                empty_texts(element)
            shown.add(cell)
            count = _count_below(places, at, line.index(cell))
            write_number(element, "cellAddr", "rowAddr", at)
            write_number(element, "cellSpan", "rowSpan", count)
            write_number(element, "cellSz", "height", sum(heights[at : at + count]))
            span = widths[cell.column : cell.column + cell.columns]
            if all(span):
                write_number(element, "cellSz", "width", sum(span))
            row.append(element)


def _measure_columns(places: list[list[Cell | None]]) -> list[int]:
    """The width of each column from cells of that column only; 0 where there is none."""
    widths = [0] * (len(places[0]) if places else 0)
    for line in reversed(places):
        for cell in line:
            if cell is not None and cell.columns == 1:
                widths[cell.column] = read_number(cell.element, "cellSz", "width")
    return widths


def _count_below(places: list[list[Cell | None]], at: int, column: int) -> int:
    """How many rows the cell covers from this one on."""
    cell = places[at][column]
    count = 0
    for line in places[at:]:
        if line[column] is not cell:
            break
        count += 1
    return count
