"""Which row of the finished sheet comes from which row of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.renderers.xlsx.addresses import LAST_ROW
from reportgen.renderers.xlsx.sheet_template import SheetTemplate, TemplateRow
from reportgen.renderers.xlsx.tags import column_of
from reportgen.views.annexes import Annex
from reportgen.views.grid import Row

Line = tuple[int, TemplateRow, Row | None]
"""Number of a finished row, the row of the template it looks like, and its data."""


def find_prototype(prototypes: Mapping[str, int], row: Row) -> int | None:
    """The template row for a row of data: that of its role and level, else that of its role."""
    return prototypes.get(f"{row.role}_{row.level}") or prototypes.get(row.role)


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring prototype rows, and the data written in their place.

    A block without data keeps one empty row, so that a name or a formula has a place to
    refer to.
    """

    prototypes: range
    first: int
    rows: Sequence[Row]

    @property
    def last(self) -> int:
        """The number of the last finished row."""
        return self.first + max(len(self.rows), 1) - 1


class SheetLayout:
    """A sheet of the template with the rows of one annex in it.

    Rows above the marked ones stay where they are; rows below move down with the data.
    """

    def __init__(
        self, template: SheetTemplate, annex: Annex | None, prototypes: Mapping[str, int]
    ) -> None:
        self.template = template
        self.annex = annex
        self.prototypes = prototypes
        self._pieces = list(_lay_out(template.last_row, annex, prototypes))

    @property
    def last_row(self) -> int:
        """The number of the last finished row."""
        piece = self._pieces[-1][1] if self._pieces else 0
        return piece.last if isinstance(piece, Block) else piece

    def lines(self) -> Iterator[Line]:
        """The finished rows from top to bottom."""
        for old, piece in self._pieces:
            if isinstance(piece, Block):
                yield from self._block_lines(piece)
            elif old in self.template.rows:
                yield piece, self.template.rows[old], None

    def data_lines(self) -> Iterator[tuple[int, TemplateRow, Row]]:
        """The finished rows that show data."""
        for _old, piece in self._pieces:
            if isinstance(piece, Block):
                for number, prototype, row in self._block_lines(piece):
                    if row is not None:
                        yield number, prototype, row

    def _block_lines(self, block: Block) -> Iterator[Line]:
        if not block.rows:
            yield block.first, self.template.row(block.prototypes[0]), None
        looks: dict[tuple[str, int], TemplateRow] = {}
        for number, row in enumerate(block.rows, block.first):
            look = looks.get((row.role, row.level))
            if look is None:
                found = find_prototype(self.prototypes, row)
                look = looks[row.role, row.level] = self.template.row(found or 0)
            yield number, look, row

    def columns_of(self, row: TemplateRow) -> dict[str, int]:
        """The sheet's column of each column of data that a prototype shows."""
        return {key: cell.column for cell in row.cells if (key := column_of(cell.text))}

    def map_rows(self, top: int, bottom: int) -> list[tuple[int, int]]:
        """The finished rows that stand for a range of template rows, as runs."""
        last = self.template.last_row
        runs: list[tuple[int, int]] = []
        for old, piece in self._pieces:
            if isinstance(piece, Block):
                runs.extend(self._map_block(piece, top, bottom))
            elif top <= old <= bottom:
                runs.append((piece, piece))
        if bottom > last:
            down = self.last_row - last
            end = LAST_ROW if bottom == LAST_ROW else min(bottom + down, LAST_ROW)
            runs.append((max(top, last + 1) + down, end))
        return _join_runs(runs)

    def _map_block(self, block: Block, top: int, bottom: int) -> Iterator[tuple[int, int]]:
        shown = block.prototypes
        if top <= shown[0] and shown[-1] <= bottom:
            yield block.first, block.last
        elif top <= shown[-1] and shown[0] <= bottom:
            for number, look, _row in self._block_lines(block):
                if top <= look.number <= bottom:
                    yield number, number


def _lay_out(
    last: int, annex: Annex | None, prototypes: Mapping[str, int]
) -> Iterator[tuple[int, int | Block]]:
    """Every template row, or first row of a block, with what becomes of it."""
    marked = set(prototypes.values())
    number = old = 1
    while old <= last:
        if annex is None or old not in marked:
            yield old, number
            old, number = old + 1, number + 1
            continue
        end = old
        while end + 1 in marked:
            end += 1
        block = Block(range(old, end + 1), number, _rows_of(annex, prototypes, old, end))
        yield old, block
        old, number = end + 1, block.last + 1


def _rows_of(annex: Annex, prototypes: Mapping[str, int], top: int, end: int) -> Sequence[Row]:
    """The rows of data whose prototype stands in the block; the grid's own, when that is all."""
    if set(prototypes.values()) <= set(range(top, end + 1)):
        return annex.grid.rows
    return [row for row in annex.grid.rows if top <= (find_prototype(prototypes, row) or 0) <= end]


def _join_runs(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for top, bottom in sorted(runs):
        if joined and top <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(bottom, joined[-1][1])
        else:
            joined.append((top, bottom))
    return joined
