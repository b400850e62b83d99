"""Where a value came from, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import total_ordering

from reportgen.errors import ReportgenError
from reportgen.i18n import shorten
from reportgen.i18n import translate as _
from reportgen.limits import MOST_FINDINGS


class Severity(StrEnum):
    """How bad a finding is; only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@total_ordering
@dataclass(frozen=True, slots=True)
class SourceRef:
    """A place in an input: ``file:line``, or ``file!sheet!cell`` in a workbook.

    :ivar file: path as the user would type it, with forward slashes.
    :ivar line: counted from 1; 0 when the whole file is meant.

    >>> str(SourceRef("content/report.yaml", 3))
    'content/report.yaml:3'
    >>> str(SourceRef("ledger.xlsx", sheet="원장", cell="E7"))
    'ledger.xlsx!원장!E7'
    """

    file: str
    line: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}!{self.sheet}!{self.cell}"
        return f"{self.file}:{self.line}" if self.line else self.file

    def __lt__(self, other: SourceRef) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[str, int, str, str]:
        return self.file, self.line, self.sheet, self.cell


_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

NOWHERE = SourceRef("")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where, what was found, what was expected, what to do.

    :ivar published: the value as it stands in the input or the document.
    :ivar computed: the value that was expected.
    :ivar context: where that is, in words by which a person finds it.
    """

    rule: str
    location: SourceRef
    message: str
    published: str = ""
    computed: str = ""
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)
    context: str = ""

    def __str__(self) -> str:
        severity = {
            Severity.ERROR: _("error"),
            Severity.WARNING: _("warning"),
            Severity.NOTE: _("note"),
        }[self.severity]
        lines = [f"{self.location}: {severity} [{self.rule}] {_show(self.message)}"]
        if self.context:
            lines.append(f"  {_('at')}: {_show(self.context)}")
        if self.hint:
            lines.append(f"  {_('hint')}: {_show(self.hint)}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, str]:
        """The finding as it stands in ``--json``."""
        context = {"context": shorten(self.context)} if self.context else {}
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "location": str(self.location),
            "published": shorten(self.published),
            "computed": shorten(self.computed),
            "message": shorten(self.message),
            "hint": shorten(self.hint),
            **context,
        }


def _show(text: str) -> str:
    """The text as a terminal can print it: not too long, and without characters that steer it."""
    return _STEERING.sub("\ufffd", text)


class DataError(ReportgenError):
    """The input has errors; it holds every one of them.

    :ivar diagnostics: what was found, in the order of the files.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics


def explain_more(place: SourceRef, severity: Severity = Severity.ERROR) -> Diagnostic:
    """That there are so many mistakes that no more were looked for."""
    return Diagnostic(
        "more-findings",
        place,
        _(
            "there are more than {limit} findings; the rest was not looked at",
            limit=f"{MOST_FINDINGS:,}",
        ),
        hint=_("mend what they have in common, and check again"),
        severity=severity,
    )


def bound_findings(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of one file or rule, up to more than anybody reads."""
    for count, finding in enumerate(findings):
        if count == MOST_FINDINGS:
            yield explain_more(finding.location, finding.severity)
            return
        yield finding


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def raise_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise :class:`DataError` with every finding when one of them is an error."""
    found = tuple(diagnostics)
    if has_errors(found):
        raise DataError(found)
