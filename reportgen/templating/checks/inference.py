"""What an expression is, from what the names in it are; names that nothing has are noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.failures import explain_many_arguments, explain_unknown_argument
from reportgen.templating.checks.paths import spell_path
from reportgen.templating.checks.scopes import Scopes
from reportgen.templating.checks.shape_filters import ATTRIBUTES, find_result
from reportgen.templating.checks.shapes import (
    NUMBER,
    TEXT,
    TRUTH,
    UNKNOWN,
    Kind,
    Shape,
    join_shapes,
    make_group,
    make_list,
)

GLOBALS = frozenset(("range", "dict", "cycler", "joiner", "namespace", "true", "false", "none"))
_GUARDS = ("defined", "undefined")


@dataclass(slots=True)
class Prototype:
    """A macro, and what it is called with."""

    arguments: tuple[str, ...]
    takes_any: bool = False
    given: dict[str, list[Shape]] = field(default_factory=dict)

    def shape(self, name: str) -> Shape:
        """What a parameter is in all calls."""
        return join_shapes(self.given.get(name, ()))


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that nothing has.

    :ivar path: the whole name.
    :ivar known: the names that what stands before it has.
    """

    path: str
    name: str
    known: tuple[str, ...]


class Inference:
    """Finds out what expressions are at one place after another."""

    def __init__(
        self,
        scopes: Scopes,
        prototypes: dict[str, Prototype],
        filters: frozenset[str],
        guarded: frozenset[str],
        elsewhere: frozenset[str],
    ) -> None:
        self.unknown: list[Unknown] = []
        self.faults: list[Explanation] = []
        self._scopes = scopes
        self._prototypes = prototypes
        self._filters = filters
        self._guarded = guarded
        self._elsewhere = elsewhere

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

    def _infer_name(self, node: nodes.Name) -> Shape:
        found = self._scopes.find(node.name)
        if found is not None:
            return found
        if node.name in GLOBALS or node.name in self._prototypes or node.name in self._guarded:
            return UNKNOWN
        if self._scopes.is_open and (
            node.name in self._elsewhere or node.name in ("caller", "varargs", "kwargs")
        ):
            return UNKNOWN
        self.unknown.append(Unknown(node.name, node.name, tuple(self._scopes)))
        return UNKNOWN

    def _infer_member(self, node: nodes.Getattr | nodes.Getitem) -> Shape:
        holder = self.infer(node.node)
        if isinstance(node, nodes.Getattr):
            return self._find(holder, str(node.attr), spell_path(node))
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._find(holder, node.arg.value, spell_path(node))
        self.infer(node.arg)
        if holder.kind is not Kind.LIST:
            return holder if isinstance(node.arg, nodes.Slice) else UNKNOWN
        return holder if isinstance(node.arg, nodes.Slice) else holder.item or UNKNOWN

    def _find(self, holder: Shape, name: str, path: str) -> Shape:
        found = holder.find(name)
        if found is not None:
            return found
        if path not in self._guarded:
            known = tuple(holder.list_members())
            self.unknown.append(Unknown(path or name, name, known))
        return UNKNOWN

    def _infer_filter(self, node: nodes.Filter) -> Shape:
        value = self.infer(node.node)
        for option in (*node.args, *(pair.value for pair in node.kwargs)):
            self.infer(option)
        if node.name in ("default", "d"):
            return join_shapes((value, *(self.infer(one) for one in node.args[:1])))
        if node.name in ATTRIBUTES and value.kind is Kind.LIST:
            return self._infer_attribute(node, value)
        return find_result(node.name, value, self._filters)

    def _infer_attribute(self, node: nodes.Filter, value: Shape) -> Shape:
        """A filter that may be given the name of a value in each item."""
        named = [pair.value for pair in node.kwargs if str(pair.key) == "attribute"]
        if node.name in ("groupby", "selectattr", "rejectattr"):
            named = named or list(node.args[:1])
        name = named[0].value if named and isinstance(named[0], nodes.Const) else None
        item = value.item or UNKNOWN
        if isinstance(name, str):
            for part in name.split(","):
                found = item
                for step in part.split("."):
                    found = UNKNOWN if step.isdigit() else self._find(found, step, "")
        if node.name == "map":
            return make_list(found) if isinstance(name, str) else make_list()
        return find_result(node.name, value, self._filters)

    def _infer_test(self, node: nodes.Test) -> Shape:
        if node.name not in _GUARDS or not spell_path(node.node):
            self.infer(node.node)
        for option in node.args:
            self.infer(option)
        return TRUTH

    def _infer_call(self, node: nodes.Call) -> Shape:
        given = [self.infer(value) for value in node.args]
        named = {str(pair.key): self.infer(pair.value) for pair in node.kwargs}
        self.infer(node.dyn_args)
        self.infer(node.dyn_kwargs)
        if isinstance(node.node, nodes.Name) and self._scopes.find(node.node.name) is None:
            if node.node.name in self._prototypes:
                self._call(node, self._prototypes[node.node.name], given, named)
                return UNKNOWN
            if node.node.name == "range":
                return make_list(NUMBER)
        self.infer(node.node)
        return UNKNOWN

    def _call(
        self,
        node: nodes.Call,
        called: Prototype,
        given: Sequence[Shape],
        named: dict[str, Shape],
    ) -> None:
        assert isinstance(node.node, nodes.Name)
        name, count = node.node.name, len(called.arguments)
        if len(given) > count and not called.takes_any:
            self.faults.append(explain_many_arguments(name, count))
        for key in named:
            if key not in called.arguments and key != "caller" and not called.takes_any:
                self.faults.append(explain_unknown_argument(name, key))
        values = {**dict(zip(called.arguments, given, strict=False)), **named}
        dynamic = node.dyn_args is not None or node.dyn_kwargs is not None
        for argument in called.arguments:
            if argument in values or dynamic:
                called.given.setdefault(argument, []).append(values.get(argument, UNKNOWN))

    def _infer_choice(self, node: nodes.Expr) -> Shape:
        found = [self.infer(child) for child in node.iter_child_nodes()]
        return join_shapes(found[1:] if isinstance(node, nodes.CondExpr) else found)

    def _infer_list(self, node: nodes.List | nodes.Tuple) -> Shape:
        return make_list(join_shapes([self.infer(item) for item in node.items]))

    def _infer_group(self, node: nodes.Dict) -> Shape:
        members: dict[str, Shape] = {}
        for pair in node.items:
            value = self.infer(pair.value)
            if isinstance(pair.key, nodes.Const):
                members[str(pair.key.value)] = value
            else:
                return UNKNOWN
        return make_group(members)

    def _infer_sum(self, node: nodes.BinExpr) -> Shape:
        left, right = self.infer(node.left), self.infer(node.right)
        both = {left.kind, right.kind}
        return NUMBER if both == {Kind.NUMBER} else UNKNOWN

    def _infer_all(self, node: nodes.Node, result: Shape) -> Shape:
        for child in node.iter_child_nodes():
            self.infer(child)
        return result


def _infer_const(_inference: Inference, node: nodes.Const) -> Shape:
    if isinstance(node.value, bool):
        return TRUTH
    if isinstance(node.value, str):
        return TEXT
    return UNKNOWN if node.value is None else NUMBER


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
    nodes.And: Inference._infer_choice,  # type: ignore[dict-item]
    nodes.Or: Inference._infer_choice,  # type: ignore[dict-item]
    nodes.List: Inference._infer_list,  # type: ignore[dict-item]
    nodes.Tuple: Inference._infer_list,  # type: ignore[dict-item]
    nodes.Dict: Inference._infer_group,  # type: ignore[dict-item]
    nodes.Not: _give(TRUTH),
    nodes.Compare: _give(TRUTH),
    nodes.Concat: _give(TEXT),
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul), Inference._infer_sum),  # type: ignore[arg-type]
}
"""How each kind of expression is understood; of others only the names in them are looked at."""


def list_guarded(node: nodes.Node) -> Iterator[str]:
    """The names of which a tag asks whether there is one."""
    for test in node.find_all(nodes.Test):
        if test.name in _GUARDS:
            yield spell_path(test.node)
    for used in node.find_all(nodes.Filter):
        if used.name in ("default", "d") and used.node is not None:
            yield spell_path(used.node)
