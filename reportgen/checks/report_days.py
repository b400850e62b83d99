"""The days and years of ``report.yaml`` fit each other and the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _

QUARTER = timedelta(days=92)
"""The longest time between two entries of a ledger that is kept by quarters."""


def check_base_date(subject: Subject) -> Iterator[Diagnostic]:
    """A base date in another year, or long after the last entry that counts."""
    year, day = subject.folder.report.year, subject.as_of
    if day.year != year:
        yield _warn(
            _locate_day(subject),
            _("the base date {day} is not in {year}", day=day.isoformat(), year=year),
            day.isoformat(),
            str(year),
            _("correct the day, or «year» in report.yaml"),
        )
        return
    days = [found.date for found in subject.counted.classes.values() if found.date.year == year]
    last = max(days, default=day)
    if day - last > QUARTER:
        yield _warn(
            _locate_day(subject),
            _(
                "the last entry is of {last}, {count} days before the base date {day}",
                last=last.isoformat(),
                count=(day - last).days,
                day=day.isoformat(),
            ),
            day.isoformat(),
            last.isoformat(),
            _("correct the day, or enter what came since"),
        )


def check_audit_year(subject: Subject) -> Iterator[Diagnostic]:
    """An audit of a year to come, or of more than two years ago."""
    report = subject.folder.report
    if report.audit_year and not report.year - 2 <= report.audit_year <= report.year:
        yield _warn(
            report.source.of("audit_year"),
            _(
                "the audit is of {audit}, the report of {year}",
                audit=report.audit_year,
                year=report.year,
            ),
            str(report.audit_year),
            str(report.year),
            _("correct «audit_year» in report.yaml"),
        )


def _locate_day(subject: Subject) -> SourceRef:
    """``report.yaml``, unless the day was asked for."""
    report = subject.folder.report
    asked = subject.as_of != report.base_date and subject.stage is None
    return SourceRef("--as-of") if asked else report.source.of("base_date")


def _warn(place: SourceRef, message: str, found: str, expected: str, hint: str) -> Diagnostic:
    return Diagnostic("report-day", place, message, found, expected, hint, Severity.WARNING)
