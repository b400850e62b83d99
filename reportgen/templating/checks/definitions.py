"""What the tags of a part define anywhere in it, before they are gone through in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from jinja2 import nodes

from reportgen.templating.checks.gathered import Prototype

Read = nodes.Node | None


def list_prototypes(tags: Iterable[tuple[str, Read, str]]) -> dict[str, Prototype]:
    """The macros by name, with what their bodies use beside their parameters.

    :param tags: the keyword, the node and the code of each tag, in their order.
    """
    found: dict[str, Prototype] = {}
    opened: list[Prototype] = []
    for keyword, node, code in tags:
        if keyword == "endmacro" and opened:
            opened.pop()
        elif keyword == "macro" and isinstance(node, nodes.Macro):
            arguments = tuple(str(argument.name) for argument in node.args)
            opened.append(found.setdefault(node.name, Prototype(arguments)))
        elif opened:
            opened[-1].takes_more |= "varargs" in code
            opened[-1].takes_named |= "kwargs" in code
            opened[-1].takes_block |= "caller" in code
    return found


def list_targets(node: Read) -> Iterator[str]:
    """The names that a loop or a block gives to values."""
    if not isinstance(node, nodes.For | nodes.With):
        return
    targets = [node.target] if isinstance(node, nodes.For) else node.targets
    for target in targets:
        for name in (target, *target.find_all(nodes.Name)):
            if isinstance(name, nodes.Name):
                yield name.name


def list_set(tags: Iterable[Read]) -> Iterator[str]:
    """Every name that is given by ``set``, as often as it is."""
    for node in tags:
        if isinstance(node, nodes.Assign | nodes.AssignBlock):
            for name in (node.target, *node.target.find_all(nodes.Name)):
                if isinstance(name, nodes.Name):
                    yield name.name


def find_changed(given: Collection[str], names: Collection[str]) -> frozenset[str]:
    """The names that mean one thing first and another later.

    :param given: every name that is given by ``set``, as often as it is.
    :param names: what the document offers.
    """
    return frozenset(name for name, times in Counter(given).items() if times > 1 or name in names)


def list_attributes(tags: Iterable[Read]) -> Iterator[str]:
    """The names that namespaces are given by ``{% set ns.name = … %}``."""
    for node in tags:
        if isinstance(node, nodes.Assign | nodes.AssignBlock):
            for target in (node.target, *node.target.find_all(nodes.NSRef)):
                if isinstance(target, nodes.NSRef):
                    yield target.attr
