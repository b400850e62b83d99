"""One filling of a template: its code is run, and what it printed becomes the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from jinja2 import Template, Undefined
from markupsafe import Markup

from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.templating.charts.parts import ChartParts
from reportgen.templating.checks.tag_check import sort_by_place
from reportgen.templating.checks.whereabouts import add_whereabouts
from reportgen.templating.code.characters import check_characters
from reportgen.templating.code.effort import EffortError
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.templating.code.pieces import Piece
from reportgen.templating.code.running_code import find_template_line
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.dialect import Dialect
from reportgen.templating.drafts.faults import ends_with_message
from reportgen.templating.drafts.red_parts import drop_left, print_faults
from reportgen.templating.drafts.red_shapes import add_red_shapes
from reportgen.templating.failure_reports import FailureReports
from reportgen.templating.fields.counted_texts import count_text
from reportgen.templating.fields.field_places import SPELLINGS
from reportgen.templating.filled_text import FilledText
from reportgen.templating.finished_parts import FinishedPart
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.packages.wellformed import find_torn
from reportgen.templating.rich.bookmarks import Bookmarks, count_bookmarks
from reportgen.templating.rich.insertion import MisplacedError, explain_dead
from reportgen.templating.rich.links import check_bookmark
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


@dataclass(slots=True)
class PreparedTemplate:
    """All that filling needs of a template.

    :ivar parts: every part of the file; :ivar bodies: the names of those that hold paragraphs.
    :ivar finished: the parts that are filled; :ivar templates: their code.
    :ivar places: every paragraph that holds a brace, with its number.
    :ivar charts: those that a tag feeds.
    :ivar is_whole: whether it is no document that another puts in.
    :ivar find_source: the document that a tag puts in, by its name and the names of the values
        that only it can print.
    :ivar make_tolerant: the code of a part that goes on where a tag fails.
    """

    name: str
    dialect: Dialect
    environment: StrictEnvironment
    parts: Mapping[str, bytes]
    bodies: tuple[str, ...]
    finished: Mapping[str, FinishedPart]
    templates: Mapping[str, Template]
    places: Mapping[SourceRef, int]
    charts: frozenset[tuple[str, str]]
    is_draft: bool
    is_whole: bool
    find_source: Callable[[str, frozenset[str]], PreparedTemplate]
    make_tolerant: Callable[[str], Template]

    def compiled(self, part: str) -> CompiledPart:
        """The code of a part, with its tags."""
        return self.finished[part].compiled


class FillingRun:
    """Fills a template once.

    :param texts: gets the parts that may stay in pieces; they are as in the template, then.
    :ivar faults: what failed, in a draft.
    :ivar bookmarks: those that tags made, and the links.
    """

    def __init__(
        self,
        template: PreparedTemplate,
        context: Mapping[str, Any],
        texts: dict[str, FilledText] | None = None,
    ) -> None:
        self._template, self._context, self._texts = template, context, texts
        self._environment, self._dialect = template.environment, template.dialect
        self.faults: list[Diagnostic] = []
        self.bookmarks = Bookmarks()
        self._told: list[Diagnostic] = []
        self._included: list[Diagnostic] = []
        self._failed: list[str] = []
        self._rendered = dict(template.parts)
        self._part = ""
        self._reports = FailureReports(template.name, template.environment, template.is_draft)
        self._later = Later()
        shared = SharedParts(template.parts)
        self._charts = ChartParts(template.parts, template.charts, template.environment.write)
        self._inclusion = self._dialect.make_inclusion(shared)
        self._spelling = self._dialect.make_spelling(shared)
        self._finishing = (shared, self._inclusion, self._charts, self._spelling)

    def fill(self, steps: int) -> dict[str, bytes]:
        """The parts of the document before its ids are numbered.

        :param steps: how many the code may take.
        :raises DataError: with everything that is wrong, unless a draft can print it.
        """
        self._environment.printed.clear()
        self._environment.effort.begin(steps)
        if self._template.is_draft:
            self._environment.attempts.keep_chart = self._charts.keep
            if self._template.is_whole:
                self._spelling.note_anchor = self._environment.faults.mark_tentatively
        values = {**self._context, **self._helpers(), "_chart": self._charts.use}
        values["subdoc"] = self._include
        for part in self._template.finished:
            if not self._fill_part(part, values):
                break
        self._settle_links()
        found = add_whereabouts(
            sort_by_place((*self._told, *self._included), self._template.places),
            self._dialect,
            self._template.parts,
            self._template.places,
        )
        if not self._template.is_draft or self._failed:
            raise_errors(found)
        self.faults = found
        self._finish()
        return self._rendered

    def _fill_part(self, part: str, values: Mapping[str, Any]) -> bool:
        """Fill a part, or tell why it can't be; whether the others are worth a look."""
        self._inclusion.part = self._part = part
        compiled = self._template.compiled(part)
        if self._template.is_draft:
            self._reports.mark_in(part, compiled, self._told)
            self._spelling.refuse = self._environment.mark_failure
        try:
            text = self._render_part(part, values)
        except DataError as error:  # of a document that was to be put in
            self._failed.append(part)
            self._told.extend(error.diagnostics)
        except Exception as error:  # whatever the code in a tag raised
            self._failed.append(part)
            self._told.extend(self._list_failures(part, values, error))
            if isinstance(error, EffortError):
                return False
        else:
            if text is not None:
                self._rendered[part] = self._finish_part(part, text).encode()
        names = tuple(self._context)
        self._told.extend(self._reports.explain_missing(part, compiled, names))
        return True

    def _render_part(self, part: str, values: Mapping[str, Any]) -> str | None:
        """A part filled, with what was known only in the end; None where it stays in pieces."""
        environment = self._environment
        environment.missing.clear()
        environment.marks.clear()
        pieces = environment.list_pieces(self._template.templates[part], values)
        marks = environment.marks
        if self._texts is not None and not (marks or self._later.is_used) and self._may_stay(part):
            kept = self._dialect.keep_pieces(pieces, self._template.compiled(part).source)
            if kept is not None:
                self._texts[part] = kept
                return None
        text = self._later.resolve("".join(pieces))
        return self._spelling.insert(part, text, marks) if marks else text

    def _may_stay(self, part: str) -> bool:
        """Whether a part without marks is fine as its code prints it, whatever the data."""
        finished = self._template.finished[part]
        compiled = finished.compiled
        is_looked_at = self._template.is_draft or compiled.rowless or compiled.printed_rows
        return not is_looked_at and part in self._template.bodies and finished.is_balanced

    def _list_failures(
        self, part: str, values: Mapping[str, Any], error: Exception
    ) -> list[Diagnostic]:
        """Everything that fails in a part, of which the first thing is known."""
        compiled = self._template.compiled(part)
        found: list[Diagnostic] = []
        self._reports.mark_in(part, compiled, found)
        try:
            self._environment.missing.clear()
            self._template.make_tolerant(part).render(values)
        except Exception:  # what nothing can go on after was told before
            self._environment.missing.clear()
        self._environment.mark_missing = None
        self._environment.fault_marks.clear()
        first = self._reports.explain(part, compiled, error)
        return found if first in found else [first, *found]

    def _finish_part(self, part: str, text: str) -> str:
        """A part that was filled, without marks; what is wrong with it as a whole is told."""
        before = len(self._told)
        finished = self._dialect.finish(self._check_rows(part, text))
        if printed := self._template.compiled(part).printed_rows:
            self._told.extend(printed_rows.find_uneven(self._dialect, finished, printed))
            finished = printed_rows.drop_marks(finished)
        if self._template.is_draft:
            before = len(self._told)  # a table without a row is printed
        if torn := find_torn(finished.encode(), self._template.name, part):
            self._told.append(torn)
        if len(self._told) > before:
            self._failed.append(part)
        return finished

    def _check_rows(self, part: str, text: str) -> str:
        """The text without the marks of tables that may lack rows; those that do are told."""
        rowless = self._template.compiled(part).rowless
        if not rowless:
            return text
        if self._template.is_draft:
            return fill_rowless(text, lambda at: self._mark_rowless(rowless[at]))
        self._told.extend(explain_rowless(rowless[at]) for at in sorted(find_rowless(text)))
        return drop_marks(text)

    def _mark_rowless(self, tag: Tag) -> str:
        found = explain_rowless(tag)
        self._told.append(found)
        return self._environment.faults.mark((tag.place, found.message), f"[{found.message}]")

    def _settle_links(self) -> None:
        """Tell links that lead nowhere; print what failed, in a draft."""
        self.bookmarks.add_links(self._locate_links())
        dead: list[str] = []
        is_whole = self._template.is_whole
        if is_whole and self.bookmarks:
            texts = (self._texts or {}).items()
            joined = {part: "".join(text.read()).encode() for part, text in texts}
            counts = count_bookmarks({**self._rendered, **joined}, self._spelling.bookmark)
            dead = self.bookmarks.find_dead(counts)
            self._told.extend(self.bookmarks.check(counts))
        if self._template.is_draft and not self._failed:
            faults, parts = self._environment.faults, list(self._template.finished)
            faults.settle(f"[{explain_dead(name)}]" for name in dead)
            print_faults(self._rendered, parts, faults, self._dialect, is_whole)

    def _locate_links(self) -> Iterator[tuple[str, Diagnostic]]:
        """The bookmarks to which links lead, with what is wrong where there is none."""
        template = self._template
        for name, (part, line) in self._spelling.anchors.items():
            dead = MisplacedError(line, explain_dead(name))
            told = self._reports.explain(part, template.compiled(part), dead)
            yield (
                name,
                add_whereabouts([told], self._dialect, template.parts, template.places)[0],
            )

    def _finish(self) -> None:
        """What is known when all parts are filled."""
        if self._template.is_whole:
            for part in self._template.finished.keys() - (self._texts or {}).keys():
                self._rendered[part] = self._dialect.settle_bookmarks(self._rendered[part])
        for each in self._finishing:
            each.finish(self._rendered)
        if self._template.is_draft:
            add_red_shapes(self._rendered)
            drop_left(self._rendered)

    def _include(self, name: str, **values: Any) -> Piece:
        """The paragraphs and tables of another document, filled with the same values.

        :param values: what only that document can print.
        """
        source = self._template.find_source(name, frozenset(values))
        effort, inside = self._environment.effort, source.environment
        inside.faults = self._environment.faults
        run = FillingRun(source, {**self._context, **values})
        try:
            parts = run.fill(effort.left)
        except DataError:
            effort.spend(inside.effort.spent if self._template.is_draft else 0)
            raise
        effort.spend(inside.effort.spent)
        self._included.extend(run.faults)
        inserted = self._inclusion.insert(parts, name)
        if self._dialect.page_break.search(inserted):
            inserted = str(self._environment.mark(Rich((BrokenPart(),)))) + inserted
        self._environment.printed.extend(inside.printed)
        self.bookmarks.merge(run.bookmarks)
        return Piece(inserted, Level.PARAGRAPH)

    def _helpers(self) -> dict[str, Any]:
        """What the engine's own code in a template calls."""
        numbers = count(_FIRST_ANCHOR)
        dialect, environment = self._dialect, self._environment
        read = make_reader(dialect.shown_objects, dialect.cell_fill, environment.marks)
        return {
            "_table": lambda total, weights, _own=(): dialect.running_table(total, weights),
            "_placed": partial(
                PlacedTable, dialect.running_table, dialect.cover, self._later, read
            ),
            "_anchor": partial(self._put_bookmark, numbers),
            "_number": self._number,
            "_filled": self._fill,
            "_count": lambda xml: count_text(environment.faults.take_out(xml)[0]),
            **{name: partial(self._print, spell) for name, spell in SPELLINGS.items()},
            **self._spelling.helpers,
        }

    def _put_bookmark(self, numbers: Iterator[int], name: Any) -> Markup:
        """A bookmark of that name."""
        text = self._environment.write(name)
        if isinstance(text, Undefined):
            str(text)
            return Markup("")
        compiled = self._template.compiled(self._part)
        place, typed = self._reports.locate(self._part, compiled, find_template_line())
        self.bookmarks.add(check_bookmark(check_characters(str(text))), place, typed)
        return self._dialect.spell_anchor(str(text), next(numbers))

    def _number(self, *facts: Any) -> Markup:
        """What numbers a paragraph of a list, known when it is known which come before it."""
        self._spelling.check_number(*facts)
        line = find_template_line()

        def make() -> str:
            try:
                return self._spelling.number(*facts)
            except ValueError as error:
                raise MisplacedError(line, str(error)) from None

        return self._later.mark(make)

    def _print(self, spell: Callable[[str], str], value: Any) -> Markup:
        return self._environment.print_plain(value, spell)

    def _fill(self, content: Markup) -> Markup:
        """What is printed where a paragraph has to end it."""
        if self._dialect.ends_with_paragraph(content) or ends_with_message(content):
            return content
        return content + Markup(self._dialect.empty_paragraph)
