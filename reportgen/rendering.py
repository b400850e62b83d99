"""Every format that was asked for, rendered to bytes before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.formats import Format
from reportgen.i18n import translate as _
from reportgen.model.report import Notation
from reportgen.renderers.docx import render_docx
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.metadata import Metadata
from reportgen.renderers.page_starts import count_page_starts
from reportgen.renderers.xlsx import render_xlsx
from reportgen.state import State
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.owpml import HangulDialect
from reportgen.templating.wordprocessing import WordDialect
from reportgen.views.formatting import Formatter

Progress = Callable[[str], None]
Placed = tuple[Printed, dict[str, str]]

_DIALECTS = {Format.DOCX: WordDialect, Format.HWPX: HangulDialect}


@dataclass(slots=True)
class Rendered:
    """Finished files by name, and what each format prints where."""

    files: dict[str, bytes] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    sheets: dict[str, int] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    printed: dict[str, list[Placed]] = field(default_factory=dict)

    def add(self, form: Format, data: bytes, started: float, printed: Iterable[Placed]) -> None:
        """Keep one finished file."""
        self.files[form.file_name] = data
        self.seconds[form.file_name] = perf_counter() - started
        self.printed[form.value] = list(printed)


class TemplateSet:
    """The templates that the formats need, compiled; ``diagnostics`` has their mistakes."""

    def __init__(
        self, root: Path, formats: tuple[Format, ...], formatter: Formatter | None
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.documents: dict[Format, OfficeTemplate] = {}
        self.workbook = root / Format.XLSX.template
        filters = (formatter or Formatter(Notation())).filters()
        needed = {Format.HWPX if form is Format.HWP else form for form in formats}
        for form, dialect in _DIALECTS.items():
            if form not in needed:
                continue
            try:
                path = root / form.template
                self.documents[form] = OfficeTemplate(path, dialect(), filters, form.template)
            except DataError as error:
                self.diagnostics.extend(error.diagnostics)
        if Format.XLSX in needed and not self.workbook.is_file():
            self.diagnostics.append(_explain_missing())


def render_formats(
    formats: tuple[Format, ...], templates: TemplateSet, state: State, progress: Progress
) -> Rendered:
    """The files of every format.

    :raises DataError: with the mistakes that the templates show once they are filled.
    """
    rendered = Rendered()
    problems: list[Diagnostic] = []
    title = f"{state.folder.report.year} {state.folder.report.title}"
    metadata = Metadata(title, state.folder.organization.name, state.base_date)
    steps = {
        Format.DOCX: lambda: _render_docx(rendered, templates, state, metadata),
        Format.HWPX: lambda: _render_hangul(rendered, formats, templates, state, metadata),
        Format.XLSX: lambda: _render_workbook(rendered, templates, state),
    }
    for form in _order(formats):
        progress(form.value)
        try:
            steps[form]()
        except DataError as error:
            problems.extend(error.diagnostics)
    if problems:
        raise DataError(tuple(problems))
    return rendered


def _order(formats: tuple[Format, ...]) -> list[Format]:
    """What has to be rendered: the HWPX once, for itself and for the HWP."""
    return list(dict.fromkeys(Format.HWPX if form is Format.HWP else form for form in formats))


def _render_docx(
    rendered: Rendered, templates: TemplateSet, state: State, metadata: Metadata
) -> None:
    started = perf_counter()
    data, printed = render_docx(templates.documents[Format.DOCX], state.report, metadata)
    rendered.pages[Format.DOCX.file_name] = count_page_starts(data)
    rendered.add(Format.DOCX, data, started, _without_cells(printed))


def _render_hangul(
    rendered: Rendered,
    formats: tuple[Format, ...],
    templates: TemplateSet,
    state: State,
    metadata: Metadata,
) -> None:
    started = perf_counter()
    data, printed = render_hwpx(templates.documents[Format.HWPX], state.report, metadata)
    for form in (Format.HWPX, Format.HWP):
        rendered.pages[form.file_name] = count_page_starts(data)
    if Format.HWPX in formats:
        rendered.add(Format.HWPX, data, started, _without_cells(printed))
    if Format.HWP in formats:
        started = perf_counter()
        rendered.add(Format.HWP, render_hwp(data), started, _without_cells(printed))


def _render_workbook(rendered: Rendered, templates: TemplateSet, state: State) -> None:
    started = perf_counter()
    figures = state.context.figures
    workbook = render_xlsx(
        state.annexes,
        figures,
        templates.workbook,
        modified=state.base_date,
        name=Format.XLSX.template,
    )
    placed = [(cell, {"sheet": sheet, "cell": at}) for cell, sheet, at in workbook.places]
    rendered.add(Format.XLSX, workbook.data, started, placed)
    rendered.sheets[Format.XLSX.file_name] = len(state.annexes.sheets) + 1


def _without_cells(printed: Iterable[Printed]) -> list[Placed]:
    return [(text, {}) for text in printed]


def _explain_missing() -> Diagnostic:
    return Diagnostic(
        "template-file",
        SourceRef(Format.XLSX.template),
        _("the template is missing"),
        hint=_("put the file back, or copy the original"),
    )
