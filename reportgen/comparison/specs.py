"""What the words on the command line mean: a folder, a day, a budget stage, a revision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportgen.choices import fold_name, suggest
from reportgen.comparison.revisions import explain_git, find_commit
from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.letters import tidy_name
from reportgen.model.report import Report
from reportgen.readers.ledger import parse_date
from reportgen.readers.validation import validate_document
from reportgen.readers.yaml_nodes import read_yaml

REPORT = "content/report.yaml"


@dataclass(frozen=True, slots=True)
class Spec:
    """A state of a report.

    :ivar asked: the words that named it.
    :ivar folder: the project folder; of a revision, the one whose history has it.
    :ivar commit: full hash; empty for the folder as it is.
    :ivar stage: the last stage that counts; None for all.
    """

    asked: str
    folder: Path
    commit: str = ""
    day: date | None = None
    stage: str | None = None


def parse_spec(text: str, project: Path) -> Spec:
    """The state that a text names.

    A folder, a day, a stage or a revision; ``@`` puts a day or a stage behind any of them,
    and alone before one means the project itself: ``HEAD~3@2026 본예산``, ``@2026-05-01``.

    :param project: whose stages and revisions are meant.
    :raises DataError: when the text means nothing, or several things.
    """
    found = _parse(text, project)
    if found is None:
        raise DataError((_explain_unknown(text, project),))
    return replace(found, asked=text)


def _parse(text: str, project: Path) -> Spec | None:
    meanings = list_meanings(text, project)
    if len(meanings) > 1:
        raise DataError((_explain_ambiguous(text, meanings),))
    if meanings:
        return next(iter(meanings.values()))
    base, at, qualifier = text.rpartition("@")
    found = _parse(base, project) if at and qualifier else None
    if found is None:
        return None
    day = parse_date(qualifier)
    return replace(found, day=day) if day else replace(found, stage=tidy_name(qualifier))


def list_meanings(text: str, project: Path) -> dict[str, Spec]:
    """Everything that a text without ``@`` can mean, each under its word."""
    if not text:
        return {_("project"): Spec(text, project)}
    found: dict[str, Spec] = {}
    if (Path(text) / REPORT).is_file():
        found[_("folder")] = Spec(text, Path(text))
    day = parse_date(text)
    if day:
        found[_("day")] = Spec(text, project, day=day)
    if tidy_name(text) in list_stages(project):
        found[_("stage")] = Spec(text, project, stage=tidy_name(text))
    commit = find_commit(project, text)
    if commit:
        found[_("revision")] = Spec(text, project, commit)
    return found


def list_stages(project: Path) -> tuple[str, ...]:
    """The stages that the report names; none when it can't be read."""
    report = validate_document(Report, read_yaml(project / REPORT, REPORT))
    return report.stages if report else ()


def _explain_unknown(text: str, project: Path) -> Diagnostic:
    stages = list_stages(project)
    hint = _(
        "stages: {stages}; revisions: {git}",
        stages=", ".join(stages) or _("none"),
        git=explain_git(project) or _("every name that git knows"),
    )
    if fold_name(text) in map(fold_name, stages):
        hint = suggest(text, stages)
    return Diagnostic(
        "unknown-version",
        SourceRef(text),
        _("this is no project folder, no day, no stage and no revision"),
        published=text,
        computed=", ".join(stages),
        hint=hint,
    )


def _explain_ambiguous(text: str, meanings: dict[str, Spec]) -> Diagnostic:
    words = ", ".join(meanings)
    return Diagnostic(
        "ambiguous-version",
        SourceRef(text),
        _("this can mean several things: {meanings}", meanings=words),
        published=text,
        computed=words,
        hint=_("write ./NAME for a folder, @NAME for a day or a stage, heads/NAME for a branch"),
    )
