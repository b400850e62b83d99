"""Template code that prints what the environment has made ready to be printed."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class OutputGenerator(CodeGenerator):
    """Writes each value through ``finalize`` alone, which escapes as its dialect needs.

    Jinja would look for something to escape in all of it once more.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        assert finalize.src is not None
        self.write(finalize.src)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")
