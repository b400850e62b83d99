"""What the cover of the annexes says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.figures.digest import digest_entries, find_last_stage
from reportgen.model.ledger import LedgerEntry
from reportgen.views.annexes import AbsentAnnex, Annex
from reportgen.views.context import ViewContext
from reportgen.views.report import spell_mark


def find_stage(
    context: ViewContext, entries: Sequence[LedgerEntry], asked: str | None = None
) -> str:
    """The stage of this state: the one that was asked for, or the last that has an entry."""
    return asked or find_last_stage(entries, context.folder.report.stages)


def list_cover(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    draft: bool,
    shown: tuple[Annex, ...],
    absent: tuple[AbsentAnnex, ...],
) -> tuple[tuple[str, str], ...]:
    """Label and text of every line: who, as of when, from what, whom to ask, what is missing."""
    sources = ", ".join(
        f"{digest.file} (기록 {digest.count:,}건, SHA-256 {digest.sha256[:12]})"
        for digest in digest_entries(entries)
    )
    lines = [
        ("기관", context.folder.organization.name),
        ("보고서", context.folder.report.title),
        ("예산 단계", find_stage(context, entries)),
        ("기준일", context.formatter.day(context.base_date)),
        ("단위", "천원, %"),
        *_list_rounded(shown),
        ("원천 자료", sources),
    ]
    if contact := _spell_contact(context):
        lines.append(("문의", contact))
    if mark := spell_mark(context.folder.report.mark, draft):
        lines.append(("상태", mark))
    return (*lines, *_list_absent(absent))


def _list_rounded(shown: tuple[Annex, ...]) -> Iterator[tuple[str, str]]:
    """The sheets whose amounts don't add up as they are shown, after the words that say so."""
    titles: dict[str, list[str]] = {}
    for sheet in shown:
        if sheet.grid.rounding_note:
            titles.setdefault(sheet.grid.rounding_note, []).append(sheet.title)
    for note, names in titles.items():
        yield "단수 처리", f"{note} ({', '.join(names)})"


def _list_absent(absent: tuple[AbsentAnnex, ...]) -> Iterator[tuple[str, str]]:
    """The sheets that are left out, a line for each reason; the first has the label."""
    titles: dict[str, list[str]] = {}
    for sheet in absent:
        titles.setdefault(sheet.reason, []).append(sheet.title)
    for number, (reason, names) in enumerate(titles.items()):
        yield "" if number else "빠진 시트", f"{', '.join(names)} ({reason})"


def _spell_contact(context: ViewContext) -> str:
    """Whom finance asks: unit, post, name and extension; empty where content names nobody."""
    folder = context.folder
    for person in folder.contacts:
        if person.id == folder.report.annex_contact:
            organization = folder.organization
            names = {unit.id: unit.name for unit in organization.walk()}
            unit = names.get(person.unit, "")
            post = person.post if person.post.startswith(unit) else f"{unit} {person.post}"
            return f"{post} {person.name} ☎{person.extension}"
    return ""
