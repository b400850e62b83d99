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
    """Whether the elements that are open before and behind each block of the code are the same."""
    return _is_whole(tree.body)


def _is_whole(body: Iterable[nodes.Node]) -> bool:
    """Whether a body closes all elements that it opens, and no others."""
    opened: list[str] = []
    return _follow(body, opened) and not opened


def _is_even(body: Iterable[nodes.Node], opened: list[str]) -> bool:
    """Whether the same elements are open behind a body as before it."""
    inside = opened.copy()
    return _follow(body, inside) and inside == opened


def _follow(body: Iterable[nodes.Node], opened: list[str]) -> bool:
    """Whether a body tears nothing; ``opened`` becomes what is open behind it."""
    text = ""
    for node in _list_parts(body):
        if isinstance(node, nodes.TemplateData):
            text += node.data
        elif not _read(text, opened) or not _is_part_even(node, opened):
            return False
        else:
            text = ""
    return _read(text, opened)


def _list_parts(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """The blocks of a body, and what it prints."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from node.nodes
        else:
            yield node


def _is_part_even(node: nodes.Node, opened: list[str]) -> bool:
    if isinstance(node, nodes.Expr):
        return not _calls_engine(node)
    if isinstance(node, nodes.If):
        branches = [node.body, node.else_, *(each.body for each in node.elif_)]
        return all(_is_even(branch, opened) for branch in branches)
    if isinstance(node, nodes.For):
        return _is_even(node.body, opened) and _is_even(node.else_, opened)
    if isinstance(node, nodes.With):
        return _is_even(node.body, opened)
    if isinstance(node, nodes.AssignBlock):
        return node.filter is None and _is_whole(node.body)
    return isinstance(node, _SILENT) or (isinstance(node, nodes.Macro) and _is_whole(node.body))


def _calls_engine(value: nodes.Expr) -> bool:
    found = [value] if isinstance(value, nodes.Name) else list(value.find_all(nodes.Name))
    return any(each.name.startswith(_OWN) and not each.name.startswith(_WHOLE) for each in found)


def _read(text: str, opened: list[str]) -> bool:
    """Whether a text is made of whole tags that fit; ``opened`` becomes what is open behind it."""
    for match in _ELEMENT.finditer(text):
        if match["end"]:
            if not opened or opened.pop() != match["name"]:
                return False
        elif match["name"] and not match["empty"]:
            opened.append(match["name"])
    return not _MARKUP.search(_ELEMENT.sub("", text))
