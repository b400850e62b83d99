"""The tags of a part one after another: what each begins, and the names that it defines."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes

from reportgen.templating.checks.conditions import NO_CONDITION
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.failures import (
    explain_items,
    explain_unequal,
    explain_unused_block,
)
from reportgen.templating.checks.inference import Inference
from reportgen.templating.checks.scopes import Scopes
from reportgen.templating.checks.shapes import (
    TEXT,
    UNKNOWN,
    Kind,
    Shape,
    join_each,
    make_loop,
)


class Blocks:
    """Enters the blocks of a part.

    :param inference: finds out what the expressions in a tag are.
    """

    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self._scopes = scopes
        self._inference = inference
        self._gathered = inference.surroundings.gathered

    def visit(self, keyword: str, node: nodes.Node, at: int) -> None:
        """Look at one tag, and begin the block that it opens.

        :param at: its number, by which a loop is known.
        """
        if isinstance(node, nodes.For):
            self._enter_loop(node, at)
        elif keyword in ("elif", "else"):
            self._turn(node)
        elif (visit := _BLOCKS.get(type(node))) is not None:
            visit(self, node)
        elif isinstance(node, nodes.Output):
            for printed in node.nodes:
                self._inference.infer(printed)

    def _enter_loop(self, node: nodes.For, at: int) -> None:
        value = self._inference.infer(node.iter)
        item = self._find_item(value)
        if node.recursive:
            item = join_each((item, *self._gathered.list_kept(at)))
        self._scopes.enter("for", {}, key=at if node.recursive else None)
        self._give(node.target, item)
        self._scopes.give("loop", make_loop(item))
        if node.test is not None:
            self._inference.infer(node.test)
            condition = self._inference.read_condition(node.test)
            self._scopes.ask(condition.if_true)

    def _find_item(self, value: Shape) -> Shape:
        """What a loop goes through."""
        if value.is_mapping:
            return TEXT
        return (value.item or UNKNOWN) if value.kind is Kind.LIST else UNKNOWN

    def _turn(self, node: nodes.Node) -> None:
        test = node.elif_[0].test if isinstance(node, nodes.If) and node.elif_ else None
        self._scopes.turn()
        if test is not None:
            self._inference.infer(test)
            self._scopes.narrow(self._inference.read_condition(test))

    def _enter_condition(self, node: nodes.If) -> None:
        self._inference.infer(node.test)
        self._scopes.branch(self._inference.read_condition(node.test))

    def _enter_macro(self, node: nodes.Macro) -> None:
        parameters = [str(argument.name) for argument in node.args]
        names = {name: self._gathered.find((node.name, name)) for name in parameters}
        self._scopes.enter("macro", names, is_open=True, key=node.name)
        prototype = self._inference.surroundings.prototypes.get(node.name)
        behind = parameters[len(parameters) - len(node.defaults) :]
        for name, default in zip(behind, node.defaults, strict=True):
            shape = self._inference.infer(default)
            if prototype is not None:
                prototype.defaults[name] = shape

    def _enter_call(self, node: nodes.CallBlock) -> None:
        self._inference.infer(node.call)
        called = node.call.node.name if isinstance(node.call.node, nodes.Name) else ""
        prototype = None
        if self._scopes.find(called) is None:
            prototype = self._inference.surroundings.prototypes.get(called)
        names = {
            str(one.name): self._gathered.find((called, "caller", at)) if prototype else UNKNOWN
            for at, one in enumerate(node.args)
        }
        if prototype is not None and not prototype.takes_block:
            self._inference.faults.append(explain_unused_block(called))
        self._scopes.enter("call", names, is_open=True)

    def _enter_with(self, node: nodes.With) -> None:
        values = [self._inference.infer_loosely(value) for value in node.values]
        self._scopes.enter("with", {})
        for target, value in zip(node.targets, values, strict=True):
            self._give(target, value)

    def _assign(self, node: nodes.Assign) -> None:
        value = self._inference.infer_loosely(node.node)
        self._give(node.target, value, explain_unequal)
        if isinstance(node.target, nodes.Name):
            condition = self._inference.read_condition(node.node)
            if condition is not NO_CONDITION:
                self._scopes.remember(node.target.name, condition)

    def _assign_block(self, node: nodes.AssignBlock) -> None:
        self._give(node.target, TEXT)

    def _give(
        self,
        target: nodes.Node,
        value: Shape,
        explain: Callable[[], Explanation] = explain_items,
    ) -> None:
        """Let the names of a target mean a value from here on.

        :param explain: that a value has more or fewer parts than there are names.
        """
        if isinstance(target, nodes.Name):
            self._scopes.give(target.name, value)
        elif isinstance(target, nodes.NSRef):
            self._inference.infer(nodes.Name(target.name, "load"))
            self._gathered.give(("namespace", target.attr), value)
        elif isinstance(target, nodes.Tuple):
            self._give_parts(target.items, value, explain)

    def _give_parts(
        self, targets: list[nodes.Expr], value: Shape, explain: Callable[[], Explanation]
    ) -> None:
        """Values that are taken apart, each with a name of its own."""
        if value.parts and len(value.parts) != len(targets):
            self._inference.faults.append(explain())
        elif value.parts:
            for target, part in zip(targets, value.parts, strict=True):
                self._give(target, part)
            return
        item = (value.item or UNKNOWN) if value.kind is Kind.LIST else UNKNOWN
        for target in targets:
            self._give(target, UNKNOWN if value.parts else item)


_BLOCKS: dict[type[nodes.Node], Callable[..., None]] = {
    nodes.If: Blocks._enter_condition,
    nodes.Macro: Blocks._enter_macro,
    nodes.CallBlock: Blocks._enter_call,
    nodes.With: Blocks._enter_with,
    nodes.Assign: Blocks._assign,
    nodes.AssignBlock: Blocks._assign_block,
}
"""How each tag begins what it opens."""
