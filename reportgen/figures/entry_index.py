"""The ledger entries of each account, found when somebody asks where they stand."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from reportgen.diagnostics import SourceRef
from reportgen.model.entries import Ledger
from reportgen.model.ledger import EntryKind


class EntryIndex:
    """The entries of a ledger by account."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(
        self, account: str, kinds: Sequence[EntryKind], year: int, stage: str = ""
    ) -> Iterator[SourceRef]:
        """The places of the account's entries, kind by kind, and within a kind in their order.

        :param stage: empty for those of every stage.
        """
        columns = self._ledger.columns
        for kind in kinds:
            classes = self._classes.get((kind, year, stage), ())
            for row in self._rows.get(account, ()):
                if columns.class_of[row] in classes:
                    yield columns.places[row]

    @cached_property
    def _rows(self) -> Mapping[str, Sequence[int]]:
        columns = self._ledger.columns
        rows = [array("I") for _account in columns.accounts]
        for row, account in enumerate(columns.account_of):
            rows[account].append(row)
        return dict(zip(columns.accounts, rows, strict=True))

    @cached_property
    def _classes(self) -> Mapping[tuple[EntryKind, int, str], Collection[int]]:
        classes: dict[tuple[EntryKind, int, str], set[int]] = {}
        for number, found in self._ledger.classes.items():
            for stage in ("", found.stage):
                classes.setdefault((found.kind, found.date.year, stage), set()).add(number)
        return classes
