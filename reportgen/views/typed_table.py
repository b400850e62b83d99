"""Tables typed in the content: merges, serial numbers, labels with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.diagnostics import SourceRef
from reportgen.model.blocks import Block, Table, TableCell, TableColumn
from reportgen.model.table_layout import (
    Site,
    cell_text,
    find_grouped_column,
    lay_out,
    typed_cell,
)
from reportgen.model.table_totals import count_items, find_totals
from reportgen.templating.printed import Place, Printed
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.table_columns import lay_heads
from reportgen.views.typed_sums import note_typed_rounding

if TYPE_CHECKING:
    from reportgen.views.context import ViewContext


def view_table(context: ViewContext, block: Block, chapter: str) -> Grid:
    """The table of a block as a grid; a row that is too short is filled with empty cells."""
    table: Table = block.value
    source = block.source.of("table")
    caption = context.text(table.caption or "", source, Place(chapter))
    name = caption or " · ".join(column.title for column in table.columns)
    viewer = _TableViewer(context, table, Place(chapter, table=name), source)
    rows = tuple(
        Row("body", {str(number): viewer.view(site, number) for number, site in enumerate(row)}, 1)
        for row in lay_out(table)
    )
    header = {
        str(number): Cell.make(column.title, align="center", role="header")
        for number, column in enumerate(table.columns)
    }
    widths = tuple(column.width for column in table.columns)
    headings = [column.heading for column in table.columns]
    heads = lay_heads(headings) if max(map(len, headings)) > 1 else ()
    grid = Grid(table.id or "", caption, "", header, rows, widths, head_rows=heads)
    return note_typed_rounding(context.formatter, grid)


class _TableViewer:
    """Turns the sites of one table into cells."""

    def __init__(self, context: ViewContext, table: Table, place: Place, source: SourceRef) -> None:
        self._context = context
        self._table = table
        self._place = place
        self._source = source
        self._grouped = find_grouped_column(table)
        totals = find_totals(table)
        items = [row for row in range(len(table.rows)) if row not in totals]
        self._numbers = {row: number for number, row in enumerate(items, 1)}

    def view(self, site: Site, number: int) -> Cell:
        """The cell of a site in a column."""
        column = self._table.columns[site.column]
        place = self._locate(column, site.row)
        if site.covered:
            lines: tuple[Printed, ...] = (Printed(""),)
        elif column.serial:
            return self._view_number(site.row)
        else:
            lines = self._view_lines(site, column, place)
        shown = tuple(pair for line in lines for pair in line.shown)
        return Cell.make(
            Printed("\n".join(lines), (), place, shown),
            place=place,
            align=column.align,
            row_span=site.rows,
            col_span=site.columns,
            covered=site.covered,
            lines=lines,
        )

    def _view_number(self, row: int) -> Cell:
        """1, 2, 3 … for the rows that are no totals."""
        number = self._numbers.get(row)
        if number is None:
            return Cell.make(align="center")
        return Cell.make(str(number), align="center", value=number)

    def _locate(self, column: TableColumn, row: int) -> Place:
        return Place(self._place.chapter, self._place.table, str(row + 1), column.title)

    def _view_lines(self, site: Site, column: TableColumn, place: Place) -> tuple[Printed, ...]:
        typed = typed_cell(self._table, site.row, site.column)
        if not column.merge or site.columns > 1:
            texts = typed.text if isinstance(typed, TableCell) else typed
            return tuple(
                self._context.text(line, self._source, place)
                for line in ((texts,) if isinstance(texts, str) else texts)
            )
        value = cell_text(typed)
        count = count_items(self._table, range(site.row, site.row + site.rows))
        if column.label and value and count:
            text = self._view_label(column.label, value, count, site, place)
        else:
            text = self._context.text(value, self._source, place)
        return tuple(text.rewritten(line, place) for line in text.split("\n"))

    def _view_label(self, label: str, value: str, count: int, site: Site, place: Place) -> Printed:
        """The label of a group; its count is the figure where that counts the same rows."""
        name = f"count.{self._table.id}.{value}"
        figure = self._context.figures.get(name) if site.column == self._grouped else None
        shown = figure if figure and figure.value == count else count
        return self._context.renderer.render(label, self._source, place, value=value, count=shown)
