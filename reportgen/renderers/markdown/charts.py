"""Charts as lists in lists."""

from __future__ import annotations

from reportgen.renderers.markdown.nodes import Item, Listing, Paragraph, make_inline
from reportgen.views.chart import Branch, Node, read_tree
from reportgen.views.grid import Grid

_KIND = "chart"


def list_chart(grid: Grid) -> Listing:
    """The root with its branches; what hangs on nothing stands beside it."""
    tree = read_tree(grid)
    root = _make_item(tree.root, [_list_branch(branch) for branch in tree.branches])
    return Listing(_KIND, False, [root, *(_make_item(name, []) for name in tree.loose)])


def _list_branch(branch: Branch) -> Item:
    return _make_item(branch.name, [_list_node(node) for node in branch.nodes])


def _list_node(node: Node) -> Item:
    return _make_item(node.name, [_make_item(line, []) for line in node.lines])


def _make_item(name: str, below: list[Item]) -> Item:
    item = Item([Paragraph(make_inline(name))])
    if below:
        item.parts.append(Listing(_KIND, False, below))
    return item
