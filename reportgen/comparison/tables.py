"""Tables row by row: rows that were added, removed, changed or moved, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportgen.comparison.pairing import Position, Words, sort_changes
from reportgen.comparison.texts import ChangeKind, find_kind
from reportgen.formats import Document
from reportgen.renderers.docx_tables import RowText
from reportgen.renderers.docx_text import TableText


@dataclass(frozen=True, slots=True)
class ColumnPair:
    """A column of both versions by its header; None where it has no counterpart."""

    position: Position
    old: str | None
    new: str | None

    @property
    def name(self) -> str:
        """The header, rather the new one."""
        return (self.old if self.new is None else self.new) or ""

    @property
    def words(self) -> Words:
        """What became of the header."""
        return Words(self.old or "", self.new or "")

    def reverse(self) -> ColumnPair:
        """The same with the versions exchanged."""
        return ColumnPair(self.position.reverse(), self.new, self.old)


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell whose text changed."""

    column: ColumnPair
    old: str
    new: str

    def reverse(self) -> CellChange:
        """The same change backwards."""
        return CellChange(self.column.reverse(), self.new, self.old)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is not the same at the same place.

    :ivar cells: of a row that both versions have, the cells that changed.
    """

    position: Position
    old: RowText | None
    new: RowText | None
    cells: tuple[CellChange, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """What happened to it."""
        return find_kind(self.position)

    @property
    def label(self) -> tuple[str, ...]:
        """The words that the row is found by, rather the new ones."""
        row = self.new or self.old
        return row.label if row else ()

    def reverse(self) -> RowChange:
        """The same change backwards."""
        cells = tuple(cell.reverse() for cell in self.cells)
        return RowChange(self.position.reverse(), self.new, self.old, cells)

    def as_json(self) -> dict[str, Any]:
        """The change as it stands in ``--json``; whole rows without their counterpart."""
        return {
            "kind": self.kind.value,
            "label": list(self.label),
            "old": None if self.old is None else list(self.old.carried),
            "new": None if self.new is None else list(self.new.carried),
            "cells": [
                {"column": cell.column.name, "old": cell.old, "new": cell.new}
                for cell in self.cells
            ],
        }


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table that is not the same at the same place.

    :ivar columns: all columns of both versions, paired.
    :ivar rows: the rows that changed, of a table that both versions have.
    """

    document: Document
    position: Position
    old: TableText | None
    new: TableText | None
    columns: tuple[ColumnPair, ...] = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """What happened to it."""
        return find_kind(self.position)

    @property
    def shown(self) -> TableText:
        """The table as it is named, rather the new one."""
        table = self.new or self.old
        assert table is not None
        return table

    @property
    def changed_columns(self) -> tuple[ColumnPair, ...]:
        """Columns that were added, removed or renamed."""
        return tuple(column for column in self.columns if column.old != column.new)

    def reverse(self) -> TableChange:
        """The same change backwards."""
        return TableChange(
            self.document,
            self.position.reverse(),
            self.new,
            self.old,
            sort_changes(column.reverse() for column in self.columns),
            sort_changes(row.reverse() for row in self.rows),
        )

    def as_json(self) -> dict[str, Any]:
        """The change as it stands in ``--json``."""
        return {
            "document": self.document.value,
            "kind": self.kind.value,
            "path": list(self.shown.path),
            "caption": self.shown.caption,
            "columns": [{"old": column.old, "new": column.new} for column in self.columns],
            "rows": [row.as_json() for row in self.rows],
        }
