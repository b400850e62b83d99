"""The kinds of blocks between which the code of a template chooses."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from reportgen.templating.code.counted_code import WEIGH

_KIND = "kind"


def find_kinds(tree: nodes.Template) -> frozenset[str] | None:
    """The words that ``….kind`` is compared with; None where others may be printed, too.

    That is so where a choice ends in an ``else``, or where the kind is used in any other way.
    """
    compared: set[str] = set()
    known = 0
    for comparison in tree.find_all(nodes.Compare):
        words = _list_words(comparison)
        if words is None:
            continue
        compared.update(words)
        known += 1
    uses = sum(map(_is_kind, tree.find_all((nodes.Getattr, nodes.Getitem))))
    ends_open = any(choice.else_ and _asks_kind(choice.test) for choice in tree.find_all(nodes.If))
    return None if uses != known or ends_open else frozenset(compared)


def _list_words(comparison: nodes.Compare) -> list[str] | None:
    """The words of ``block.kind == "note"`` or ``in ("note", "item")``; None of any other."""
    if len(comparison.ops) != 1 or not _is_kind(_unwrap(comparison.expr)):
        return None
    (operand,) = comparison.ops
    if operand.op not in ("eq", "in"):
        return None
    return _read_words(_unwrap(operand.expr))


def _read_words(value: nodes.Expr) -> list[str] | None:
    items = value.items if isinstance(value, nodes.Tuple | nodes.List) else [value]
    words = [item.value for item in items if isinstance(item, nodes.Const)]
    is_known = len(words) == len(items) and all(isinstance(word, str) for word in words)
    return words if is_known else None


def _unwrap(value: nodes.Expr) -> nodes.Expr:
    """The value without the filter by which the environment counts what it holds."""
    if isinstance(value, nodes.Filter) and value.name == WEIGH and value.node:
        return value.node
    return value


def _is_kind(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getattr):
        return bool(node.attr == _KIND)
    key = node.arg if isinstance(node, nodes.Getitem) else None
    return isinstance(key, nodes.Const) and key.value == _KIND


def _asks_kind(test: nodes.Node) -> bool:
    return any(map(_is_kind, _walk(test)))


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)
