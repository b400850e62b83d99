"""What the content says of an amendment belongs to a stage and to grades that exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.identifiers import find_repeated
from reportgen.checks.references import find_unknown
from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.amendments import AmendmentNotes, trace_quotas
from reportgen.model.ledger import EntryKind


def check_amendment_notes(subject: Subject) -> Iterator[Diagnostic]:
    """Notes of an unknown stage, of one without an amendment, or of an unknown grade."""
    stages = subject.folder.report.stages
    entered = subject.ledger.select(lambda found: found.kind is EntryKind.AMENDMENT)
    amending = {found.stage for found in entered.classes.values()}
    for notes in subject.folder.amendments:
        place = notes.source.of("stage")
        yield from find_unknown("unknown-stage", notes.stage, place, stages)
        yield from _check_grades(subject, notes)
        yield from _check_posts(subject, notes)
        if notes.stage in stages and notes.stage not in amending:
            yield Diagnostic(
                "unused-amendment",
                place,
                _("the ledger has no amendment of {stage}; this is not printed", stage=notes.stage),
                published=notes.stage,
                hint=_("correct the stage, or enter the amendment"),
                severity=Severity.WARNING,
            )
    yield from _check_applied(subject)
    yield from find_repeated(
        ((notes.stage, notes.source.of("stage")) for notes in subject.folder.amendments),
        _("join the two files"),
    )


def _check_posts(subject: Subject, notes: AmendmentNotes) -> Iterator[Diagnostic]:
    """Posts that a grade does not have can't be removed, nor added ones be in its quota already."""
    grades = {grade.name: grade.quota for grade in subject.folder.organization.staffing.grades}
    traced = trace_quotas(subject.folder.amendments, subject.folder.report.stages, grades)
    for change in notes.staffing:
        before, after = traced[notes.stage, change.grade]
        if change.grade in grades and min(before, after) < 0:
            yield Diagnostic(
                "negative-quota",
                change.source.of("quota"),
                _(
                    "{grade}: {change} leads from {first} posts to {second}",
                    grade=change.grade,
                    change=f"{change.quota:+}",
                    first=before,
                    second=after,
                ),
                published=str(change.quota),
                computed=str(grades[change.grade]),
                hint=_("correct the change, the quota in organization.yaml, or «applied»"),
            )


def _check_applied(subject: Subject) -> Iterator[Diagnostic]:
    """An amendment whose posts are in the quota already, after one whose posts aren't."""
    order = {stage: number for number, stage in enumerate(subject.folder.report.stages)}
    known = [
        notes for notes in subject.folder.amendments if notes.staffing and notes.stage in order
    ]
    known.sort(key=lambda notes: order[notes.stage])
    for earlier, later in pairwise(known):
        if later.applied and not earlier.applied:
            yield Diagnostic(
                "negative-quota",
                later.source.of("applied"),
                _(
                    "the posts of {stage} are applied, those of {earlier} before it are not",
                    stage=later.stage,
                    earlier=earlier.stage,
                ),
                published=later.stage,
                computed=earlier.stage,
                hint=_("write «applied: true» for both, or for neither"),
            )


def _check_grades(subject: Subject, notes: AmendmentNotes) -> Iterator[Diagnostic]:
    grades = [grade.name for grade in subject.folder.organization.staffing.grades]
    for change in notes.staffing:
        yield from find_unknown("unknown-grade", change.grade, change.source.of("grade"), grades)
    changes = ((change.grade, change.source.of("grade")) for change in notes.staffing)
    yield from find_repeated(changes, _("join the two lines"))
