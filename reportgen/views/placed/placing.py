"""What the views of an outline are placed with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.model.ledger import LedgerEntry
from reportgen.model.view_options import CaptionView, MoneyView, TableView, View
from reportgen.money import MoneyUnit
from reportgen.templating.printed import Place
from reportgen.views.blocks import BlockView
from reportgen.views.column_widths import fit_widths
from reportgen.views.context import ViewContext
from reportgen.views.grid import Grid, Row
from reportgen.views.sums import note_rounding
from reportgen.views.table_columns import Heading, TableColumn, choose_columns, select_columns


@dataclass(frozen=True, slots=True)
class Placing:
    """What a view is placed with.

    :ivar chapter: numeral and title of the chapter in which it stands.
    """

    context: ViewContext
    entries: Sequence[LedgerEntry]
    chapter: str

    def fill(self, view: View, key: str, text: str) -> str:
        """A text of the view with its expressions."""
        return self.context.text(text, view.source.of(key), Place(self.chapter))

    def name_table(self, view: CaptionView, usual: str) -> str:
        """What places call a table: its caption without a mark, or the usual name."""
        return self.caption(view).removeprefix("ㅇ").strip() or usual

    def caption(self, view: CaptionView) -> str:
        """The caption of a table, empty where the outline gives none."""
        return self.fill(view, "caption", view.caption) if view.caption else ""

    def measured(self, view: MoneyView) -> ViewContext:
        """The context with the unit of a table."""
        return replace(self.context, unit=view.unit or self.context.unit)

    def finish(
        self, view: TableView, grid: Grid, columns: Sequence[TableColumn], unit: MoneyUnit
    ) -> BlockView:
        """The table with the columns and the caption that the outline asks for."""
        table = self.lay(view, replace(_indent(grid), rounding_note=""), columns)
        assert table.grid is not None
        noted = note_rounding(self.context.formatter, table.grid, unit=unit)
        return replace(table, grid=noted)

    def lay(self, view: TableView, grid: Grid, columns: Sequence[TableColumn]) -> BlockView:
        """The same of a table that says itself how it was rounded."""
        usual = [replace(column, heading=self._word(column.heading)) for column in columns]
        chosen = choose_columns(usual, view.columns, lambda text: self.fill(view, "columns", text))
        selected = select_columns(grid, chosen)
        typed = any(column.width for column in view.columns or ())
        widths = selected.widths if typed else fit_widths(selected)
        shown = replace(selected, caption=self.caption(view), widths=widths)
        return BlockView("table", grid=shown)

    def _word(self, heading: Heading) -> Heading:
        """The usual heading of a column in the folder's own words."""
        return tuple("\n".join(map(self.context.word, text.split("\n"))) for text in heading)


def _indent(grid: Grid) -> Grid:
    """The grid with the names of its lowest rows set deeper, below those of their groups."""
    return replace(grid, rows=tuple(map(_indent_row, grid.rows)))


def _indent_row(row: Row) -> Row:
    key = next(iter(row.columns))
    cell = row.columns[key]
    if row.level < 2 or cell.align != "left" or cell.covered:
        return row
    return replace(row, columns={**row.columns, key: cell.copy(align="deeper")})
