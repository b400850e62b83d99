"""A new amendment: a ledger file that begins from the current budget."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import CARRYOVERS, KINDS_OF, Approval, EntryKind, LedgerEntry, Measure
from reportgen.model.ledger_queries import list_amounts
from reportgen.model.project_folder import ProjectFolder
from reportgen.money import THOUSAND
from reportgen.output import write_outputs

HEADERS = {
    THOUSAND: ("일자", "단계", "종류", "계정", "계정명", "기정액(천원)", "증감(천원)"),
    1: ("일자", "단계", "종류", "계정", "계정명", "기정액(원)", "증감(원)"),
}
"""The columns of the file up to its amounts, in the words that the ledger reader knows."""

TAIL = ("근거", "산출근거", "의결")

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

    It is in thousands of won, or in won where an amount is no whole number of thousands.

    :returns: how many accounts it lists.
    :raises DataError: when the stage isn't listed or has a budget already, the day doesn't fit
        the year and the other stages, or the file exists.
    """
    problems = tuple(_find_problems(folder, asked, path, replace))
    if problems:
        raise DataError(problems)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    rows = list(_list_rows(folder, asked))
    unit = 1 if any(won % THOUSAND for row in rows for won in row.amounts) else THOUSAND
    writer.writerow((*HEADERS[unit], *TAIL))
    writer.writerows(_spell_row(row, asked, unit) for row in rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Excel takes a CSV for UTF-8 only with a mark at its beginning.
    write_outputs(path.parent, {path.name: text.getvalue().encode("utf-8-sig")})
    return sum(row.kind == AMENDING for row in rows)


def _find_problems(
    folder: ProjectFolder, asked: NewAmendment, path: Path, replace: bool
) -> Iterator[Diagnostic]:
    yield from _check_stage(folder, asked)
    yield from _check_file(path, replace)
    voted = [entry for entry in _select_voted(folder) if not _is_in(entry, path)]
    entries = [entry for entry in voted if entry.stage == asked.stage]
    if entries:
        yield Diagnostic(
            "repeated-entry",
            entries[0].source,
            _("{stage} has entries already", stage=asked.stage),
            asked.stage,
            hint=_("add to these entries, or remove them first"),
        )
    yield from _check_lost(folder, asked, path)
    yield from _check_day(folder, asked, voted)


def _check_lost(folder: ProjectFolder, asked: NewAmendment, path: Path) -> Iterator[Diagnostic]:
    """Nothing but an amendment of the stage is overwritten."""
    drafted = (*KINDS_OF[Measure.BUDGET], *KINDS_OF[Measure.PRE_APPROVAL])
    for entry in folder.ledger:
        if _is_in(entry, path) and (entry.stage != asked.stage or entry.kind not in drafted):
            yield Diagnostic(
                "output-file",
                entry.source,
                _(
                    "the file that is overwritten holds {kind} of {stage}, which would be lost",
                    kind=entry.kind,
                    stage=entry.stage,
                ),
                published=entry.stage,
                computed=asked.stage,
                hint=_("choose another with --into"),
            )
            return


def _check_stage(folder: ProjectFolder, asked: NewAmendment) -> Iterator[Diagnostic]:
    """The stage is listed, behind one that it amends."""
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


def _check_file(path: Path, replace: bool) -> Iterator[Diagnostic]:
    """It is a CSV, and takes the place of none unless that is wanted."""
    if path.suffix.lower() != ".csv":
        yield Diagnostic(
            "output-file",
            SourceRef(path.as_posix()),
            _("the amendment is written as CSV"),
            hint=_("give the file a name that ends in .csv"),
        )
    if path.exists() and not replace:
        yield Diagnostic(
            "output-file",
            SourceRef(path.as_posix()),
            _("the file is there already"),
            hint=_("choose another with --into, or overwrite it with --replace"),
        )


def _select_voted(folder: ProjectFolder) -> Ledger:
    """What makes up the budget; payments may stand in a stage before its amounts do."""
    kinds = KINDS_OF[Measure.BUDGET]
    return Ledger.of(folder.ledger).select(lambda found: found.kind in kinds)


def _is_in(entry: LedgerEntry, path: Path) -> bool:
    """Whether the entry stands in the file, which then is written anew."""
    return path.parent.name == "budget" and Path(entry.source.file).name == path.name


def _check_day(
    folder: ProjectFolder, asked: NewAmendment, voted: list[LedgerEntry]
) -> Iterator[Diagnostic]:
    """The day lies in the year, and between the stages before and after."""
    year, stages = folder.report.year, folder.report.stages
    if asked.day.year != year:
        yield Diagnostic(
            "stage-order",
            SourceRef("--date"),
            _("{day} is not in {year}", day=asked.day.isoformat(), year=year),
            asked.day.isoformat(),
            str(year),
            _("name a day of the year that is reported"),
        )
        return
    if asked.stage not in stages:
        return
    number = stages.index(asked.stage)
    carried = Ledger.of(folder.ledger).select(lambda found: found.kind in CARRYOVERS)
    late = [
        entry
        for entry in (*voted, *carried)
        if entry.stage in stages[:number] and entry.date > asked.day
    ]
    early = [
        entry for entry in voted if entry.stage in stages[number + 1 :] and entry.date < asked.day
    ]
    early += [entry for entry in carried if entry.stage == asked.stage and entry.date < asked.day]
    for other in (max(late, key=_tell_day, default=None), min(early, key=_tell_day, default=None)):
        if other:
            yield _explain_order(asked, other)


def _tell_day(entry: LedgerEntry) -> date:
    return entry.date


def _explain_order(asked: NewAmendment, other: LedgerEntry) -> Diagnostic:
    return Diagnostic(
        "stage-order",
        other.source,
        _(
            "{stage} would be of {first}, but {other} is entered on {second}",
            stage=asked.stage,
            first=asked.day.isoformat(),
            other=other.stage,
            second=other.date.isoformat(),
        ),
        asked.day.isoformat(),
        other.date.isoformat(),
        _("name another --date, or correct the date or the stage of the entry"),
    )


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row of the file, in won.

    :ivar present: 기정액; None in a row that only takes back what was spent ahead.
    :ivar change: None where it is to be filled in.
    """

    kind: str
    account: str
    name: str
    present: int | None
    change: int | None

    @property
    def amounts(self) -> tuple[int, ...]:
        """Those that it says."""
        return tuple(won for won in (self.present, self.change) if won is not None)


def _list_rows(folder: ProjectFolder, asked: NewAmendment) -> Iterator[DraftRow]:
    year, stages = folder.report.year, folder.report.stages
    known = stages[: stages.index(asked.stage) + 1]
    entries = Ledger.of(folder.ledger).select(
        lambda one: (
            one.date <= asked.day
            and one.date.year == year
            and one.stage in known
            and one.approval is Approval.PASSED
        )
    )
    voted = entries.select(
        lambda one: one.kind in KINDS_OF[Measure.BUDGET] and one.stage != asked.stage
    )
    ahead = entries.select(lambda one: one.kind is EntryKind.PRE_APPROVAL)
    present, taken = _sum_accounts(voted), _sum_accounts(ahead)
    for account in (*folder.accounts.revenue, *folder.accounts.programmes()):
        # What was taken back beyond what was spent is a mistake, and nothing to take up.
        given = max(taken[account.id], 0) or None
        yield DraftRow(AMENDING, account.id, account.name, present[account.id], given)
        if given:
            yield DraftRow(PRE_APPROVED, account.id, account.name, None, -given)


def _sum_accounts(entries: Ledger) -> Counter[str]:
    sums: Counter[str] = Counter()
    for _found, account, won in list_amounts(entries):
        sums[account] += won
    return sums


def _spell_row(row: DraftRow, asked: NewAmendment, unit: int) -> list[str]:
    amounts = ("" if won is None else str(won // unit) for won in (row.present, row.change))
    note = TAKEN_UP if row.change else ""
    head = (asked.day.isoformat(), asked.stage, row.kind, row.account, row.name)
    return [*head, *amounts, asked.reference, note, PROPOSED]
