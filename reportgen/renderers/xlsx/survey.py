"""What stands where, before anything is written: figures, merged cells, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.figures import Figure, Operation
from reportgen.renderers.xlsx.addresses import Area, Position
from reportgen.renderers.xlsx.cover import COVER, LINK_COLUMN
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.views.grid import EMPTY, Cell, Row


@dataclass(slots=True)
class Survey:
    """The data of one sheet that needs more than to be written down.

    :ivar printed: every cell that shows figures, also in a sentence.
    :ivar links: cells of the cover, with the title of the sheet they lead to.
    """

    printed: list[tuple[Cell, Position]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    links: list[tuple[Position, str]] = field(default_factory=list)


def survey_sheet(layout: SheetLayout) -> Survey:
    """The survey of a sheet."""
    survey = Survey()
    columns: dict[int, dict[str, int]] = {}
    is_cover = layout.annex is not None and layout.annex.key == COVER
    for number, look, row in layout.data_lines():
        shown = columns.get(look.number)
        if shown is None:
            shown = columns[look.number] = layout.columns_of(look)
        for key, column in shown.items():
            cell = row.columns.get(key, EMPTY)
            if cell.covered:
                continue
            if cell.shown:
                position = Position(layout.template.name, column, number)
                survey.printed.append((cell, position))
            if cell.row_span > 1 or cell.col_span > 1:
                survey.merges.extend(_merge(row, key, shown, number))
            if is_cover and key == LINK_COLUMN and cell:
                position = Position(layout.template.name, column, number)
                survey.links.append((position, str(cell)))
    return survey


def shown_figure(cell: Cell) -> Figure | None:
    """The figure whose value is the cell's; none when the cell only names it in a sentence."""
    figure = cell.figure
    if figure is None or cell.value != figure.value:
        return None
    has_value = figure.value is not None or figure.formula.operation is Operation.RATIO
    return figure if has_value else None


def _merge(row: Row, key: str, shown: dict[str, int], number: int) -> Iterator[Area]:
    """The area that a cell spans, as far as the template shows its columns side by side."""
    cell, keys = row.columns[key], list(row.columns)
    start = keys.index(key)
    spanned = keys[start : start + cell.col_span]
    columns = sorted(shown[name] for name in spanned if name in shown)
    together = columns[-1] - columns[0] == len(columns) - 1
    right = columns[-1] if together else shown[key]
    left = columns[0] if together else shown[key]
    if right > left or cell.row_span > 1:
        yield Area(left, number, right, number + cell.row_span - 1)
