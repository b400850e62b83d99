"""Template code that prints whole elements whatever the data, so that a part stays XML.

Values are escaped, and pieces can only be printed where they may stand. So a part can be torn
by its own blocks only: by a loop or a condition that opens an element and doesn't close it. What
the engine's own functions print isn't known here; a part that calls them has to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes

from reportgen.templating.code.placing import OWN_BLOCKS

_ELEMENT = re.compile(
    r"<(?P<end>/)?(?P<name>[^\s<>/!?]+)[^<>]*?(?P<empty>/)?>|<!--.*?-->|<\?[^<>]*\?>", re.DOTALL
)
_MARKUP = re.compile("[<>]")
_OWN, _WHOLE = "_", ("_filled", *OWN_BLOCKS)
"""How the names begin that only the engine gives, and those of what is made of blocks alone."""
_SILENT = (nodes.Assign, nodes.ExprStmt)


def keeps_balance(tree: nodes.Template) -> bool:
    """Whether each block of the code closes the elements that it opens, and no others."""
    return _is_even(tree.body)


def _is_even(body: Iterable[nodes.Node]) -> bool:
    """Whether the fixed texts of a body, and those of the blocks in it, are whole elements."""
    text = ""
    for node in _list_parts(body):
        if isinstance(node, nodes.TemplateData):
            text += node.data
        elif text.rfind("<") > text.rfind(">"):
            return False  # within a tag
        elif isinstance(node, nodes.Expr):
            if _calls_engine(node):
                return False
        elif not isinstance(node, _SILENT) and not _is_block_even(node):
            return False
    return _is_whole(text)


def _list_parts(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """The blocks of a body, and what it prints."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from node.nodes
        else:
            yield node


def _calls_engine(value: nodes.Expr) -> bool:
    found = [value] if isinstance(value, nodes.Name) else list(value.find_all(nodes.Name))
    return any(each.name.startswith(_OWN) and not each.name.startswith(_WHOLE) for each in found)


def _is_block_even(node: nodes.Node) -> bool:
    if isinstance(node, nodes.If):
        branches = [node.body, node.else_, *(each.body for each in node.elif_)]
        return all(map(_is_even, branches))
    if isinstance(node, nodes.For):
        return _is_even(node.body) and _is_even(node.else_)
    if isinstance(node, nodes.AssignBlock):
        return node.filter is None and _is_even(node.body)
    return isinstance(node, nodes.Macro | nodes.With) and _is_even(node.body)


def _is_whole(text: str) -> bool:
    opened: list[str] = []
    for match in _ELEMENT.finditer(text):
        if match["end"]:
            if not opened or opened.pop() != match["name"]:
                return False
        elif match["name"] and not match["empty"]:
            opened.append(match["name"])
    return not opened and not _MARKUP.search(_ELEMENT.sub("", text))
