"""A ledger that came back, held against the ledger as it is: exactly what was edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.figures.digest import digest_entries
from reportgen.i18n import translate as _
from reportgen.importing.basis.ledger_basis import LEDGER_FOLDER, LedgerBasis
from reportgen.importing.entries.corrections import Correction, parse_correction
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.importing.returned.conflicts import settle_edits
from reportgen.importing.returned.edits import (
    Edit,
    Key,
    PlannedEdit,
    RowGroup,
    make_key,
    spell_face,
)
from reportgen.importing.returned.ledger_copies import CopiedEntry, LedgerCopy
from reportgen.importing.returned.side_columns import find_side_edits
from reportgen.model.ledger import Approval, LedgerEntry
from reportgen.money import Won


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


def compare_copy(copy: LedgerCopy, around: LedgerBasis, replaced: str = "") -> Returned:
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
    shown = _choose_shown(copy, shown, made_from, is_current)
    comparer = _Comparer(copy, is_current)
    edits = list(comparer.compare(shown))
    ids = set(map(id, shown))
    since = [*comparer.since, *(entry for entry in ledger if id(entry) not in ids)]
    settled = settle_edits(edits, since, frozenset(copy.columns), copy.sheet.place(1))
    findings = (
        *settled.diagnostics,
        *comparer.findings(),
        *find_side_edits(copy, around.accounts, frozenset(_list_new(edits))),
    )
    is_dated = bool(copy.digests)
    return Returned(
        settled.fresh, as_of, stage, is_current, is_dated, is_same, settled.known, findings
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


def _list_new(edits: Sequence[PlannedEdit]) -> Iterator[int]:
    """The rows that are new, but those that only have another day, stage, kind or account."""
    gone = {spell_face(one.edit.kept) for one in edits if one.edit.kept and not one.edit.copied}
    for one in edits:
        row = one.edit.copied
        if row and one.edit.kept is None and spell_face(row) not in gone:
            yield row.row


def _choose_shown(
    copy: LedgerCopy, shown: list[LedgerEntry], made_from: list[LedgerEntry], is_current: bool
) -> list[LedgerEntry]:
    """The entries that the file can be made from: those of the ledger files that it names.

    Where such a file is gone, its entries may stand in any other.
    """
    named = set(copy.digests) or {_find_file(row.origin) for row in copy.entries if row.origin}
    if is_current or not named <= {entry.source.file for entry in shown}:
        return made_from if is_current else shown
    return [entry for entry in shown if entry.source.file in named]


def _find_file(origin: str) -> str:
    """The file of a place as it is printed."""
    return origin.partition("!")[0] if "!" in origin else origin.rpartition(":")[0]


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


def _find_stage(copy: LedgerCopy, around: LedgerBasis, as_of: date) -> str | None:
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
    """Compares group by group and collects what can't become entries.

    :ivar since: corrections that were put into a ledger file that the copy names; they came
        after it.
    """

    def __init__(self, copy: LedgerCopy, is_current: bool) -> None:
        self.since: list[LedgerEntry] = []
        self._copy = copy
        self._is_current = is_current
        self._missing: list[LedgerEntry] = []
        self._reworded: list[tuple[CopiedEntry, LedgerEntry]] = []

    def compare(self, entries: Sequence[LedgerEntry]) -> Iterator[PlannedEdit]:
        """The entries that are to be written, in the order of the file."""
        for group in self._group(entries).values():
            for edit in group.compare():
                planned = self._plan(edit)
                if planned is not None:
                    yield PlannedEdit(edit, planned)

    def _plan(self, edit: Edit) -> PlannedEntry | None:
        copied, kept = edit.copied, edit.kept
        if copied and kept and spell_face(copied)[1:] != spell_face(kept)[1:]:
            self._reworded.append((copied, kept))
        if edit.correction is None:
            is_new = copied is not None and kept is None
            return self._copy_row(copied) if copied and is_new else None
        assert kept is not None
        if copied is not None:
            return self._correct(copied, kept, edit.correction)
        if self._is_current:
            return self._reverse(kept, edit.correction)
        (self.since if parse_correction(kept.note) else self._missing).append(kept)
        return None

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

    def _group(self, entries: Iterable[LedgerEntry]) -> dict[Key, RowGroup]:
        groups: dict[Key, RowGroup] = {}
        columns = frozenset(self._copy.columns)
        for row in self._copy.entries:
            groups.setdefault(make_key(row, columns), RowGroup()).copied.append(row)
        for entry in entries:
            groups.setdefault(make_key(entry, columns), RowGroup()).kept.append(entry)
        return groups

    def _copy_row(self, row: CopiedEntry) -> PlannedEntry:
        return PlannedEntry(
            _make_entry(row, row.amount, row.reference or _spell_place(row), row.note)
        )

    def _correct(
        self, row: CopiedEntry, kept: LedgerEntry, correction: Correction
    ) -> PlannedEntry | None:
        difference = Won(row.amount - kept.amount)
        if not difference:
            return None
        entry = _make_entry(row, difference, _spell_place(row), correction.spell())
        entry = replace(entry, approval=kept.approval, funding=kept.funding)
        return PlannedEntry(entry, row.amount, kept.amount)

    def _reverse(self, kept: LedgerEntry, correction: Correction) -> PlannedEntry:
        reference = f"{self._copy.sheet.file} {self._copy.sheet.name}".strip()
        entry = replace(
            kept,
            amount=Won(-kept.amount),
            reference=reference,
            note=correction.spell_cancelled(),
            present=None,
            account_name="",
        )
        return PlannedEntry(entry, Won(0), kept.amount)


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
