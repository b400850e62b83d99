"""What pipes and HTML both say of the cells of a table."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.renderers.markdown.nodes import list_printed
from reportgen.templating.printed import Printed
from reportgen.views.grid import Cell, Row

SpelledLine = tuple[str, list[Printed]]
"""A line, and the texts in it that show figures."""

INDENT = "&emsp;"
"""What stands before the name of a row for each level that it is deeper."""


def count_indents(row: Row) -> int:
    """How deep the name of a row stands below those of its groups."""
    is_named = bool(row.cells) and row.cells[0].align in ("left", "deeper")
    return max(row.level - 1, 0) if is_named else 0


def list_shown(cells: Sequence[Cell]) -> list[Printed]:
    """The texts of cells that show figures: the lines, or the cell where they don't know."""
    shown: list[Printed] = []
    for cell in cells:
        shown += list(list_printed(cell.lines)) or list(list_printed((cell,)))
    return shown
