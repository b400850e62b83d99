"""What a ledger of any length is kept in: one column for each thing that a row says."""

from __future__ import annotations

import struct
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count
from typing import NamedTuple

from reportgen.diagnostics import SourceRef
from reportgen.memory import pause_collection
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.model.ledger_places import PlaceColumn
from reportgen.model.ledger_texts import TextColumn
from reportgen.money import Won

TEXTS = ("reference", "note", "funding", "account_name")
"""What a row says beside its amount; no figure depends on it."""


class EntryClass(NamedTuple):
    """Everything that decides whether an entry counts, and for what, but its account.

    A ledger has few of them, however many entries it has.
    """

    date: date
    stage: str
    kind: EntryKind
    approval: Approval


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """Rows below each other, column by column.

    :ivar classes: numbers that :meth:`LedgerColumns.number_class` gave.
    :ivar accounts: numbers that :meth:`LedgerColumns.number_account` gave.
    :ivar amounts: won.
    :ivar texts: by the names of ``TEXTS``: UTF-8, joined by line feeds.
    :ivar place: that of the first row.
    """

    classes: Sequence[int]
    accounts: Sequence[int]
    amounts: Sequence[int]
    texts: Mapping[str, bytes]
    place: SourceRef


class LedgerColumns:
    """Entries in columns; an entry takes 16 bytes beside the bytes of its texts.

    :ivar classes: what the numbers in ``class_of`` mean.
    :ivar accounts: what the numbers in ``account_of`` mean: ids.
    :ivar amounts: won.
    :ivar present: 기정액 of the rows that say it.
    :ivar unfilled: the stages that have rows with a 기정액 and no amount, as a new amendment.
    """

    def __init__(self) -> None:
        self.classes: list[EntryClass] = []
        self.accounts: list[str] = []
        self.class_of = array("I")
        self.account_of = array("I")
        self.amounts: MutableSequence[int] = array("q")
        self.present: dict[int, Won] = {}
        self.unfilled: set[str] = set()
        self.places = PlaceColumn()
        self._texts = {name: TextColumn() for name in TEXTS}
        self._class_numbers: dict[EntryClass, int] = {}
        self._account_numbers: dict[str, int] = {}
        self._made: dict[int, LedgerEntry] = {}

    def __len__(self) -> int:
        return len(self.class_of)

    def number_class(self, found: EntryClass) -> int:
        """The number under which the class is kept."""
        number = self._class_numbers.setdefault(found, len(self.classes))
        if number == len(self.classes):
            self.classes.append(found)
        return number

    def number_account(self, account: str) -> int:
        """The number under which the account is kept."""
        number = self._account_numbers.setdefault(account, len(self.accounts))
        if number == len(self.accounts):
            self.accounts.append(account)
        return number

    def append(self, entry: LedgerEntry) -> None:
        """One more entry."""
        if entry.present is not None:
            self.present[len(self)] = entry.present
        found = EntryClass(entry.date, entry.stage, entry.kind, entry.approval)
        self.class_of.append(self.number_class(found))
        self.account_of.append(self.number_account(entry.account))
        self._add_amounts((entry.amount,))
        self.places.append(entry.source)
        for name, column in self._texts.items():
            column.append(getattr(entry, name))

    def extend(self, block: EntryBlock) -> None:
        """The entries of a block."""
        # Four times as fast as arrays that are filled number by number.
        packing = f"{len(block.amounts)}I"
        self.class_of.frombytes(struct.pack(packing, *block.classes))
        self.account_of.frombytes(struct.pack(packing, *block.accounts))
        self._add_amounts(block.amounts)
        self.places.extend(block.place, len(block.amounts))
        for name, column in self._texts.items():
            column.extend(block.texts[name], len(block.amounts))

    def _add_amounts(self, amounts: Sequence[int]) -> None:
        """Amounts beyond 64 bits turn the column into a list, which holds any number."""
        if isinstance(self.amounts, array):
            try:
                self.amounts.frombytes(struct.pack(f"{len(amounts)}q", *amounts))
                return
            except struct.error:
                self.amounts = list(self.amounts)
        self.amounts.extend(amounts)

    def list_texts(self, name: str) -> Iterator[str]:
        """What all rows say in one of the columns of ``TEXTS``."""
        return iter(self._texts[name])

    def entry(self, row: int) -> LedgerEntry:
        """The entry of one row, counted from 0."""
        if "entries" in self.__dict__:
            return self.entries[row]
        entry = self._made.get(row)
        if entry is None:
            entry = self._made[row] = self._make_entry(row)
        return entry

    def _make_entry(self, row: int) -> LedgerEntry:
        found = self.classes[self.class_of[row]]
        texts = {name: column[row] for name, column in self._texts.items()}
        return LedgerEntry(
            date=found.date,
            stage=found.stage,
            kind=found.kind,
            account=self.accounts[self.account_of[row]],
            amount=Won(self.amounts[row]),
            source=self.places[row],
            approval=found.approval,
            present=self.present.get(row),
            **texts,
        )

    @cached_property
    def entries(self) -> list[LedgerEntry]:
        """All entries, made when they are asked for first; for a ledger that is complete."""
        with pause_collection():
            entries = list(self._make_entries())
        # An entry that somebody has stays the same object.
        for row, entry in self._made.items():
            entries[row] = entry
        self._made.clear()
        return entries

    def _make_entries(self) -> Iterator[LedgerEntry]:
        columns = (self.class_of, self.account_of, self.amounts, self.places)
        texts = (self._texts[name] for name in TEXTS)
        rows = zip(count(), *columns, *texts, strict=False)
        for row, number, account, amount, place, reference, note, funding, name in rows:
            found = self.classes[number]
            yield LedgerEntry(
                found.date,
                found.stage,
                found.kind,
                self.accounts[account],
                Won(amount),
                reference,
                note,
                place,
                found.approval,
                funding,
                self.present.get(row),
                name,
            )

    @cached_property
    def counts(self) -> Counter[int]:
        """How many entries each class has, by its number; for a ledger that is complete."""
        return Counter(self.class_of)
