"""What a report template is made of, whatever file format it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TabAlign = Literal["left", "right"]
Vertical = Literal["top", "center"]
Breaks = Literal["cells", "rows", "never", "whole"]


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line: a border of a paragraph or an edge of a cell."""

    width_mm: float
    colour: str
    double: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    """The drawn edges of a cell."""

    top: Line | None = None
    bottom: Line | None = None
    left: Line | None = None
    right: Line | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look; an empty look is that of the paragraph's style."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop."""

    align: TabAlign = "left"
    dots: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page it stands on."""


@dataclass(frozen=True, slots=True)
class PageReference:
    """The number of the page on which a bookmark stands; ``anchor`` is a template expression."""

    anchor: str


@dataclass(frozen=True, slots=True)
class ContentsField:
    """The beginning or the end of the table of contents."""

    begins: bool


Part = Run | Tab | PageNumber | PageReference | ContentsField


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a style.

    :ivar new_page: whether it begins a page although its style does not.
    """

    style: str
    parts: tuple[Part, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; without edges of its own it gets those of its place in the table."""

    content: tuple[Paragraph | Table, ...]
    fill: str = ""
    edges: Edges | None = None
    col_span: int = 1
    row_span: int = 1
    vertical: Vertical = "center"


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    :ivar header: whether it is repeated on every page.
    :ivar last: whether it ends the table when it is printed.
    """

    cells: tuple[Cell, ...]
    height_mm: float = 7
    header: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    :ivar ruled: drawn with the rules of a report table, not with edges of each cell.
    :ivar breaks: where it may break across pages: inside cells, between rows, or not at all;
        a ``whole`` one stands in its line like a letter, so that no program can break it, but
        some don't let it grow with its text.
    :ivar padding_mm: space in its cells, at the sides and above and below the text, where it
        isn't that of every table.
    """

    widths_mm: tuple[float, ...]
    rows: tuple[Row, ...]
    ruled: bool = False
    breaks: Breaks = "rows"
    padding_mm: tuple[float, float] | None = None


Element = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with its column; ``covered`` when a cell above reaches down to here."""

    column: int
    cell: Cell
    covered: bool


def place_cells(table: Table) -> list[list[PlacedCell]]:
    """The cells of every row with their columns, those hidden by a merged cell included."""
    reaching: dict[int, tuple[int, Cell]] = {}
    placed: list[list[PlacedCell]] = []
    for row in table.rows:
        cells = iter(row.cells)
        line: list[PlacedCell] = []
        column = 0
        while column < len(table.widths_mm):
            rows_left, above = reaching.get(column, (0, None))
            if above is not None and rows_left:
                reaching[column] = rows_left - 1, above
                line.append(PlacedCell(column, above, covered=True))
                column += above.col_span
                continue
            cell = next(cells)
            reaching[column] = cell.row_span - 1, cell
            line.append(PlacedCell(column, cell, covered=False))
            column += cell.col_span
        placed.append(line)
    return placed


def text(style: str, *parts: str | Part, new_page: bool = False) -> Paragraph:
    """A paragraph; plain strings are runs, and a tab character is a jump to the next tab stop."""
    whole: list[Part] = []
    for part in parts:
        if not isinstance(part, str):
            whole.append(part)
            continue
        pieces = part.split("\t")
        for number, piece in enumerate(pieces):
            if number:
                whole.append(Tab())
            if piece:
                whole.append(Run(piece))
    return Paragraph(style, tuple(whole), new_page)


def strong(content: str) -> Run:
    """Bold text."""
    return Run(content, "strong")


def tag(code: str) -> Paragraph:
    """A paragraph that holds nothing but a template tag: ``{%p … %}``.

    >>> tag("endif").parts[0].text
    '{%p endif %}'
    """
    return Paragraph("tag", (Run(f"{{%p {code} %}}"),))


def insert(expression: str) -> Paragraph:
    """A paragraph that a macro's paragraphs take the place of: ``{{p … }}``."""
    return Paragraph("tag", (Run(f"{{{{p {expression} }}}}"),))


def tag_row(code: str, columns: int) -> Row:
    """A row that holds nothing but a template tag: ``{%tr … %}``."""
    cell = Cell((Paragraph("tag", (Run(f"{{%tr {code} %}}"),)),), col_span=columns)
    return Row((cell,), height_mm=4)


def tag_cell(code: str) -> Cell:
    """A cell that holds nothing but a template tag: ``{%tc … %}``."""
    return Cell((Paragraph("tag", (Run(f"{{%tc {code} %}}"),)),))
