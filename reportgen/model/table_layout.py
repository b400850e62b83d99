"""Where the cells of a typed table stand, once its spans and merges are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.model.blocks import Table, TableCell

TypedCell = str | tuple[str, ...] | TableCell


@dataclass(frozen=True, slots=True)
class Site:
    """A cell of the printed table, or a place that one covers.

    :ivar row: the typed row, from 0, in which the cell begins.
    :ivar column: the column, from 0, in which it begins.
    :ivar rows: how many rows it reaches over.
    :ivar covered: ``left`` or ``above`` where the cell is hidden by one that begins there.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    covered: Literal["", "left", "above"] = ""


def cell_text(cell: TypedCell) -> str:
    """The text of a typed cell, its lines joined by line breaks."""
    inner = cell.text if isinstance(cell, TableCell) else cell
    return inner if isinstance(inner, str) else "\n".join(inner)


def typed_cell(table: Table, row: int, column: int) -> TypedCell:
    """What is typed there; a serial column, and what a short row lacks, is empty."""
    if table.columns[column].serial:
        return ""
    index = sum(not before.serial for before in table.columns[:column])
    cells = table.rows[row]
    return cells[index] if index < len(cells) else ""


def lay_out(table: Table) -> list[list[Site]]:
    """The rows of the table as they are printed, each with a site for every column.

    Typed spans come first, cut off at the table's edges. Equal cells of a merged column join
    only where nothing to their left ends in between: neither a group of the merged column
    before, nor a typed span.
    """
    grid = _place_spans(table)
    edges: set[int] = set()
    for column, kind in enumerate(table.columns):
        if kind.merge and not kind.serial:
            edges = _merge_column(table, grid, column, edges)
        else:
            edges |= _span_edges(grid, column)
    return grid


def find_grouped_column(table: Table) -> int | None:
    """The column whose groups are counted: the first that is merged."""
    merged = (at for at, column in enumerate(table.columns) if column.merge and not column.serial)
    return next(merged, None)


def list_values(table: Table, column: int) -> Iterator[str]:
    """For every typed row the text of the cell that stands in a column, or reaches there."""
    grid = _place_spans(table)
    for row in grid:
        yield cell_text(typed_cell(table, row[column].row, row[column].column))


def _place_spans(table: Table) -> list[list[Site]]:
    """Every place with the cell that begins there, or that reaches there."""
    height, width = len(table.rows), len(table.columns)
    grid = [[Site(row, column) for column in range(width)] for row in range(height)]
    for row in range(height):
        for column in range(width):
            cell = typed_cell(table, row, column)
            if isinstance(cell, TableCell) and not grid[row][column].covered:
                _cover(grid, row, column, _fit(grid, row, column, cell))
    return grid


def _fit(grid: list[list[Site]], row: int, column: int, cell: TableCell) -> tuple[int, int]:
    """How far the cell can reach: to the table's edges, and nowhere if another is in the way."""
    rows = min(cell.rowspan, len(grid) - row)
    columns = min(cell.colspan, len(grid[row]) - column)
    is_free = all(
        not grid[below][beside].covered
        for below in range(row, row + rows)
        for beside in range(column, column + columns)
    )
    return (rows, columns) if is_free else (1, 1)


def _cover(grid: list[list[Site]], row: int, column: int, spans: tuple[int, int]) -> None:
    rows, columns = spans
    site = Site(row, column, rows, columns)
    for below in range(row, row + rows):
        for beside in range(column, column + columns):
            if (below, beside) == (row, column):
                grid[below][beside] = site
            else:
                grid[below][beside] = replace(site, covered="left" if beside > column else "above")


def _merge_column(table: Table, grid: list[list[Site]], column: int, edges: set[int]) -> set[int]:
    """Join equal cells of the column.

    :param edges: rows above which something to the left ends.
    :returns: the rows above which something ends to the left of the next column.
    """
    starts = [
        row
        for row in range(len(grid))
        if row == 0 or not _belong_together(table, grid, column, row, row in edges)
    ]
    for start, end in zip(starts, [*starts[1:], len(grid)], strict=True):
        if grid[start][column].column == column and grid[start][column].columns == 1:
            _cover(grid, start, column, (end - start, 1))
    return set(starts)


def _belong_together(
    table: Table, grid: list[list[Site]], column: int, row: int, is_edge: bool
) -> bool:
    """Whether the cell of a row is one with the cell above it."""
    above, here = grid[row - 1][column], grid[row][column]
    if (above.row, above.column) == (here.row, here.column):
        return True
    if is_edge or {above.column, here.column} != {column} or above.columns + here.columns > 2:
        return False
    texts = [cell_text(typed_cell(table, site.row, column)) for site in (above, here)]
    return texts[0] == texts[1]


def _span_edges(grid: list[list[Site]], column: int) -> set[int]:
    """The rows above which a cell that reaches over several rows begins or has ended."""
    sites = {row[column] for row in grid if row[column].rows > 1 and not row[column].covered}
    return {edge for site in sites for edge in (site.row, site.row + site.rows)}
