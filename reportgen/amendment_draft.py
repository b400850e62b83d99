"""A new amendment: a ledger file that begins from the current budget."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.figures.slices import LedgerSlices
from reportgen.i18n import translate as _
from reportgen.model.ledger import KINDS_OF, Approval, EntryKind, LedgerEntry, Measure
from reportgen.model.project_folder import ProjectFolder
from reportgen.money import THOUSAND, Won, name_unit
from reportgen.output import write_outputs

HEADERS = (
    "일자",
    "단계",
    "종류",
    "계정",
    "계정명",
    "기정액({unit})",
    "증감({unit})",
    "근거",
    "산출근거",
    "의결",
)
"""The columns of the file, in the words that the ledger reader knows; amounts say their unit."""

PROPOSED = "안"
AMENDING, PRE_APPROVED = "추경", "성립전"
TAKEN_UP = "성립 전 사용분 계상"


@dataclass(frozen=True, slots=True)
class NewAmendment:
    """What is asked for.

    :ivar day: the day from which the amendment is to be in force.
    :ivar reference: the document it stands in, such as the bill.
    """

    stage: str
    day: date
    reference: str = ""


def write_amendment(folder: ProjectFolder, asked: NewAmendment, path: Path, replace: bool) -> int:
    """Write the file; amounts are left empty, and what was spent ahead is filled in.

    :returns: how many accounts it lists.
    :raises DataError: when the stage isn't listed or has entries already, or the file exists.
    """
    problems = tuple(_find_problems(folder, asked, path, replace))
    if problems:
        raise DataError(problems)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    rows = list(_list_rows(folder, asked))
    unit = _choose_unit(rows)
    writer.writerow(header.format(unit=name_unit(unit)) for header in HEADERS)
    writer.writerows([_spell(cell, unit) for cell in row] for row in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Excel takes a CSV for UTF-8 only with a mark at its beginning.
    write_outputs(path.parent, {path.name: text.getvalue().encode("utf-8-sig")})
    return sum(row[2] == AMENDING for row in rows)


def _find_problems(
    folder: ProjectFolder, asked: NewAmendment, path: Path, replace: bool
) -> Iterator[Diagnostic]:
    stages = folder.report.stages
    place = SourceRef("content/report.yaml", folder.report.source.keys.get("stages", 0))
    if asked.stage not in stages:
        yield Diagnostic(
            "unknown-stage",
            place,
            _("there is no stage {stage}", stage=asked.stage),
            asked.stage,
            ", ".join(stages),
            _("add it to «stages» in report.yaml, after the stage that it amends"),
        )
    elif stages.index(asked.stage) == 0:
        yield Diagnostic(
            "unknown-stage",
            place,
            _("{stage} is the first stage and amends nothing", stage=asked.stage),
            asked.stage,
            hint=_("name a later stage"),
        )
    if path.exists() and not replace:
        yield Diagnostic(
            "output-file",
            SourceRef(path.as_posix()),
            _("the file is there already"),
            hint=_("choose another with --into, or overwrite it with --replace"),
        )
    entries = [entry for entry in folder.ledger if entry.stage == asked.stage]
    if entries and not replace:
        yield Diagnostic(
            "repeated-entry",
            entries[0].source,
            _("{stage} has entries already", stage=asked.stage),
            asked.stage,
            hint=_("add to these entries, or remove them first"),
        )


def _list_rows(folder: ProjectFolder, asked: NewAmendment) -> Iterator[list[str | Won]]:
    before = folder.report.stages[: folder.report.stages.index(asked.stage)]
    entries = [
        entry
        for entry in folder.ledger
        if entry.stage in before and entry.date <= asked.day and entry.approval is Approval.PASSED
    ]
    slices = LedgerSlices(entries)
    year = folder.report.year
    for account in (*folder.accounts.revenue, *folder.accounts.programmes()):
        voted = sum(
            int(slices.sum_kind("", account.id, kind, year).value or 0)
            for kind in KINDS_OF[Measure.BUDGET]
        )
        ahead = _sum_ahead(entries, account.id)
        note = TAKEN_UP if ahead else ""
        tail = [asked.reference, note, PROPOSED]
        head = [asked.day.isoformat(), asked.stage]
        named = [account.id, account.name]
        yield [*head, AMENDING, *named, Won(voted), Won(ahead) if ahead else "", *tail]
        if ahead:
            yield [*head, PRE_APPROVED, *named, "", Won(-ahead), *tail]


def _sum_ahead(entries: list[LedgerEntry], account: str) -> int:
    return sum(
        entry.amount
        for entry in entries
        if entry.kind is EntryKind.PRE_APPROVAL and entry.account == account
    )


def _choose_unit(rows: Sequence[Sequence[str | Won]]) -> int:
    """Thousands of won, unless an amount has a part of a thousand."""
    amounts = (cell for row in rows for cell in row if isinstance(cell, int))
    return 1 if any(amount % THOUSAND for amount in amounts) else THOUSAND


def _spell(cell: str | Won, unit: int) -> str:
    """The text of a cell; amounts in the unit."""
    return cell if isinstance(cell, str) else str(cell // unit)
