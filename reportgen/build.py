"""Load, compute, check, view, render, write."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, has_errors
from reportgen.formats import Format
from reportgen.manifest import MANIFEST, describe_build
from reportgen.output import check_output, write_outputs
from reportgen.rendering import Progress, Rendered, TemplateSet, render_formats
from reportgen.state import State, load_state


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build, from where, in which state, to where.

    :ivar draft: build although a check found an error, and say so in every file.
    """

    root: Path
    output: Path
    formats: tuple[Format, ...] = tuple(Format)
    as_of: date | None = None
    stage: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One file that was written.

    :ivar sheets: how many sheets a workbook has; 0 for a document.
    :ivar pages: how many pages a document has at least; 0 for a workbook.
    """

    path: Path
    size: int
    sheets: int
    pages: int
    seconds: float


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
    progress("read")
    names = (*(form.file_name for form in options.formats), MANIFEST)
    problems: list[Diagnostic] = list(check_output(options.output, names))
    state = _load(options, problems)
    templates = TemplateSet(
        options.root, options.formats, state.context.formatter if state else None
    )
    problems.extend(templates.diagnostics)
    findings = state.diagnostics if state else ()
    rendered = _render(options, templates, state, problems, progress)
    if state is None or rendered is None or (has_errors(findings) and not options.draft):
        raise DataError((*findings, *problems))
    progress("write")
    manifest = _describe(options, state, rendered)
    write_outputs(options.output, {**rendered.files, MANIFEST: manifest})
    return BuildResult(_list_files(options, rendered), findings)


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
    for form in options.formats:
        data = (options.root / form.template).read_bytes()
        digests[form.template] = hashlib.sha256(data).hexdigest()
    about = {
        "base_date": state.base_date.isoformat(),
        "stage": state.stage or "",
        "draft": "yes" if options.draft else "",
    }
    return describe_build(state.context.figures, rendered.printed, digests, about)


def _list_files(options: BuildOptions, rendered: Rendered) -> tuple[BuiltFile, ...]:
    return tuple(
        BuiltFile(
            options.output / form.file_name,
            len(rendered.files[form.file_name]),
            rendered.sheets.get(form.file_name, 0),
            rendered.pages.get(form.file_name, 0),
            rendered.seconds[form.file_name],
        )
        for form in options.formats
    )
