"""Jinja's code generator; a value is finished and escaped in one call, not in three."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

FINISH = "finish_value"
"""The method of the environment that turns a value into text that may stand in the document."""


class QuickCode(CodeGenerator):
    """Writes the same code, but for values that are printed where all values are escaped.

    There Jinja has each value finished, then escaped, then marked as escaped text. Once a value
    is finished it is escaped already, and what prints it only joins it to other text.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _always_escapes(frame):
            self.write(f"environment.{FINISH}(")
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
