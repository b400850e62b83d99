"""A ledger that came back, held against the ledger as it is: exactly what was edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.figures.digest import digest_entries
from reportgen.harmless import make_harmless
from reportgen.i18n import translate as _
from reportgen.importing.copies import CopiedEntry, LedgerCopy
from reportgen.importing.planned import PlannedEntry
from reportgen.importing.surroundings import LEDGER_FOLDER, Surroundings
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won

Row = CopiedEntry | LedgerEntry
AnyRow = TypeVar("AnyRow", CopiedEntry, LedgerEntry)
Key = tuple[date, str, EntryKind, str, Approval | None, str]


@dataclass(slots=True)
class _Group:
    """What file and ledger say of one day, stage, kind and account, without what agrees."""

    copied: list[CopiedEntry] = field(default_factory=list)
    kept: list[LedgerEntry] = field(default_factory=list)

    def cancel(self) -> None:
        """Leave out the rows that stand on both sides with the same amount and texts."""
        ours, theirs = Counter(map(_face, self.kept)), Counter(map(_face, self.copied))
        both = ours & theirs
        self.kept = _without(self.kept, both)
        self.copied = _without(self.copied, both)

    @property
    def difference(self) -> Won:
        """What the file adds."""
        return Won(sum(row.amount for row in self.copied) - sum(row.amount for row in self.kept))


@dataclass(frozen=True, slots=True)
class Returned:
    """What the edits come to.

    :ivar stage: the stage for which the workbook was built, if not for all of them.
    :ivar is_current: whether the ledger files are still those that it was made from.
    :ivar is_dated: whether it says which ledger files it was made from.
    :ivar is_same: whether no other file has entries of that state either.
    :ivar known: how many edits the ledger already holds.
    """

    entries: tuple[PlannedEntry, ...]
    as_of: date
    stage: str | None
    is_current: bool
    is_dated: bool
    is_same: bool
    known: int
    diagnostics: tuple[Diagnostic, ...]


def compare_copy(copy: LedgerCopy, around: Surroundings, replaced: str = "") -> Returned:
    """The entries that make the ledger differ as the workbook differs from it.

    :param replaced: the ledger file that is written anew, which says nothing any more.

    A changed amount becomes a correction of the difference, so that the entry it corrects
    stays as it was; the sum is what the workbook says. A row that is gone is only known to be
    deleted when the ledger files are still those that the workbook was made from.
    """
    ledger = [e for e in around.ledger if e.source.file != f"{LEDGER_FOLDER}/{replaced}"]
    as_of = copy.as_of or max((e.date for e in copy.entries), default=around.report.base_date)
    stage = _find_stage(copy, around, as_of)
    shown = _choose(_select(ledger, copy, around.report.stages, as_of), copy)
    made_from = _find_origin(shown, copy)
    is_current = _is_current(made_from, copy)
    is_same = is_current and len(made_from) == len(shown)
    shown = made_from if is_current else shown
    comparer = _Comparer(copy, is_current)
    planned = list(comparer.compare(shown))
    ids = set(map(id, shown))
    since = (entry for entry in ledger if id(entry) not in ids)
    fresh = list(_leave_known(planned, since, copy.columns))
    known = len(planned) - len(fresh)
    findings = comparer.findings()
    is_dated = bool(copy.digests)
    return Returned(
        tuple(fresh), as_of, stage, is_current, is_dated, is_same, known, tuple(findings)
    )


def _find_origin(shown: Iterable[LedgerEntry], copy: LedgerCopy) -> list[LedgerEntry]:
    """The entries of the ledger files that the workbook was made from."""
    return [entry for entry in shown if entry.source.file in copy.digests]


def _choose(shown: list[LedgerEntry], copy: LedgerCopy) -> list[LedgerEntry]:
    """The entries without the proposed ones, if the file was made without them.

    Only a state that asks for their stage shows them. A workbook says what it was made from;
    of another file only its rows say it.
    """
    passed = [entry for entry in shown if entry.approval is Approval.PASSED]
    for chosen in (shown, passed):
        if _is_current(_find_origin(chosen, copy), copy):
            return chosen
    holds_proposed = any(entry.approval is not Approval.PASSED for entry in copy.entries)
    return shown if holds_proposed or copy.stage else passed


def _is_current(shown: Iterable[LedgerEntry], copy: LedgerCopy) -> bool:
    """Whether the ledger still holds the entries that the workbook was made from."""
    found = {digest.file: (digest.count, digest.sha256[:12]) for digest in digest_entries(shown)}
    return bool(copy.digests) and found == dict(copy.digests)


def _find_last_stage(copy: LedgerCopy, stages: Sequence[str]) -> int:
    """The position of the last stage that the workbook shows."""
    if copy.stage in stages:
        return stages.index(copy.stage)
    return max((stages.index(entry.stage) for entry in copy.entries), default=len(stages) - 1)


def _select(
    ledger: Iterable[LedgerEntry], copy: LedgerCopy, stages: Sequence[str], as_of: date
) -> list[LedgerEntry]:
    """The entries that the workbook can show: up to its day and its last stage."""
    last = _find_last_stage(copy, stages)
    return [
        entry
        for entry in ledger
        if entry.date <= as_of
        and (entry.stage not in stages or stages.index(entry.stage) <= last)
        and (entry.approval is Approval.PASSED or entry.stage == stages[last])
    ]


def _find_stage(copy: LedgerCopy, around: Surroundings, as_of: date) -> str | None:
    """The stage that the workbook was built for, if it leaves out or adds entries by that."""
    stages = around.report.stages
    last = _find_last_stage(copy, stages)
    differs = any(
        entry.date <= as_of
        and entry.stage in stages
        and (
            stages.index(entry.stage) > last
            or (entry.approval is Approval.PROPOSED and entry.stage == stages[last])
        )
        for entry in around.ledger
    )
    return stages[last] if differs else None


class _Comparer:
    """Compares group by group and collects what can't become entries."""

    def __init__(self, copy: LedgerCopy, is_current: bool) -> None:
        self._copy = copy
        self._is_current = is_current
        self._missing: list[LedgerEntry] = []
        self._reworded: list[tuple[CopiedEntry, LedgerEntry]] = []

    def compare(self, entries: Sequence[LedgerEntry]) -> Iterator[PlannedEntry]:
        """The entries that are to be written, in the order of the file."""
        for group in self._group(entries).values():
            group.cancel()
            if not group.kept:
                yield from map(self._copy_row, group.copied)
            elif not group.difference:
                self._note_texts(group)
            elif group.copied:
                yield self._correct(group, group.copied[0])
            elif self._is_current:
                yield self._reverse(group)
            else:
                self._missing += group.kept

    def findings(self) -> Iterator[Diagnostic]:
        """Edits that make no entries."""
        for copied, kept in self._reworded:
            yield Diagnostic(
                "import-ignored",
                copied.place,
                _(
                    "reference or note were changed to «{text}»",
                    text=" | ".join(filter(None, (copied.reference, copied.note))),
                ),
                hint=_("change them in {place}", place=kept.source),
                severity=Severity.WARNING,
            )
        if self._missing:
            first = self._missing[0]
            yield Diagnostic(
                "import-missing",
                self._copy.sheet.place(1),
                _(
                    "{count} entries of the ledger aren't in the file; they stay "
                    "(the first: {place})",
                    count=len(self._missing),
                    place=first.source,
                ),
                hint=_("to cancel an entry, set its amount to 0 instead of deleting its row"),
                severity=Severity.WARNING,
            )

    def _group(self, entries: Iterable[LedgerEntry]) -> dict[Key, _Group]:
        groups: dict[Key, _Group] = {}
        for row in self._copy.entries:
            groups.setdefault(_key(row, self._copy.columns), _Group()).copied.append(row)
        for entry in entries:
            groups.setdefault(_key(entry, self._copy.columns), _Group()).kept.append(entry)
        return groups

    def _note_texts(self, group: _Group) -> None:
        """Rows that only differ in their texts; such as were corrected before say nothing."""
        pairs = list(zip(group.copied, group.kept, strict=False))
        if len(group.copied) == len(group.kept) and all(
            copied.amount == kept.amount for copied, kept in pairs
        ):
            self._reworded += pairs

    def _copy_row(self, row: CopiedEntry) -> PlannedEntry:
        return PlannedEntry(
            _make_entry(row, row.amount, row.reference or _spell_place(row), row.note)
        )

    def _correct(self, group: _Group, row: CopiedEntry) -> PlannedEntry:
        before = Won(sum(entry.amount for entry in group.kept))
        after = Won(sum(copied.amount for copied in group.copied))
        note = f"정정: {before:,}원에서 {after:,}원으로"
        entry = _make_entry(row, group.difference, _spell_place(row), note)
        first = group.kept[0]
        entry = replace(entry, approval=first.approval, funding=first.funding)
        return PlannedEntry(entry, after, before)

    def _reverse(self, group: _Group) -> PlannedEntry:
        first = group.kept[0]
        before = Won(sum(entry.amount for entry in group.kept))
        reference = f"{self._copy.sheet.file} {self._copy.sheet.name}".strip()
        note = f"삭제된 기록의 취소: {before:,}원"
        entry = LedgerEntry(
            first.date,
            first.stage,
            first.kind,
            first.account,
            Won(-before),
            reference,
            note,
            first.source,
            first.approval,
            first.funding,
        )
        return PlannedEntry(entry, Won(0), before)


def _leave_known(
    planned: Iterable[PlannedEntry], since: Iterable[LedgerEntry], columns: frozenset[str]
) -> Iterator[PlannedEntry]:
    """The edits without those that a later file of the ledger already makes."""
    known = Counter((_key(entry, columns), entry.amount) for entry in since)
    for item in planned:
        key = (_key(item.entry, columns), item.entry.amount)
        if known[key]:
            known[key] -= 1
        else:
            yield item


def _key(row: Row, columns: frozenset[str]) -> Key:
    """What entries have in common that can be set off against each other.

    What the file has no column for, it leaves as it is.
    """
    approval = row.approval if "approval" in columns else None
    funding = row.funding if "funding" in columns else ""
    return row.date, row.stage, row.kind, row.account, approval, funding


def _face(row: Row) -> tuple[int, str, str]:
    return row.amount, make_harmless(row.reference), make_harmless(row.note)


def _without(rows: list[AnyRow], both: Counter[tuple[int, str, str]]) -> list[AnyRow]:
    left = both.copy()
    kept = []
    for row in rows:
        if left[_face(row)]:
            left[_face(row)] -= 1
        else:
            kept.append(row)
    return kept


def _spell_place(row: CopiedEntry) -> str:
    return str(row.place).replace("!", " ", 1)


def _make_entry(row: CopiedEntry, amount: Won, reference: str, note: str) -> LedgerEntry:
    return LedgerEntry(
        row.date,
        row.stage,
        row.kind,
        row.account,
        amount,
        reference,
        note,
        row.place,
        row.approval,
        row.funding,
    )
