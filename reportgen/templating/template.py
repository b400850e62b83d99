"""An office document with tags, ready to be filled again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from lxml import etree
from markupsafe import Markup

from reportgen.diagnostics import Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.templating.compiler import CompiledPart, PartCompiler
from reportgen.templating.dialect import Dialect
from reportgen.templating.environment import StrictEnvironment
from reportgen.templating.filled_text import FilledText
from reportgen.templating.package import explain_unreadable, read_package
from reportgen.templating.printed import Printed

_FIRST_ANCHOR = 100_001
"""Bookmarks that the template brings along have lower numbers."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The parts of a filled document, and every text with figures that was printed."""

    parts: dict[str, bytes]
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """A filled document whose parts are not put together yet.

    :ivar parts: the parts of the template, without what fills them.
    :ivar texts: the text of each part that was filled; their ids are numbered in this order.
    """

    parts: dict[str, bytes]
    texts: dict[str, FilledText]
    printed: tuple[Printed, ...]


class OfficeTemplate:
    """A template, compiled once. One rendering at a time: it notes what it prints.

    :raises DataError: with every mistake that can be seen without data.
    """

    def __init__(
        self,
        path: Path,
        dialect: Dialect,
        filters: Mapping[str, Callable[..., Any]],
        name: str = "",
    ) -> None:
        self.name = name or path.as_posix()
        self._dialect = dialect
        self._environment = StrictEnvironment(dialect.escape, filters)
        self._parts = read_package(path, self.name)
        self._compiled: dict[str, tuple[CompiledPart, Template]] = {}
        self._trees: list[nodes.Template] = []
        self._compile_parts()

    def render(self, context: Mapping[str, Any]) -> Rendering:
        """The document filled with the context.

        :raises DataError: with every undefined name, or the tag whose code failed.
        """
        filling = self.fill(context)
        texts = {part: str(text).encode() for part, text in filling.texts.items()}
        return Rendering({**filling.parts, **texts}, filling.printed)

    def fill(self, context: Mapping[str, Any]) -> Filling:
        """The same, with the text of each part that was filled still in pieces.

        :raises DataError: as :meth:`render` does.
        """
        self._environment.printed.clear()
        self._environment.effort.begin()
        texts: dict[str, FilledText] = {}
        diagnostics: list[Diagnostic] = []
        values, ids = {**context, **self._helpers()}, count(1)
        for part, (compiled, template) in self._compiled.items():
            self._environment.missing.clear()
            try:
                pieces = list(template.generate(values))
            except Exception as error:  # whatever the code in a tag raised
                diagnostics.append(self._explain_failure(part, compiled, error))
            else:
                texts[part] = self._dialect.finish(pieces, ids)
            diagnostics.extend(self._explain_missing(part, compiled))
        raise_errors(diagnostics)
        return Filling(dict(self._parts), texts, tuple(self._environment.printed))

    def mentions(self, name: str) -> bool:
        """Whether a tag of the template uses a name."""
        return any(name in compiled.source for compiled, _code in self._compiled.values())

    def list_members(self, name: str) -> frozenset[str] | None:
        """The members of a name that the tags print, or None where they may print any."""
        found: set[str] = set()
        uses = 0
        for tree in self._trees:
            uses += sum(node.name == name for node in tree.find_all(nodes.Name))
            for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
                owner, member = _split_member(node)
                if owner == name and member is not None:
                    uses -= 1
                    found.add(member)
        return None if uses else frozenset(found)

    def _compile_parts(self) -> None:
        diagnostics: list[Diagnostic] = []
        names = [name for name in self._parts if self._dialect.is_template_part(name)]
        if not names:
            diagnostics.append(explain_unreadable(self.name))
        for part in names:
            diagnostics.extend(self._compile_part(part))
        raise_errors(diagnostics)

    def _compile_part(self, part: str) -> list[Diagnostic]:
        compiler = PartCompiler(self._dialect, self.name, part)
        try:
            compiled = compiler.compile(self._parts[part])
        except etree.XMLSyntaxError:
            return [explain_unreadable(self.name, part)]
        if compiler.diagnostics:
            return compiler.diagnostics
        try:
            tree = self._environment.parse(compiled.source, part, part)
            if unknown := list(self._explain_unknown(part, compiled, tree)):
                return unknown
            template = self._compile_source(part, tree)
        except TemplateSyntaxError as error:
            return [self._explain_syntax(part, compiled, error.lineno, error.message or "")]
        except (RecursionError, SyntaxError, MemoryError) as error:
            # Python itself refuses blocks or brackets too deep inside each other.
            return [self._explain_syntax(part, compiled, 0, str(error) or type(error).__name__)]
        self._compiled[part] = compiled, template
        self._trees.append(tree)
        return []

    def _compile_source(self, part: str, tree: nodes.Template) -> Template:
        code = self._environment.compile(tree, part, part)
        return Template.from_code(self._environment, code, self._environment.make_globals(None))

    def _explain_unknown(
        self, part: str, compiled: CompiledPart, tree: nodes.Template
    ) -> Iterator[Diagnostic]:
        """Filters and tests that do not exist; Jinja looks for some only when it runs."""
        for node in tree.find_all((nodes.Filter, nodes.Test)):
            kind = type(node).__name__.lower()
            if node.name not in getattr(self._environment, f"{kind}s"):
                problem = f"No {kind} named {node.name!r}."
                yield self._explain_syntax(part, compiled, node.lineno, problem)

    def _helpers(self) -> dict[str, Any]:
        numbers = count(_FIRST_ANCHOR)
        dialect = self._dialect
        return {
            "_table": dialect.running_table,
            "_anchor": lambda name: dialect.spell_anchor(name, next(numbers)),
            "_filled": self._fill,
        }

    def _fill(self, content: Markup) -> Markup:
        if content.rstrip().endswith(self._dialect.paragraph_ends):
            return content
        return content + Markup(self._dialect.empty_paragraph)

    def _locate(self, part: str, compiled: CompiledPart, line: int) -> tuple[SourceRef, str]:
        tag = compiled.find_tag(line)
        return (tag.place, tag.typed) if tag else (SourceRef(self.name, sheet=part, cell="?"), "")

    def _explain_syntax(
        self, part: str, compiled: CompiledPart, line: int, problem: str
    ) -> Diagnostic:
        place, typed = self._locate(part, compiled, line)
        return Diagnostic(
            "template-syntax",
            place,
            _("{tag}: {problem}", tag=typed, problem=problem),
            published=typed,
            hint=_("see docs/templates.md for what may stand in a tag"),
        )

    def _explain_failure(self, part: str, compiled: CompiledPart, error: Exception) -> Diagnostic:
        place, typed = self._locate(part, compiled, _failing_line(error))
        return Diagnostic(
            "template-value",
            place,
            _("{tag} failed: {problem}", tag=typed, problem=f"{type(error).__name__}: {error}"),
            published=typed,
            hint=_("print a value that can be missing only inside {% if … %}"),
        )

    def _explain_missing(self, part: str, compiled: CompiledPart) -> list[Diagnostic]:
        found: dict[tuple[SourceRef, str], Diagnostic] = {}
        for name, line in self._environment.missing:
            place, typed = self._locate(part, compiled, line)
            hint = _("see docs/templates.md for the names that a template can print")
            if f"chapters.{name}" in typed:
                hint = _("add a chapter with the id {id} to content/report.yaml", id=name)
            message = _("{name} is not defined", name=name)
            diagnostic = Diagnostic("template-undefined", place, message, typed, hint=hint)
            found.setdefault((place, message), diagnostic)
        return list(found.values())


def _split_member(node: nodes.Node) -> tuple[str, str | None]:
    """The name and the member of ``name.member``; None for one that is computed."""
    if not isinstance(node, (nodes.Getattr, nodes.Getitem)) or not isinstance(
        node.node, nodes.Name
    ):
        return "", None
    if isinstance(node, nodes.Getattr):
        return node.node.name, node.attr
    value = node.arg.value if isinstance(node.arg, nodes.Const) else None
    return node.node.name, value if isinstance(value, str) else None


def _failing_line(error: Exception) -> int:
    """The line of the template source in which the error arose, 0 when unknown."""
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
