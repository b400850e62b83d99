"""A folder read, computed and checked, in one state of its budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from reportgen.checks import Subject, run_checks
from reportgen.checks.lost_measures import find_unentered_stage
from reportgen.checks.placed_views import leave_out
from reportgen.checks.printed_tables import find_printed_sums
from reportgen.choices import list_choices
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.figures import FigureTable
from reportgen.figures.amendments import find_notes
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import find_base_date, select_entries
from reportgen.formats import Document
from reportgen.i18n import translate as _
from reportgen.model.ledger import LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.report import Report
from reportgen.outline import name_document
from reportgen.reading import read_folder
from reportgen.templating.code.expressions import TextRenderer
from reportgen.views.amendment import view_amendment
from reportgen.views.amendment_texts import name_amendment
from reportgen.views.annexes import Annexes
from reportgen.views.context import ViewContext
from reportgen.views.descriptions import fill_description
from reportgen.views.formatting import Formatter
from reportgen.views.names import AmendmentNames, ReportNames
from reportgen.views.organization import name_organization
from reportgen.views.report import view_document, view_report


@dataclass(frozen=True)
class CheckedState:
    """A folder in one state, and everything that is wrong with it.

    :ivar entries: the ledger entries that count.
    :ivar report: the council report as its templates see it.
    :ivar amendment: the amendment package as its templates see it; None without an amendment.
    :ivar diagnostics: what the rules and the expressions in the texts found.
    :ivar remarks: what is to be said of the state that was asked for.
    """

    folder: ProjectFolder
    entries: Sequence[LedgerEntry]
    base_date: date
    stage: str | None
    draft: bool
    context: ViewContext
    report: ReportNames
    amendment: AmendmentNames | None
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class State(CheckedState):
    """Everything that can be said of a folder before anything is rendered.

    :ivar documents: what the templates of each document see; the amendment only where the
        state has one.
    """

    documents: dict[Document, Mapping[str, Any]]

    @cached_property
    def annexes(self) -> Annexes:
        """The annex workbook; with a long ledger it takes longer than all documents.

        :raises DataError: when a figure is missing that the findings explain.
        """
        from reportgen.views.annex_sheets import view_annexes

        with _explaining(self.diagnostics):
            return view_annexes(self.context, self.entries, self.draft, self.stage)


def load_state(
    root: Path, as_of: date | None = None, stage: str | None = None, draft: bool = False
) -> State:
    """Read, compute, check and view the folder.

    :param as_of: the base date, if not the one in ``content/report.yaml``.
    :param stage: the last budget stage that counts, if not all.
    :raises DataError: when a file can't be used; with every mistake in every file.
    """
    checked = check_state(root, as_of, stage, draft)
    documents: dict[Document, Mapping[str, Any]] = {Document.REPORT: checked.report}
    if checked.amendment is not None:
        documents[Document.AMENDMENT] = checked.amendment
    with _explaining(checked.diagnostics):
        documents.update(_view_others(checked))
    return State(**vars(checked), documents=documents)


def check_state(
    root: Path, as_of: date | None = None, stage: str | None = None, draft: bool = False
) -> CheckedState:
    """Read, compute and check the folder, as :func:`load_state` does.

    All texts of the content are printed, since their expressions may have mistakes; tables
    that only show the ledger are not made.
    """
    folder = read_folder(root)
    if stage is not None and stage not in folder.report.stages:
        raise DataError((_explain_stage(folder, stage),))
    base_date = as_of or find_base_date(folder, stage)
    entries = select_entries(folder, base_date, stage)
    figures = compute_figures(folder, entries, stage)
    folder = leave_out(Subject(folder, entries, figures, base_date, stage))
    subject = Subject(folder, entries, figures, base_date, stage)
    findings = (*folder.findings, *run_checks(subject))
    formatter = Formatter(folder.report.notation)
    report = folder.report.model_copy(update={"base_date": base_date})
    names: dict[str, Any] = {"figures": figures.tree, "report": report}
    renderer = TextRenderer(formatter.filters(), names, lambda: _list_names(figures, names))
    notes = find_notes(folder, entries, stage)
    context = ViewContext(
        folder, figures, formatter, base_date, renderer, unit=report.unit, amendment=notes
    )
    if notes is not None:
        names["amendment"] = name_amendment(entries, notes)
    with _explaining(findings):
        names["organization"] = name_organization(context)
        names["report"] = fill_description(context, report)
        view = view_report(context, entries, draft)
        for document in folder.documents:
            view_document(context, entries, view, document, draft)
        amendment = view_amendment(context, entries, draft)
        profile = _check_profile(context, entries, stage)
    printed = run_checks(subject, (lambda checked: find_printed_sums(checked, renderer.render),))
    diagnostics = (*_distinct((*findings, *printed, *renderer.diagnostics)), *profile)
    return CheckedState(
        folder,
        entries,
        base_date,
        stage,
        draft,
        context,
        view,
        amendment,
        diagnostics,
        tuple(find_unentered_stage(subject)),
    )


def list_documents(state: CheckedState) -> tuple[Document, ...]:
    """The documents that the state has."""
    others = (Document(name_document(document)) for document in state.folder.documents)
    return (Document.REPORT, *((Document.AMENDMENT,) if state.amendment else ()), *others)


def _view_others(state: CheckedState) -> dict[Document, ReportNames]:
    """What the templates of the documents see that the folder itself defines."""
    return {
        Document(name_document(document)): view_document(
            state.context, state.entries, state.report, document, state.draft
        )
        for document in state.folder.documents
    }


def _list_names(figures: FigureTable, names: Mapping[str, Any]) -> list[str]:
    """The names that an expression in a text can use."""
    groups = {"report": [key for key in Report.model_fields if key != "source"]}
    groups |= {
        group: list(names[group]) for group in sorted({"organization", "amendment"} & names.keys())
    }
    members = (f"{group}.{key}" for group, keys in groups.items() for key in keys)
    return [*(f"figures.{name}" for name in figures), *members]


def _check_profile(
    context: ViewContext, entries: Sequence[LedgerEntry], stage: str | None
) -> tuple[Diagnostic, ...]:
    """What is wrong with the CSV profile; the annexes are viewed only where it names any."""
    profile = context.folder.report.csv
    if not profile.sheets:
        return ()
    from reportgen.views.annex_profile import check_profile
    from reportgen.views.annex_sheets import view_annexes

    return tuple(check_profile(view_annexes(context, entries, stage=stage), profile))


@contextmanager
def _explaining(findings: tuple[Diagnostic, ...]) -> Iterator[None]:
    """A figure that the findings explain as missing ends a view with them."""
    try:
        yield
    except KeyError:
        raise_errors(findings)
        raise


def _distinct(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, though a text may be printed and looked at in several places."""
    return tuple(dict.fromkeys(diagnostics))


def _explain_stage(folder: ProjectFolder, stage: str) -> Diagnostic:
    stages = ", ".join(folder.report.stages)
    return Diagnostic(
        "unknown-stage",
        SourceRef("content/report.yaml", folder.report.source.keys.get("stages", 0)),
        _("there is no stage {stage}", stage=stage),
        published=stage,
        computed=stages,
        hint=list_choices(stage, folder.report.stages),
    )


__all__ = [
    "CheckedState",
    "State",
    "check_state",
    "list_documents",
    "load_state",
    "read_folder",
]
