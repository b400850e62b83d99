"""A folder read, computed and checked, in one state of its budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportgen.checks import NAME_CHECKS, Subject, run_checks
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.figures import FigureTable
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import find_base_date, select_entries
from reportgen.formats import Document
from reportgen.i18n import translate as _
from reportgen.model.ledger import LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.readers.folder import FolderReader
from reportgen.templating.expressions import TextRenderer
from reportgen.views.amendment import view_amendment
from reportgen.views.annex_sheets import view_annexes
from reportgen.views.annexes import Annexes
from reportgen.views.context import ViewContext
from reportgen.views.formatting import Formatter
from reportgen.views.report import view_report


@dataclass(frozen=True, slots=True)
class State:
    """Everything that can be said of a folder before anything is rendered.

    :ivar entries: the ledger entries that count.
    :ivar documents: what the templates of each document see; the amendment only where the
        state has one.
    :ivar diagnostics: what the rules and the expressions in the texts found.
    """

    folder: ProjectFolder
    entries: Sequence[LedgerEntry]
    base_date: date
    stage: str | None
    context: ViewContext
    documents: dict[Document, dict[str, Any]]
    annexes: Annexes
    diagnostics: tuple[Diagnostic, ...]

    @property
    def report(self) -> dict[str, Any]:
        """The council report as its templates see it."""
        return self.documents[Document.REPORT]


def load_state(
    root: Path, as_of: date | None = None, stage: str | None = None, draft: bool = False
) -> State:
    """Read, compute, check and view the folder.

    :param as_of: the base date, if not the one in ``content/report.yaml``.
    :param stage: the last budget stage that counts, if not all.
    :raises DataError: when a file can't be used; with every mistake in every file.
    """
    folder = read_folder(root)
    if stage is not None and stage not in folder.report.stages:
        raise DataError((_explain_stage(folder, stage),))
    base_date = as_of or find_base_date(folder, stage)
    entries = select_entries(folder, base_date, stage)
    figures = compute_figures(folder, entries, stage)
    findings = run_checks(Subject(folder, entries, figures, base_date))
    formatter = Formatter(folder.report.notation)
    report = folder.report.model_copy(update={"base_date": base_date})
    renderer = TextRenderer(formatter.filters(), {"figures": figures.tree, "report": report})
    context = ViewContext(folder, figures, formatter, base_date, renderer)
    documents, annexes = _view(context, entries, stage, draft, findings)
    diagnostics = (*findings, *_distinct(renderer.diagnostics))
    return State(folder, entries, base_date, stage, context, documents, annexes, diagnostics)


def read_folder(root: Path) -> ProjectFolder:
    """The folder.

    :raises DataError: when a file can't be used; with every mistake in every file.
    """
    reader = FolderReader(root)
    folder = reader.read()
    if folder is None:
        raise DataError((*reader.diagnostics, *_check_names(reader.readable)))
    return folder


def _check_names(folder: ProjectFolder | None) -> tuple[Diagnostic, ...]:
    """What can be said of the names in the part of a folder that could be read."""
    if folder is None:
        return ()
    subject = Subject(folder, folder.ledger, FigureTable(()), folder.report.base_date)
    return run_checks(subject, NAME_CHECKS)


def _view(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    stage: str | None,
    draft: bool,
    findings: tuple[Diagnostic, ...],
) -> tuple[dict[Document, dict[str, Any]], Annexes]:
    """All views; a figure that the findings explain as missing ends it here."""
    try:
        documents = {Document.REPORT: view_report(context, draft)}
        amendment = view_amendment(context, entries, stage, draft)
        if amendment is not None:
            documents[Document.AMENDMENT] = amendment
        return documents, view_annexes(context, entries, draft, stage)
    except KeyError:
        raise_errors(findings)
        raise


def _distinct(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, though a text may be printed in several places."""
    return tuple(dict.fromkeys(diagnostics))


def _explain_stage(folder: ProjectFolder, stage: str) -> Diagnostic:
    stages = ", ".join(folder.report.stages)
    return Diagnostic(
        "unknown-stage",
        SourceRef("content/report.yaml", folder.report.source.keys.get("stages", 0)),
        _("there is no stage {stage}", stage=stage),
        published=stage,
        computed=stages,
        hint=_("use one of {choices}", choices=stages),
    )
