"""Of which names a condition asks whether there is something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from jinja2 import nodes

from reportgen.templating.checks.paths import join_path, spell_path

ASKING = ("defined", "undefined")
FALLING_BACK = ("default", "d")
Find = Callable[[str], "Condition | None"]


class Condition(NamedTuple):
    """The whole names of which it is known that there is something.

    :ivar if_true: where the condition holds.
    :ivar if_false: where it doesn't.
    """

    if_true: frozenset[str] = frozenset()
    if_false: frozenset[str] = frozenset()

    def turned(self) -> Condition:
        """The contrary."""
        return Condition(self.if_false, self.if_true)


NO_CONDITION = Condition()


def read_condition(node: nodes.Node | None, find: Find) -> Condition:
    """What a condition says.

    :param find: what is known where a name is true.
    """
    if isinstance(node, nodes.Not):
        return read_condition(node.node, find).turned()
    if isinstance(node, nodes.And):
        left, right = read_condition(node.left, find), read_condition(node.right, find)
        return Condition(left.if_true | right.if_true, left.if_false & right.if_false)
    if isinstance(node, nodes.Or):
        left, right = read_condition(node.left, find), read_condition(node.right, find)
        return Condition(left.if_true & right.if_true, left.if_false | right.if_false)
    if isinstance(node, nodes.Test) and node.name in ASKING:
        asked = Condition(frozenset(_list_prefixes(node.node)))
        return asked if node.name == "defined" else asked.turned()
    if isinstance(node, nodes.Name):
        return find(node.name) or NO_CONDITION
    return Condition(frozenset(_list_true(node)))


def spell_asked(node: nodes.Node) -> str:
    """By what an expression is known of which it is asked whether there is something."""
    return spell_path(node) or repr(node)


def _list_true(node: nodes.Node | None) -> Iterator[str]:
    """What there is where a value is true that is something else where there is nothing."""
    if isinstance(node, nodes.Filter) and node.name in FALLING_BACK:
        if not node.args or (isinstance(node.args[0], nodes.Const) and not node.args[0].value):
            yield from _list_prefixes(node.node)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        if node.node.attr == "get" and len(node.args) == 1:
            yield from _list_members(node.node.node, node.args[0])
    elif isinstance(node, nodes.Compare) and [one.op for one in node.ops] == ["in"]:
        yield from _list_members(node.ops[0].expr, node.expr)


def _list_members(holder: nodes.Node, key: nodes.Node) -> Iterator[str]:
    path = spell_path(holder)
    if path and isinstance(key, nodes.Const) and isinstance(key.value, str):
        yield join_path(path, key.value)


def _list_prefixes(node: nodes.Node | None) -> Iterator[str]:
    """The name, and all that stand before it."""
    while node is not None:
        yield spell_asked(node)
        node = node.node if isinstance(node, nodes.Getattr | nodes.Getitem) else None
