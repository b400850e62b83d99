"""The columns of a template's table, and which of them each cell covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportgen.templating.tree import Element

MOST_COLUMNS = 1_000
"""The columns of a table; office programs draw some sixty."""


def check_columns(count: int) -> int:
    """The number of columns.

    :raises ValueError: when no office program could have drawn so many.
    """
    if not 0 <= count <= MOST_COLUMNS:
        raise ValueError(count)
    return count


@dataclass(frozen=True, slots=True)
class TableGrid:
    """What the template itself says of a table, before any tag takes effect.

    :ivar total: the width of the table.
    :ivar widths: that of each column of the grid, of which more may exist than are seen.
    :ivar covers: by cell, its first column and the one behind its last.
    :ivar heights: by row, as far as the file format says it.
    :ivar gaps: by row, columns without a cell of its own that are meant to have none.
    """

    total: int
    widths: Sequence[int]
    covers: Mapping[Element, tuple[int, int]]
    heights: Mapping[Element, int]
    gaps: Mapping[Element, Sequence[tuple[int, int]]]

    @property
    def edges(self) -> list[int]:
        """Where each column begins, and where the last one ends."""
        return [0, *accumulate(self.widths)]

    @property
    def is_split(self) -> bool:
        """Whether a cell covers more than one column of the grid."""
        return any(last - first > 1 for first, last in self.covers.values())
