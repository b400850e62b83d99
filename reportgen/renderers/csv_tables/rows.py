"""The rows of an annex, a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportgen.harmless import make_harmless
from reportgen.renderers.csv_tables.roles import spell_roles
from reportgen.renderers.csv_tables.values import (
    spell_cell,
    spell_ratio,
    spell_value,
)
from reportgen.templating.printed import Printed
from reportgen.views.annex_columns import LEVEL, ROLE, AnnexColumn, is_number
from reportgen.views.annex_formulas import Values
from reportgen.views.annex_records import Column, Kind, Records
from reportgen.views.grid import Cell, Grid, Row

Block = list[tuple[str, ...]]

_SPELL: Mapping[Kind, Callable[[Any], str]] = {
    Kind.TEXT: make_harmless,
    Kind.DATE: spell_value,
    Kind.NUMBER: spell_value,
    Kind.WON: spell_value,
}


def spell_records(records: Records, columns: tuple[AnnexColumn, ...]) -> Iterator[Block]:
    """The rows of records."""
    for block in records.blocks():
        yield list(
            zip(
                *(
                    _spell_column(records.columns[column.key], block[column.key])
                    for column in columns
                ),
                strict=True,
            )
        )


def _spell_column(column: Column, values: Values) -> list[str]:
    if column.kind is Kind.RATIO:
        return [spell_ratio(part, base) for part, base in values]
    if column.words:
        values = [column.words.get(value, value) for value in values]
    return list(map(_SPELL[column.kind], values))


def spell_grid(
    grid: Grid, columns: tuple[AnnexColumn, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[tuple[Printed, AnnexColumn], ...]]]:
    """The rows of a grid, each with what in it shows figures, and the columns of that."""
    above: Mapping[str, Cell] = {}
    for row, role in zip(grid.rows, spell_roles(grid.rows), strict=True):
        above = uncover(row, above)
        texts = tuple(_spell(row, role, above, column) for column in columns)
        cells = (row.columns.get(column.key) for column in columns)
        yield (
            texts,
            tuple(
                (_print(text, cell), column)
                for text, cell, column in zip(texts, cells, columns, strict=True)
                if cell is not None and cell.figures and text
            ),
        )


def _print(text: str, cell: Cell) -> Printed:
    """The text with what the cell shows: in its notation where it shows it among words."""
    if is_number(cell):
        return Printed(text, cell.figures, cell.place)
    return cell.rewritten(text)


def _spell(row: Row, role: str, cells: Mapping[str, Cell], column: AnnexColumn) -> str:
    if column.key == ROLE:
        return role
    if column.key == LEVEL:
        return str(row.level)
    cell = cells.get(column.key)
    return "" if cell is None else spell_cell(cell, column.is_number)


def uncover(row: Row, above: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a row with those that a merged cell covers replaced by that cell.

    A number is not repeated, so that sums over a column hold.

    :param above: the cells of the row before, replaced likewise.
    """
    found: dict[str, Cell] = {}
    left = Cell.make()
    for key, cell in row.columns.items():
        merged = {"left": left, "above": above.get(key, cell)}.get(cell.covered, cell)
        found[key] = cell if cell.covered and is_number(merged) else merged
        left = found[key]
    return found
