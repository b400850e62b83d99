"""The stages of the budget follow each other in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.ledger import KINDS_OF, EntryKind, LedgerEntry, Measure

_VOTED = (EntryKind.ORIGINAL, EntryKind.AMENDMENT)


def check_stage_order(subject: Subject) -> Iterator[Diagnostic]:
    """A stage that begins before an earlier one, or is entered after a later one began."""
    stages = {stage: number for number, stage in enumerate(subject.folder.report.stages)}
    in_order: dict[int, LedgerEntry] = {}
    latest: LedgerEntry | None = None
    for number, first in sorted(_find_beginnings(subject, stages).items()):
        if latest and first.date < latest.date:
            yield _explain_early(first, latest)
        else:
            in_order[number] = latest = first
    voted = subject.ledger.select(lambda found: found.kind in _VOTED and found.stage in stages)
    for entry in voted:
        yield from _find_late(entry, stages[entry.stage], in_order)


def _find_beginnings(subject: Subject, stages: Mapping[str, int]) -> dict[int, LedgerEntry]:
    """The first entry of every stage, by its number."""
    begun: dict[int, LedgerEntry] = {}
    kinds = KINDS_OF[Measure.BUDGET]
    for entry in subject.ledger.select(lambda one: one.kind in kinds and one.stage in stages):
        first = begun.setdefault(stages[entry.stage], entry)
        if entry.date < first.date:
            begun[stages[entry.stage]] = entry
    return begun


def _explain_early(entry: LedgerEntry, latest: LedgerEntry) -> Diagnostic:
    return _explain(
        entry,
        latest,
        _(
            "{stage} begins on {first}, but {earlier} before it on {second}",
            stage=entry.stage,
            first=entry.date.isoformat(),
            earlier=latest.stage,
            second=latest.date.isoformat(),
        ),
        _("correct the date, or the order of «stages» in report.yaml"),
    )


def _find_late(
    entry: LedgerEntry, number: int, in_order: Mapping[int, LedgerEntry]
) -> Iterator[Diagnostic]:
    following = next((one for at, one in in_order.items() if at > number), None)
    if following and entry.date > following.date:
        message = _(
            "{stage} is entered on {first}, after {later} began on {second}",
            stage=entry.stage,
            first=entry.date.isoformat(),
            later=following.stage,
            second=following.date.isoformat(),
        )
        hint = _("correct the date or the stage of the entry")
        yield _explain(entry, following, message, hint)


def _explain(entry: LedgerEntry, other: LedgerEntry, message: str, hint: str) -> Diagnostic:
    days = entry.date.isoformat(), other.date.isoformat()
    return Diagnostic("stage-order", entry.source, message, *days, hint)
