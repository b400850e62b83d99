"""All that a template needs of a part that was compiled and looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import TYPE_CHECKING

from jinja2 import nodes

from reportgen.diagnostics import SourceRef
from reportgen.templating.checks.chosen_kinds import find_kinds
from reportgen.templating.code.balance import keeps_balance
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.inclusion.given_names import Call, list_calls

if TYPE_CHECKING:
    from reportgen.templating.compiler import PartCompiler

Members = Mapping[str, frozenset[str] | None]
"""By name, the members that the tags print; None where they may print any."""


@dataclass(frozen=True, slots=True)
class FinishedPart:
    """A part without mistakes.

    :ivar places: every paragraph that holds a brace, with its number.
    :ivar charts: those that a tag feeds.
    :ivar calls: those of ``subdoc``.
    :ivar names: every name in its tags, and every member of one.
    :ivar kinds: those of blocks between which it chooses; None where it may print any.
    :ivar is_balanced: whether its own blocks tear no element, whatever the data.
    """

    compiled: CompiledPart
    code: CodeType
    places: Mapping[SourceRef, int]
    charts: tuple[tuple[str, str], ...]
    calls: tuple[Call, ...]
    members: Members
    is_balanced: bool
    names: frozenset[str]
    kinds: frozenset[str] | None


def finish_part(
    compiler: PartCompiler, compiled: CompiledPart, tree: nodes.Template, code: CodeType
) -> FinishedPart:
    """The part, from what was made of it.

    :param tree: that of its source.
    """
    calls = tuple(list_calls(tree))
    charts = tuple(compiler.charts)
    return FinishedPart(
        compiled,
        code,
        compiler.places,
        charts,
        calls,
        _collect_members(tree),
        keeps_balance(tree),
        frozenset(_list_names(tree)),
        find_kinds(tree),
    )


def _list_names(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Name):
            yield node.name
        elif isinstance(node, nodes.Getattr):
            yield node.attr
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            yield str(node.arg.value)


def _collect_members(tree: nodes.Template) -> Members:
    uses: dict[str, int] = {}
    found: dict[str, set[str]] = {}
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Name):
            uses[node.name] = uses.get(node.name, 0) + 1
            continue
        owner, member = _split_member(node)
        if member is not None:
            uses[owner] = uses.get(owner, 0) - 1
            found.setdefault(owner, set()).add(member)
    return {name: None if uses[name] else frozenset(found[name]) for name in uses}


def _split_member(node: nodes.Node) -> tuple[str, str | None]:
    """The name and the member of ``name.member``; None for one that is computed."""
    if not isinstance(node, (nodes.Getattr, nodes.Getitem)) or not isinstance(
        node.node, nodes.Name
    ):
        return "", None
    if isinstance(node, nodes.Getattr):
        return node.node.name, node.attr
    value = node.arg.value if isinstance(node.arg, nodes.Const) else None
    return node.node.name, value if isinstance(value, str) else None
