"""A folder read, computed and checked, in one state of its budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportgen.checks import NAME_CHECKS, Subject, run_checks
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.figures import FigureTable
from reportgen.figures.compute import compute_figures, select_entries
from reportgen.i18n import translate as _
from reportgen.model.budget import LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.readers.folder import FolderReader
from reportgen.templating.expressions import TextRenderer
from reportgen.views.annex_sheets import view_annexes
from reportgen.views.annexes import Annexes
from reportgen.views.context import ViewContext
from reportgen.views.formatting import Formatter
from reportgen.views.report import view_report


@dataclass(frozen=True, slots=True)
class State:
    """Everything that can be said of a folder before anything is rendered.

    :ivar diagnostics: what the rules and the expressions in the texts found.
    """

    folder: ProjectFolder
    base_date: date
    stage: str | None
    context: ViewContext
    report: dict[str, Any]
    annexes: Annexes
    diagnostics: tuple[Diagnostic, ...]


def load_state(
    root: Path, as_of: date | None = None, stage: str | None = None, draft: bool = False
) -> State:
    """Read, compute, check and view the folder.

    :param as_of: the base date, if not the one in ``content/report.yaml``.
    :param stage: the last budget stage that counts, if not all.
    :raises DataError: when a file can't be used; with every mistake in every file.
    """
    folder = _read(root)
    if stage is not None and stage not in folder.report.stages:
        raise DataError((_explain_stage(folder, stage),))
    base_date = as_of or folder.report.base_date
    entries = select_entries(folder, base_date, stage)
    figures = compute_figures(folder, entries)
    findings = run_checks(Subject(folder, entries, figures, base_date))
    formatter = Formatter(folder.report.notation)
    report = folder.report.model_copy(update={"base_date": base_date})
    renderer = TextRenderer(formatter.filters(), {"figures": figures.tree, "report": report})
    context = ViewContext(folder, figures, formatter, base_date, renderer)
    view, annexes = _view(context, entries, draft, findings)
    diagnostics = (*findings, *_distinct(renderer.diagnostics))
    return State(folder, base_date, stage, context, view, annexes, diagnostics)


def _read(root: Path) -> ProjectFolder:
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
    entries: tuple[LedgerEntry, ...],
    draft: bool,
    findings: tuple[Diagnostic, ...],
) -> tuple[dict[str, Any], Annexes]:
    """Both views; a figure that the findings explain as missing ends it here."""
    try:
        return view_report(context, draft), view_annexes(context, entries, draft)
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
