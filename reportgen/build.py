"""Load, compute, check, view, render, write."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, Severity, SourceRef, has_errors
from reportgen.folder_lock import hold_folder
from reportgen.formats import DEFAULT_FORMATS, TABLES, Document, Format, list_files, name_table
from reportgen.i18n import translate as _
from reportgen.manifest import MANIFEST, describe_build
from reportgen.output import check_output, write_outputs
from reportgen.rendering import Progress, Rendered, TemplateSet, render_formats
from reportgen.state import State, load_state
from reportgen.views.annex_profile import choose_annexes


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build, from where, in which state, to where.

    :ivar templates: another folder that has ``templates``, so that several can share them.
    :ivar draft: build although a check found an error, and say so in every file.
    """

    root: Path
    output: Path
    formats: tuple[Format, ...] = DEFAULT_FORMATS
    as_of: date | None = None
    stage: str | None = None
    draft: bool = False
    templates: Path | None = None

    @property
    def template_root(self) -> Path:
        """The folder that has ``templates``."""
        return self.templates or self.root


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One file that was written.

    :ivar sheets: how many sheets a workbook has; 0 for other files.
    :ivar pages: how many pages a document has at least; 0 for other files.
    :ivar rows: how many rows a CSV has below its headings; None for other files.
    """

    path: Path
    size: int
    sheets: int
    pages: int
    seconds: float
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What was written, and what the checks had to say."""

    files: tuple[BuiltFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def build(options: BuildOptions, progress: Progress = lambda _step: None) -> BuildResult:
    """Write the files that were asked for, and the manifest.

    :param progress: told each step as it begins.
    :raises DataError: with every mistake in content, ledger, templates and output folder;
        nothing is written then.
    """
    with hold_folder(options.output):
        return _build(options, progress)


def _build(options: BuildOptions, progress: Progress) -> BuildResult:
    """Read and write, while nobody else writes to the folder: who began later writes later."""
    progress("read")
    problems: list[Diagnostic] = []
    state = _load(options, problems)
    documents = tuple(state.documents) if state else (Document.REPORT,)
    names = (*_list_names(options, documents, state), MANIFEST)
    problems = [*check_output(options.output, names), *problems]
    formatter = state.context.formatter if state else None
    templates = TemplateSet(options.template_root, options.formats, formatter, documents)
    problems.extend(templates.diagnostics)
    findings = state.diagnostics if state else ()
    rendered = _render(options, templates, state, problems, progress)
    if state is None or rendered is None or (has_errors(findings) and not options.draft):
        raise DataError(tuple(dict.fromkeys((*findings, *problems))))
    progress("write")
    manifest = _describe(options, state, rendered)
    write_outputs(options.output, {**rendered.files, MANIFEST: manifest})
    written = tuple(_describe_file(options, name, rendered) for name in names[:-1])
    return BuildResult(written, (*findings, *_find_left_over(options, names)))


def _list_names(
    options: BuildOptions, documents: tuple[Document, ...], state: State | None
) -> Iterator[str]:
    """The names of all files but the manifest; which CSVs there are, only the state can tell."""
    for document, form in list_files(options.formats, documents):
        yield form.name_file(document)
    if state and Format.CSV in options.formats:
        for annex in choose_annexes(state.annexes, state.folder.report.csv):
            yield name_table(annex.key, options.draft)


def _find_left_over(options: BuildOptions, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The CSVs of an earlier build that this one has no sheet for."""
    found = options.output.glob(TABLES) if Format.CSV in options.formats else ()
    for path in sorted(found):
        if path.name not in names:
            yield Diagnostic(
                "csv-left-over",
                SourceRef(path.as_posix()),
                _("the file is from an earlier build; this one does not write it"),
                hint=_("delete it, so that nobody loads it"),
                severity=Severity.WARNING,
            )


def _render(
    options: BuildOptions,
    templates: TemplateSet,
    state: State | None,
    problems: list[Diagnostic],
    progress: Progress,
) -> Rendered | None:
    """The files, or None when there are problems; rendering may find more of them.

    It is tried even when a check found an error, so that the mistakes of a template are
    told together with those of the content.
    """
    if state is None or templates.diagnostics:
        return None
    try:
        rendered = render_formats(options.formats, templates, state, progress)
    except DataError as error:
        problems.extend(error.diagnostics)
    return None if problems else rendered


def _load(options: BuildOptions, problems: list[Diagnostic]) -> State | None:
    try:
        return load_state(options.root, options.as_of, options.stage, options.draft)
    except DataError as error:
        problems.extend(error.diagnostics)
        return None


def _describe(options: BuildOptions, state: State, rendered: Rendered) -> bytes:
    digests = dict(state.folder.digests)
    for document, form in list_files(options.formats, tuple(state.documents)):
        name = form.name_template(document)
        digests[name] = hashlib.sha256((options.template_root / name).read_bytes()).hexdigest()
    about = {
        "base_date": state.base_date.isoformat(),
        "stage": state.stage or "",
        "draft": "yes" if options.draft else "",
    }
    return describe_build(state.context.figures, rendered.printed, digests, about)


def _describe_file(options: BuildOptions, name: str, rendered: Rendered) -> BuiltFile:
    return BuiltFile(
        options.output / name,
        len(rendered.files[name]),
        rendered.sheets.get(name, 0),
        rendered.pages.get(name, 0),
        rendered.seconds[name],
        rendered.rows.get(name),
    )
