"""Lines of a ledger file: as rows with the place of every cell, or many at once as a block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.diagnostics import SourceRef
from reportgen.readers.csv_blocks import COMMA_INSIDE
from reportgen.readers.ledger_keys import COLUMNS, REQUIRED
from reportgen.readers.sheet_columns import spell_column


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row as it was typed.

    :ivar cells: text by column key; absent columns are empty.
    :ivar places: the place of each cell by column key.
    """

    cells: Mapping[str, str]
    places: Mapping[str, SourceRef]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its cells, and where it stands."""

    cells: list[str]
    source: SourceRef

    def make_row(self, header: Mapping[str, int]) -> LedgerRow:
        """The row, by the number of each column."""
        cells = dict.fromkeys(COLUMNS, "")
        for key, column in header.items():
            if column < len(self.cells):
                cells[key] = self.cells[column]
        return LedgerRow(cells, _Places(self, header), self.source)

    def place(self, column: int | None) -> SourceRef:
        """The place of a cell, as far as the file has places of cells."""
        if not self.source.sheet or column is None:
            return self.source
        cell = f"{spell_column(column + 1)}{self.source.cell.removeprefix('A')}"
        return SourceRef(self.source.file, sheet=self.source.sheet, cell=cell)


class _Places(Mapping[str, SourceRef]):
    """The place of every column of a line, made when it is asked for: few ever are."""

    __slots__ = ("_header", "_line")

    def __init__(self, line: Line, header: Mapping[str, int]) -> None:
        self._line = line
        self._header = header

    def __getitem__(self, key: str) -> SourceRef:
        if key not in COLUMNS:
            raise KeyError(key)
        return self._line.place(self._header.get(key))

    def __iter__(self) -> Iterator[str]:
        return iter(COLUMNS)

    def __len__(self) -> int:
        return len(COLUMNS)


@dataclass(frozen=True, slots=True)
class LedgerBlock:
    """Rows below each other, none of them empty, all as wide as the header.

    :ivar columns: cells by column key, as :func:`split_block` leaves them; absent columns
        are left out.
    :ivar place: that of the first row; each other row stands one line below.
    """

    columns: Mapping[str, list[bytes]]
    place: SourceRef

    def __len__(self) -> int:
        return len(self.columns[REQUIRED[0]])

    def rows(self) -> Iterator[LedgerRow]:
        """The rows one by one."""
        header = {key: number for number, key in enumerate(self.columns)}
        columns = (map(clean_cell, column) for column in self.columns.values())
        for down, cells in enumerate(zip(*columns, strict=True)):
            line = Line(list(cells), SourceRef(self.place.file, self.place.line + down))
            yield line.make_row(header)


def clean_cell(cell: bytes) -> str:
    """The text of a cell of a block."""
    return cell.replace(COMMA_INSIDE, b",").decode().strip()
