"""Which calls in template code are the engine's own, and what comes instead of one that fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import nodes

_TABLE = re.compile(r"_t\d+")
_PLACING = ("row", "cell", "spanned", "merged", "keep", "count")
_OPENING = {"_table": 1, "_placed": 2}
"""What begins a table, and where the widths stand that the author gives."""


@dataclass(frozen=True, slots=True)
class OwnCall:
    """A call that is attempted.

    :ivar method: of :class:`reportgen.templating.drafts.attempts.Attempts`.
    :ivar table: the table whose row or cell it places.
    :ivar value: what the author typed, which the call gets by the name ``_value``.
    :ivar call: the call itself.
    :ivar instead: what comes instead of it.
    """

    method: str
    table: nodes.Expr | None = None
    value: nodes.Expr | None = None
    call: nodes.Call | None = None
    instead: nodes.Expr | None = None


def read_own_call(node: nodes.Call) -> OwnCall | None:
    """How the call is attempted; None where it is an ordinary one."""
    called = node.node
    if isinstance(called, nodes.Name):
        return _read_function(node, called.name)
    if not isinstance(called, nodes.Getattr) or not isinstance(called.node, nodes.Name):
        return None
    if not _TABLE.fullmatch(called.node.name):
        return None
    if called.attr == "close":
        return OwnCall("close", called.node)
    if called.attr == "key":
        return OwnCall("use", None, _const(node, None), node, _const(node, None))
    return OwnCall("place", called.node, call=node) if called.attr in _PLACING else None


def read_extent(node: nodes.Call) -> OwnCall | None:
    """How a cell is placed whose extent the author gives; None for any other."""
    called = node.node
    assert isinstance(called, nodes.Getattr)
    if called.attr == "spanned":
        instead = _call(node, node.args[1:])
        instead.node = nodes.Getattr(called.node, "unspanned", "load", lineno=node.lineno)
        return _use(node, 0, instead)
    columns = next((one for one in node.kwargs if one.key == "columns"), None)
    if called.attr != "merged" or columns is None:
        return None
    others = [one for one in node.kwargs if one is not columns]
    given = nodes.Keyword("columns", _write(node, "_value"), lineno=node.lineno)
    made = _call(node, node.args, [*others, given])
    return OwnCall("use", None, columns.value, made, _call(node, node.args, others))


def _read_function(node: nodes.Call, name: str) -> OwnCall | None:
    if name in _OPENING:
        return _read_opening(node, _OPENING[name])
    if name == "_anchor":
        return _use(node, 0, _const(node, ""))
    if name == "_fill_cell":
        return _use(node, 0, node.args[1] if len(node.args) > 1 else _const(node, ""))
    if name == "_number":
        own = node.args[0] if len(node.args) == 2 else _const(node, "")
        return OwnCall("use", None, _const(node, None), node, own)
    if name == "_chart":
        keep = _call(node, node.args[:2])
        keep.node = _write(node, "environment.attempts.keep_chart")
        return OwnCall("use", None, _const(node, None), node, keep)
    return None


def _read_opening(node: nodes.Call, at: int) -> OwnCall:
    """A table with its own widths, or with those that the author gives."""
    if len(node.args) < 3:
        return OwnCall("open", None, _const(node, None), node, node)
    own = node.args[:2] if at == 2 else [node.args[0], node.args[-1]]
    made = _use(node, at, _call(node, own))
    return OwnCall("open", None, made.value, made.call, made.instead)


def _use(node: nodes.Call, at: int, instead: nodes.Expr) -> OwnCall:
    given = [*node.args[:at], _write(node, "_value"), *node.args[at + 1 :]]
    return OwnCall("use", None, node.args[at], _call(node, given), instead)


def _call(
    node: nodes.Call, args: Sequence[nodes.Expr], kwargs: Sequence[nodes.Keyword] = ()
) -> nodes.Call:
    made = nodes.Call(node.node, list(args), list(kwargs), None, None, lineno=node.lineno)
    made.environment = node.environment
    return made


def _const(node: nodes.Call, value: object) -> nodes.Const:
    return nodes.Const(value, lineno=node.lineno)


def _write(node: nodes.Call, code: str) -> nodes.Expr:
    """What stands in the Python code as it is; Jinja has no other way to say so."""
    name: nodes.InternalName = object.__new__(nodes.InternalName)
    nodes.Node.__init__(name, code, lineno=node.lineno)
    return name
