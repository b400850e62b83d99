"""Which row of the finished sheet comes from which row of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.addresses import LAST_ROW
from reportgen.renderers.xlsx.sheet_template import SheetTemplate, TemplateRow
from reportgen.renderers.xlsx.tags import column_of
from reportgen.views.annex_records import Records
from reportgen.views.annexes import Annex
from reportgen.views.grid import Row

BODY = "body"
"""The role of records."""


class Line(NamedTuple):
    """Number of a finished row, the row of the template it looks like, and its data."""

    number: int
    look: TemplateRow
    row: Row | None


class Stretch(NamedTuple):
    """Number of the first of many rows, the row of the template they look like, their data."""

    first: int
    look: TemplateRow
    records: Records


class TooManyRowsError(ReportgenError):
    """More rows than a sheet holds."""

    def __init__(self, sheet: str, rows: int) -> None:
        super().__init__(
            _(
                "the sheet {sheet} would have {rows} rows, a sheet holds {most}",
                sheet=sheet,
                rows=rows,
                most=LAST_ROW,
            )
        )


def find_prototype(prototypes: Mapping[str, int], row: Row) -> int | None:
    """The template row for a row of data: that of its role and level, else that of its role."""
    return prototypes.get(f"{row.role}_{row.level}") or prototypes.get(row.role)


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring prototype rows, and the data written in their place.

    A block without data keeps one empty row, so that a name or a formula has a place to
    refer to.

    :ivar rows: the data, unless they are records.
    """

    prototypes: range
    first: int
    rows: Sequence[Row] = ()
    records: Records | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there are no data."""
        return not (self.rows if self.records is None else self.records.count)

    @property
    def last(self) -> int:
        """The number of the last finished row."""
        count = len(self.rows) if self.records is None else self.records.count
        return self.first + max(count, 1) - 1


class SheetLayout:
    """A sheet of the template with the rows of one annex in it.

    Rows above the marked ones stay where they are; rows below move down with the data.

    :raises TooManyRowsError: when the sheet can't hold them.
    """

    def __init__(
        self, template: SheetTemplate, annex: Annex | None, prototypes: Mapping[str, int]
    ) -> None:
        self.template = template
        self.annex = annex
        self.prototypes = prototypes
        self._pieces = list(_lay_out(template.last_row, annex, prototypes))
        if self.last_row > LAST_ROW:
            raise TooManyRowsError(template.name, self.last_row)

    @property
    def last_row(self) -> int:
        """The number of the last finished row."""
        piece = self._pieces[-1][1] if self._pieces else 0
        return piece.last if isinstance(piece, Block) else piece

    @property
    def empty_rows(self) -> frozenset[int]:
        """The finished rows that stand in the place of data that there are none of."""
        blocks = (piece for _old, piece in self._pieces if isinstance(piece, Block))
        return frozenset(block.first for block in blocks if block.is_empty)

    def find_row(self, old: int) -> int:
        """The finished row in which what began at a template row begins."""
        return self.map_rows(old, LAST_ROW)[0][0]

    def look_of(self, number: int) -> TemplateRow:
        """The row of the template that a finished row looks like."""
        for old, piece in self._pieces:
            if not isinstance(piece, Block):
                if piece == number:
                    return self.template.row(old)
            elif piece.first <= number <= piece.last:
                return self._look_in(piece, number)
        return TemplateRow(number)

    def pieces(self) -> Iterator[Line | Stretch]:
        """The finished rows from top to bottom, those of records together."""
        for old, piece in self._pieces:
            if isinstance(piece, Block):
                yield from self._block_pieces(piece)
            elif old in self.template.rows:
                yield Line(piece, self.template.rows[old], None)

    def data_lines(self) -> Iterator[tuple[int, TemplateRow, Row]]:
        """The finished rows that show data, except for records."""
        for _old, piece in self._pieces:
            if isinstance(piece, Block):
                yield from self._block_lines(piece)

    def stretches(self) -> Iterator[Stretch]:
        """The finished rows that show records."""
        return (piece for piece in self.pieces() if isinstance(piece, Stretch))

    def _block_pieces(self, block: Block) -> Iterator[Line | Stretch]:
        if block.records is not None and block.records.count:
            look = self.template.row(self.prototypes[BODY])
            yield Stretch(block.first, look, block.records)
        elif not block.rows:
            yield Line(block.first, self.template.row(block.prototypes[0]), None)
        else:
            yield from (Line(*line) for line in self._block_lines(block))

    def _look_in(self, block: Block, number: int) -> TemplateRow:
        if block.is_empty:
            return self.template.row(block.prototypes[0])
        if block.records is not None:
            return self.template.row(self.prototypes[BODY])
        found = find_prototype(self.prototypes, block.rows[number - block.first])
        return self.template.row(found or 0)

    def _block_lines(self, block: Block) -> Iterator[tuple[int, TemplateRow, Row]]:
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
            for piece in self._block_pieces(block):
                if top <= piece.look.number <= bottom:
                    yield piece[0], block.last if isinstance(piece, Stretch) else piece[0]


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
        block = _make_block(annex, prototypes, range(old, end + 1), number)
        yield old, block
        old, number = end + 1, block.last + 1


def _make_block(annex: Annex, prototypes: Mapping[str, int], shown: range, first: int) -> Block:
    """The block of the data whose prototypes stand in it."""
    if annex.records is not None:
        found = prototypes.get(BODY) in shown
        return Block(shown, first, records=annex.records if found else None)
    rows: Sequence[Row] = annex.grid.rows
    if not set(prototypes.values()) <= set(shown):
        rows = [row for row in rows if (find_prototype(prototypes, row) or 0) in shown]
    return Block(shown, first, rows)


def _join_runs(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for top, bottom in sorted(runs):
        if joined and top <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(bottom, joined[-1][1])
        else:
            joined.append((top, bottom))
    return joined
