"""The stages of the budget follow each other in time, each within one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import CARRYOVERS, KINDS_OF, EntryKind, LedgerEntry, Measure

_DECIDED = (EntryKind.ORIGINAL, EntryKind.AMENDMENT, *CARRYOVERS)
"""What belongs to its stage alone; transfers and spending may be entered later."""


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
    decided = subject.ledger.select(lambda one: one.kind in _DECIDED and one.stage in stages)
    for entry in decided:
        yield from _find_late(entry, stages[entry.stage], in_order)
        yield from _find_before(entry, stages[entry.stage], in_order)


def check_stage_years(subject: Subject) -> Iterator[Diagnostic]:
    """A stage whose budget is partly of one year and partly of another.

    The few are told: they would count for the other year without a word.
    """
    kinds = KINDS_OF[Measure.BUDGET]
    voted = subject.ledger.select(lambda one: one.kind in kinds)
    years: dict[str, Counter[int]] = {}
    for number, found in voted.classes.items():
        counts = years.setdefault(found.stage, Counter())
        counts[found.date.year] += voted.columns.counts[number]
    alone = len(subject.folder.report.stages) == 1
    for stage, counts in years.items():
        (usual, _count), *others = counts.most_common()
        for year, count in () if alone else others:
            yield _explain_year(voted, stage, (year, usual), count)


def _explain_year(voted: Ledger, stage: str, years: tuple[int, int], count: int) -> Diagnostic:
    year, usual = years
    entries = voted.select(lambda one: one.stage == stage and one.date.year == year)
    return Diagnostic(
        "stage-order",
        entries[0].source,
        _(
            "{count} entries of {stage} are of {year}, the others of {usual}",
            count=count,
            stage=stage,
            year=year,
            usual=usual,
        ),
        published=str(year),
        computed=str(usual),
        hint=_("correct the date or the stage of the entry"),
        severity=Severity.WARNING,
    )


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


def _find_before(
    entry: LedgerEntry, number: int, in_order: Mapping[int, LedgerEntry]
) -> Iterator[Diagnostic]:
    """Something carried over in a stage that had not begun: it would count before it.

    Only a later stage of the year begins after the year does.
    """
    first = in_order.get(number)
    is_later = any(at < number and one.date.year == entry.date.year for at, one in in_order.items())
    if first and is_later and entry.date < first.date:
        message = _(
            "{stage} is entered on {first}, before it begins on {second}",
            stage=entry.stage,
            first=entry.date.isoformat(),
            second=first.date.isoformat(),
        )
        yield _explain(entry, first, message, _("correct the date or the stage of the entry"))


def _explain(entry: LedgerEntry, other: LedgerEntry, message: str, hint: str) -> Diagnostic:
    days = entry.date.isoformat(), other.date.isoformat()
    return Diagnostic("stage-order", entry.source, message, *days, hint)
