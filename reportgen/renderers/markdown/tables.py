"""Tables: pipes where every cell stands for itself, else HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.renderers.markdown.cells import INDENT, SpelledLine, count_indents, list_shown
from reportgen.renderers.markdown.escaping import spell_line
from reportgen.renderers.markdown.html import spell_html_table
from reportgen.renderers.markdown.nodes import make_inline
from reportgen.views.grid import Cell, Grid

_RULES = {"left": "---", "deeper": "---", "center": ":---:", "right": "---:"}


def spell_table(grid: Grid) -> Iterator[SpelledLine]:
    """The lines of a table."""
    return _spell_pipes(grid) if is_plain(grid) else spell_html_table(grid)


def is_plain(grid: Grid) -> bool:
    """Whether a table of GFM can show it: one row of heads, no merged cell, text in each."""
    if len(grid.heads) != 1:
        return False
    (heads,) = grid.heads
    rows = [heads, *(row.cells for row in grid.rows)]
    return all(len(row) == len(heads) and all(map(_is_plain_cell, row)) for row in rows)


def _is_plain_cell(cell: Cell) -> bool:
    return cell.row_span == cell.col_span == 1 and not cell.covered and not cell.blocks


def _spell_pipes(grid: Grid) -> Iterator[SpelledLine]:
    (heads,) = grid.heads
    yield _spell_row(heads)
    rules = [_choose_rule([row.cells[at] for row in grid.rows]) for at in range(len(heads))]
    yield _join(rules), []
    for row in grid.rows:
        yield _spell_row(row.cells, count_indents(row))


def _choose_rule(cells: Sequence[Cell]) -> str:
    """The rule of a column whose cells are all aligned alike; else that of texts."""
    aligns = {cell.align for cell in cells}
    return _RULES[aligns.pop()] if len(aligns) == 1 else _RULES["left"]


def _spell_row(cells: Sequence[Cell], indents: int = 0) -> SpelledLine:
    texts = [spell_line(make_inline("\n".join(cell.lines))) for cell in cells]
    if texts[0]:
        texts[0] = INDENT * indents + texts[0]
    return _join(texts), list_shown(cells)


def _join(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"
