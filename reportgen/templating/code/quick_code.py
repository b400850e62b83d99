"""Jinja's code generator; values are finished in one call, and members of a value together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

FINISH, MEMBERS = "environment.finish_value", "environment.members.print"
"""What turns a value into text that may stand in the document, and what prints several."""


class QuickCode(CodeGenerator):
    """Writes the same code, but for values that are printed where all values are escaped.

    There Jinja has each value finished, then escaped, then marked as escaped text. Once a value
    is finished it is escaped already, and what prints it only joins it to other text.
    """

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Values and fixed texts; what several members of one value are takes one call."""
        if frame.require_output_check or not _always_escapes(frame):
            super().visit_Output(node, frame)
            return
        for holder, run in _split_runs(node.nodes):
            members = [child for child in run if isinstance(child, nodes.Getattr)]
            if holder and len(members) > 1:
                self._write_members(run, members, frame)
            else:
                super().visit_Output(_make_output(node, run), frame)

    def _write_members(
        self, run: list[nodes.Expr], members: list[nodes.Getattr], frame: Frame
    ) -> None:
        fixed, made = self.temporary_identifier(), self.temporary_identifier()
        names = tuple(member.attr for member in members)
        self.writeline(f"{fixed} = {_list_fixed(run)!r}", run[0])
        self.writeline(f"{made} = {MEMBERS}(")
        self.visit(members[0].node, frame)
        self.write(f", {names!r}, {fixed})")
        self.writeline(f"if {made} is None:")
        self.indent()
        for at, member in enumerate(members):
            self._hand_out(f"{fixed}[{at}]", frame)
            self._write_member(member, frame)
        self._hand_out(f"{fixed}[{len(members)}]", frame)
        self.outdent()
        self.writeline("else:")
        self.indent()
        many = "yield from {}" if frame.buffer is None else f"{frame.buffer}.extend({{}})"
        self.writeline(many.format(made))
        self.outdent()

    def _write_member(self, member: nodes.Getattr, frame: Frame) -> None:
        self.writeline("yield " if frame.buffer is None else f"{frame.buffer}.append(", member)
        self.write(f"{FINISH}(")
        self.visit(member, frame)
        self.write(")" if frame.buffer is None else "))")

    def _hand_out(self, text: str, frame: Frame) -> None:
        hand = "yield {}" if frame.buffer is None else f"{frame.buffer}.append({{}})"
        self.writeline(hand.format(text))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _always_escapes(frame):
            self.write(f"{FINISH}(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _always_escapes(frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)


def _always_escapes(frame: Frame) -> bool:
    context = frame.eval_ctx
    return bool(context.autoescape) and not context.volatile


def _split_runs(children: list[nodes.Expr]) -> Iterator[tuple[str, list[nodes.Expr]]]:
    """The children in runs: fixed texts with members of one value, or with anything else.

    Beside each run stands the value, which is empty for all else.
    """
    run: list[nodes.Expr] = []
    holder: str | None = None
    for child in children:
        found = _find_holder(child)
        if found is not None:
            if holder not in (None, found):
                yield holder or "", run
                run = []
            holder = found
        run.append(child)
    yield holder or "", run


def _find_holder(node: nodes.Expr) -> str | None:
    """The value whose member a node is; None for fixed text, nothing for all else."""
    if isinstance(node, nodes.TemplateData):
        return None
    return _spell_path(node.node) if isinstance(node, nodes.Getattr) else ""


def _spell_path(node: nodes.Expr) -> str:
    """A name with members and places in lists (``chapters[0].tables``); nothing for all else.

    To look one up twice gives the same, and does nothing else.
    """
    if isinstance(node, nodes.Name):
        return str(node.name)
    path = _spell_path(node.node) if isinstance(node, nodes.Getattr | nodes.Getitem) else ""
    if not path:
        return ""
    if isinstance(node, nodes.Getattr):
        return f"{path}.{node.attr}"
    place = node.arg if isinstance(node, nodes.Getitem) else None
    return f"{path}[{place.value!r}]" if isinstance(place, nodes.Const) else ""


def _list_fixed(run: list[nodes.Expr]) -> tuple[str, ...]:
    """The texts before, between and behind the members."""
    fixed = [""]
    for child in run:
        if isinstance(child, nodes.TemplateData):
            fixed[-1] += child.data
        else:
            fixed.append("")
    return tuple(fixed)


def _make_output(node: nodes.Output, children: list[nodes.Expr]) -> nodes.Output:
    made = nodes.Output(children, lineno=node.lineno)
    made.environment = node.environment
    return made
