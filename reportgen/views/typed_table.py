"""Tables typed in the content: merges, serial numbers, labels with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.diagnostics import SourceRef
from reportgen.figures.content import cell_text
from reportgen.model.blocks import Block, Table, TableCell, TableColumn
from reportgen.model.table_totals import count_items, find_totals
from reportgen.templating.printed import Place, Printed
from reportgen.views.grid import Cell, Grid, Row

if TYPE_CHECKING:
    from reportgen.views.context import ViewContext

TypedCell = str | tuple[str, ...] | TableCell


def view_table(context: ViewContext, block: Block, chapter: str) -> Grid:
    """The table of a block as a grid; a row that is too short is filled with empty cells."""
    table: Table = block.value
    source = block.source.of("table")
    caption = context.text(table.caption or "", source, Place(chapter))
    name = caption or " · ".join(column.name for column in table.columns)
    columns = [
        _view_column(context, table, number, Place(chapter, table=name), source)
        for number in range(len(table.columns))
    ]
    rows = tuple(
        Row("body", {str(number): column[at] for number, column in enumerate(columns)}, 1)
        for at in range(len(table.rows))
    )
    header = {
        str(number): Cell.make(column.name, align="center", role="header")
        for number, column in enumerate(table.columns)
    }
    widths = tuple(column.width for column in table.columns)
    return Grid(table.id or "", caption, "", header, _cover_spans(rows), widths)


def _view_column(
    context: ViewContext, table: Table, number: int, place: Place, source: SourceRef
) -> list[Cell]:
    column = table.columns[number]
    if column.serial:
        return _number_rows(table)
    index = sum(not before.serial for before in table.columns[:number])
    typed = [row[index] if index < len(row) else "" for row in table.rows]
    if not column.merge:
        return [
            _view_cell(context, cell, column, _in_row(place, column, row), source)
            for row, cell in enumerate(typed, 1)
        ]
    cells: list[Cell] = []
    while len(cells) < len(typed):
        at = len(cells)
        value = cell_text(typed[at])
        end = next((n for n in range(at, len(typed)) if cell_text(typed[n]) != value), len(typed))
        place_of_first = _in_row(place, column, at + 1)
        cells += _merge(context, table, column, value, range(at, end), place_of_first, source)
    return cells


def _number_rows(table: Table) -> list[Cell]:
    """1, 2, 3 … for the rows that are no totals."""
    totals = find_totals(table)
    cells: list[Cell] = []
    number = 0
    for at in range(len(table.rows)):
        if at in totals:
            cells.append(Cell.make(align="center"))
            continue
        number += 1
        cells.append(Cell.make(str(number), align="center", value=number))
    return cells


def _in_row(place: Place, column: TableColumn, row: int) -> Place:
    return Place(place.chapter, place.table, str(row), column.name)


def _view_cell(
    context: ViewContext, cell: TypedCell, column: TableColumn, place: Place, source: SourceRef
) -> Cell:
    inner = cell.text if isinstance(cell, TableCell) else cell
    texts = (inner,) if isinstance(inner, str) else inner
    lines = tuple(context.text(text, source, place) for text in texts)
    shown = tuple(pair for line in lines for pair in line.shown)
    spans = (cell.colspan, cell.rowspan) if isinstance(cell, TableCell) else (1, 1)
    return Cell.make(
        Printed("\n".join(lines), (), place, shown),
        place=place,
        align=column.align,
        col_span=spans[0],
        row_span=spans[1],
        lines=lines,
    )


def _merge(
    context: ViewContext,
    table: Table,
    column: TableColumn,
    value: str,
    rows: range,
    place: Place,
    source: SourceRef,
) -> list[Cell]:
    """One cell over the rows, and the cells that it covers; totals among them aren't counted."""
    count = count_items(table, rows)
    if column.label and count:
        figure = context.figures.get(f"count.{table.id}.{value}")
        text = context.renderer.render(
            column.label,
            source,
            place,
            value=value,
            count=figure if figure and figure.value == count else count,
        )
    else:
        text = context.text(value, source, place)
    lines = tuple(text.rewritten(line, place) for line in text.split("\n"))
    first = Cell.make(text, place=place, align=column.align, row_span=len(rows), lines=lines)
    below = Cell.make(place=place, align=column.align, row_span=len(rows), covered="above")
    return [first, *[below] * (len(rows) - 1)]


def _cover_spans(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with the cells covered that typed spans reach over."""
    grid = [list(row.cells) for row in rows]
    for at, row in enumerate(grid):
        for number, cell in enumerate(row):
            if cell.covered or (cell.col_span == 1 and cell.row_span == 1):
                continue
            _cover(grid, at, number, cell)
    return tuple(
        Row(row.role, {str(number): cell for number, cell in enumerate(cells)}, row.level)
        for row, cells in zip(rows, grid, strict=True)
    )


def _cover(grid: list[list[Cell]], at: int, number: int, cell: Cell) -> None:
    for below in range(at, min(at + cell.row_span, len(grid))):
        for beside in range(number, min(number + cell.col_span, len(grid[below]))):
            if (below, beside) == (at, number):
                continue
            grid[below][beside] = Cell.make(
                place=cell.place,
                align=cell.align,
                row_span=cell.row_span,
                col_span=cell.col_span,
                covered="left" if beside > number else "above",
            )
