"""The columns of a computed table: which are shown, what stands above them, how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reportgen.model.view_options import ColumnChoice
from reportgen.views.grid import Cell, Covered, Grid, Row

Heading = tuple[str, ...]
"""From the top; neighbours that begin with the same lines share their heads."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column.

    :ivar width: relative to the others of its table.
    """

    key: str
    heading: Heading
    width: int = 1


def choose_columns(
    usual: Sequence[TableColumn],
    chosen: Sequence[ColumnChoice] | None,
    fill: Callable[[str], str],
) -> tuple[TableColumn, ...]:
    """The columns of a table as its view asks for them.

    :param chosen: all that are usual, if None.
    :param fill: fills the expressions of a heading.
    """
    if chosen is None:
        return tuple(usual)
    known = {column.key: column for column in usual}
    return tuple(_change(known[choice.name], choice, fill) for choice in chosen)


def _change(column: TableColumn, choice: ColumnChoice, fill: Callable[[str], str]) -> TableColumn:
    heading = choice.heading
    if heading is not None:
        texts = (heading,) if isinstance(heading, str) else heading
        column = replace(column, heading=tuple(map(fill, texts)))
    return column if choice.width is None else replace(column, width=choice.width)


def lay_heads(headings: Sequence[Heading]) -> tuple[tuple[Cell, ...], ...]:
    """The header rows of a table; equal heads beside each other are one, short ones reach down.

    >>> [[cell or "·" for cell in row] for row in lay_heads([("a",), ("b", "c"), ("b", "d")])]
    [['a', 'b', '·'], ['·', 'c', 'd']]
    """
    depth = max(map(len, headings))
    return tuple(
        tuple(_lay_head(headings, level, at, depth) for at in range(len(headings)))
        for level in range(depth)
    )


def _lay_head(headings: Sequence[Heading], level: int, at: int, depth: int) -> Cell:
    heading = headings[at]
    if level >= len(heading):
        return Cell.make(covered="above", role="header")
    upper = heading[: level + 1]
    if len(heading) == level + 1:
        return _make_head(heading[level], rows=depth - level)
    alike = [len(other) > level + 1 and other[: level + 1] == upper for other in headings]
    if at and alike[at - 1]:
        return Cell.make(covered="left", role="header")
    end = next((end for end in range(at, len(alike)) if not alike[end]), len(alike))
    return _make_head(heading[level], columns=end - at)


def _make_head(text: str, rows: int = 1, columns: int = 1) -> Cell:
    lines = tuple(text.split("\n"))
    return Cell.make(
        text, align="center", role="header", row_span=rows, col_span=columns, lines=lines
    )


def select_columns(grid: Grid, columns: Iterable[TableColumn]) -> Grid:
    """The grid with those columns only, and with heads and widths."""
    shown = tuple(columns)
    keys = [column.key for column in shown]
    header = {
        column.key: Cell.make(" ".join(column.heading), align="center", role="header")
        for column in shown
    }
    return replace(
        grid,
        columns=header,
        head_rows=lay_heads([column.heading for column in shown]),
        rows=tuple(_select_cells(row, keys) for row in grid.rows),
        widths=tuple(column.width for column in shown),
    )


def _select_cells(row: Row, keys: Sequence[str]) -> Row:
    """The row; of a cell that reaches over columns as much as is left of it side by side."""
    owners = _find_owners(row)
    cells: dict[str, Cell] = {}
    before = ""
    for at, key in enumerate(keys):
        owner = owners[key]
        source = row.columns[owner]
        if source.col_span == 1 and owner == key:
            cells[key] = row.columns[key]
        elif owner == before:
            cells[key] = source.copy(text="", col_span=1, covered="left")
        else:
            following = (other for other in keys[at:])
            width = _count_while(owners[other] == owner for other in following)
            cells[key] = source.copy(col_span=width)
        before = owner
    return Row(row.role, cells, row.level)


def _find_owners(row: Row) -> dict[str, str]:
    """By column, the one in which the cell begins that reaches there."""
    owners: dict[str, str] = {}
    owner = ""
    for key, cell in row.columns.items():
        covered: Covered = cell.covered
        owner = owner if covered == "left" else key
        owners[key] = owner
    return owners


def _count_while(found: Iterable[bool]) -> int:
    count = 0
    for one in found:
        if not one:
            break
        count += 1
    return count
