"""Which cell covers each place of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.renderers.changes import Item, has_letters
from reportgen.renderers.review.elements import CELL, ROW, read_number, read_words
from reportgen.templating.tree import Element, children


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place and extent; lengths are in 1/7200 inch."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int
    height: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table: ``places[row][column]`` is the one that covers that place."""

    places: list[list[Cell | None]]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.places[0]) if self.places else 0

    def starts(self, row: int) -> Iterator[Cell]:
        """The cells that begin in a row, from left to right."""
        for cell in dict.fromkeys(self.places[row]):
            if cell is not None and cell.row == row:
                yield cell

    def height(self, row: int) -> int:
        """The height of a row."""
        cells = [cell for cell in self.places[row] if cell is not None]
        single = [cell.height for cell in cells if cell.rows == 1]
        return max(single or [cell.height // cell.rows for cell in cells] or [0])

    def describe(self, row: int) -> Item:
        """The row; only rows whose cells lie alike can be counterparts."""
        cells = dict.fromkeys(self.places[row])
        kind = tuple((cell.column, cell.columns, cell.row < row) for cell in cells if cell)
        named = [(cell, read_words(cell.element)) for cell in self.starts(row)]
        texts = [(cell, text) for cell, text in named if has_letters(text)]
        own = (text for cell, text in texts if cell.rows == 1)
        name = next(own, texts[0][1] if texts else "")
        words = " ".join(text for _cell, text in named)
        return Item("\n".join((str(kind), *(text for _cell, text in named))), kind, words, name)


def read_grid(table: Element) -> Grid:
    """The grid of a table from the addresses and spans of its cells."""
    rows = list(children(table, ROW))
    columns = int(table.get("colCnt", "0"))
    places: list[list[Cell | None]] = [[None] * columns for _ in rows]
    for row in rows:
        for element in children(row, CELL):
            cell = Cell(
                element,
                read_number(element, "cellAddr", "rowAddr"),
                read_number(element, "cellAddr", "colAddr"),
                read_number(element, "cellSpan", "rowSpan"),
                read_number(element, "cellSpan", "colSpan"),
                read_number(element, "cellSz", "height"),
            )
            for line in places[cell.row : cell.row + cell.rows]:
                line[cell.column : cell.column + cell.columns] = [cell] * cell.columns
    return Grid(places)
