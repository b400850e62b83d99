"""An office document with tags, ready to be filled again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator
from lxml import etree
from markupsafe import Markup

from reportgen.choices import list_names
from reportgen.diagnostics import Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.templating.compiler import CompiledPart, PartCompiler
from reportgen.templating.dialect import ID_TOKEN, Dialect
from reportgen.templating.draft_marks import CLOSE_MARK, OPEN_MARK, add_red_shapes, put_marks
from reportgen.templating.effort import EffortError
from reportgen.templating.environment import MissingName, StrictEnvironment, find_template_line
from reportgen.templating.failures import explain_failure, hint_at_missing
from reportgen.templating.nesting import find_deepest
from reportgen.templating.package import explain_unreadable, read_package
from reportgen.templating.paths import find_meant, find_paths, list_members
from reportgen.templating.printed import Printed
from reportgen.templating.shapes import Shape
from reportgen.templating.static_check import Offer, check_part
from reportgen.templating.syntax_faults import explain_depth
from reportgen.templating.tag_check import describe_fault, sort_by_place
from reportgen.templating.tolerant import TolerantGenerator
from reportgen.templating.whereabouts import add_whereabouts

_FIRST_ANCHOR = 100_001
"""Bookmarks that the template brings along have lower numbers."""


_TABLE_COMMANDS = ("columns", "span")
"""What a table is made by; where it fails, no table can be written."""


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
        names: Mapping[str, Shape] | None = None,
        draft: bool = False,
    ) -> None:
        """Compile the template.

        :param names: what the document offers; without them, names are only looked at when the
            template is filled.
        :param draft: print what fails in its place, and go on; ``faults`` has it then.
        """
        self.name = name or path.as_posix()
        self._dialect = dialect
        self._environment = StrictEnvironment(dialect.escape, filters)
        self.faults: list[Diagnostic] = []
        self._draft = draft
        known = self._environment
        self._offer = Offer(known.filters, known.tests, tuple(filters), names)
        self._parts = read_package(path, self.name)
        self._compiled: dict[str, tuple[CompiledPart, Template]] = {}
        self._trees: dict[str, nodes.Template] = {}
        self._names: tuple[str, ...] = ()
        self._places: dict[SourceRef, int] = {}
        self._compile_parts()

    def render(self, context: Mapping[str, Any]) -> Rendering:
        """The document filled with the context.

        :raises DataError: with every undefined name, or the tag whose code failed.
        """
        self._environment.printed.clear()
        self._environment.effort.begin()
        rendered = dict(self._parts)
        diagnostics: list[Diagnostic] = []
        failed: list[str] = []
        values, ids = {**context, **self._helpers()}, count(1)
        self._names = tuple(context)
        for part, (compiled, template) in self._compiled.items():
            self._environment.missing.clear()
            if self._draft:
                self._mark_in(part, compiled, diagnostics, failed)
            try:
                text = template.render(values)
            except Exception as error:  # whatever the code in a tag raised
                failed.append(part)
                diagnostics.extend(self._list_failures(part, values, error))
            else:
                finished = self._dialect.finish(text)
                if self._draft:
                    finished = put_marks(finished, self._dialect)
                rendered[part] = _number_ids(finished, ids).encode()
            diagnostics.extend(self._explain_missing(part, compiled))
        told = sort_by_place(diagnostics, self._places)
        found = add_whereabouts(told, self._dialect, self._parts, self._places)
        if not self._draft or len(failed) > 0:
            raise_errors(found)
        self.faults = found
        add_red_shapes(rendered)
        return Rendering(rendered, tuple(self._environment.printed))

    def mentions(self, name: str) -> bool:
        """Whether a tag of the template uses a name."""
        return any(name in compiled.source for compiled, _code in self._compiled.values())

    def list_members(self, name: str) -> frozenset[str] | None:
        """The members of a name that the tags print, or None where they may print any."""
        found: set[str] = set()
        uses = 0
        for tree in self._trees.values():
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
        if found := check_part(compiler, self._dialect, self._parts, self._offer):
            return found
        try:
            tree = self._environment.parse(compiled.source, part, part)
            template = self._compile_source(part, tree)
        except (TemplateSyntaxError, RecursionError, SyntaxError, MemoryError):
            # Python itself refuses blocks or brackets too deep inside each other.
            fault = describe_fault(find_deepest(compiler.tags), explain_depth())
            return add_whereabouts([fault], self._dialect, self._parts, compiler.places)
        self._compiled[part] = compiled, template
        self._places |= compiler.places
        self._trees[part] = tree
        return []

    def _compile_tolerant(self, part: str, tree: nodes.Template) -> Template:
        """Code that goes on where a tag fails."""
        environment = self._environment
        environment.code_generator_class = TolerantGenerator
        try:
            code = environment.compile(tree, part, part)
        finally:
            environment.code_generator_class = CodeGenerator
        return Template.from_code(environment, code, environment.make_globals(None))

    def _list_failures(
        self, part: str, values: Mapping[str, Any], error: Exception
    ) -> list[Diagnostic]:
        """Everything that fails in a part, of which the first thing is known."""
        compiled = self._compiled[part][0]
        found: list[Diagnostic] = []
        self._mark_in(part, compiled, found, [])
        try:
            self._environment.missing.clear()
            self._compile_tolerant(part, self._trees[part]).render(values)
        except Exception:  # what nothing can go on after was told before
            self._environment.missing.clear()
        self._environment.mark_missing = None
        self._environment.marks.clear()
        first = self._explain_failure(part, compiled, error)
        return found if first in found else [first, *found]

    def _mark_in(
        self, part: str, compiled: CompiledPart, found: list[Diagnostic], torn: list[str]
    ) -> None:
        """Let what fails in a part print its message, and add it to what was found.

        :param torn: gets the part where a table or a limit fails, which stops a draft, too.
        """
        stopped: list[Exception] = []

        def mark(problem: str) -> str:
            return f"{OPEN_MARK}[{self._dialect.escape(problem)}]{CLOSE_MARK}"

        def mark_failure(error: Exception) -> str:
            tag = compiled.find_tag(find_template_line())
            in_table = tag is not None and tag.command in _TABLE_COMMANDS
            if error in stopped or in_table or isinstance(error, EffortError | RecursionError):
                stopped.append(error)
                raise error
            place, typed = self._locate(part, compiled, find_template_line())
            explained = explain_failure(error)
            told = describe_failure(place, typed, explained.problem, explained.hint)
            if told not in found:
                found.append(told)
            return Markup(mark(explained.problem))

        def mark_missing(missing: MissingName) -> str:
            tag = compiled.find_tag(missing.line)
            if tag is not None and tag.command in _TABLE_COMMANDS:
                torn.append(part)
            paths = list(find_paths(tag, missing.name)) if tag else []
            name = paths[0] if paths else missing.name
            return Markup(mark(missing.gap or _("{name} is not defined", name=name)))

        self._environment.mark_failure = mark_failure
        self._environment.mark_missing = mark_missing

    def _compile_source(self, part: str, tree: nodes.Template) -> Template:
        if self._draft:
            return self._compile_tolerant(part, tree)
        code = self._environment.compile(tree, part, part)
        return Template.from_code(self._environment, code, self._environment.make_globals(None))

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

    def _explain_failure(self, part: str, compiled: CompiledPart, error: Exception) -> Diagnostic:
        place, typed = self._locate(part, compiled, _failing_line(error))
        explained = explain_failure(error)
        return describe_failure(place, typed, explained.problem, explained.hint)

    def _explain_missing(self, part: str, compiled: CompiledPart) -> list[Diagnostic]:
        found: dict[tuple[SourceRef, str], Diagnostic] = {}
        for missing in self._environment.missing:
            tag = compiled.find_tag(missing.line)
            known = self._names if missing.is_first else list_members(missing.holder)
            if missing.gap and tag is not None:
                described = describe_failure(tag.place, tag.typed, missing.gap, hint_at_missing())
                found.setdefault((tag.place, described.message), described)
                continue
            if tag is None:
                place = SourceRef(self.name, sheet=part, cell="?")
                described = describe_undefined(place, "", missing.name, ())
                found.setdefault((place, described.message), described)
                continue
            for path in list(find_paths(tag, missing.name)) or [missing.name]:
                meant = find_meant(path, missing.name, known)
                described = describe_undefined(tag.place, tag.typed, path, meant)
                found.setdefault((tag.place, described.message), described)
        return list(found.values())


def describe_failure(place: SourceRef, typed: str, problem: str, hint: str) -> Diagnostic:
    """That the code of a tag failed."""
    message = _("{tag} failed: {problem}", tag=typed, problem=problem)
    return Diagnostic("template-value", place, message, typed, hint=hint)


def describe_undefined(
    place: SourceRef, typed: str, path: str, meant: tuple[str, ...]
) -> Diagnostic:
    """That a tag uses a name that nothing has.

    :param path: the whole name.
    :param meant: whole names that are like it.
    """
    hint = _("see docs/templates.md for the names that a template can print")
    if meant:
        hint = _("did you mean {key}?", key=list_names(meant))
    elif path.startswith("chapters."):
        identifier = path.partition(".")[2]
        hint = _("add a chapter with the id {id} to content/report.yaml", id=identifier)
    message = _("{name} is not defined", name=path)
    return Diagnostic("template-undefined", place, message, typed, hint=hint)


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
