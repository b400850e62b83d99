"""An office document with tags, ready to be filled again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path, PurePosixPath
from types import CodeType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, Undefined, nodes
from markupsafe import Markup

from reportgen.choices import list_names
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.limits import MOST_STEPS
from reportgen.templating.charts.parts import ChartParts
from reportgen.templating.checks.draft_marks import CLOSE_MARK, OPEN_MARK, add_red_shapes, put_marks
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.failures import explain_failure, hint_at_missing
from reportgen.templating.checks.paths import find_meant, find_paths, list_members
from reportgen.templating.checks.shapes import Shape, list_paths
from reportgen.templating.checks.static_check import Offer, check_part, list_checked, open_parts
from reportgen.templating.checks.syntax_faults import explain_depth
from reportgen.templating.checks.tag_check import describe_fault, sort_by_place
from reportgen.templating.checks.whereabouts import add_whereabouts
from reportgen.templating.code.balance import keeps_balance
from reportgen.templating.code.characters import check_characters
from reportgen.templating.code.effort import EffortError
from reportgen.templating.code.environment import (
    MissingName,
    StrictEnvironment,
    find_template_line,
)
from reportgen.templating.code.functions import make_functions
from reportgen.templating.code.pieces import Piece
from reportgen.templating.code.placing import BlockNameError, place_values
from reportgen.templating.code.quick_code import QuickCode
from reportgen.templating.code.tolerant_code import TolerantGenerator
from reportgen.templating.compiler import CompiledPart
from reportgen.templating.dialect import Dialect, Inclusion
from reportgen.templating.fields.counted_texts import count_text
from reportgen.templating.fields.field_pairs import find_torn_fields
from reportgen.templating.fields.field_places import SPELLINGS
from reportgen.templating.filled_text import FilledText, Filling
from reportgen.templating.inclusion.given_names import GivenNames, list_calls
from reportgen.templating.inclusion.sources import InclusionError, Sources
from reportgen.templating.known_parts import compile_part
from reportgen.templating.packages.embedded import find_embedded
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.packages.wellformed import find_torn
from reportgen.templating.printed import Printed
from reportgen.templating.rich.bookmarks import Bookmarks
from reportgen.templating.rich.insertion import MisplacedError, Spelling
from reportgen.templating.rich.links import check_bookmark
from reportgen.templating.rich.pictures import PictureFolder
from reportgen.templating.rich.rich_text import BrokenPart, Rich
from reportgen.templating.tables import printed_rows
from reportgen.templating.tables.late_texts import Later
from reportgen.templating.tables.placed_table import PlacedTable
from reportgen.templating.tables.rowless_tables import drop_marks, explain_rowless, find_rowless
from reportgen.templating.tables.shown_cells import make_reader
from reportgen.templating.tags.nesting import find_deepest
from reportgen.templating.tags.tags import Level

_FIRST_ANCHOR = 100_001
"""Bookmarks that the template brings along have lower numbers."""


_TABLE_COMMANDS = ("columns", "span", "colspan", "vm", "hm", "cellbg", "restart")
"""What a table is made by; where it fails, no table can be written."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The parts of a filled document, and every text with figures that was printed."""

    parts: dict[str, bytes]
    printed: tuple[Printed, ...]


class OfficeTemplate:
    """A template, compiled once. One rendering at a time: it notes what it prints.

    :ivar bodies: the parts that hold paragraphs.
    :raises DataError: with every mistake that can be seen without data.
    """

    def __init__(
        self,
        path: Path,
        dialect: Dialect,
        filters: Mapping[str, Callable[..., Any]],
        name: str = "",
        names: Mapping[str, Shape] | None = None,
        roots: Collection[str] | None = None,
        content: Path | None = None,
        chain: tuple[Path, ...] = (),
        draft: bool = False,
    ) -> None:
        """Read and compile the template.

        :param names: what the document offers; without them, names are only looked at when the
            template is filled.
        :param roots: those with which what can be printed begins, alone or with a member
            (``report.title``); fields with such a name are filled. Those of the document, if none
            are given.
        :param content: the folder of the content, for pictures.
        :param chain: the templates that put this one into theirs.
        :param draft: print what fails in its place, and go on; ``faults`` has it then.
        """
        self.name = name or path.as_posix()
        self._dialect, self._filters, self._content = dialect, filters, content
        self._chain = (*chain, path.resolve())
        self._sources: Sources[OfficeTemplate] = Sources(self._chain, self._make_source)
        self._environment = StrictEnvironment(dialect.escape, filters, dialect.read)
        self.faults: list[Diagnostic] = []
        self._draft = draft
        known = self._environment
        functions = make_functions(known.write, PictureFolder(content))
        known.globals.update(functions)
        self._offer = Offer(known.filters, known.tests, tuple(filters), names)
        self._roots = list_paths(names or {}) if roots is None else tuple(roots)
        self._parts = open_parts(path, dialect, self.name)
        self._compiled: dict[str, tuple[CompiledPart, Template]] = {}
        self._trees: dict[str, nodes.Template] = {}
        self._balanced: dict[str, bool] = {}
        self._names: tuple[str, ...] = ()
        self._given = GivenNames()
        self._places: dict[SourceRef, int] = {}
        self._charts: set[tuple[str, str]] = set()
        self._bookmarks, self._part = Bookmarks(), ""
        self._filter_names = (frozenset(known.filters), frozenset(known.tests), draft)
        self._compile_parts()

    def render(self, context: Mapping[str, Any]) -> Rendering:
        """The document filled with the context.

        :raises DataError: with every undefined name, or the tag whose code failed.
        """
        filling = self.fill(context)
        return Rendering(filling.join(), filling.printed)

    def fill(self, context: Mapping[str, Any]) -> Filling:
        """The same, with the text of the parts of which nothing more is looked at in pieces.

        :raises DataError: as :meth:`render` does.
        """
        texts: dict[str, FilledText] = {}
        parts, ids = self._fill_parts(context, MOST_STEPS, texts), 1
        for part in self._compiled:
            if parts[part] is not self._parts[part]:
                texts.pop(part, None)
            text = texts.get(part) or FilledText([parts[part].decode()])
            text.first = ids
            ids += text.ids
            if part not in texts and text.ids:
                parts[part] = str(text).encode()
        return Filling(parts, texts, tuple(self._environment.printed))

    def _fill_parts(
        self, context: Mapping[str, Any], steps: int, texts: dict[str, FilledText] | None = None
    ) -> dict[str, bytes]:
        """The parts of the document before its ids are numbered.

        :param steps: how many the code may take.
        :param texts: gets the parts that may stay in pieces; they are as in the template, then.
        """
        self._environment.printed.clear()
        self._environment.effort.begin(steps)
        rendered = dict(self._parts)
        diagnostics: list[Diagnostic] = []
        later, charts = Later(), ChartParts(self._parts, self._charts, self._environment.write)
        shared = SharedParts(self._parts)
        inclusion = self._dialect.make_inclusion(shared)
        spelling = self._dialect.make_spelling(shared)
        values = {**context, **self._helpers(later, spelling), "_chart": charts.use}
        values["subdoc"] = partial(self._include, inclusion, context)
        self._names, self._bookmarks = tuple(context), Bookmarks()
        failed: list[str] = []
        for part in self._compiled:
            inclusion.part = self._part = part
            if self._draft:
                self._mark_in(part, self._compiled[part][0], diagnostics, failed)
            try:
                text = self._render_part(part, values, later, spelling, texts)
            except DataError as error:  # of a document that was to be put in
                failed.append(part)
                diagnostics.extend(error.diagnostics)
            except Exception as error:  # whatever the code in a tag raised
                failed.append(part)
                diagnostics.extend(self._list_failures(part, values, error))
                if isinstance(error, EffortError):
                    break
            else:
                if text is not None:
                    finished = self._finish_part(part, text, diagnostics, failed)
                    rendered[part] = finished.encode()
            diagnostics.extend(self._explain_missing(part, self._compiled[part][0]))
        self._bookmarks.add_links(self._locate_links(spelling))
        if len(self._chain) == 1 and self._bookmarks:
            joined = {part: "".join(text.read()).encode() for part, text in (texts or {}).items()}
            diagnostics.extend(self._bookmarks.check({**rendered, **joined}, spelling.bookmark))
        told = sort_by_place(diagnostics, self._places)
        found = add_whereabouts(told, self._dialect, self._parts, self._places)
        if not self._draft or failed:
            raise_errors(found)
        self.faults = found
        if len(self._chain) == 1:
            for part in self._compiled.keys() - (texts or {}).keys():
                rendered[part] = self._dialect.settle_bookmarks(rendered[part])
        shared.finish(rendered)
        inclusion.finish(rendered)
        charts.finish(rendered)
        spelling.finish(rendered)
        if self._draft:
            add_red_shapes(rendered)
        return rendered

    def _finish_part(
        self, part: str, text: str, diagnostics: list[Diagnostic], failed: list[str]
    ) -> str:
        """A part that was filled, without marks; what is wrong with it as a whole is told."""
        before = len(diagnostics)
        finished = self._dialect.finish(self._check_rows(part, text, diagnostics))
        if printed := self._compiled[part][0].printed_rows:
            diagnostics.extend(printed_rows.find_uneven(self._dialect, finished, printed))
            finished = printed_rows.drop_marks(finished)
        if self._draft:
            finished = put_marks(finished, self._dialect)
        if torn := find_torn(finished.encode(), self.name, part):
            diagnostics.append(torn)
        if len(diagnostics) > before:
            failed.append(part)
        return finished

    def _include(
        self, inclusion: Inclusion, context: Mapping[str, Any], name: str, **values: Any
    ) -> Piece:
        """The paragraphs and tables of another document, filled with the same values.

        :param values: what only that document can print.
        """
        source = self._sources.find(name, self._given.find(name).union(values))
        effort = self._environment.effort
        parts = source._fill_parts({**context, **values}, effort.left)
        effort.spend(source._environment.effort.spent)
        inserted = inclusion.insert(parts, name)
        if self._dialect.page_break.search(inserted):
            inserted = str(self._environment.mark(Rich((BrokenPart(),)))) + inserted
        self._environment.printed.extend(source._environment.printed)
        self._bookmarks.merge(source._bookmarks)
        return Piece(inserted, Level.PARAGRAPH)

    def _make_source(self, path: Path, name: str, given: frozenset[str]) -> OfficeTemplate:
        shown = PurePosixPath(self.name).parent / name
        return OfficeTemplate(
            path,
            self._dialect,
            self._filters,
            str(shown),
            None,
            (*self._roots, *sorted(given.difference(self._roots))),
            self._content,
            self._chain,
        )

    def _render_part(
        self,
        part: str,
        values: Mapping[str, Any],
        later: Later,
        spelling: Spelling,
        texts: dict[str, FilledText] | None,
    ) -> str | None:
        """A part filled, with what was known only in the end; None where it stays in pieces."""
        self._environment.missing.clear()
        self._environment.marks.clear()
        pieces = self._environment.list_pieces(self._compiled[part][1], values)
        marks = self._environment.marks
        if texts is not None and not (marks or later.is_used) and self._may_stay(part):
            kept = self._dialect.keep_pieces(pieces, self._compiled[part][0].source)
            if kept is not None:
                texts[part] = kept
                return None
        text = later.resolve("".join(pieces))
        return spelling.insert(part, text, marks) if marks else text

    def _may_stay(self, part: str) -> bool:
        """Whether a part without marks is fine as its code prints it, whatever the data."""
        if part not in self._balanced:
            compiled = self._compiled[part][0]
            is_looked_at = self._draft or compiled.rowless or compiled.printed_rows
            is_plain = part in self.bodies and not is_looked_at
            self._balanced[part] = is_plain and keeps_balance(self._trees[part])
        return self._balanced[part]

    def _check_rows(self, part: str, text: str, diagnostics: list[Diagnostic]) -> str:
        """The text without the marks of tables that may lack rows; those that do are told."""
        rowless = self._compiled[part][0].rowless
        if not rowless:
            return text
        diagnostics.extend(explain_rowless(rowless[at]) for at in sorted(find_rowless(text)))
        return drop_marks(text)

    def mentions(self, name: str) -> bool:
        """Whether a tag of the template uses a name."""
        own = any(name in compiled.source for compiled, _code in self._compiled.values())
        return own or any(source.mentions(name) for source in self._sources)

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
        inside = [source.list_members(name) for source in self._sources]
        if uses or None in inside:
            return None
        return frozenset(found).union(*filter(None, inside))

    def _compile_parts(self) -> None:
        diagnostics: list[Diagnostic] = []
        self.bodies = tuple(self._dialect.list_bodies(self._parts))
        for part in list_checked(self._parts, self.bodies):
            diagnostics.extend(self._compile_part(part))
        for part, (compiled, _template) in self._compiled.items():
            diagnostics.extend(self._compile_sources(part, compiled))
        diagnostics.extend(find_embedded(self.name, self._parts))
        raise_errors(diagnostics)

    def _compile_part(self, part: str) -> list[Diagnostic]:
        data = self._parts[part]
        known = compile_part(self._dialect, self.name, part, data, self._roots)
        compiler, compiled = known.compiler, known.compiled
        if found := check_part(compiler, self._dialect, self._parts, self._offer):
            return found
        if part not in self.bodies and not compiler.is_changed:
            return []
        self._charts.update(compiler.charts)
        try:
            if self._filter_names not in known.codes:
                tree = self._environment.parse(compiled.source, part, part)
                if torn := [
                    self._explain_torn(part, compiled, line)
                    for line in find_torn_fields(tree, self._dialect.field_edge)
                ]:
                    return torn
                made = self._compile_source(part, place_values(tree, compiled.find_tag))
                known.codes[self._filter_names] = tree, made
            tree, code = known.codes[self._filter_names]
            template = self._make_template(code)
        except BlockNameError as error:
            tag = compiled.find_tag(error.lineno) or compiler.tags[0]
            fault = describe_fault(tag, Explanation(str(error.message), error.hint))
            return add_whereabouts([fault], self._dialect, self._parts, compiler.places)
        except (TemplateSyntaxError, RecursionError, SyntaxError, MemoryError):
            # Python itself refuses blocks or brackets too deep inside each other.
            fault = describe_fault(find_deepest(compiler.tags), explain_depth())
            return add_whereabouts([fault], self._dialect, self._parts, compiler.places)
        self._compiled[part] = compiled, template
        self._places |= compiler.places
        self._trees[part] = tree
        self._given.add(tree)
        return []

    def _compile_sources(self, part: str, compiled: CompiledPart) -> Iterator[Diagnostic]:
        """Compile the documents that tags put in by name; what is wrong with them."""
        for call, name in list_calls(self._trees[part]):
            if name is not None:
                try:
                    self._sources.find(name, self._given.find(name))
                except DataError as error:
                    yield from error.diagnostics
                except InclusionError as error:
                    place, typed = self._locate(part, compiled, call.lineno)
                    problem = _("{tag}: {problem}", tag=typed, problem=str(error))
                    yield Diagnostic("template-subdocument", place, problem, published=typed)

    def _compile_tolerant(self, part: str, tree: nodes.Template) -> CodeType:
        """Code that goes on where a tag fails."""
        environment = self._environment
        environment.code_generator_class = TolerantGenerator
        try:
            return environment.compile(tree, part, part)
        finally:
            environment.code_generator_class = QuickCode

    def _list_failures(
        self, part: str, values: Mapping[str, Any], error: Exception
    ) -> list[Diagnostic]:
        """Everything that fails in a part, of which the first thing is known."""
        compiled = self._compiled[part][0]
        found: list[Diagnostic] = []
        self._mark_in(part, compiled, found, [])
        try:
            self._environment.missing.clear()
            self._make_template(self._compile_tolerant(part, self._trees[part])).render(values)
        except Exception:  # what nothing can go on after was told before
            self._environment.missing.clear()
        self._environment.mark_missing = None
        self._environment.fault_marks.clear()
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

    def _compile_source(self, part: str, tree: nodes.Template) -> CodeType:
        if self._draft:
            return self._compile_tolerant(part, tree)
        return self._environment.compile(tree, part, part)

    def _make_template(self, code: CodeType) -> Template:
        return Template.from_code(self._environment, code, self._environment.make_globals(None))

    def _explain_torn(self, part: str, compiled: CompiledPart, line: int) -> Diagnostic:
        place, typed = self._locate(part, compiled, line)
        return Diagnostic(
            "template-nesting",
            place,
            _("{tag} would cut a field of the document apart", tag=typed),
            published=typed,
            hint=_("put the whole field between the tags, or outside of them"),
        )

    def _helpers(self, later: Later, spelling: Spelling) -> dict[str, Any]:
        numbers = count(_FIRST_ANCHOR)
        dialect = self._dialect
        marks = self._environment.marks
        read = make_reader(dialect.shown_objects, dialect.cell_fill, marks)
        return {
            "_table": dialect.running_table,
            "_placed": partial(PlacedTable, dialect.running_table, dialect.cover, later, read),
            "_anchor": partial(self._put_bookmark, numbers),
            "_number": partial(self._number, later, spelling),
            "_filled": self._fill,
            "_count": count_text,
            **{name: partial(self._print, spell) for name, spell in SPELLINGS.items()},
            **spelling.helpers,
        }

    def _put_bookmark(self, numbers: Iterator[int], name: Any) -> Markup:
        """A bookmark of that name."""
        text = self._environment.write(name)
        if isinstance(text, Undefined):
            str(text)
            return Markup("")
        compiled, _code = self._compiled[self._part]
        place, typed = self._locate(self._part, compiled, find_template_line())
        self._bookmarks.add(check_bookmark(check_characters(str(text))), place, typed)
        return self._dialect.spell_anchor(str(text), next(numbers))

    def _number(self, later: Later, spelling: Spelling, *facts: Any) -> Markup:
        """What numbers a paragraph of a list, known when it is known which come before it."""
        spelling.check_number(*facts)
        line = find_template_line()

        def make() -> str:
            try:
                return spelling.number(*facts)
            except ValueError as error:
                raise MisplacedError(line, str(error)) from None

        return later.mark(make)

    def _print(self, spell: Callable[[str], str], value: Any) -> Markup:
        return self._environment.print_plain(value, spell)

    def _locate_links(self, spelling: Spelling) -> Iterator[tuple[str, Diagnostic]]:
        """The bookmarks to which links lead, with what is wrong where there is none."""
        for name, (part, line) in spelling.anchors.items():
            dead = MisplacedError(line, _("the document has no bookmark «{name}»", name=name))
            told = self._explain_failure(part, self._compiled[part][0], dead)
            yield name, add_whereabouts([told], self._dialect, self._parts, self._places)[0]

    def _fill(self, content: Markup) -> Markup:
        if self._dialect.ends_with_paragraph(content):
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


def _failing_line(error: Exception) -> int:
    """The line of the template source in which the error arose, 0 when unknown."""
    if isinstance(error, MisplacedError):
        return error.line
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
