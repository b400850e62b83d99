"""An office document with tags, ready to be filled again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path, PurePosixPath
from types import CodeType
from typing import Any

from jinja2 import Template, Undefined, nodes
from markupsafe import Markup

from reportgen.cache import Cache
from reportgen.choices import list_names
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.limits import MOST_STEPS
from reportgen.templating.charts.parts import ChartParts
from reportgen.templating.checks.failures import explain_failure, hint_at_missing
from reportgen.templating.checks.offered_names import Offer
from reportgen.templating.checks.paths import find_meant, find_paths, list_members
from reportgen.templating.checks.shapes import Shape, list_paths
from reportgen.templating.checks.tag_check import sort_by_place
from reportgen.templating.checks.whereabouts import add_whereabouts
from reportgen.templating.code.characters import check_characters
from reportgen.templating.code.effort import EffortError
from reportgen.templating.code.environment import (
    MissingName,
    StrictEnvironment,
    find_template_line,
)
from reportgen.templating.code.functions import make_functions
from reportgen.templating.code.pieces import Piece
from reportgen.templating.code.placing import place_values
from reportgen.templating.code.quick_code import QuickCode
from reportgen.templating.code.tolerant_code import TolerantGenerator
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.dialect import Dialect, Inclusion
from reportgen.templating.drafts.draft_code import DraftGenerator
from reportgen.templating.drafts.faults import Faults, ends_with_message
from reportgen.templating.drafts.red_parts import drop_left, print_faults
from reportgen.templating.drafts.red_shapes import add_red_shapes
from reportgen.templating.fields.counted_texts import count_text
from reportgen.templating.fields.field_places import SPELLINGS
from reportgen.templating.filled_text import FilledText, Filling
from reportgen.templating.finished_parts import FinishedPart
from reportgen.templating.inclusion.given_names import GivenNames
from reportgen.templating.inclusion.sources import InclusionError, Sources
from reportgen.templating.kept_templates import KeptTemplate
from reportgen.templating.opened_parts import prepare_parts
from reportgen.templating.packages.embedded import find_embedded
from reportgen.templating.packages.package import read_package
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.packages.wellformed import find_torn
from reportgen.templating.printed import Printed
from reportgen.templating.rich.bookmarks import Bookmarks, count_bookmarks
from reportgen.templating.rich.insertion import MisplacedError, Spelling, explain_dead
from reportgen.templating.rich.links import check_bookmark
from reportgen.templating.rich.pictures import PictureFolder
from reportgen.templating.rich.rich_text import BrokenPart, Rich
from reportgen.templating.tables import printed_rows
from reportgen.templating.tables.late_texts import Later
from reportgen.templating.tables.placed_table import PlacedTable
from reportgen.templating.tables.rowless_tables import (
    drop_marks,
    explain_rowless,
    fill_rowless,
    find_rowless,
)
from reportgen.templating.tables.shown_cells import make_reader
from reportgen.templating.tags.tags import Level, Tag

_FIRST_ANCHOR = 100_001
"""Bookmarks that the template brings along have lower numbers."""

_TABLE_COMMANDS = ("columns", "span", "colspan", "vm", "hm", "cellbg")
"""What a table is made by."""


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
        cache: Cache | None = None,
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
        :param cache: keeps what was compiled for later processes.
        """
        self.name = name or path.as_posix()
        self._dialect, self._filters, self._content = dialect, filters, content
        self._chain, self._cache = (*chain, path.resolve()), cache
        self._sources: Sources[OfficeTemplate] = Sources(self._chain, self._make_source)
        self._environment = StrictEnvironment(dialect.escape, filters, dialect.read)
        self.faults: list[Diagnostic] = []
        self._draft, self._included = draft, list[Diagnostic]()
        known = self._environment
        functions = make_functions(known.write, PictureFolder(content))
        known.globals.update(functions)
        self._offer = Offer(known.filters, known.tests, tuple(filters), names)
        self._filter_names = (frozenset(known.filters), frozenset(known.tests), draft)
        self._roots = list_paths(names or {}) if roots is None else tuple(roots)
        read = read_package(path, self.name)
        self._kept = self._find_kept(read)
        self._parts = self._kept.parts or prepare_parts(read, dialect, self.name)
        self._compiled: dict[str, tuple[CompiledPart, Template]] = {}
        self._finished: dict[str, FinishedPart] = {}
        self._names: tuple[str, ...] = ()
        self._given = GivenNames()
        self._places: dict[SourceRef, int] = {}
        self._charts: set[tuple[str, str]] = set()
        self._bookmarks, self._part = Bookmarks(), ""
        self._compile_parts()

    def render(self, context: Mapping[str, Any]) -> Rendering:
        """The document filled with the context.

        :raises DataError: with every undefined name, or the tag whose code failed.
        """
        self._environment.faults = Faults()
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
        environment, is_whole = self._environment, len(self._chain) == 1
        if self._draft:
            self._included.clear()
            environment.attempts.keep_chart = charts.keep
            if is_whole:
                spelling.note_anchor = environment.faults.mark_tentatively
        for part in self._compiled:
            inclusion.part = self._part = part
            if self._draft:
                self._mark_in(part, self._compiled[part][0], diagnostics)
                spelling.refuse = environment.mark_failure
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
        dead_links: list[str] = []
        if is_whole and self._bookmarks:
            joined = {part: "".join(text.read()).encode() for part, text in (texts or {}).items()}
            counts = count_bookmarks({**rendered, **joined}, spelling.bookmark)
            dead_links = self._bookmarks.find_dead(counts)
            diagnostics.extend(self._bookmarks.check(counts))
        if self._draft and not failed:
            environment.faults.settle(f"[{explain_dead(name)}]" for name in dead_links)
            print_faults(
                rendered, list(self._compiled), environment.faults, self._dialect, is_whole
            )
        told = sort_by_place((*diagnostics, *self._included), self._places)
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
            drop_left(rendered)
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
            before = len(diagnostics)  # a table without a row is printed
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
        try:
            source._environment.faults = self._environment.faults
            parts = source._fill_parts({**context, **values}, effort.left)
        except DataError:
            effort.spend(source._environment.effort.spent if self._draft else 0)
            raise
        effort.spend(source._environment.effort.spent)
        self._included.extend(source.faults)
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
            self._draft,
            cache=self._cache,
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
        compiled = self._compiled[part][0]
        is_looked_at = self._draft or compiled.rowless or compiled.printed_rows
        return not is_looked_at and part in self.bodies and self._finished[part].is_balanced

    def _check_rows(self, part: str, text: str, diagnostics: list[Diagnostic]) -> str:
        """The text without the marks of tables that may lack rows; those that do are told."""
        rowless = self._compiled[part][0].rowless
        if not rowless:
            return text
        if self._draft:
            return fill_rowless(text, lambda at: self._mark_rowless(rowless[at], diagnostics))
        diagnostics.extend(explain_rowless(rowless[at]) for at in sorted(find_rowless(text)))
        return drop_marks(text)

    def _mark_rowless(self, tag: Tag, diagnostics: list[Diagnostic]) -> str:
        found = explain_rowless(tag)
        diagnostics.append(found)
        return self._environment.faults.mark((tag.place, found.message), f"[{found.message}]")

    def mentions(self, name: str) -> bool:
        """Whether a tag of the template uses a name."""
        own = any(name in compiled.source for compiled, _code in self._compiled.values())
        return own or any(source.mentions(name) for source in self._sources)

    def list_members(self, name: str) -> frozenset[str] | None:
        """The members of a name that the tags print, or None where they may print any."""
        found = [part.members[name] for part in self._finished.values() if name in part.members]
        inside = [source.list_members(name) for source in self._sources]
        if None in (*found, *inside):
            return None
        return frozenset[str]().union(*filter(None, (*found, *inside)))

    def _compile_parts(self) -> None:
        diagnostics: list[Diagnostic] = []
        self.bodies = tuple(self._dialect.list_bodies(self._parts))
        for part, finished in self._kept.finished.items():
            self._take(part, finished)
        if not self._kept.parts:
            diagnostics.extend(self._compile_anew())
        for part, finished in self._finished.items():
            diagnostics.extend(self._compile_sources(part, finished))
        diagnostics.extend(find_embedded(self.name, self._parts))
        raise_errors(diagnostics)

    def _compile_anew(self) -> list[Diagnostic]:
        """Compile every part, to be kept where nothing is wrong with any."""
        from reportgen.templating.part_compilation import PartCompilation

        compilation = PartCompilation(
            self._dialect,
            self.name,
            self._parts,
            replace(self._offer, names=self._kept.names),
            self._roots,
            self._environment,
            self._compile_source,
            self._filter_names,
        )
        for part, finished in compilation.compile(self.bodies):
            self._take(part, finished)
        if not compilation.diagnostics:
            self._kept.write(self._parts, self._finished)
        return compilation.diagnostics

    def _find_kept(self, parts: Mapping[str, bytes]) -> KeptTemplate:
        """The template as an earlier process has compiled it; a draft is compiled anew.

        :param parts: those of its file.
        """
        lists = (self._roots, sorted(self._offer.filters), sorted(self._offer.tests))
        dialect = type(self._dialect).__name__
        facts: list[str | bytes] = [self.name, dialect, repr((*lists, self._offer.own))]
        for part, data in parts.items():
            facts += [part, data]
        return KeptTemplate(None if self._draft else self._cache, self._offer.names, facts)

    def _take(self, part: str, finished: FinishedPart) -> None:
        """Add a part without mistakes to those that are rendered."""
        self._finished[part] = finished
        self._compiled[part] = finished.compiled, self._make_template(finished.code)
        self._charts.update(finished.charts)
        self._places |= finished.places
        self._given.add(finished.calls)

    def _compile_sources(self, part: str, finished: FinishedPart) -> Iterator[Diagnostic]:
        """Compile the documents that tags put in by name; what is wrong with them."""
        for call in finished.calls:
            if call.name is not None:
                try:
                    self._sources.find(call.name, self._given.find(call.name))
                except DataError as error:
                    yield from error.diagnostics
                except InclusionError as error:
                    place, typed = self._locate(part, finished.compiled, call.line)
                    problem = _("{tag}: {problem}", tag=typed, problem=str(error))
                    yield Diagnostic("template-subdocument", place, problem, published=typed)

    def _compile_tolerant(self, part: str, tree: nodes.Template) -> CodeType:
        """Code that goes on where a tag fails."""
        environment = self._environment
        environment.code_generator_class = DraftGenerator if self._draft else TolerantGenerator
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
        self._mark_in(part, compiled, found)
        try:
            self._environment.missing.clear()
            tree = self._environment.parse(compiled.source, part, part)
            code = self._compile_tolerant(part, place_values(tree, compiled.find_tag))
            self._make_template(code).render(values)
        except Exception:  # what nothing can go on after was told before
            self._environment.missing.clear()
        self._environment.mark_missing = None
        self._environment.fault_marks.clear()
        first = self._explain_failure(part, compiled, error)
        return found if first in found else [first, *found]

    def _mark_in(self, part: str, compiled: CompiledPart, found: list[Diagnostic]) -> None:
        """Let what fails in a part print its message, and add it to what was found."""
        stopped: list[Exception] = []
        known = set(found)

        def mark_failure(error: Exception, is_deep: bool = True) -> str:
            line = error.line if isinstance(error, MisplacedError) else find_template_line()
            tag = compiled.find_tag(line)
            was_stopped = error in stopped and not self._draft
            if was_stopped or self._stops(error, tag, is_deep):
                stopped.append(error)
                raise error
            told = self._list_told(part, compiled, line, error)
            if not self._follows(error):
                found.extend(one for one in told if one not in known)
                known.update(told)
            return Markup("".join(self._mark(line, tag, problem) for problem in told.values()))

        def mark_missing(missing: MissingName) -> str:
            tag = compiled.find_tag(missing.line)
            paths = list(find_paths(tag, missing.name)) if tag else []
            name = paths[0] if paths else missing.name
            problem = missing.gap or _("{name} is not defined", name=name)
            return Markup(self._mark(missing.line, tag, problem))

        self._environment.mark_failure = mark_failure
        self._environment.mark_missing = mark_missing

    def _stops(self, error: Exception, tag: Tag | None, is_deep: bool) -> bool:
        """Whether nothing can be printed in place of the statement that failed.

        :param is_deep: whether it stands in a prototype, which may have called itself.
        """
        if self._draft:
            return isinstance(error, RecursionError) and is_deep
        in_table = tag is not None and tag.command in _TABLE_COMMANDS
        return in_table or isinstance(error, EffortError | RecursionError)

    def _follows(self, error: Exception) -> bool:
        """Whether the failure only follows from a limit that was passed before."""
        if not isinstance(error, EffortError) or not self._environment.effort.is_exhausted:
            return False
        faults = self._environment.faults
        was_passed, faults.passed_limit = faults.passed_limit, True
        return was_passed

    def _list_told(
        self, part: str, compiled: CompiledPart, line: int, error: Exception
    ) -> dict[Diagnostic, str]:
        """What is told of a failure, and what is printed of each."""
        if isinstance(error, DataError):  # of a document that was to be put in
            return {one: one.message for one in error.diagnostics}
        place, typed = self._locate(part, compiled, line)
        explained = explain_failure(error)
        problem = self._environment.faults.take_out(explained.problem)[0]
        return {describe_failure(place, typed, problem, explained.hint): problem}

    def _mark(self, line: int, tag: Tag | None, problem: str) -> str:
        """The mark for a message of a draft."""
        is_shaping = tag is not None and (tag.level is Level.CELL or tag.command in _TABLE_COMMANDS)
        key = self.name, line, tag.place if tag else None, problem
        return self._environment.faults.mark(key, f"[{problem}]", is_shaping)

    def _compile_source(self, part: str, tree: nodes.Template) -> CodeType:
        if self._draft:
            return self._compile_tolerant(part, tree)
        return self._environment.compile(tree, part, part)

    def _make_template(self, code: CodeType) -> Template:
        return Template.from_code(self._environment, code, self._environment.make_globals(None))

    def _helpers(self, later: Later, spelling: Spelling) -> dict[str, Any]:
        numbers = count(_FIRST_ANCHOR)
        dialect = self._dialect
        marks = self._environment.marks
        read = make_reader(dialect.shown_objects, dialect.cell_fill, marks)
        return {
            "_table": lambda total, weights, _own=(): dialect.running_table(total, weights),
            "_placed": partial(PlacedTable, dialect.running_table, dialect.cover, later, read),
            "_anchor": partial(self._put_bookmark, numbers),
            "_number": partial(self._number, later, spelling),
            "_filled": self._fill,
            "_count": lambda xml: count_text(self._environment.faults.take_out(xml)[0]),
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
            dead = MisplacedError(line, explain_dead(name))
            told = self._explain_failure(part, self._compiled[part][0], dead)
            yield name, add_whereabouts([told], self._dialect, self._parts, self._places)[0]

    def _fill(self, content: Markup) -> Markup:
        if self._dialect.ends_with_paragraph(content) or ends_with_message(content):
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
