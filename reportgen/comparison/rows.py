"""Counterparts of the columns and rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.comparison.pairing import Position, pair_items
from reportgen.comparison.tables import CellChange, ColumnPair, RowChange, TableChange
from reportgen.formats import Document
from reportgen.renderers.changes import Item
from reportgen.renderers.docx_tables import RowText
from reportgen.renderers.docx_text import TableText

_ROW, _COLUMN = "row", "column"


def compare_table(
    document: Document, position: Position, old: TableText | None, new: TableText | None
) -> TableChange:
    """What became of a table; without rows where nothing did."""
    if old is None or new is None:
        return TableChange(document, position, old, new)
    pairs = tuple(_pair_columns(old.columns, new.columns))
    rows = tuple(_compare_rows(old.rows, new.rows, pairs))
    return TableChange(document, position, old, new, pairs, rows)


def _pair_columns(old: Sequence[str], new: Sequence[str]) -> Iterator[ColumnPair]:
    """Columns by their headers; as many columns as before are the same ones in order."""
    positions: Sequence[Position] = [Position(at, at, at, at) for at in range(len(old))]
    if len(old) != len(new):
        positions = pair_items(_describe_columns(old), _describe_columns(new))
    for position in positions:
        before = None if position.old is None else old[position.old]
        after = None if position.new is None else new[position.new]
        yield ColumnPair(position, before, after)


def _describe_columns(names: Sequence[str]) -> list[Item]:
    return [Item(name, _COLUMN, name, name) for name in names]


def _describe_rows(rows: Sequence[RowText]) -> list[Item]:
    return [
        Item(repr(row.carried), _ROW, " ".join(row.carried), row.label[-1] if row.label else "")
        for row in rows
    ]


def _compare_rows(
    old: Sequence[RowText], new: Sequence[RowText], columns: Sequence[ColumnPair]
) -> Iterator[RowChange]:
    items = _describe_rows(old), _describe_rows(new)
    whole = [item.key for item in items[0]], [item.key for item in items[1]]
    labels = [row.label or None for row in old], [row.label or None for row in new]
    for position in pair_items(*items, whole, labels):
        before = None if position.old is None else old[position.old]
        after = None if position.new is None else new[position.new]
        cells = tuple(_compare_cells(before, after, columns))
        if before is None or after is None or position.is_moved or cells:
            yield RowChange(position, before, after, cells)


def _compare_cells(
    old: RowText | None, new: RowText | None, columns: Sequence[ColumnPair]
) -> Iterator[CellChange]:
    """The cells that changed, each merged cell once, where it begins."""
    if old is None or new is None:
        return
    for column in columns:
        at = column.position
        if at.old is None or at.new is None:
            continue
        texts = _read(old.carried, at.old), _read(new.carried, at.new)
        begins = _read(old.cells, at.old) == texts[0] or _read(new.cells, at.new) == texts[1]
        if texts[0] != texts[1] and begins:
            yield CellChange(column, *texts)


def _read(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""
