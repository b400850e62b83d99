"""Template code in which every loop, call and comparison counts what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from jinja2 import nodes

CHARGE, WEIGH, JOIN = "count a round", "weigh a value", "join texts"
"""The filters that the code calls: a filter is called straight, and these no author can name."""

_BYTES = 100
"""Of a list, and of each item in it."""

_REPEATED = (nodes.For, nodes.Macro, nodes.CallBlock)

Placed = TypeVar("Placed", bound=nodes.Node)


def count_steps(tree: nodes.Template) -> nodes.Template:
    """The tree, changed in place.

    A loop's body and its condition, and a macro's body, begin by counting; texts that are put
    together with ``~`` are put together by the environment; what is compared or cut is weighed.
    """
    has_joins = False
    for node in list(_walk(tree)):
        if isinstance(node, _REPEATED):
            _count_rounds(node)
        elif isinstance(node, nodes.Compare):
            _weigh_operands(node)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
            node.node = _call(WEIGH, node.node)
        elif isinstance(node, nodes.Concat):
            has_joins = True
    if has_joins:
        _replace_joins(tree)
    return tree


def _walk(top: nodes.Node) -> Iterator[nodes.Node]:
    """The node and all below it, in no order; Jinja's own way takes several times as long."""
    waiting = [top]
    while waiting:
        node = waiting.pop()
        yield node
        for name in node.fields:
            value = getattr(node, name, None)
            if isinstance(value, nodes.Node):
                waiting.append(value)
            elif isinstance(value, list):
                waiting += [item for item in value if isinstance(item, nodes.Node)]


def _weigh_operands(compared: nodes.Compare) -> None:
    operands = [compared.expr, *(operand.expr for operand in compared.ops)]
    searched = any(operand.op in ("in", "notin") for operand in compared.ops)
    if searched or not any(isinstance(operand, nodes.Const) for operand in operands):
        compared.expr = _call(WEIGH, compared.expr)
        for operand in compared.ops:
            operand.expr = _call(WEIGH, operand.expr)


def _count_rounds(node: nodes.For | nodes.Macro | nodes.CallBlock) -> None:
    sizes = _measure(node.body), _measure_lists(node.body)
    counted = _call(CHARGE, *(nodes.Const(size, lineno=node.lineno) for size in sizes))
    if isinstance(node, nodes.For) and node.test is not None:
        also = _call(CHARGE, nodes.Const(0, lineno=node.lineno))
        node.test = _placed(nodes.And(also, node.test), node.test)
    node.body.insert(0, _placed(nodes.ExprStmt(counted), node))


def _measure(body: list[nodes.Node]) -> int:
    """The characters of fixed text, without those of loops inside, which count their own."""
    length = 0
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            length += len(node.data)
        elif not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock):
            waiting.extend(node.iter_child_nodes())
    return length


def _measure_lists(body: list[nodes.Node]) -> int:
    """The bytes of the lists typed there, those of loops inside included once."""
    typed = (nodes.List, nodes.Tuple, nodes.Dict)
    found = (made for node in body for made in _walk(node))
    return sum(_BYTES * (1 + len(made.items)) for made in found if isinstance(made, typed))


def _replace_joins(node: nodes.Node) -> None:
    for name, value in list(node.iter_fields()):
        if isinstance(value, list):
            setattr(node, name, [_replace(item) for item in value])
        else:
            setattr(node, name, _replace(value))


def _replace(value: object) -> object:
    if not isinstance(value, nodes.Node):
        return value
    _replace_joins(value)
    return _call(JOIN, *value.nodes) if isinstance(value, nodes.Concat) else value


def _call(name: str, value: nodes.Expr, *others: nodes.Expr) -> nodes.Filter:
    return _placed(nodes.Filter(value, name, list(others), [], None, None), value)


def _placed(made: Placed, at: nodes.Node) -> Placed:
    """The node that was made, in the line and the environment of another."""
    made.lineno = at.lineno
    made.environment = at.environment
    return made
