"""The columns of an annex as a system loads them: key, heading, whether they hold numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.figures import Operation, Unit
from reportgen.views.annex_records import Kind
from reportgen.views.annexes import Annex
from reportgen.views.grid import Cell, Grid

ROLE, LEVEL = "role", "level"
_LEADING = {ROLE: "행 구분", LEVEL: "수준"}
WON = "(원)"


@dataclass(frozen=True, slots=True)
class AnnexColumn:
    """One column.

    :ivar is_number: whether a cell in it is a number or has no value at all.
    """

    key: str
    heading: str
    is_number: bool = False


def list_columns(annex: Annex) -> tuple[AnnexColumn, ...]:
    """The columns from left to right; a grid begins with the role and the level of its rows.

    The heading of an amount in won says so, and no two headings are the same.
    """
    found = _list_records(annex) if annex.records else _list_grid(annex.grid)
    times = Counter(column.heading for column in found)
    return tuple(
        AnnexColumn(column.key, f"{column.heading} ({column.key})", column.is_number)
        if times[column.heading] > 1
        else column
        for column in found
    )


def _list_records(annex: Annex) -> list[AnnexColumn]:
    assert annex.records
    return [
        AnnexColumn(
            key,
            _head(annex.grid, key, column.kind is Kind.WON),
            column.kind not in (Kind.TEXT, Kind.DATE),
        )
        for key, column in annex.records.columns.items()
    ]


def _list_grid(grid: Grid) -> list[AnnexColumn]:
    keys = dict.fromkeys((*grid.columns, *(key for row in grid.rows[:1] for key in row.columns)))
    cells = {key: [row.columns[key] for row in grid.rows if key in row.columns] for key in keys}
    units = {key: _find_units(cells[key]) for key in keys}
    leading = [AnnexColumn(key, heading, key == LEVEL) for key, heading in _LEADING.items()]
    return leading + [
        AnnexColumn(
            key,
            _head(grid, key, _find_unit(key, units) is Unit.WON),
            units[key] is not None,
        )
        for key in keys
    ]


def _find_units(cells: list[Cell]) -> frozenset[Unit] | None:
    """The units of a column of numbers; none known where it is empty; None of one of words."""
    shown = [cell for cell in cells if not cell.covered]
    numbers = [cell for cell in shown if is_number(cell)]
    others = [cell for cell in shown if not is_number(cell) and cell]
    words = (cell for cell in others if cell.align != "right" or cell.value is not None)
    is_empty = not numbers and not others
    if any(True for _word in words) or (is_empty and not _is_for_numbers(shown)):
        return None
    return frozenset(cell.figure.unit for cell in numbers if cell.figure)


def _is_for_numbers(empty: list[Cell]) -> bool:
    """Whether empty cells wait for numbers, as those of the months to come."""
    return bool(empty) and all(cell.align == "right" for cell in empty)


def _find_unit(key: str, units: Mapping[str, frozenset[Unit] | None]) -> Unit | None:
    """The unit of a column; where it holds nothing, the one that all others share.

    So a heading stays the same when the ledger gets its first amount for the column.
    """
    own = units[key]
    if own is None:
        return None
    shared = own or frozenset(unit for found in units.values() for unit in found or ())
    return next(iter(shared)) if len(shared) == 1 else None


def is_number(cell: Cell) -> bool:
    """Whether the cell is a number, or a figure that has no value here; no text that has one."""
    figure = cell.figure
    if figure is not None and figure.value is None:
        is_whole = cell.shown[0][1] == cell
        return is_whole and figure.formula.operation is not Operation.AGREEMENT
    return cell.value is not None and not isinstance(cell.value, (str, date))


def _head(grid: Grid, key: str, is_won: bool) -> str:
    heading = grid.columns.get(key) or key
    return f"{heading}{WON}" if is_won else str(heading)
