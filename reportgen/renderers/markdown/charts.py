"""Charts as lists in lists."""

from __future__ import annotations

from reportgen.renderers.markdown.nodes import Item, Listing, Paragraph, make_inline
from reportgen.views.chart import Chart, Node

_KIND = "chart"


def list_chart(chart: Chart) -> Listing:
    """The root with all that hangs on it; what hangs on nothing stands beside it."""
    beside = [_make_item(name, []) for name in chart.beside]
    root = _make_item(chart.root.name, [*beside, *map(_list_node, chart.root.children)])
    return Listing(_KIND, False, [root, *(_make_item(name, []) for name in chart.loose)])


def _list_node(node: Node) -> Item:
    lines = [_make_item(line, []) for line in node.lines]
    return _make_item(node.name, [*lines, *map(_list_node, node.children)])


def _make_item(name: str, below: list[Item]) -> Item:
    item = Item([Paragraph(make_inline(name))])
    if below:
        item.parts.append(Listing(_KIND, False, below))
    return item
