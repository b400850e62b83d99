"""Names with all that stands before them, as they are typed in a tag: ``report.title``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any

from jinja2 import nodes

from reportgen.choices import find_near
from reportgen.templating.tags.tag_syntax import read_tag
from reportgen.templating.tags.tags import Tag


def spell_path(node: nodes.Node) -> str:
    """The name that a node of the code stands for; empty where something is computed."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return ""
    holder = spell_path(node.node)
    if not holder:
        return ""
    if isinstance(node, nodes.Getattr):
        return join_path(holder, str(node.attr))
    if not isinstance(node.arg, nodes.Const):
        return f"{holder}[…]"
    key = node.arg.value
    return join_path(holder, key) if isinstance(key, str) else f"{holder}[{key}]"


def join_path(holder: str, name: str) -> str:
    """The whole name of a member.

    >>> join_path("row", "current"), join_path("figures.staffing", "1 급")
    ('row.current', "figures.staffing['1 급']")
    """
    if not holder:
        return name
    return f"{holder}.{name}" if name.isidentifier() else f"{holder}['{name}']"


def find_paths(tag: Tag, name: str) -> Iterator[str]:
    """The whole names in a tag that end in a name."""
    node, _fault = read_tag(tag)
    if node is None:
        return
    kinds = (nodes.Name, nodes.Getattr, nodes.Getitem)
    found = [node] if isinstance(node, kinds) else []
    for one in (*found, *node.find_all(kinds)):
        if _last(one) == name and (path := spell_path(one)):
            yield path


def _last(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        return str(node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return ""


def list_members(value: Any) -> list[str]:
    """The names that a template can print of a value."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    names: list[str] = []
    if is_dataclass(value):
        names += [field.name for field in fields(value)]
    for owner in type(value).__mro__:
        found = vars(owner).items()
        names += [key for key, one in found if isinstance(one, property | cached_property)]
    columns = getattr(value, "columns", None)
    if isinstance(columns, Mapping) and hasattr(value, "__getitem__"):
        names += list(columns)
    list_keys = getattr(type(value), "list_keys", None)
    if list_keys is not None:
        names += list_keys(value)
    return [name for name in dict.fromkeys(names) if not name.startswith("_")]


def find_meant(path: str, name: str, known: Collection[str]) -> tuple[str, ...]:
    """The whole names that were meant by one that ends in a name nothing has."""
    holder = path[: len(path) - len(name) - 1] if path.endswith(f".{name}") else ""
    if path.endswith(f"['{name}']"):
        holder = path[: -len(name) - 4]
    return tuple(join_path(holder, near) for near in find_near(name, known))
