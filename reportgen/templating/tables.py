"""Where the cells of a table stand while it is being rendered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from markupsafe import Markup


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
    marks = [(2 * total * edge + whole) // (2 * whole) for edge in edges]
    return [right - left for left, right in pairwise(marks)]


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

    @property
    def rows(self) -> int:
        """How many rows have begun."""
        return self._row + 1

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.widths)

    def row(self, height: int = 0) -> Markup:
        """Begin a row; prints nothing."""
        self._row += 1
        self.height += height
        self._column = 0
        return Markup("")

    def cell(
        self, spanned: Spanned | None, column: int, col_span: int, row_span: int, height: int
    ) -> CellSite:
        """The site of the next cell.

        :param spanned: the data that decides the spans, or None for those of the template.
        :param column: the column of a cell that stands fixed, or -1 for the next one.
        """
        covered = ""
        if spanned is not None:
            col_span, row_span = spanned.col_span, spanned.row_span
            covered = spanned.covered
        at = self._column if column < 0 else column
        self._column = at + (0 if covered == "left" else col_span)
        return self.spell(at, self._row, col_span, row_span, covered, height)

    @abstractmethod
    def spell(
        self, column: int, row: int, col_span: int, row_span: int, covered: str, height: int
    ) -> CellSite:
        """The site as the file format writes it."""
