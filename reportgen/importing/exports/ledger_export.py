"""The ledger in one state of the budget, as a file for finance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportgen.choices import list_choices
from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.figures.selection import find_base_date, select_entries
from reportgen.i18n import translate as _
from reportgen.importing.exports.exported_table import spell_table
from reportgen.model.project_folder import ProjectFolder

SUFFIXES = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class ExportedLedger:
    """The file, and how many entries it holds up to which day."""

    data: bytes
    count: int
    as_of: date


def export_ledger(
    folder: ProjectFolder, suffix: str, as_of: date | None = None, stage: str | None = None
) -> ExportedLedger:
    """The entries that a state counts.

    :param suffix: ``.xlsx`` or ``.csv``.
    :raises DataError: when there is no such stage.
    """
    if stage is not None and stage not in folder.report.stages:
        raise DataError((_explain_stage(folder, stage),))
    day = as_of or find_base_date(folder, stage)
    entries = select_entries(folder, day, stage)
    names = folder.accounts.names()
    if suffix == ".csv":
        return ExportedLedger(spell_table(entries, names), len(entries), day)
    # Only who asks for a workbook waits for the library that writes it.
    from reportgen.importing.exports.exported_workbook import spell_workbook

    stages = folder.report.stages
    author = folder.organization.name
    data = spell_workbook(entries, names, as_of=day, stages=stages, author=author)
    return ExportedLedger(data, len(entries), day)


def _explain_stage(folder: ProjectFolder, stage: str) -> Diagnostic:
    return Diagnostic(
        "unknown-stage",
        SourceRef("content/report.yaml", folder.report.source.keys.get("stages", 0)),
        _("there is no stage {stage}", stage=stage),
        published=stage,
        hint=list_choices(stage, folder.report.stages),
    )
