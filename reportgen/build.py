"""Load, compute, check, view, render, write."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, Severity, SourceRef, has_errors
from reportgen.folder_lock import hold_folder
from reportgen.formats import (
    DEFAULT_FORMATS,
    TABLES,
    Document,
    Format,
    find_template,
    list_files,
    name_table,
)
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.manifest import MANIFEST, describe_build, digest_file, list_current
from reportgen.output import check_output, keeping_out_empty, write_outputs
from reportgen.readers.folder_files import list_pictures
from reportgen.rendering import Progress, Rendered, TemplateSet, render_formats
from reportgen.state import State, load_state
from reportgen.template_chapters import check_chapters, check_documents, check_prototypes
from reportgen.template_check import Names, check_templates, list_names
from reportgen.views.annex_profile import choose_annexes
from reportgen.views.formatting import Formatter


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
    :ivar pages: how many pages a document has at least; 0 for files without pages.
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
    with keeping_out_empty(options.output), hold_folder(options.output):
        return _build(options, progress)


def _build(options: BuildOptions, progress: Progress) -> BuildResult:
    """Read and write, while nobody else writes to the folder: who began later writes later."""
    progress("read")
    problems: list[Diagnostic] = []
    state = _load(options, problems)
    documents = tuple(state.documents) if state else (Document.REPORT,)
    files = (*_list_names(options, documents, state), MANIFEST)
    problems = [*check_output(options.output, files), *problems]
    formatter = state.context.formatter if state else None
    names = list_names(state.context.figures if state else None, documents)
    templates, remarks = _prepare_templates(options, formatter, documents, names)
    if state is not None:
        templates.diagnostics.extend(check_chapters(state.folder.report, templates))
        templates.diagnostics.extend(check_documents(state.folder, templates))
        templates.diagnostics.extend(check_prototypes(state.documents, templates))
    problems.extend(templates.diagnostics)
    findings = state.diagnostics if state else ()
    rendered = _render(options, templates, state, problems, progress)
    if state is None or rendered is None or (has_errors(findings) and not options.draft):
        raise DataError(tuple(dict.fromkeys((*findings, *problems))))
    progress("write")
    inputs, about = _digest_inputs(options, state), _describe_state(options, state)
    current = list_current(options.output, inputs, about)
    written = {name: hashlib.sha256(data).hexdigest() for name, data in rendered.files.items()}
    outputs = {**current, **written}
    manifest = describe_build(state.context.figures, rendered.printed, inputs, about, outputs)
    write_outputs(options.output, {**rendered.files, MANIFEST: manifest})
    built = tuple(_describe_file(options, name, rendered) for name in files[:-1])
    left = _find_left_over(options.output, files, current)
    silent = templates.find_silent(state.documents)
    faults = _distinct((*remarks, *templates.list_faults()))
    return BuildResult(built, (*findings, *state.remarks, *faults, *silent, *left))


def _prepare_templates(
    options: BuildOptions,
    formatter: Formatter | None,
    documents: tuple[Document, ...],
    names: Names,
) -> tuple[TemplateSet, tuple[Diagnostic, ...]]:
    """The templates, and what is only remarked of them since a draft prints it in its place."""
    root, formats = options.template_root, options.formats
    known = None if options.draft else names
    templates = TemplateSet(root, formats, formatter, documents, known, options.root, options.draft)
    if options.draft:
        return templates, tuple(check_templates(root, names))
    templates.diagnostics.extend(check_templates(root, names, templates.looked_at))
    return templates, ()


def _distinct(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, each place and message once."""
    first: dict[tuple[SourceRef, str], Diagnostic] = {}
    for one in found:
        first.setdefault((one.location, one.message), one)
    return tuple(first.values())


def _list_names(
    options: BuildOptions, documents: tuple[Document, ...], state: State | None
) -> Iterator[str]:
    """The names of all files but the manifest; which CSVs there are, only the state can tell."""
    for document, form in list_files(options.formats, documents):
        yield form.name_file(document)
    if state and Format.CSV in options.formats:
        for annex in choose_annexes(state.annexes, state.folder.report.csv):
            yield name_table(annex.key, options.draft)


def _find_left_over(
    folder: Path, names: tuple[str, ...], current: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """The files of earlier builds that this one did not write.

    :param current: those that are of the same content and state.
    """
    every = (
        form.name_file(document)
        for document, form in list_files((*DEFAULT_FORMATS, Format.MD), Document.standard())
    )
    found = {*every, *(path.name for path in folder.glob(TABLES))} - set(names)
    left = sorted(name for name in found if (folder / name).is_file())
    for name in left:
        if name not in current:
            yield _explain_left_over(folder / name)
    if same := [name for name in left if name in current]:
        yield Diagnostic(
            "output-left-over",
            SourceRef(folder.as_posix()),
            _("from an earlier build of the same content: {files}", files=", ".join(same)),
            hint=_("nothing to do; the next build of other content tells what is left of it"),
            severity=Severity.NOTE,
        )


def _explain_left_over(path: Path) -> Diagnostic:
    is_table = path.match(TABLES)
    return Diagnostic(
        "csv-left-over" if is_table else "output-left-over",
        SourceRef(path.as_posix()),
        _("the file is from an earlier build; this one does not write it"),
        hint=_("delete it, so that nobody loads it")
        if is_table
        else _("delete it, so that nobody hands it in, or build it, too"),
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


def _digest_inputs(options: BuildOptions, state: State) -> dict[str, str]:
    """SHA-256 by path of every file that was read."""
    digests = dict(state.folder.digests)
    for picture in list_pictures(options.root):
        digests[normalize(picture)] = digest_file(options.root / picture)
    formats = tuple(form for form in options.formats if form.has_template)
    for document, form in list_files(formats, tuple(state.documents)):
        name = find_template(options.template_root, form, document)
        digests[name] = hashlib.sha256((options.template_root / name).read_bytes()).hexdigest()
    return digests


def _describe_state(options: BuildOptions, state: State) -> dict[str, str]:
    return {
        "base_date": state.base_date.isoformat(),
        "stage": state.stage or "",
        "draft": "yes" if options.draft else "",
    }


def _describe_file(options: BuildOptions, name: str, rendered: Rendered) -> BuiltFile:
    return BuiltFile(
        options.output / name,
        len(rendered.files[name]),
        rendered.sheets.get(name, 0),
        rendered.pages.get(name, 0),
        rendered.seconds[name],
        rendered.rows.get(name),
    )
