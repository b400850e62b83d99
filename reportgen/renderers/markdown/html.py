"""HTML for tables that pipes can't show: merged cells, several rows of heads, blocks in cells.

A block of HTML ends at an empty line (CommonMark 0.31, 4.6, kind 6), so none stands in it, and
nothing in it is read as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.renderers.markdown.cells import INDENT, SpelledLine, count_indents, list_shown
from reportgen.renderers.markdown.escaping import spell_html
from reportgen.renderers.markdown.flow import read_cell
from reportgen.renderers.markdown.nodes import (
    Heading,
    Item,
    Listing,
    Node,
    Paragraph,
    Quote,
    list_printed,
    make_inline,
)
from reportgen.templating.printed import Printed
from reportgen.views.grid import Cell, Grid


def spell_html_table(grid: Grid) -> Iterator[SpelledLine]:
    """The lines of a table, one for each row."""
    yield "<table>", []
    if grid.heads:
        yield "<thead>", []
        yield from (_spell_row(heads, "th") for heads in grid.heads)
        yield "</thead>", []
    yield "<tbody>", []
    yield from (_spell_row(row.cells, "td", count_indents(row)) for row in grid.rows)
    yield "</tbody>", []
    yield "</table>", []


def _spell_row(cells: Sequence[Cell], tag: str, indents: int = 0) -> SpelledLine:
    printed: list[Printed] = []
    texts = []
    for at, cell in enumerate(cells):
        if not cell.covered:
            texts.append(_spell_cell(cell, tag, 0 if at else indents, printed))
    return f"<tr>{''.join(texts)}</tr>", printed


def _spell_cell(cell: Cell, tag: str, indents: int, printed: list[Printed]) -> str:
    spans = {"rowspan": cell.row_span, "colspan": cell.col_span}
    extent = "".join(f' {name}="{span}"' for name, span in spans.items() if span > 1)
    if cell.blocks:
        text = _spell_nodes(read_cell(cell.blocks), printed)
    else:
        printed += list_shown((cell,))
        text = spell_html(make_inline("\n".join(cell.lines)))
        text = INDENT * indents + text if text else text
    return f"<{tag}{extent}>{text}</{tag}>"


def _spell_nodes(nodes: Sequence[Node], printed: list[Printed]) -> str:
    """What stands in a cell, on one line."""
    return "".join(_spell_node(node, printed) for node in nodes)


def _spell_node(node: Node, printed: list[Printed]) -> str:
    if isinstance(node, Heading | Paragraph):
        printed += list_printed(run.text for run in node.text)
        return f"<p>{spell_html(node.text)}</p>"
    if isinstance(node, Quote):
        return f"<blockquote>{_spell_nodes(node.parts, printed)}</blockquote>"
    if isinstance(node, Listing):
        tag = "ol" if node.is_numbered else "ul"
        items = (f"<li>{_spell_item(item, printed)}</li>" for item in node.items)
        return f"<{tag}>{''.join(items)}</{tag}>"
    lines = list(spell_html_table(node.grid))
    printed += (text for _line, shown in lines for text in shown)
    return "".join(line for line, _shown in lines)


def _spell_item(item: Item, printed: list[Printed]) -> str:
    """The text of an item, which needs no paragraph, and what stands below it."""
    first, *others = item.parts
    assert isinstance(first, Paragraph)
    printed += list_printed(run.text for run in first.text)
    return spell_html(first.text) + _spell_nodes(others, printed)
