"""Ledger entries as a sequence: all of a ledger, or those that a state of it counts."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import overload

from reportgen.model.ledger import LedgerEntry
from reportgen.model.ledger_columns import EntryClass, LedgerColumns


class Ledger(Sequence[LedgerEntry]):
    """Entries of a ledger in its order.

    A million of them are summed and selected without being made: an entry is an object
    only once somebody looks at it.

    :ivar columns: where the entries are kept; complete.
    :ivar classes: the classes that have entries here, by their numbers in the columns.
    """

    def __init__(
        self, columns: LedgerColumns, classes: Mapping[int, EntryClass] | None = None
    ) -> None:
        self.columns = columns
        self.classes = (
            {number: columns.classes[number] for number in sorted(columns.counts)}
            if classes is None
            else classes
        )

    @classmethod
    def of(cls, entries: Iterable[LedgerEntry]) -> Ledger:
        """The entries as a ledger; one that is a ledger already stays itself."""
        if isinstance(entries, Ledger):
            return entries
        columns = LedgerColumns()
        columns.entries = list(entries)
        for entry in columns.entries:
            columns.append(entry)
        return cls(columns)

    def select(self, counts: Callable[[EntryClass], bool]) -> Ledger:
        """The entries of those classes for which the answer is yes."""
        chosen = {number: found for number, found in self.classes.items() if counts(found)}
        return Ledger(self.columns, chosen)

    def __len__(self) -> int:
        return sum(self.columns.counts[number] for number in self.classes)

    def __iter__(self) -> Iterator[LedgerEntry]:
        if self.is_whole:
            return iter(self.columns.entries)
        return map(self.columns.entry, self._rows)

    @overload
    def __getitem__(self, at: int) -> LedgerEntry: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[LedgerEntry, ...]: ...

    def __getitem__(self, at: int | slice) -> LedgerEntry | tuple[LedgerEntry, ...]:
        rows = self._rows
        if isinstance(at, slice):
            return tuple(self.columns.entry(row) for row in rows[at])
        return self.columns.entry(rows[at])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(
            one == another for one, another in zip(self, other, strict=True)
        )

    def __repr__(self) -> str:
        return f"Ledger({list(self)!r})"

    @property
    def is_whole(self) -> bool:
        """Whether every row of the columns is here."""
        return len(self.classes) == len(self.columns.counts)

    def marks(self) -> Iterator[bool]:
        """For every row of the columns, whether its entry is here."""
        marks = [number in self.classes for number in range(len(self.columns.classes))]
        return map(marks.__getitem__, self.columns.class_of)

    @cached_property
    def _rows(self) -> Sequence[int]:
        every = range(len(self.columns))
        return every if self.is_whole else array("I", compress(every, self.marks()))
