"""One of the two states that are compared: read, computed, and rendered in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportgen.comparison.facts import Lines
from reportgen.comparison.revisions import write_revision
from reportgen.comparison.specs import Spec
from reportgen.diagnostics import DataError, Diagnostic
from reportgen.figures import Figure
from reportgen.formats import Document, Format
from reportgen.manifest import Printings, find_shown
from reportgen.model.report import Notation
from reportgen.renderers.docx_text import Block, read_docx
from reportgen.rendering import Rendered, TemplateSet, render_formats
from reportgen.state import State, load_state
from reportgen.views.annex_checks import is_counterpart

FORMATS = (Format.HWPX, Format.DOCX, Format.XLSX)
"""What is rendered; HWP is made from the HWPX and prints the same."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a state is called.

    :ivar asked: the words that named it.
    :ivar commit: full hash; empty for a folder as it is.
    :ivar notation: how the state writes its numbers.
    :ivar accounts: official name by id.
    """

    asked: str
    folder: str
    commit: str
    stage: str | None
    base_date: date
    organization: str = ""
    notation: Notation = field(default=Notation(), compare=False)
    accounts: Mapping[str, str] = field(default_factory=dict, compare=False)

    def as_json(self) -> dict[str, Any]:
        """The label as it stands in ``--json``."""
        return {
            "asked": self.asked,
            "folder": self.folder,
            "revision": self.commit or None,
            "stage": self.stage,
            "base_date": self.base_date.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Version:
    """A state with everything that it prints.

    :ivar files: the finished files by name.
    :ivar lines: the lines of every content file.
    :ivar missing: why a format could not be made, and its places are not known.
    """

    label: Label
    state: State
    files: Mapping[str, bytes]
    printed: Printings
    lines: Lines
    missing: tuple[Diagnostic, ...] = ()

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Every figure by name, also those that an expression in a text made.

        Those that the sheet of checks holds against others say nothing new.
        """
        figures = self.state.context.figures
        made = {k: figure for k, figure in find_shown(self.printed).items() if k not in figures}
        return {
            name: figure for name, figure in {**figures, **made}.items() if not is_counterpart(name)
        }

    def read_blocks(self) -> dict[Document, tuple[Block, ...]]:
        """What each document says."""
        names = {document: Format.DOCX.name_file(document) for document in self.state.documents}
        return {document: read_docx(self.files[name]) for document, name in names.items()}


def load_version(
    spec: Spec,
    as_of: date | None = None,
    templates: Path | None = None,
    formats: tuple[Format, ...] = FORMATS,
) -> Version:
    """The state that was asked for.

    :param as_of: the base date where the state itself names none.
    :param templates: the folder that has ``templates``, if it is not the state's own.
    :raises DataError: with every mistake that keeps it from being rendered.
    """
    try:
        if not spec.commit:
            return _load(spec, spec.folder, as_of, templates, formats)
        with TemporaryDirectory(prefix="reportgen-") as folder:
            write_revision(spec.folder, spec.commit, Path(folder))
            return _load(spec, Path(folder), as_of, templates, formats)
    except DataError as error:
        raise DataError(tuple(_say_where(finding, spec) for finding in error.diagnostics)) from None


def _load(
    spec: Spec,
    root: Path,
    as_of: date | None,
    templates: Path | None,
    formats: tuple[Format, ...],
) -> Version:
    state = load_state(root, spec.day or as_of, spec.stage)
    rendered, missing = _render(templates or root, state, formats)
    label = Label(
        spec.asked,
        spec.folder.as_posix(),
        spec.commit,
        spec.stage,
        state.base_date,
        state.folder.organization.name,
        state.folder.report.notation,
        state.folder.accounts.names(),
    )
    return Version(
        label,
        state,
        {name: data for part in rendered for name, data in part.files.items()},
        {name: texts for part in rendered for name, texts in part.printed.items()},
        _read_lines(root, state),
        tuple(_say_where(finding, spec) for finding in missing),
    )


def _render(
    root: Path, state: State, formats: tuple[Format, ...]
) -> tuple[list[Rendered], list[Diagnostic]]:
    """Every format that can be made, and why the others can't.

    :raises DataError: when the DOCX can't be made, whose text is compared.
    """
    done: list[Rendered] = []
    missing: list[Diagnostic] = []
    for form in formats:
        try:
            done.append(_render_format(root, state, form))
        except DataError as error:
            if form is Format.DOCX:
                raise
            missing.extend(error.diagnostics)
    return done, missing


def _render_format(root: Path, state: State, form: Format) -> Rendered:
    templates = TemplateSet(root, (form,), state.context.formatter, tuple(state.documents))
    if templates.diagnostics:
        raise DataError(tuple(templates.diagnostics))
    return render_formats((form,), templates, state, lambda _step: None)


def _read_lines(root: Path, state: State) -> Lines:
    names = (name for name in state.folder.digests if name.endswith((".yaml", ".yml")))
    return {name: (root / name).read_text(encoding="utf-8").split("\n") for name in names}


def _say_where(finding: Diagnostic, spec: Spec) -> Diagnostic:
    """The finding with the folder or the revision that has it, as git writes it."""
    place = spec.commit[:12] + ":" if spec.commit else f"{spec.folder.as_posix()}/"
    is_here = spec.folder == Path() and not spec.commit
    if is_here or finding.location.file == spec.commit:
        return finding
    location = replace(finding.location, file=place + finding.location.file)
    return replace(finding, location=location)
