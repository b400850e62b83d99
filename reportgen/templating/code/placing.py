"""Template code that knows what each tag takes the place of, and what macros give.

Of a macro's result, or of what a ``{% set %}`` block holds, it has to be known whether it is
text, paragraphs, rows or cells, and of each value that is printed, where it is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from reportgen.i18n import translate as _
from reportgen.templating.code.pieces import LEVEL_MARKS
from reportgen.templating.tags.tags import Level, Tag

CAPTURE, PRINT = "capture a block", "print in a place"
"""The filters that the code calls, which no author can name."""

OWN_BLOCKS = ("_k", "_m")
"""How the names of the blocks begin that the engine makes itself."""

_MARKS = {level: mark for mark, level in LEVEL_MARKS.items()}


def place_values(tree: nodes.Template, find_tag: Callable[[int], Tag | None]) -> nodes.Template:
    """The tree, changed in place.

    :param find_tag: the tag that stands on a line of the template's source.
    """
    _Placer(find_tag).visit(tree)
    return tree


class BlockNameError(TemplateSyntaxError):
    """A ``{% set %}`` block has several names."""

    @property
    def hint(self) -> str:
        """What to do."""
        return _("write {% set name %} … {% endset %}, once for each name")


class _Placer(NodeTransformer):
    def __init__(self, find_tag: Callable[[int], Tag | None]) -> None:
        self._find_tag = find_tag
        self._loops: list[Level] = []
        self._calls = 0

    def _level(self, node: nodes.Node) -> Level:
        tag = self._find_tag(node.lineno)
        return tag.level if tag else Level.TEXT

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802
        """What is no text is printed by its level; a brace of the document is only text."""
        self.generic_visit(node)
        for at, value in enumerate(node.nodes):
            level = self._level(value)
            is_brace = isinstance(value, nodes.Const) and value.value == "{"
            if level is not Level.TEXT and not is_brace and not _is_data(value):
                node.nodes[at] = _filter(PRINT, value, level)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802
        """A macro prints first what its result will be."""
        level = self._level(node)
        self.generic_visit(node)
        self._mark(node, level)
        return node

    def _mark(self, node: nodes.Macro, level: Level) -> None:
        mark = nodes.TemplateData(_MARKS[_held(level)], lineno=node.lineno)
        node.body.insert(0, nodes.Output([mark], lineno=node.lineno))
        node.body[0].set_environment(node.environment)  # type: ignore[arg-type]

    def visit_CallBlock(self, node: nodes.CallBlock) -> list[nodes.Node]:  # noqa: N802
        """A macro of what stands in the block, and the call, printed as any other value."""
        level = self._level(node)
        self.generic_visit(node)
        name, line = f"_call{self._calls}", node.lineno
        self._calls += 1
        macro = nodes.Macro(name, node.args, node.defaults, node.body, lineno=line)
        caller = nodes.Keyword("caller", nodes.Name(name, "load", lineno=line), lineno=line)
        node.call.kwargs = [*node.call.kwargs, caller]
        value = node.call if level is Level.TEXT else _filter(PRINT, node.call, level)
        output = nodes.Output([value], lineno=line)
        for made in (macro, output):
            made.set_environment(node.environment)  # type: ignore[arg-type]
        self._mark(macro, level)
        return [macro, output]

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> Any:  # noqa: N802
        """The block as before, and a value of its level from what it holds."""
        level = self._level(node)
        self.generic_visit(node)
        target = node.target
        if isinstance(target, nodes.Name) and target.name.startswith(OWN_BLOCKS):
            return node
        held = _read(target)
        value: nodes.Expr = _filter(CAPTURE, held, _held(level))
        if node.filter is not None:
            value = _put_innermost(node.filter, value)
            node.filter = None
        assign = nodes.Assign(target, value, lineno=node.lineno)
        assign.set_environment(node.environment)  # type: ignore[arg-type]
        return [node, assign]

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        """Within it, ``loop(…)`` gives what the loop's tag takes the place of."""
        self._loops.append(_held(self._level(node)))
        self.generic_visit(node)
        self._loops.pop()
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802
        """The call of a loop from within."""
        self.generic_visit(node)
        if self._loops and isinstance(node.node, nodes.Name) and node.node.name == "loop":
            return _filter(CAPTURE, node, self._loops[-1])
        return node


def _held(level: Level) -> Level:
    """What a block of that level holds: the code of a field is text."""
    return Level.TEXT if level is Level.FIELD else level


def _is_data(node: nodes.Node) -> bool:
    return isinstance(node, nodes.TemplateData)


def _read(target: nodes.Expr) -> nodes.Expr:
    """The value that was assigned just now."""
    if isinstance(target, nodes.Name):
        return nodes.Name(target.name, "load", lineno=target.lineno)
    if isinstance(target, nodes.NSRef):
        holder = nodes.Name(target.name, "load", lineno=target.lineno)
        return nodes.Getattr(holder, target.attr, "load", lineno=target.lineno)
    raise BlockNameError(_("a block can be given one name only"), target.lineno)


def _put_innermost(chain: nodes.Filter, value: nodes.Expr) -> nodes.Filter:
    """The filters of ``{% set x | upper %}``, beginning with the value."""
    at = chain
    while isinstance(at.node, nodes.Filter):
        at = at.node
    at.node = value
    return chain


def _filter(name: str, value: nodes.Expr, level: Level) -> nodes.Filter:
    line = value.lineno
    option = nodes.Const(level.value, lineno=line)
    made = nodes.Filter(value, name, [option], [], None, None, lineno=line)
    made.set_environment(value.environment)  # type: ignore[arg-type]
    return made
