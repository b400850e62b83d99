"""The code of a draft: it goes on where a tag fails, and leaves a command out that fails."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from reportgen.templating.code.tolerant_code import TolerantGenerator
from reportgen.templating.drafts.own_calls import OwnCall, read_extent, read_own_call


class DraftGenerator(TolerantGenerator):
    """Writes the engine's own calls so that they are attempted."""

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        """A name whose value fails has none, of which nothing more is told."""
        failed = ""
        if isinstance(node.target, nodes.Name):
            failed = f"{frame.symbols.ref(node.target.name)} = environment.nothing"
        self._guard(CodeGenerator.visit_Assign.__get__(self), node, frame, failed)

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call, attempted if it is one of the engine's own."""
        own = read_own_call(node)
        if own is None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        elif own.method == "close":
            self._open(own, frame)
        elif own.method == "place":
            self._open(own, frame)
            self.write(", lambda: ")
            extent = read_extent(node)
            if extent is None:
                super().visit_Call(node, frame)
            else:
                self._write_attempt(extent, frame)
            self.write(")")
        else:
            self._write_attempt(own, frame)
        if own is not None and own.method == "close":
            self.write(")")

    def _open(self, own: OwnCall, frame: Frame) -> None:
        assert own.table is not None
        self.write(f"environment.attempts.{own.method}(")
        self.visit(own.table, frame)

    def _write_attempt(self, own: OwnCall, frame: Frame) -> None:
        assert own.value is not None
        assert own.call is not None
        assert own.instead is not None
        self.write(f"environment.attempts.{own.method}(lambda: ")
        self.visit(own.value, frame)
        self.write(", lambda _value: ")
        super().visit_Call(own.call, frame)
        self.write(", lambda: ")
        self._write_instead(own.instead, frame)
        self.write(")")

    def _write_instead(self, instead: nodes.Expr, frame: Frame) -> None:
        """What comes instead is not attempted: a table in which it fails is broken."""
        if isinstance(instead, nodes.Call):
            super().visit_Call(instead, frame)
        else:
            self.visit(instead, frame)
