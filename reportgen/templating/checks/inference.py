"""What an expression is, from what the names in it are; names that nothing has are noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from jinja2 import nodes

from reportgen.templating.checks.calls import Calls
from reportgen.templating.checks.conditions import (
    ASKING,
    FALLING_BACK,
    Condition,
    read_condition,
    spell_asked,
)
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.gathered import Gathered, Prototype
from reportgen.templating.checks.item_filters import ITEM_FILTERS, find_items
from reportgen.templating.checks.paths import spell_path
from reportgen.templating.checks.scopes import Scopes
from reportgen.templating.checks.shape_filters import find_result
from reportgen.templating.checks.shapes import (
    NOTHING,
    NUMBER,
    TEXT,
    TRUTH,
    UNKNOWN,
    Kind,
    Shape,
    join_shapes,
    loosen,
    make_list,
    make_literal,
    make_series,
    widen,
)

_STEP = re.compile(r"\w+")
GLOBALS = ("range", "dict", "cycler", "joiner", "namespace")
_IN_PROTOTYPES = ("caller", "varargs", "kwargs")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that nothing has.

    :ivar path: the whole name.
    :ivar known: the names that what stands before it has.
    """

    path: str
    name: str
    known: tuple[str, ...]


class Surroundings(NamedTuple):
    """What the tags of a part have in common.

    :ivar prototypes: the macros, by name.
    :ivar gathered: what is given in one place and used in another.
    :ivar filters: the program's own filters, which make texts.
    :ivar bound: the names that the part defines anywhere.
    :ivar changed: those of them that mean one thing first and another later.
    :ivar attributes: the names that a namespace is given anywhere.
    """

    prototypes: Mapping[str, Prototype]
    gathered: Gathered
    filters: frozenset[str]
    bound: frozenset[str]
    changed: frozenset[str]
    attributes: tuple[str, ...]


class Inference:
    """Finds out what expressions are at one place after another."""

    def __init__(self, scopes: Scopes, surroundings: Surroundings) -> None:
        self.unknown: list[Unknown] = []
        self.faults: list[Explanation] = []
        self.scopes = scopes
        self.surroundings = surroundings
        self._calls = Calls(self)
        self._assumed: list[frozenset[str]] = []
        self._unsure = 0

    def infer(self, node: nodes.Node | None) -> Shape:
        """What the expression is; every name in it is looked at."""
        if node is None:
            return UNKNOWN
        special = _RULES.get(type(node))
        if special is not None:
            return special(self, node)
        for child in node.iter_child_nodes():
            self.infer(child)
        return UNKNOWN

    def read_condition(self, node: nodes.Node | None) -> Condition:
        """Of which names the expression asks whether there is something."""
        return read_condition(node, self.scopes.find_condition)

    def infer_asked(self, node: nodes.Node | None) -> Shape:
        """What the expression is where a name may be one that nothing has."""
        if isinstance(node, nodes.Name):
            return (
                UNKNOWN if self._is_changed(node.name) else self.scopes.find(node.name) or UNKNOWN
            )
        if isinstance(node, nodes.Getattr):
            return self.infer_asked(node.node).find(str(node.attr)) or UNKNOWN
        if isinstance(node, nodes.Getitem):
            holder = self.infer_asked(node.node)
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return holder.find(node.arg.value) or UNKNOWN
            self.infer(node.arg)
            return _pick(holder, node.arg)
        return self.infer(node)

    def find_member(self, holder: Shape, name: str, named: nodes.Node | str) -> Shape:
        """What has that name; noted where nothing can have it.

        :param named: the expression that names it, or the whole name.
        """
        found = holder.find(name)
        if found is not None and not (holder.each and holder.lacks(name)):
            return found
        if not isinstance(named, str) and self._is_asked(spell_asked(named)):
            return found or UNKNOWN
        lacking = next((one for one in holder.each if one.find(name) is None), holder)
        path = named if isinstance(named, str) else spell_path(named) or name
        self.unknown.append(Unknown(path, name, tuple(lacking.list_members())))
        return found or NOTHING

    def _is_asked(self, path: str) -> bool:
        return any(path in asked for asked in self._assumed) or self.scopes.is_asked(path)

    def _infer_name(self, node: nodes.Name) -> Shape:
        if node.name == "loop":
            self._calls.pass_on_loop()
        found = self.scopes.find(node.name)
        if found is not None:
            if self._is_changed(node.name):
                return UNKNOWN
            return self._widen(node.name, loosen(found) if self._unsure else found)
        if node.name in GLOBALS or node.name in self.surroundings.prototypes:
            return UNKNOWN
        if self.scopes.is_open and (
            node.name in self.surroundings.bound or node.name in _IN_PROTOTYPES
        ):
            return UNKNOWN
        if not self._is_asked(node.name):
            known = (*self.scopes, *self.surroundings.prototypes, *GLOBALS)
            self.unknown.append(Unknown(node.name, node.name, known))
            return NOTHING
        return UNKNOWN

    def _is_changed(self, name: str) -> bool:
        """Whether a name may mean something else when the prototype is printed."""
        return name in self.surroundings.changed and self.scopes.is_outside(name)

    def _widen(self, name: str, shape: Shape) -> Shape:
        """The value with the names of which is known here that it has them."""
        asked = self.scopes.list_asked(name)
        for path in chain(*self._assumed, asked) if asked or self._assumed else ():
            if path.startswith(f"{name}.") and (step := _STEP.match(path, len(name) + 1)):
                shape = widen(shape, step[0])
        return shape

    def _infer_member(self, node: nodes.Getattr | nodes.Getitem) -> Shape:
        is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
        looped = self.scopes.find("loop") if is_loop else None
        holder = looped or self.infer(node.node)
        if isinstance(node, nodes.Getattr):
            return self.find_member(holder, str(node.attr), node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.find_member(holder, node.arg.value, node)
        self.infer(node.arg)
        return _pick(holder, node.arg)

    def _infer_filter(self, node: nodes.Filter) -> Shape:
        falls_back = node.name in FALLING_BACK
        value = self.infer_asked(node.node) if falls_back else self._infer_filtered(node)
        options = [self.infer_loosely(option) for option in node.args]
        named = {str(pair.key): self.infer_loosely(pair.value) for pair in node.kwargs}
        self.infer(node.dyn_args)
        self.infer(node.dyn_kwargs)
        if falls_back:
            other = options[0] if options else named.get("default_value", TEXT)
            return join_shapes((value, other))
        if node.name == "attr" and node.args and isinstance(node.args[0], nodes.Const):
            return self.find_member(value, str(node.args[0].value), node)
        if node.name in ITEM_FILTERS:
            return find_items(node, value, self.surroundings.filters, self.find_member)
        return find_result(node.name, value, self.surroundings.filters)

    def _infer_filtered(self, node: nodes.Filter) -> Shape:
        """What a filter is given; of a list also what it asks of each item."""
        asked = node.args[0] if node.args and node.name in ("select", "reject") else None
        is_asked = isinstance(asked, nodes.Const) and asked.value in ASKING
        if is_asked and isinstance(node.node, nodes.List | nodes.Tuple):
            return make_series(tuple(self.infer_asked(item) for item in node.node.items))
        return self.infer(node.node)

    def _infer_test(self, node: nodes.Test) -> Shape:
        if node.name in ASKING:
            self.infer_asked(node.node)
        else:
            self.infer_loosely(node.node)
        for option in (*node.args, *(pair.value for pair in node.kwargs)):
            self.infer(option)
        return TRUTH

    def _infer_call(self, node: nodes.Call) -> Shape:
        return self._calls.infer(node)

    def _infer_choice(self, node: nodes.CondExpr) -> Shape:
        self.infer(node.test)
        condition = self.read_condition(node.test)
        chosen = self._infer_where(node.expr1, condition.if_true)
        if node.expr2 is None:
            return chosen
        return join_shapes((chosen, self._infer_where(node.expr2, condition.if_false)))

    def _infer_and(self, node: nodes.And) -> Shape:
        left = self.infer(node.left)
        condition = self.read_condition(node.left)
        return join_shapes((left, self._infer_where(node.right, condition.if_true)))

    def _infer_or(self, node: nodes.Or) -> Shape:
        left = self.infer(node.left)
        condition = self.read_condition(node.left)
        return join_shapes((left, self._infer_where(node.right, condition.if_false)))

    def infer_loosely(self, node: nodes.Node | None) -> Shape:
        """What the expression is where nobody may look at its value."""
        return self._infer_where(node, frozenset())

    def _infer_where(self, node: nodes.Node | None, asked: frozenset[str]) -> Shape:
        """What the expression is, which is computed in one case only."""
        self._assumed.append(asked)
        self._unsure += 1
        shape = self.infer(node)
        self._unsure -= 1
        self._assumed.pop()
        return shape

    def _infer_list(self, node: nodes.List | nodes.Tuple) -> Shape:
        return make_series(tuple(self.infer_loosely(item) for item in node.items))

    def _infer_group(self, node: nodes.Dict) -> Shape:
        members = [(pair.key, self.infer_loosely(pair.value)) for pair in node.items]
        names = [(str(key.value), value) for key, value in members if isinstance(key, nodes.Const)]
        for key, _value in members:
            self.infer(key)
        return make_literal(tuple(names)) if len(names) == len(members) else UNKNOWN

    def _infer_sum(self, node: nodes.BinExpr) -> Shape:
        left, right = self.infer(node.left), self.infer(node.right)
        if left.kind is right.kind is Kind.LIST:
            return make_list(join_shapes((left.item or UNKNOWN, right.item or UNKNOWN)))
        return NUMBER if left.kind is right.kind is Kind.NUMBER else UNKNOWN

    def _infer_all(self, node: nodes.Node, result: Shape) -> Shape:
        for child in node.iter_child_nodes():
            self.infer(child)
        return result


def _pick(holder: Shape, key: nodes.Node) -> Shape:
    """What stands in a list or a group where no name says it."""
    if isinstance(key, nodes.Slice):
        return make_list(holder.item) if holder.parts and holder.item else holder
    if holder.parts and isinstance(key, nodes.Const) and isinstance(key.value, int):
        inside = -len(holder.parts) <= key.value < len(holder.parts)
        return holder.parts[key.value] if inside else UNKNOWN
    if holder.kind is Kind.LIST:
        return holder.item or UNKNOWN
    if holder.is_mapping:
        rest = (holder.rest,) if holder.rest else ()
        return join_shapes((*holder.list_members().values(), *rest))
    return UNKNOWN


def _infer_const(_inference: Inference, node: nodes.Const) -> Shape:
    if isinstance(node.value, bool):
        return TRUTH
    if isinstance(node.value, str):
        return TEXT
    return NOTHING if node.value is None else NUMBER


def _give(result: Shape) -> Callable[[Inference, nodes.Node], Shape]:
    return lambda inference, node: inference._infer_all(node, result)


_RULES: dict[type[nodes.Node], Callable[[Inference, nodes.Node], Shape]] = {
    nodes.Name: Inference._infer_name,  # type: ignore[dict-item]
    nodes.TemplateData: lambda _inference, _node: TEXT,
    nodes.Const: _infer_const,  # type: ignore[dict-item]
    nodes.Getattr: Inference._infer_member,  # type: ignore[dict-item]
    nodes.Getitem: Inference._infer_member,  # type: ignore[dict-item]
    nodes.Filter: Inference._infer_filter,  # type: ignore[dict-item]
    nodes.Test: Inference._infer_test,  # type: ignore[dict-item]
    nodes.Call: Inference._infer_call,  # type: ignore[dict-item]
    nodes.CondExpr: Inference._infer_choice,  # type: ignore[dict-item]
    nodes.And: Inference._infer_and,  # type: ignore[dict-item]
    nodes.Or: Inference._infer_or,  # type: ignore[dict-item]
    nodes.List: Inference._infer_list,  # type: ignore[dict-item]
    nodes.Tuple: Inference._infer_list,  # type: ignore[dict-item]
    nodes.Dict: Inference._infer_group,  # type: ignore[dict-item]
    nodes.Not: _give(TRUTH),
    nodes.Compare: _give(TRUTH),
    nodes.Concat: _give(TEXT),
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul), Inference._infer_sum),  # type: ignore[arg-type]
}
"""How each kind of expression is understood; of others only the names in them are looked at."""
