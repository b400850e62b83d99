"""What calls make: of prototypes, functions, methods, and of loops that go deeper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from reportgen.templating.checks.failures import (
    explain_flat_loop,
    explain_many_arguments,
    explain_unknown_argument,
)
from reportgen.templating.checks.gathered import Prototype
from reportgen.templating.checks.given_functions import check_chart, check_function
from reportgen.templating.checks.shapes import (
    NUMBER,
    TEXT,
    UNKNOWN,
    Kind,
    Shape,
    join_shapes,
    make_list,
    make_literal,
    make_object,
    make_series,
)
from reportgen.templating.tags.tag_syntax import CHART

if TYPE_CHECKING:
    from reportgen.templating.checks.inference import Inference

_CYCLER = make_object((("next", UNKNOWN), ("reset", UNKNOWN), ("current", UNKNOWN)))


class Calls:
    """The calls in the tags of one part.

    :param inference: what finds out what they are given.
    """

    def __init__(self, inference: Inference) -> None:
        self._inference = inference
        self._scopes = inference.scopes
        self._prototypes = inference.surroundings.prototypes
        self._gathered = inference.surroundings.gathered

    def infer(self, node: nodes.Call) -> Shape:
        """What the call makes; what it is given is looked at."""
        look = self._inference.infer_loosely
        given = [look(value) for value in node.args]
        named = {str(pair.key): look(pair.value) for pair in node.kwargs}
        look(node.dyn_args)
        look(node.dyn_kwargs)
        if isinstance(node.node, nodes.Name):
            return self._call_name(node, node.node.name, given, named)
        if isinstance(node.node, nodes.Getattr):
            return self._call_method(node.node, given)
        self._inference.infer(node.node)
        return UNKNOWN

    def pass_on_loop(self) -> None:
        """A loop that is given away may be called with anything."""
        if (loop := self._scopes.find_block("for")) is not None:
            self._gathered.give(loop.key, UNKNOWN)

    def _call_name(
        self, node: nodes.Call, name: str, given: list[Shape], named: dict[str, Shape]
    ) -> Shape:
        found = self._scopes.find(name)
        if name == "loop" and found is not None:
            return self._call_loop(name, given)
        if name == "caller" and found is None:
            self._call_back(given)
        if found is not None and found.kind is Kind.FUNCTION:
            self._inference.faults += check_function(found.noun, node)
            return UNKNOWN
        if name == CHART:
            self._inference.faults += check_chart(node, given)
            return UNKNOWN
        if found is None and name in self._prototypes:
            self._call_prototype(node, self._prototypes[name], given, named)
            return UNKNOWN
        self._inference.infer(node.node)
        return UNKNOWN if found is not None else self._make(name, given, named)

    def _make(self, name: str, given: list[Shape], named: dict[str, Shape]) -> Shape:
        """What Jinja's own functions make."""
        if name == "range":
            return make_list(NUMBER)
        if name == "cycler":
            return _CYCLER
        if name == "namespace":
            return self._make_namespace(given, named)
        return make_literal(tuple(named.items())) if name == "dict" and not given else UNKNOWN

    def _make_namespace(self, given: list[Shape], named: dict[str, Shape]) -> Shape:
        """What was given when it was made, and in any ``{% set ns.name = … %}``."""
        for shape in given:
            if not shape.is_mapping or shape.rest is not None:
                return UNKNOWN
            named = {**shape.list_members(), **named}
        for name, shape in named.items():
            self._gathered.give(("namespace", name), shape)
        names = dict.fromkeys((*named, *self._inference.surroundings.attributes))
        return make_object(
            tuple((name, self._gathered.find(("namespace", name))) for name in names)
        )

    def _call_loop(self, name: str, given: list[Shape]) -> Shape:
        """Go deeper into a recursive loop."""
        loop = self._scopes.find_block("for")
        if loop is None or loop.key is None:
            self._inference.faults.append(explain_flat_loop())
            return UNKNOWN
        items = given[0] if given else UNKNOWN
        if items.kind is not Kind.NOTHING:
            item = items.item if items.kind is Kind.LIST else UNKNOWN
            self._gathered.give(loop.key, item or UNKNOWN)
        return UNKNOWN

    def _call_back(self, given: list[Shape]) -> None:
        """Print what stands in ``{% call %}``."""
        block = self._scopes.find_block("macro", "call")
        if block is not None and block.keyword == "macro":
            for at, shape in enumerate(given):
                self._gathered.give((block.key, "caller", at), shape)

    def _call_method(self, method: nodes.Getattr, given: list[Shape]) -> Shape:
        name = str(method.attr)
        holder = self._inference.infer(method.node)
        self._inference.find_member(holder, name, method)
        if holder.is_mapping and name in ("items", "values", "keys"):
            return list_pairs(holder, name)
        if holder.kind is Kind.TEXT and name in ("split", "rsplit", "splitlines"):
            return make_list(TEXT)
        return UNKNOWN

    def _call_prototype(
        self,
        node: nodes.Call,
        called: Prototype,
        given: list[Shape],
        named: dict[str, Shape],
    ) -> None:
        assert isinstance(node.node, nodes.Name)
        name, count = node.node.name, len(called.arguments)
        if len(given) > count and not called.takes_more:
            self._inference.faults.append(explain_many_arguments(name, count))
        if not called.takes_named:
            unknown = [key for key in named if key not in (*called.arguments, "caller")]
            self._inference.faults += [
                explain_unknown_argument(name, key, called.arguments) for key in unknown
            ]
        values = {**dict(zip(called.arguments, given, strict=False)), **named}
        dynamic = node.dyn_args is not None or node.dyn_kwargs is not None
        for argument in called.arguments:
            if argument in values or dynamic:
                self._gathered.give((name, argument), values.get(argument, UNKNOWN))
            elif argument in called.defaults:
                self._gathered.give((name, argument), called.defaults[argument])


def list_pairs(holder: Shape, name: str = "items") -> Shape:
    """What ``items()``, ``values()`` or ``keys()`` of named values makes."""
    if name == "keys":
        return make_list(TEXT)
    rest = (holder.rest,) if holder.rest else ()
    value = join_shapes((*holder.list_members().values(), *rest))
    return make_list(value if name == "values" else make_series((TEXT, value)))
