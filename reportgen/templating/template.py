"""An office document with tags, ready to be filled again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from lxml import etree
from markupsafe import Markup

from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.limits import MOST_STEPS
from reportgen.templating.charts.parts import ChartParts
from reportgen.templating.compiler import CompiledPart, PartCompiler
from reportgen.templating.dialect import ID_TOKEN, Dialect, Inclusion
from reportgen.templating.environment import StrictEnvironment
from reportgen.templating.inclusion.sources import InclusionError, Sources
from reportgen.templating.later import Later
from reportgen.templating.package import explain_unreadable, read_package
from reportgen.templating.placed_table import PlacedTable
from reportgen.templating.printed import Printed

_FIRST_ANCHOR = 100_001
"""Bookmarks that the template brings along have lower numbers."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The parts of a filled document, and every text with figures that was printed."""

    parts: dict[str, bytes]
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
        names: Collection[str] = (),
        chain: tuple[Path, ...] = (),
    ) -> None:
        """Read and compile the template.

        :param names: those with which what can be printed begins; fields with such a name are
            filled.
        :param chain: the templates that put this one into theirs.
        """
        self.name = name or path.as_posix()
        self._dialect, self._names, self._filters = dialect, names, filters
        self._chain = (*chain, path.resolve())
        self._sources: Sources[OfficeTemplate] = Sources(self._chain, self._make_source)
        self._environment = StrictEnvironment(dialect.escape, filters)
        self._parts = read_package(path, self.name)
        self._compiled: dict[str, tuple[CompiledPart, Template]] = {}
        self._trees: list[nodes.Template] = []
        self._charts: set[tuple[str, str]] = set()
        self._compile_parts()

    def render(self, context: Mapping[str, Any]) -> Rendering:
        """The document filled with the context.

        :raises DataError: with every undefined name, or the tag whose code failed.
        """
        parts, ids = self._fill_parts(context, MOST_STEPS), count(1)
        for part in self._compiled:
            parts[part] = _number_ids(parts[part].decode(), ids).encode()
        return Rendering(parts, tuple(self._environment.printed))

    def _fill_parts(self, context: Mapping[str, Any], steps: int) -> dict[str, bytes]:
        """The parts of the document before its ids are numbered.

        :param steps: how many the code may take.
        """
        self._environment.printed.clear()
        self._environment.effort.begin(steps)
        rendered = dict(self._parts)
        diagnostics: list[Diagnostic] = []
        later, charts = Later(), ChartParts(self._parts, self._charts)
        inclusion = self._dialect.make_inclusion(self._parts)
        values = {**context, **self._helpers(later), "_chart": charts.use}
        values["subdoc"] = partial(self._include, inclusion, context)
        for part, (compiled, template) in self._compiled.items():
            self._environment.missing.clear()
            inclusion.part = part
            try:
                text = template.render(values)
            except DataError as error:  # of a document that was to be put in
                diagnostics.extend(error.diagnostics)
            except Exception as error:  # whatever the code in a tag raised
                diagnostics.append(self._explain_failure(part, compiled, error))
            else:
                rendered[part] = self._dialect.finish(later.resolve(text)).encode()
            diagnostics.extend(self._explain_missing(part, compiled))
        raise_errors(diagnostics)
        charts.finish(rendered)
        inclusion.finish(rendered)
        return rendered

    def _include(
        self, inclusion: Inclusion, context: Mapping[str, Any], name: str, **values: Any
    ) -> Markup:
        """The paragraphs and tables of another document, filled with the same values.

        :param values: what only that document can print.
        """
        source, effort = self._sources.find(name), self._environment.effort
        parts = source._fill_parts({**context, **values}, effort.left)
        effort.spend(source._environment.effort.spent)
        inserted = inclusion.insert(parts, name)
        self._environment.printed.extend(source._environment.printed)
        return Markup(inserted)

    def _make_source(self, path: Path, name: str) -> OfficeTemplate:
        shown = PurePosixPath(self.name).parent / name
        return OfficeTemplate(
            path, self._dialect, self._filters, str(shown), self._names, self._chain
        )

    def mentions(self, name: str) -> bool:
        """Whether a tag of the template uses a name."""
        own = any(name in compiled.source for compiled, _code in self._compiled.values())
        return own or any(source.mentions(name) for source in self._sources)

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
        inside = [source.list_members(name) for source in self._sources]
        if uses or None in inside:
            return None
        return frozenset(found).union(*filter(None, inside))

    def _compile_parts(self) -> None:
        diagnostics: list[Diagnostic] = []
        names = [name for name in self._parts if self._dialect.is_template_part(name)]
        if not names:
            diagnostics.append(explain_unreadable(self.name))
        for part in names:
            diagnostics.extend(self._compile_part(part))
        raise_errors(diagnostics)

    def _compile_part(self, part: str) -> list[Diagnostic]:
        compiler = PartCompiler(self._dialect, self.name, part, self._names)
        try:
            compiled = compiler.compile(self._parts[part])
        except etree.XMLSyntaxError:
            return [explain_unreadable(self.name, part)]
        if compiler.diagnostics:
            return compiler.diagnostics
        self._charts.update(compiler.charts)
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
        return list(self._compile_sources(part, compiled, tree))

    def _compile_sources(
        self, part: str, compiled: CompiledPart, tree: nodes.Template
    ) -> Iterator[Diagnostic]:
        """Compile the documents that tags put in by name; what is wrong with them."""
        for call in tree.find_all(nodes.Call):
            named = isinstance(call.node, nodes.Name) and call.node.name == "subdoc"
            if named and call.args and isinstance(call.args[0], nodes.Const):
                try:
                    self._sources.find(call.args[0].value)
                except DataError as error:
                    yield from error.diagnostics
                except InclusionError as error:
                    place, typed = self._locate(part, compiled, call.lineno)
                    problem = _("{tag}: {problem}", tag=typed, problem=str(error))
                    yield Diagnostic("template-subdocument", place, problem, published=typed)

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

    def _helpers(self, later: Later) -> dict[str, Any]:
        numbers = count(_FIRST_ANCHOR)
        dialect = self._dialect
        return {
            "_table": dialect.running_table,
            "_placed": partial(PlacedTable, dialect.running_table, dialect.cover, later),
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


def _number_ids(text: str, numbers: Iterator[int]) -> str:
    pieces = text.split(ID_TOKEN)
    numbered = [""] * (2 * len(pieces) - 1)
    numbered[::2], numbered[1::2] = pieces, map(str, islice(numbers, len(pieces) - 1))
    return "".join(numbered)


def _failing_line(error: Exception) -> int:
    """The line of the template source in which the error arose, 0 when unknown."""
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
