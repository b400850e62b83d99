"""Template code that goes on where a tag fails, for drafts: the failure is printed in its place."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.compiler import Frame, MacroRef

from reportgen.templating.code.quick_code import QuickCode


class TolerantGenerator(QuickCode):
    """Writes every value, loop, condition and assignment so that its failure is handed over."""

    _depth = 0
    """In how many prototypes and loops that call themselves the statement stands."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Each value by itself, or one that fails would take fixed text along."""
        for child in node.nodes:
            alone = nodes.Output([child], lineno=child.lineno)
            alone.environment = node.environment
            if isinstance(child, nodes.TemplateData):
                super().visit_Output(alone, frame)
            else:
                self._guard(super().visit_Output, alone, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """A loop; what fails in it was handed over already."""
        self._depth += node.recursive
        self._guard(super().visit_For, node, frame)
        self._depth -= node.recursive

    def macro_body(
        self, node: nodes.Macro | nodes.CallBlock, frame: Frame
    ) -> tuple[Frame, MacroRef]:
        """What stands in a prototype, which may have called itself many times."""
        self._depth += 1
        made = super().macro_body(node, frame)
        self._depth -= 1
        return made

    def visit_If(self, node: nodes.If, frame: Frame) -> None:  # noqa: N802
        """A condition."""
        self._guard(super().visit_If, node, frame)

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        """A name that is given to a value."""
        self._guard(super().visit_Assign, node, frame)

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:  # noqa: N802
        """A name that is given to a block."""
        self._guard(super().visit_AssignBlock, node, frame)

    def visit_With(self, node: nodes.With, frame: Frame) -> None:  # noqa: N802
        """A block in which names have other values."""
        self._guard(super().visit_With, node, frame)

    def _guard(
        self, write: Callable[..., None], node: nodes.Stmt, frame: Frame, failed: str = ""
    ) -> None:
        """Hand over what fails in a statement.

        :param failed: what is done then.
        """
        is_root = frame.buffer is None
        is_deep = self._depth > 0
        taken = f"environment.take_marks({is_root})"
        self.writeline("try:", node)
        self.indent()
        self.writeline("pass")
        write(node, frame)
        self._hand_over(taken, frame)
        self.outdent()
        self.writeline("except Exception as _failure:", node)
        self.indent()
        self._hand_over(f"environment.mark_failure(_failure, {is_deep}) + {taken}", frame)
        if failed:
            self.writeline(failed)
        self.outdent()

    def _hand_over(self, made: str, frame: Frame) -> None:
        """Print what a call makes."""
        if frame.buffer is None:
            self.writeline(f"yield {made}")
        else:
            self.writeline(f"{frame.buffer}.append({made})")
