"""A neutral grid: cells with value, kind, role and span, the same for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reportgen.figures import Figure
from reportgen.templating.printed import Place, Printed

if TYPE_CHECKING:
    from reportgen.views.blocks import BlockView

Align = Literal["left", "center", "right", "deeper"]
"""How the text of a cell stands; ``deeper`` is left, and indented."""

Covered = Literal["", "left", "above"]
"""Whether a cell is hidden by a merged cell that begins to its left or above it."""


class Cell(Printed):
    """What one cell of a table shows; it is its own text.

    :ivar value: the unrounded value behind the text (won, count, ratio, date), or None.
    :ivar lines: the text as the paragraphs of the cell.
    :ivar from_zero: what a rate shows that has no base: after growth, after decline, of nothing.
    :ivar units: the whole number that an amount shows, in the unit of its table.
    :ivar blocks: blocks that stand in the cell instead of its text.
    :ivar sheet: the key of the annex whose cell this one repeats; empty for any.
    """

    value: int | Decimal | date | str | None
    align: Align
    row_span: int
    col_span: int
    covered: Covered
    role: str
    lines: tuple[str, ...]
    from_zero: tuple[str, str, str] | None
    units: int | None
    sheet: str
    blocks: tuple[BlockView, ...]

    @classmethod
    def make(
        cls,
        text: str = "",
        *,
        figure: Figure | None = None,
        value: int | Decimal | date | str | None = None,
        place: Place = Place(),
        align: Align = "left",
        row_span: int = 1,
        col_span: int = 1,
        covered: Covered = "",
        role: str = "",
        lines: tuple[str, ...] | None = None,
        from_zero: tuple[str, str, str] | None = None,
        units: int | None = None,
        sheet: str = "",
    ) -> Cell:
        """A cell; ``value`` is that of the figure unless another is given."""
        inherited = text.shown if isinstance(text, Printed) and figure is None else ()
        cell = super().__new__(cls, text, (figure,) if figure else (), place, inherited)
        assert isinstance(cell, Cell)
        cell.value = figure.value if figure and value is None else value
        cell.align, cell.role = align, role
        cell.row_span, cell.col_span, cell.covered = row_span, col_span, covered
        cell.lines = (cell,) if lines is None else lines
        cell.from_zero, cell.units, cell.sheet = from_zero, units, sheet
        cell.blocks = ()
        return cell

    def copy(
        self,
        *,
        text: str | None = None,
        col_span: int = 1,
        covered: Covered = "",
        align: Align | None = None,
    ) -> Cell:
        """The cell with another extent.

        :param text: instead of its own, which then shows no figure.
        """
        if text is not None:
            return Cell.make(text, align=self.align, role=self.role, covered=covered)
        made = Cell.make(
            Printed(str(self), (), self.place, self.shown),
            value=self.value,
            place=self.place,
            align=align or self.align,
            row_span=self.row_span,
            col_span=col_span,
            covered=covered,
            role=self.role,
            lines=self.lines,
            from_zero=self.from_zero,
            units=self.units,
            sheet=self.sheet,
        )
        made.blocks = self.blocks
        return made

    @property
    def figure(self) -> Figure | None:
        """The one figure that the cell shows, if it shows one."""
        if len(self.shown) != 1:
            return None
        figure = self.shown[0][0]
        return figure if isinstance(figure, Figure) else None


EMPTY = Cell.make()


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its cells are reached by column key: ``row["amount"]``, in a template ``row.amount``.

    :ivar role: ``total``, ``subtotal``, ``body``, or what the grid's declaration says.
    :ivar level: depth in the hierarchy, 0 for the total.
    """

    role: str
    columns: Mapping[str, Cell]
    level: int = 0

    def __getitem__(self, key: str) -> Cell:
        return self.columns[key]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells from left to right."""
        return tuple(self.columns.values())


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: caption, unit line, header cells by column key, and rows.

    :ivar widths: relative widths, empty where the template decides.
    :ivar head_rows: the header rows, where there is more than one.
    :ivar rounding_note: that its printed amounts don't add up, or were made to; else empty.
    """

    name: str
    caption: str
    unit_line: str
    columns: Mapping[str, Cell]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    rounding_note: str = ""
    head_rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def heads(self) -> tuple[tuple[Cell, ...], ...]:
        """The header rows from the top; none where no column has a head."""
        if self.head_rows:
            return self.head_rows
        return (self.header,) if any(self.header) else ()

    @property
    def header(self) -> tuple[Cell, ...]:
        """The header cells from left to right."""
        return tuple(self.columns.values())


def make_header(headings: Mapping[str, str]) -> dict[str, Cell]:
    """Header cells by column key."""
    return {key: Cell.make(text, align="center", role="header") for key, text in headings.items()}
