"""Filters that go through a list, and those that are given the name of a value in each item."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes

from reportgen.templating.checks.calls import list_pairs
from reportgen.templating.checks.conditions import ASKING
from reportgen.templating.checks.shape_filters import find_result
from reportgen.templating.checks.shapes import (
    UNKNOWN,
    Kind,
    Shape,
    make_list,
    make_object,
    make_series,
    widen,
)

_PLACES = {
    "groupby": 0,
    "selectattr": 0,
    "rejectattr": 0,
    "sum": 0,
    "join": 1,
    "unique": 1,
    "min": 1,
    "max": 1,
    "sort": 2,
}
"""Where the name stands among the values that a filter is given."""

ITEM_FILTERS = frozenset((*_PLACES, "map", "items", "dictsort"))

FindMember = Callable[[Shape, str, str], Shape]


def find_items(
    node: nodes.Filter, value: Shape, own: frozenset[str], find_member: FindMember
) -> Shape:
    """What such a filter makes of a value.

    :param own: the program's own filters, which make texts.
    :param find_member: notes names that the items don't have.
    """
    if node.name in ("items", "dictsort"):
        return list_pairs(value) if value.is_mapping else UNKNOWN
    item = (value.item or UNKNOWN) if value.kind is Kind.LIST else UNKNOWN
    named = {str(pair.key): pair.value for pair in node.kwargs}
    name = _read_name(node, named)
    found = item
    if name and not _falls_back(node, named):
        found = _follow(item, name, find_member)
    elif name:
        found = UNKNOWN
    if node.name == "map":
        return make_list(found if name else _map(node, item, own))
    if node.name == "groupby":
        group = make_list(item)
        parts = (("grouper", found), ("list", group))
        return make_list(make_object(parts, (found, group)))
    if name and _keeps(node):
        return make_list(UNKNOWN if "." in name else widen(item, name))
    return find_result(node.name, value, own)


def _read_name(node: nodes.Filter, named: dict[str, nodes.Expr]) -> str:
    """The name of a value in each item; empty where none is given, or it is computed."""
    at = _PLACES.get(node.name)
    given = named.get("attribute")
    if given is None and at is not None and len(node.args) > at:
        given = node.args[at]
    value = given.value if isinstance(given, nodes.Const) else None
    return value if isinstance(value, str) else ""


def _keeps(node: nodes.Filter) -> bool:
    """Whether all items that are left have the value."""
    asked = node.args[1] if len(node.args) > 1 else None
    test = asked.value if isinstance(asked, nodes.Const) else None
    return (node.name, test) in (("selectattr", "defined"), ("rejectattr", "undefined"))


def _falls_back(node: nodes.Filter, named: dict[str, nodes.Expr]) -> bool:
    """Whether items may be without the value."""
    if node.name in ("selectattr", "rejectattr"):
        asked = node.args[1] if len(node.args) > 1 else None
        return isinstance(asked, nodes.Const) and asked.value in ASKING
    return "default" in named or (node.name == "groupby" and len(node.args) > 1)


def _follow(item: Shape, name: str, find_member: FindMember) -> Shape:
    """What the name leads to; of several, separated by commas, what the last one does."""
    found = item
    for path in name.split(","):
        found, walked = item, ""
        for step in path.split("."):
            walked = f"{walked}.{step}".strip(".")
            if step.isdigit():
                found = (found.item or UNKNOWN) if found.kind is Kind.LIST else UNKNOWN
            else:
                found = find_member(found, step, walked)
    return make_series((UNKNOWN,) * len(name.split(","))) if "," in name else found


def _map(node: nodes.Filter, item: Shape, own: frozenset[str]) -> Shape:
    """What the filter that is named makes of each item."""
    name = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else None
    return find_result(name, item, own) if isinstance(name, str) else UNKNOWN
