"""What was edited in a ledger that came back: row by row, of one day, stage, kind and account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from reportgen.harmless import make_harmless
from reportgen.importing.entries.corrections import Correction
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.importing.returned.ledger_copies import CopiedEntry
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry

Row = CopiedEntry | LedgerEntry
AnyRow = TypeVar("AnyRow", CopiedEntry, LedgerEntry)
Key = tuple[date, str, EntryKind, str, Approval | None, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """One row that differs.

    :ivar copied: the row as it came back; None where it was deleted.
    :ivar kept: the entry of the ledger; None where the row is new.
    :ivar correction: what becomes of the entry; None where the row is new.
    """

    copied: CopiedEntry | None
    kept: LedgerEntry | None
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class PlannedEdit:
    """An edit and the entry that makes it."""

    edit: Edit
    planned: PlannedEntry


@dataclass(slots=True)
class RowGroup:
    """What file and ledger say of one day, stage, kind and account."""

    copied: list[CopiedEntry] = field(default_factory=list)
    kept: list[LedgerEntry] = field(default_factory=list)

    def compare(self) -> Iterator[Edit]:
        """Every row that differs; none where the rows come to the same all the same."""
        if not self.kept:
            yield from (Edit(row, None) for row in self.copied)
            return
        copied, kept = self._leave_equal()
        if sum(row.amount for row in copied) == sum(entry.amount for entry in kept):
            pairs = list(zip(copied, kept, strict=False))
            if len(copied) == len(kept) and all(c.amount == k.amount for c, k in pairs):
                yield from (Edit(row, entry) for row, entry in pairs)
            return
        for row, entry in _pair(copied, kept):
            if entry is None:
                yield Edit(row, None)
            else:
                after = row.amount if row else 0
                yield Edit(row, entry, Correction(entry.amount, after, self._tell_apart(entry)))

    def _tell_apart(self, entry: LedgerEntry) -> str:
        """What tells an entry from others of the same amount; empty where there are none."""
        twins = [other for other in self.kept if other.amount == entry.amount]
        if len(twins) < 2:
            return ""
        text = _join_texts(entry)
        unique = text and sum(_join_texts(other) == text for other in twins) == 1
        return text if unique else str(entry.source)

    def _leave_equal(self) -> tuple[list[CopiedEntry], list[LedgerEntry]]:
        """The rows without those that stand on both sides with the same amount and texts."""
        ours, theirs = Counter(map(spell_face, self.kept)), Counter(map(spell_face, self.copied))
        both = ours & theirs
        return _without(self.copied, both), _without(self.kept, both)


def spell_face(row: Row) -> tuple[int, str, str]:
    """Amount and texts of a row."""
    return row.amount, make_harmless(row.reference), make_harmless(row.note)


def _join_texts(entry: LedgerEntry) -> str:
    return " | ".join(filter(None, (entry.reference, entry.note)))


def make_key(row: Row, columns: frozenset[str]) -> Key:
    """What entries have in common that can be set off against each other.

    What the file has no column for, it leaves as it is.
    """
    approval = row.approval if "approval" in columns else None
    funding = row.funding if "funding" in columns else ""
    return row.date, row.stage, row.kind, row.account, approval, funding


def _pair(
    copied: list[CopiedEntry], kept: list[LedgerEntry]
) -> Iterator[tuple[CopiedEntry | None, LedgerEntry | None]]:
    """Rows with the entries they were made from: by the place they name, by their texts, in order.

    Those that are left are new, or were deleted.
    """
    rows, entries = list(copied), list(kept)
    ways: tuple[Callable[[CopiedEntry, LedgerEntry], bool], ...]
    ways = (_names_place, _has_texts, lambda _row, _entry: True)
    for is_same in ways:
        for entry in tuple(entries):
            row = next((row for row in rows if is_same(row, entry)), None)
            if row is not None:
                rows.remove(row)
                entries.remove(entry)
                yield row, entry
    yield from ((row, None) for row in rows)
    yield from ((None, entry) for entry in entries)


def _names_place(row: CopiedEntry, entry: LedgerEntry) -> bool:
    return row.origin == str(entry.source)


def _has_texts(row: CopiedEntry, entry: LedgerEntry) -> bool:
    return spell_face(row)[1:] == spell_face(entry)[1:]


def _without(rows: Sequence[AnyRow], both: Counter[tuple[int, str, str]]) -> list[AnyRow]:
    left = both.copy()
    kept = []
    for row in rows:
        if left[spell_face(row)]:
            left[spell_face(row)] -= 1
        else:
            kept.append(row)
    return kept
