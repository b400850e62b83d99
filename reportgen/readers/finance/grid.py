"""A workbook as grids of typed cells, each of which knows its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reportgen.diagnostics import SourceRef
from reportgen.readers.sheet_columns import spell_column

Scalar = str | Decimal | date | bool

ERRORS = frozenset(
    {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"}
    | {"#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!"}
    | {"#BUSY!", "#EXTERNAL!", "#PYTHON!"}
)
"""What a formula that failed shows."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell that isn't empty.

    :ivar value: as it is stored; a text keeps its leading blanks.
    :ivar formula: without ``=``; empty where the value was typed, or formulas weren't asked for.
        ``?`` where only that there is one is known, as of a formula without a stored value.
    :ivar indent: of the cell's alignment.
    :ivar thousands: how often its number format divides by 1,000 what it shows (``#,##0,``).
    """

    value: Scalar
    formula: str = ""
    indent: int = 0
    thousands: int = 0

    @property
    def text(self) -> str:
        """The value as one line of text without blanks around it."""
        if isinstance(self.value, Decimal):
            return f"{self.value:f}"
        return " ".join(str(self.value).split())


class Area(NamedTuple):
    """A rectangle of cells, counted from 1, its edges included."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or a text file as the only one.

    :ivar name: empty for a text file.
    :ivar rows: by number from 1, in order; of each row the cells that aren't empty, by column
        from 1, in order.
    :ivar hidden: whether the workbook hides it.
    :ivar hidden_rows: rows that it hides by themselves, or by a filter.
    :ivar hidden_columns: columns that it hides.
    """

    file: str
    name: str
    rows: Mapping[int, Mapping[int, GridCell]]
    merges: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> GridCell | None:
        """A cell, or None where it is empty."""
        return self.rows.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """The text of a cell; empty where there is none."""
        cell = self.cell(row, column)
        return cell.text if cell else ""

    def place(self, row: int, column: int = 1) -> SourceRef:
        """Where a cell stands, as diagnostics print it."""
        if not self.name:
            return SourceRef(self.file, row)
        return SourceRef(self.file, sheet=self.name, cell=spell_cell(row, column))

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Every text of the sheet with its row and column."""
        for row, cells in self.rows.items():
            for column, cell in cells.items():
                if isinstance(cell.value, str):
                    yield row, column, cell.text


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook.

    :ivar names: sheet and area of each defined name that means one area, by name in lower case.
    """

    file: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, tuple[str, Area]] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def spell_cell(row: int, column: int) -> str:
    """The address of a cell.

    >>> spell_cell(7, 28)
    'AB7'
    """
    return f"{spell_column(column)}{row}"
