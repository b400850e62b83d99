"""An office document with tags, ready to be filled again and again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import CodeType
from typing import Any

from jinja2 import Template, nodes

from reportgen.cache import Cache
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.limits import MOST_STEPS
from reportgen.templating.checks.offered_names import Offer
from reportgen.templating.checks.shapes import Shape, list_paths
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.templating.code.functions import make_functions
from reportgen.templating.code.placing import place_values
from reportgen.templating.code.quick_code import QuickCode
from reportgen.templating.code.tolerant_code import TolerantGenerator
from reportgen.templating.dialect import Dialect
from reportgen.templating.drafts.draft_code import DraftGenerator
from reportgen.templating.drafts.faults import Faults
from reportgen.templating.failure_reports import FailureReports
from reportgen.templating.filled_text import FilledText, Filling
from reportgen.templating.filling_run import FillingRun, PreparedTemplate
from reportgen.templating.finished_parts import FinishedPart
from reportgen.templating.inclusion.given_names import GivenNames
from reportgen.templating.inclusion.sources import InclusionError, Sources
from reportgen.templating.kept_templates import KeptTemplate
from reportgen.templating.opened_parts import prepare_parts
from reportgen.templating.packages.embedded import find_embedded
from reportgen.templating.packages.package import read_package
from reportgen.templating.printed import Printed
from reportgen.templating.rich.pictures import PictureFolder


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
        self._draft = draft
        known = self._environment
        functions = make_functions(known.write, PictureFolder(content))
        known.globals.update(functions)
        self._offer = Offer(known.filters, known.tests, tuple(filters), names)
        self._filter_names = (frozenset(known.filters), frozenset(known.tests), draft)
        self._roots = list_paths(names or {}) if roots is None else tuple(roots)
        read = read_package(path, self.name)
        self._kept = self._find_kept(read)
        self._parts = self._kept.parts or prepare_parts(read, dialect, self.name)
        self._finished: dict[str, FinishedPart] = {}
        self._templates: dict[str, Template] = {}
        self._given = GivenNames()
        self._places: dict[SourceRef, int] = {}
        self._charts: set[tuple[str, str]] = set()
        self._compile_parts()
        self._prepared = self._prepare()

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
        self._environment.faults = Faults()
        run = FillingRun(self._prepared, context, texts)
        parts, ids = run.fill(MOST_STEPS), 1
        self.faults = run.faults
        for part in self._finished:
            if parts[part] is not self._parts[part]:
                texts.pop(part, None)
            text = texts.get(part) or FilledText([parts[part].decode()])
            text.first = ids
            ids += text.ids
            if part not in texts and text.ids:
                parts[part] = str(text).encode()
        return Filling(parts, texts, tuple(self._environment.printed))

    def _prepare(self) -> PreparedTemplate:
        return PreparedTemplate(
            self.name,
            self._dialect,
            self._environment,
            self._parts,
            self.bodies,
            self._finished,
            self._templates,
            self._places,
            frozenset(self._charts),
            is_draft=self._draft,
            is_whole=len(self._chain) == 1,
            find_source=self._find_source,
            make_tolerant=self._make_tolerant,
        )

    def _find_source(self, name: str, given: frozenset[str]) -> PreparedTemplate:
        """A document that a tag puts in.

        :param given: the names of the values that it is given there.
        """
        return self._sources.find(name, self._given.find(name).union(given))._prepared

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

    def mentions(self, name: str) -> bool:
        """Whether a tag of the template uses a name, or a member of that name."""
        own = any(name in part.names for part in self._finished.values())
        return own or any(source.mentions(name) for source in self._sources)

    def list_kinds(self) -> frozenset[str] | None:
        """The kinds of blocks between which it chooses, or None where it may print any."""
        kinds = [part.kinds for part in self._finished.values()]
        kinds += [source.list_kinds() for source in self._sources]
        if None in kinds:
            return None
        return frozenset[str]().union(*filter(None, kinds))

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
        self._templates[part] = self._make_template(finished.code)
        self._charts.update(finished.charts)
        self._places |= finished.places
        self._given.add(finished.calls)

    def _compile_sources(self, part: str, finished: FinishedPart) -> Iterator[Diagnostic]:
        """Compile the documents that tags put in by name; what is wrong with them."""
        reports = FailureReports(self.name, self._environment, self._draft)
        for call in finished.calls:
            if call.name is not None:
                try:
                    self._sources.find(call.name, self._given.find(call.name))
                except DataError as error:
                    yield from error.diagnostics
                except InclusionError as error:
                    place, typed = reports.locate(part, finished.compiled, call.line)
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

    def _make_tolerant(self, part: str) -> Template:
        """The code of a part that goes on where a tag fails."""
        compiled = self._finished[part].compiled
        tree = self._environment.parse(compiled.source, part, part)
        code = self._compile_tolerant(part, place_values(tree, compiled.find_tag))
        return self._make_template(code)

    def _compile_source(self, part: str, tree: nodes.Template) -> CodeType:
        if self._draft:
            return self._compile_tolerant(part, tree)
        return self._environment.compile(tree, part, part)

    def _make_template(self, code: CodeType) -> Template:
        return Template.from_code(self._environment, code, self._environment.make_globals(None))
