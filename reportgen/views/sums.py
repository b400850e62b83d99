"""Whether the printed amounts of a grid add up, as the amounts behind them do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from reportgen.figures import Operation
from reportgen.money import MoneyUnit, round_units
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Cell, Grid, Row

_SIGNS = {Operation.SUM: 1, Operation.DIFFERENCE: -1, Operation.REST: -1}
"""The sign of every operand after the first."""

NOTE = "rounding_note"
"""The name by which a template prints the note of a table."""

_Sum = tuple[Cell, Sequence[tuple[int, Cell]]]
"""An amount, and the signed amounts that it is the sum of."""


def note_rounding(
    formatter: Formatter, grid: Grid, footing: bool = False, unit: MoneyUnit = MoneyUnit.THOUSAND
) -> Grid:
    """The grid, which says where its amounts don't add up, or were made to.

    :param footing: whether they were to be made to.
    :param unit: that of its amounts.
    """
    if not adds_up(grid):
        return replace(grid, rounding_note=formatter.rounding_note(unit))
    cells = (cell for row in grid.rows for cell in row.cells)
    if footing and any(_is_adjusted(cell, unit) for cell in cells):
        return replace(grid, rounding_note=formatter.footing_note(unit))
    return grid


def list_noted(view: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the tables of a document that say how they were rounded."""
    return tuple(
        name
        for name, table in view.items()
        if (table.get(NOTE) if isinstance(table, dict) else getattr(table, NOTE, ""))
    )


def adds_up(grid: Grid) -> bool:
    """Whether every total is the sum of its parts, and every difference one, as printed.

    Totals are found by the levels of the rows, other sums and differences by the formulas of
    the figures. What isn't a sum unrounded, either, is no matter of rounding.
    """
    sums = (*_list_totals(grid.rows), *_list_formulas(grid.rows))
    return all(_holds(total, parts) for total, parts in sums if _is_sum(total, parts))


def _is_sum(total: Cell, parts: Sequence[tuple[int, Cell]]) -> bool:
    return bool(parts) and total.value == sum(sign * _won(cell) for sign, cell in parts)


def _holds(total: Cell, parts: Sequence[tuple[int, Cell]]) -> bool:
    return total.units == sum(sign * (cell.units or 0) for sign, cell in parts)


def _is_adjusted(cell: Cell, unit: MoneyUnit) -> bool:
    return cell.units is not None and cell.units != round_units(_won(cell), unit.won)


def _won(cell: Cell) -> int:
    return cell.value if isinstance(cell.value, int) else 0


def _list_totals(rows: Sequence[Row]) -> Iterator[_Sum]:
    for at, row in enumerate(rows):
        parts = _find_parts(rows, at)
        for key, total in row.columns.items():
            if total.units is not None:
                cells = (part.columns.get(key) for part in parts)
                yield (
                    total,
                    [(1, cell) for cell in cells if cell is not None and cell.units is not None],
                )


def _find_parts(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows one level below a row that follow it; of a total at the end those before it."""
    level = rows[at].level
    below = _take_deeper(rows, range(at + 1, len(rows)), level)
    if not below and rows[at].role == "total":
        below = _take_deeper(rows, range(at - 1, -1, -1), level)
    return [row for row in below if row.level == level + 1]


def _take_deeper(rows: Sequence[Row], places: Iterable[int], level: int) -> list[Row]:
    return list(takewhile(lambda row: row.level > level, (rows[place] for place in places)))


def _list_formulas(rows: Sequence[Row]) -> Iterator[_Sum]:
    """Sums and differences of figures that stand in the same row, or in the same column."""
    lines: dict[tuple[str, int | str], dict[str, Cell]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for key, cell in row.columns.items():
            if cell.units is not None and cell.figure:
                lines["row", number][cell.figure.name] = cell
                lines["column", key][cell.figure.name] = cell
    for line in lines.values():
        for cell in line.values():
            yield from _find_operands(cell, line)


def _find_operands(cell: Cell, line: Mapping[str, Cell]) -> Iterator[_Sum]:
    assert cell.figure
    operation, operands = cell.figure.formula.operation, cell.figure.formula.operands
    if operation in _SIGNS and all(name in line for name in operands):
        signs = (_SIGNS[operation] if at else 1 for at in range(len(operands)))
        yield cell, [(sign, line[name]) for sign, name in zip(signs, operands, strict=True)]
