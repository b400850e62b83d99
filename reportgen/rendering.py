"""Every format that was asked for, rendered to bytes before anything is written.

The renderer of a format, and the libraries it needs, are loaded when the format is rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from reportgen.cache import open_cache
from reportgen.diagnostics import DataError, Diagnostic, Severity, SourceRef, raise_errors
from reportgen.formats import ANNEX_FORMATS, Document, Format, find_template, name_table
from reportgen.i18n import translate as _
from reportgen.model.report import Notation
from reportgen.readers.folder_files import CONTENT
from reportgen.renderers.metadata import Metadata, date_title
from reportgen.state import State
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.checks.shapes import Shape
from reportgen.templating.dialect import Dialect
from reportgen.templating.formats.owpml import HangulDialect
from reportgen.templating.formats.wordprocessing import WordDialect
from reportgen.views.annex_profile import check_profile, choose_sheets
from reportgen.views.descriptions import Description
from reportgen.views.formatting import Formatter
from reportgen.views.names import OutlineChapter
from reportgen.views.sums import NOTE, list_noted
from reportgen.views.text_sources import TextSources

Progress = Callable[[str], None]
Placed = tuple[Printed, dict[str, str]]

_REPORT, _AMENDMENT = "보고서", "추가경정예산서"
"""What sort of document a file says it is."""

DIALECTS: Mapping[Format, Callable[[], Dialect]] = {
    Format.DOCX: WordDialect,
    Format.HWPX: HangulDialect,
}


@dataclass(slots=True)
class Rendered:
    """Finished files by name, and what each of them prints where."""

    files: dict[str, bytes] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    sheets: dict[str, int] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    printed: dict[str, list[Placed]] = field(default_factory=dict)

    def add(self, name: str, data: bytes, started: float, printed: Iterable[Placed]) -> None:
        """Keep one finished file."""
        self.files[name] = data
        self.seconds[name] = perf_counter() - started
        self.printed[name] = list(printed)


class TemplateSet:
    """The templates that the formats need, compiled; ``diagnostics`` has their mistakes."""

    def __init__(
        self,
        root: Path,
        formats: tuple[Format, ...],
        formatter: Formatter | None,
        documents: tuple[Document, ...] = (Document.REPORT,),
        names: Mapping[Document, Mapping[str, Shape]] | None = None,
        project: Path | None = None,
        draft: bool = False,
    ) -> None:
        """Compile what is needed.

        :param root: the folder that has ``templates``.
        :param project: the folder that has ``content``, where it is not the same.
        :param names: what the templates of each document may use, to hold theirs against it.
        :param draft: print what fails in its place, and go on.
        """
        self.diagnostics: list[Diagnostic] = []
        self.workbook = root / Format.XLSX.template
        self._templates: dict[tuple[Document, Format], OfficeTemplate] = {}
        self._content = (project or root) / CONTENT
        self._filters = (formatter or Formatter(Notation())).filters()
        self._names = names or {}
        self._draft = draft
        self.looked_at: list[tuple[Document, Format]] = []
        needed = {Format.HWPX if form is Format.HWP else form for form in formats}
        for document in documents:
            for form in DIALECTS:
                if form in needed:
                    self._compile(root, document, form)
        if Format.XLSX in needed and not self.workbook.is_file():
            self.diagnostics.append(_explain_missing(self.workbook))

    def _compile(self, root: Path, document: Document, form: Format) -> None:
        name = find_template(root, form, document)
        self.looked_at.append((document, form))
        try:
            template = OfficeTemplate(
                root / name,
                DIALECTS[form](),
                self._filters,
                name,
                self._names.get(document),
                content=self._content,
                draft=self._draft,
                cache=open_cache(),
            )
        except DataError as error:
            self.diagnostics.extend(error.diagnostics)
        else:
            self._templates[document, form] = template

    def find_silent(self, documents: Mapping[Document, Mapping[str, Any]]) -> Iterator[Diagnostic]:
        """The templates that print nothing of why amounts don't add up, where they don't.

        :param documents: what the templates of each document see.
        """
        for (document, _form), template in self._templates.items():
            tables = list_noted(documents[document])
            if tables and not template.mentions(NOTE):
                yield Diagnostic(
                    "rounding-note",
                    SourceRef(template.name),
                    _(
                        "amounts of {tables} do not add up as they are printed, and the "
                        "template prints no note",
                        tables=", ".join(tables),
                    ),
                    hint=_("write {tag} below the table", tag=f"{{{{ {tables[0]}.{NOTE} }}}}"),
                    severity=Severity.WARNING,
                )

    def list_faults(self) -> list[Diagnostic]:
        """What failed while drafts were filled, and was printed in its place."""
        return [fault for template in self._templates.values() for fault in template.faults]

    def list_templates(self, document: Document = Document.REPORT) -> list[OfficeTemplate]:
        """The templates of a document that could be compiled."""
        return [one for (found, _), one in self._templates.items() if found == document]

    def find(self, form: Format, document: Document = Document.REPORT) -> OfficeTemplate:
        """The template of one document in one format."""
        return self._templates[document, form]


def render_formats(
    formats: tuple[Format, ...], templates: TemplateSet, state: State, progress: Progress
) -> Rendered:
    """The files of every document in every format.

    :raises DataError: with the mistakes that the templates show once they are filled.
    """
    rendered = Rendered()
    problems: list[Diagnostic] = []
    for document in state.documents:
        job = _Job(document, formats, templates, state, rendered)
        for form in _order(formats):
            if form in ANNEX_FORMATS and document != Document.REPORT:
                continue
            progress(form.name_file(document))
            try:
                job.render(form)
            except DataError as error:
                problems.extend(error.diagnostics)
    if problems:
        raise DataError(tuple(problems))
    return rendered


def _order(formats: tuple[Format, ...]) -> list[Format]:
    """What has to be rendered: the HWPX once, for itself and for the HWP."""
    return list(dict.fromkeys(Format.HWPX if form is Format.HWP else form for form in formats))


@dataclass(frozen=True, slots=True)
class _Job:
    """Renders one document."""

    document: Document
    formats: tuple[Format, ...]
    templates: TemplateSet
    state: State
    rendered: Rendered

    def render(self, form: Format) -> None:
        """Add the files of one format."""
        steps = {
            Format.DOCX: self._render_docx,
            Format.HWPX: self._render_hangul,
            Format.XLSX: self._render_workbook,
            Format.CSV: self._render_tables,
            Format.MD: self._render_markdown,
        }
        steps[form]()

    def _render_docx(self) -> None:
        from reportgen.renderers.docx import render_docx
        from reportgen.renderers.page_starts import count_page_starts

        started = perf_counter()
        template = self.templates.find(Format.DOCX, self.document)
        data, printed = render_docx(template, self._view, self._metadata)
        name = Format.DOCX.name_file(self.document)
        self.rendered.pages[name] = count_page_starts(data)
        self._add_document(name, data, started, printed)

    def _render_hangul(self) -> None:
        from reportgen.renderers.hwpx import render_hwpx
        from reportgen.renderers.page_starts import count_page_starts

        started = perf_counter()
        template = self.templates.find(Format.HWPX, self.document)
        data, printed = render_hwpx(template, self._view, self._metadata)
        pages = count_page_starts(data)
        for form in (Format.HWPX, Format.HWP):
            if form in self.formats:
                name = form.name_file(self.document)
                finished = _convert_hwp(data) if form is Format.HWP else data
                self.rendered.pages[name] = pages
                self._add_document(name, finished, started, printed)
            started = perf_counter()

    def _add_document(
        self, name: str, data: bytes, started: float, printed: Iterable[Printed]
    ) -> None:
        """Keep a document, with what its properties show, too."""
        self.rendered.add(name, data, started, _without_cells((*printed, *self._metadata.printed)))

    def _render_workbook(self) -> None:
        from reportgen.renderers.xlsx import render_xlsx

        started = perf_counter()
        workbook = render_xlsx(
            self.state.annexes,
            self.state.context.figures,
            self.templates.workbook,
            modified=self.state.base_date,
            name=Format.XLSX.template,
        )
        placed = [(cell, {"sheet": sheet, "cell": at}) for cell, sheet, at in workbook.places]
        placed += _without_cells(self._metadata.printed)
        name = Format.XLSX.file_name
        self.rendered.add(name, workbook.data, started, placed)
        self.rendered.sheets[name] = len(self.state.annexes.sheets) + 1

    def _render_tables(self) -> None:
        from reportgen.renderers.csv_tables import render_table

        state, problems = self.state, list[Diagnostic]()
        profile = state.folder.report.csv
        raise_errors(check_profile(state.annexes, profile))
        sources = TextSources(state.folder, state.entries)
        for sheet in choose_sheets(state.annexes, profile):
            started = perf_counter()
            name = name_table(sheet.annex.key, state.draft)
            try:
                table = render_table(sheet, profile.encoding, name, sources.find)
            except DataError as error:
                problems.extend(error.diagnostics)
                continue
            placed = [
                (text, {"line": str(line), "heading": heading})
                for text, line, heading in table.places
            ]
            self.rendered.add(name, table.data, started, placed)
            self.rendered.rows[name] = table.rows
        raise_errors(problems)

    def _render_markdown(self) -> None:
        from reportgen.renderers.markdown import FrontMatter, render_markdown

        started = perf_counter()
        heading, metadata = self._view["report"], self._metadata
        chapters, unit = self._read_outline()
        front_matter = FrontMatter(
            metadata,
            date_title(heading["year"], metadata.subject),
            unit,
            heading["mark"],
            heading["committee"] or "",
            heading["session"] or "",
        )
        rendered = render_markdown(front_matter, chapters)
        placed = [(text, {"line": str(line)}) for text, line in rendered.places]
        self.rendered.add(Format.MD.name_file(self.document), rendered.data, started, placed)

    def _read_outline(self) -> tuple[list[OutlineChapter], str]:
        """The chapters of the document, and the unit of amounts in its tables."""
        context = self.state.context
        package = context.amendment if self.document == Document.AMENDMENT else None
        unit = package.unit if package else context.unit
        return self._view["outline"], unit.value

    @property
    def _view(self) -> Mapping[str, Any]:
        return self.state.documents[self.document]

    @property
    def _metadata(self) -> Metadata:
        report = self.state.folder.report
        said = self._view["amendment" if "amendment" in self._view else "report"]
        return Metadata.of_year(
            report.year,
            said["title"],
            report.mark or "",
            self.state.folder.organization.name,
            self.state.base_date,
            category=_AMENDMENT if "amendment" in self._view else _REPORT,
            described=Description(said["summary"], tuple(said["keywords"])),
        )


def _convert_hwp(hwpx: bytes) -> bytes:
    from reportgen.renderers.hwp import render_hwp

    return render_hwp(hwpx)


def _without_cells(printed: Iterable[Printed]) -> list[Placed]:
    return [(text, {}) for text in printed]


def _explain_missing(path: Path) -> Diagnostic:
    return Diagnostic(
        "template-file",
        SourceRef(Format.XLSX.template),
        _("the template is missing"),
        hint=_("put it at {path}, or name a project that has it with --templates", path=path),
    )
