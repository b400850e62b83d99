"""Fields that a block would tear apart: begun within it and ended outside, or the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from reportgen.templating.code.placing import OWN_BLOCKS

_BODIES = ("body", "else_")


def find_torn_fields(tree: nodes.Template, edge: re.Pattern[str]) -> Iterator[int]:
    """The line of each block that holds one edge of a field without the other.

    :param edge: finds both edges; its group ``end`` is set for the closing one.
    """
    blocks = (nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.With)
    for block in tree.find_all(blocks):
        if _is_own(block):
            continue
        for name in _BODIES:
            body = getattr(block, name, None)
            if body and not _is_whole("".join(_list_data(body)), edge):
                yield block.lineno
                break


def _is_own(node: nodes.Node) -> bool:
    target = node.target if isinstance(node, nodes.AssignBlock) else None
    return isinstance(target, nodes.Name) and target.name.startswith(OWN_BLOCKS)


def _list_data(body: list[nodes.Node]) -> Iterator[str]:
    """The fixed text of a body, without that of blocks inside, which are whole themselves."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from (data.data for data in node.nodes if isinstance(data, nodes.TemplateData))
        elif isinstance(node, nodes.AssignBlock) and _is_own(node):
            yield from _list_data(node.body)


def _is_whole(text: str, edge: re.Pattern[str]) -> bool:
    depth = 0
    for match in edge.finditer(text):
        depth += -1 if match["end"] else 1
        if depth < 0:
            return False
    return not depth
