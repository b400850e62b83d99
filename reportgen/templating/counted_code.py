"""Template code in which every loop, call and comparison counts what it takes."""

from __future__ import annotations

from typing import TypeVar

from jinja2 import nodes

CHARGE, WEIGH, JOIN = "count a round", "weigh a value", "join texts"
"""The filters that the code calls: a filter is called straight, and these no author can name."""

_BYTES = 100
"""Of a list, and of each item in it."""

Placed = TypeVar("Placed", bound=nodes.Node)


def count_steps(tree: nodes.Template) -> nodes.Template:
    """The tree, changed in place.

    A loop's body and its condition, and a macro's body, begin by counting; texts that are put
    together with ``~`` are put together by the environment; what is compared or cut is weighed.
    """
    repeated: list[nodes.For | nodes.Macro | nodes.CallBlock] = [*tree.find_all(nodes.For)]
    repeated += [*tree.find_all(nodes.Macro), *tree.find_all(nodes.CallBlock)]
    for node in repeated:
        _count_rounds(node)
    for compared in list(tree.find_all(nodes.Compare)):
        operands = [compared.expr, *(operand.expr for operand in compared.ops)]
        searched = any(operand.op in ("in", "notin") for operand in compared.ops)
        if searched or not any(isinstance(operand, nodes.Const) for operand in operands):
            compared.expr = _call(WEIGH, compared.expr)
            for operand in compared.ops:
                operand.expr = _call(WEIGH, operand.expr)
    for item in list(tree.find_all(nodes.Getitem)):
        if isinstance(item.arg, nodes.Slice):
            item.node = _call(WEIGH, item.node)
    _replace_joins(tree)
    return tree


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
    found = (made for node in body for made in (node, *node.find_all(typed)))
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
