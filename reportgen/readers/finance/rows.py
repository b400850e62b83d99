"""The rows of a table as a tree: labels, what stands above each, and where its amounts are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.diagnostics import SourceRef
from reportgen.readers.finance.names import is_total, measure_indent
from reportgen.readers.finance.tables import Table, find_extra_names
from reportgen.readers.finance.words import LEVELS, Role

_MARK = re.compile(r"[(\[]?(?:[A-Za-z]|[①-⑳]|[ⓐ-ⓩ])(?:\s*[=/+–−-]\s*.*)?[)\]]?")
_INDENT_STEP = 2
"""The blanks that one step of a cell's indent is worth."""


@dataclass(eq=False, slots=True)
class TreeRow:
    """One row, or a name above others that has no row of its own.

    :ivar number: of the row; of a name without one the row it first stands in.
    :ivar label: as it is typed, without blanks around it; empty when the row names nothing.
    :ivar level: the level that the header of its column names.
    :ivar column: where the label stands.
    :ivar depth: position of that column among those of names, and indent.
    :ivar parent: the row it belongs to.
    :ivar item: what the row says below the level of programmes (편성목).
    :ivar item_level: how far down that is, where 편성목 and 통계목 have columns of their own.
    :ivar is_virtual: whether it has no amounts of its own.
    """

    number: int
    label: str
    level: Role | None
    column: int
    depth: tuple[int, int]
    parent: TreeRow | None
    item: str = ""
    item_level: int = 0
    is_virtual: bool = False
    children: list[TreeRow] = field(default_factory=list)

    def subtree(self) -> Iterator[TreeRow]:
        """Every row below this one."""
        for child in self.children:
            yield child
            yield from child.subtree()


class RowTree:
    """The tree of one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._names = self._find_names()
        self._items = [c.number for c in table.columns if c.meaning is Role.ITEM]
        self._open: list[TreeRow] = []
        self.rows = tuple(self._read())

    @property
    def name_columns(self) -> tuple[int, ...]:
        """The columns of names, from left."""
        return tuple(number for number, _level in self._names)

    def place(self, row: TreeRow) -> SourceRef:
        """Where the label of a row stands."""
        return self.table.sheet.place(row.number, row.column)

    def _find_names(self) -> list[tuple[int, Role | None]]:
        """The columns of names with the levels that their headers name.

        Above the levels of expenditure an unnamed column (구분) is a level, too.
        """
        found: list[tuple[int, Role | None]] = [
            (column.number, next((level for level in LEVELS if level is column.meaning), None))
            for column in self.table.columns
            if column.is_name and column.meaning is not Role.ACCOUNT
        ]
        found += [(number, None) for number in find_extra_names(self.table)]
        if not found:
            found = [(c.number, None) for c in self.table.columns if c.meaning is Role.ACCOUNT]
        return sorted(found, key=lambda name: name[0])

    def _read(self) -> Iterator[TreeRow]:
        for number in self.table.rows:
            if number not in self.table.repeats and not self._only_marks(number):
                yield self._read_row(number)

    def _only_marks(self, number: int) -> bool:
        """Whether the row only numbers the columns: (A), (B), (B/A)."""
        cells = self.table.sheet.rows[number].values()
        return all(_MARK.fullmatch(cell.text) for cell in cells)

    def _read_row(self, number: int) -> TreeRow:
        sheet = self.table.sheet
        texts = [
            (position, column, level)
            for position, (column, level) in enumerate(self._names)
            if sheet.text(number, column)
        ]
        item, level = self._read_item(number)
        named = [self._make(number, *text) for text in texts]
        # A detail repeats the names of its programme, which has a row of its own above.
        is_repeated = bool(item and named) and all(map(self._find_open, named))
        if named and not is_repeated:
            for above in named[:-1]:
                above.is_virtual = True
                self._enter(above)
            # A 계 beside the name of a programme is its own amount, not a part of it.
            named[-1].item = "" if is_total(item) else item
            named[-1].item_level = level
            self._enter(named[-1])
            return named[-1]
        total = self._find_foreign_total(number) if not (named or item) else None
        if total:
            return total
        parent = self._find_open(named[-1]) if named else self._open[-1] if self._open else None
        column = self._items[0] if item else (self._names[0][0] if self._names else 1)
        row = TreeRow(number, "", None, column, (len(self._names), 0), parent, item, level)
        if parent:
            parent.children.append(row)
        return row

    def _read_item(self, number: int) -> tuple[str, int]:
        """The part that a row names, or the 계 of parts, and at which level."""
        texts = [
            (self.table.sheet.text(number, column), at) for at, column in enumerate(self._items)
        ]
        filled = [(text, at) for text, at in texts if text]
        total = next(((text, at) for text, at in filled if is_total(text)), None)
        if total or not filled:
            return total or ("", 0)
        return filled[0][0], filled[-1][1]

    def _find_foreign_total(self, number: int) -> TreeRow | None:
        """A 소계 that stands in a column of no names, such as 부서 or 비고."""
        for column, cell in self.table.sheet.rows[number].items():
            if isinstance(cell.value, str) and is_total(cell.text):
                return TreeRow(number, cell.text, None, column, (0, 0), None)
        return None

    def _make(self, number: int, position: int, column: int, level: Role | None) -> TreeRow:
        cell = self.table.sheet.cell(number, column)
        assert cell is not None
        indent = cell.indent * _INDENT_STEP
        if isinstance(cell.value, str):
            indent += measure_indent(cell.value)
        depth = (position, indent)
        return TreeRow(number, cell.text, level, column, depth, None)

    def _find_open(self, row: TreeRow) -> TreeRow | None:
        """The row that is open at the same depth under the same name."""
        return next(
            (above for above in self._open if (above.depth, above.label) == (row.depth, row.label)),
            None,
        )

    def _enter(self, row: TreeRow) -> None:
        """Put the row below the nearest one that is less far in."""
        if row.is_virtual and (known := self._find_open(row)):
            del self._open[self._open.index(known) + 1 :]
            return
        while self._open and self._open[-1].depth >= row.depth:
            self._open.pop()
        row.parent = self._open[-1] if self._open else None
        if row.parent:
            row.parent.children.append(row)
        self._open.append(row)
