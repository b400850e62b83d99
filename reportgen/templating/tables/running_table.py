"""Where the cells of a table stand while it is being rendered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import FaultyValueError


class Spanned(Protocol):
    """A cell whose extent comes from the data.

    ``covered`` is ``left`` or ``above`` when a merged cell that began there hides this one.
    """

    @property
    def row_span(self) -> int:
        """How many rows the cell reaches over."""

    @property
    def col_span(self) -> int:
        """How many columns the cell reaches over."""

    @property
    def covered(self) -> str:
        """From where the cell is covered, or nothing."""


def share_width(total: int, weights: Sequence[int]) -> list[int]:
    """The total split by the weights into whole parts that add up to it.

    >>> share_width(100, [1, 1, 1])
    [33, 34, 33]
    """
    edges = [0]
    for weight in weights:
        edges.append(edges[-1] + weight)
    whole = edges[-1]
    if whole <= 0:
        raise FaultyValueError(
            _("the widths of the columns add up to nothing"),
            _("give {% columns … %} the widths of a table, such as grid.widths"),
        )
    marks = [(2 * total * edge + whole) // (2 * whole) for edge in edges]
    return [right - left for left, right in pairwise(marks)]


def _hint_at_cells() -> str:
    return _("let each row have as many cells as {% columns … %} gives widths")


@dataclass(frozen=True, slots=True)
class CellSite:
    """Where one cell stands and how far it reaches.

    :ivar kept: whether the file format wants the cell written at all.
    :ivar xml: what the file format says of the site.
    """

    kept: bool
    xml: Markup


class RunningTable(ABC):
    """A table on its way out: which row and column come next, how wide and high it gets.

    Widths and heights are in the unit of the file format.
    """

    def __init__(self, total: int, weights: Sequence[int]) -> None:
        self.widths = share_width(total, [int(weight) for weight in weights])
        self.height = 0
        self._row = -1
        self._column = 0
        self._flows = False

    @property
    def rows(self) -> int:
        """How many rows have begun."""
        return self._row + 1

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.widths)

    @property
    def grid(self) -> Markup:
        """What the file format says of all columns before the rows; mostly nothing."""
        return Markup("")

    def row(self, height: int = 0) -> Markup:
        """Begin a row; prints nothing."""
        self._check_row()
        self._row += 1
        self.height += height
        self._column = 0
        return Markup("")

    def close(self) -> Markup:
        """End the table; prints nothing.

        :raises ValueError: when it has no row, which no office program can read.
        """
        if not self.rows:
            raise FaultyValueError(
                _("the table has no rows"),
                _("put the whole table inside {%p if … %}, or keep a row that is always there"),
            )
        self._check_row()
        return Markup("")

    def _check_row(self) -> None:
        if self._flows and self._column < self.columns:
            raise FaultyValueError(
                _(
                    "row {row} fills {found} of {columns} columns",
                    row=self.rows,
                    found=self._column,
                    columns=self.columns,
                ),
                _hint_at_cells(),
            )
        self._flows = False

    def cell(self, column: int, col_span: int, row_span: int, height: int) -> CellSite:
        """The site of the next cell of the template.

        :param column: the column of a cell that stands fixed, or -1 for the next one.
        """
        return self._place(column, col_span, row_span, "", height)

    def spanned(self, spanned: Spanned, column: int, height: int, _columns: int = 1) -> CellSite:
        """The site of the next cell, whose extent comes from data.

        :param height: that of one row.
        """
        spans = spanned.col_span, spanned.row_span
        return self._place(column, *spans, spanned.covered, height * spanned.row_span)

    def unspanned(self, column: int, height: int, columns: int) -> CellSite:
        """The site of the next cell, whose extent can't be computed.

        :param columns: how many the template's cell covers.
        """
        return self._place(column, columns, 1, "", height)

    def _place(
        self, column: int, col_span: int, row_span: int, covered: str, height: int
    ) -> CellSite:
        at = self._column if column < 0 else column
        self._flows = column < 0
        self._column = at + (0 if covered == "left" else col_span)
        if self._column > self.columns:
            raise FaultyValueError(
                _(
                    "row {row} has more cells than the {columns} columns",
                    row=self.rows,
                    columns=self.columns,
                ),
                _hint_at_cells(),
            )
        return self.spell(at, self._row, col_span, row_span, covered, height)

    @abstractmethod
    def spell(
        self, column: int, row: int, col_span: int, row_span: int, covered: str, height: int
    ) -> CellSite:
        """The site as the file format writes it."""
