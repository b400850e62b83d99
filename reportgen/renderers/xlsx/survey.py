"""What stands where, before anything is written: figures, merged cells, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportgen.figures import Figure, Operation
from reportgen.renderers.xlsx.addresses import Area, Position, spell_address
from reportgen.renderers.xlsx.cover import COVER, LINK_COLUMN
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.views.grid import Cell, Row

_WORDS = (Operation.RATIO, Operation.AGREEMENT)
"""What has a formula even where it shows a word in place of a value."""


class Standing(NamedTuple):
    """A cell that shows figures.

    :ivar figure: the one whose value is the cell's; none for a sentence.
    """

    cell: Cell
    at: Position
    figure: Figure | None


@dataclass(slots=True)
class Survey:
    """The data of one sheet that needs more than to be written down.

    :ivar figures: by the number of the row and the column of the sheet, every figure that is
        the value of a cell.
    :ivar printed: every cell that shows figures, also in a sentence.
    :ivar links: cells of the cover, with the title of the sheet they lead to.
    """

    figures: dict[int, dict[int, tuple[Figure, Position]]] = field(default_factory=dict)
    printed: list[Standing] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    links: list[tuple[Position, str]] = field(default_factory=list)


def survey_sheet(layout: SheetLayout) -> Survey:
    """The survey of a sheet; records hold nothing of the kind."""
    survey = Survey()
    columns: dict[int, dict[str, int]] = {}
    name = layout.template.name
    is_cover = layout.annex is not None and layout.annex.key == COVER
    for number, look, row in layout.data_lines():
        shown = columns.get(look.number)
        if shown is None:
            shown = columns[look.number] = layout.columns_of(look)
        figures = survey.figures[number] = {}
        for key, column in shown.items():
            cell = row.columns.get(key)
            if cell is None or cell.covered:
                continue
            if cell.shown:
                at = Position(name, column, number, spell_address(column, number))
                figure = shown_figure(cell)
                survey.printed.append(Standing(cell, at, figure))
                if figure is not None:
                    figures[column] = figure, at
            if cell.row_span > 1 or cell.col_span > 1:
                survey.merges.extend(_merge(row, key, shown, number))
            if is_cover and key == LINK_COLUMN and cell:
                at = Position(name, column, number, spell_address(column, number))
                survey.links.append((at, str(cell)))
    return survey


def shown_figure(cell: Cell) -> Figure | None:
    """The figure whose value is the cell's; none when the cell only names it in a sentence."""
    if len(cell.shown) != 1:
        return None
    figure = cell.shown[0][0]
    if not isinstance(figure, Figure) or cell.value != figure.value:
        return None
    has_value = figure.value is not None or figure.formula.operation in _WORDS
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
