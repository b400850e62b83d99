"""Totals of a typed table that are not the sum of their rows, in any reading of the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from reportgen.checks.table_amounts import NOTHING, TypedAmount, can_be_added, parse_cell
from reportgen.model.blocks import Table, TableCell
from reportgen.model.table_layout import cell_text
from reportgen.model.table_totals import TotalRow, find_totals, list_parts

TypedCell = str | tuple[str, ...] | TableCell

Rounded = AbstractSet[tuple[int, int]]
"""Cells, by row and typed column, that show a figure rounded."""

_YEARS = range(1900, 2101)
_FEWEST_NUMBERED = 3
_TIME = "회"
_BALANCE = "잔액"


class WrongSum(NamedTuple):
    """A total that says something else than its rows.

    :ivar is_rounding: whether digits that were rounded explain the difference.
    :ivar rows: those that were added up.
    """

    total: TotalRow
    column: int
    typed: str
    computed: str
    is_rounding: bool
    rows: tuple[int, ...]


def find_wrong_sums(table: Table, rounded: Rounded = frozenset()) -> Iterator[WrongSum]:
    """Every total in every column that can be added up."""
    totals = find_totals(table)
    width = len(table.typed_columns)
    columns = [read_column(table, number, rounded) for number in range(width)] if totals else []
    for total in totals.values():
        readings = list_parts(table, totals, total)
        for number, column in enumerate(columns):
            if column and column[total.row] is not NOTHING:
                is_balance = _BALANCE in table.typed_columns[number].title
                yield from _compare(column, total, number, readings, is_balance)


def read_column(
    table: Table, number: int, rounded: Rounded = frozenset()
) -> list[TypedAmount] | None:
    """The amounts of a column, or None where it holds anything that is no amount of one kind."""
    header = table.typed_columns[number]
    if header.merge or not header.sum or not can_be_added(header.title):
        return None
    totals = find_totals(table)
    amounts: list[TypedAmount] = []
    for row, cells in enumerate(table.rows):
        is_label = row in totals and totals[row].label_column == number
        amount = NOTHING if is_label else _read_cell(cells, number)
        if amount is None:
            return None
        amounts.append(amount)
    units = {one.unit for one in amounts if one is not NOTHING} - {""}
    if len(units) == 1:
        unit = units.pop()
        amounts = [one if one is NOTHING else one.with_unit(unit) for one in amounts]
    amounts = [
        one.as_rounded() if (row, number) in rounded and one is not NOTHING else one
        for row, one in enumerate(amounts)
    ]
    items = [one for row, one in enumerate(amounts) if row not in totals and one is not NOTHING]
    sums = [one for row, one in enumerate(amounts) if row in totals and one is not NOTHING]
    measures = {one.measure for one in (*items, *sums)}
    return None if len(measures) != 1 or _is_numbering(items, sums) else amounts


def _read_cell(
    cells: Sequence[str | tuple[str, ...] | TableCell], number: int
) -> TypedAmount | None:
    """The amount of a cell; one that a span covers belongs to no column."""
    for column, cell in enumerate(cells[:number]):
        if isinstance(cell, TableCell) and column + cell.colspan > number:
            covering = parse_cell(cell_text(cell))
            return NOTHING if covering is None or covering is NOTHING else None
    if number >= len(cells):
        return NOTHING
    return parse_cell(cell_text(cells[number]))


def _is_numbering(items: Sequence[TypedAmount], sums: Sequence[TypedAmount]) -> bool:
    """Whether the numbers are years, or count the rows."""
    values = [item.value for item in items]
    if not items or any(item.unit not in {"", _TIME} or item.step for item in items):
        return False
    if all(value in _YEARS for value in values):
        return all(total.value <= _YEARS[-1] for total in sums)
    in_order = list(map(Decimal, range(1, len(values) + 1)))
    fewest = _FEWEST_NUMBERED - bool(items[0].unit)
    return (
        len(values) >= fewest
        and values == in_order
        and len(sums) == 1
        and (sums[0].value == len(values))
    )


def _compare(
    column: list[TypedAmount],
    total: TotalRow,
    number: int,
    readings: list[list[int]],
    is_balance: bool,
) -> Iterator[WrongSum]:
    """:param is_balance: whether the amounts may be what was left at a time."""
    typed = column[total.row]
    used = [rows for rows in readings if any(column[row] is not NOTHING for row in rows)]
    filled = [[column[row] for row in rows] for rows in used]
    if not filled or any(typed.value in add_up(amounts) for amounts in filled):
        return
    if is_balance and typed.value in {filled[0][0].value, filled[0][-1].value}:
        return
    computed = add_up(filled[0])[0]
    is_rounding = explain_by_rounding(typed, filled[0])
    said, meant = typed.spell(typed.value), typed.spell(computed)
    yield WrongSum(total, number, said, meant, is_rounding, tuple(used[0]))


def explain_by_rounding(typed: TypedAmount, parts: Sequence[TypedAmount]) -> bool:
    """Whether a total differs from its parts by no more than the last digits of all of them."""
    step = max(one.step for one in (typed, *parts))
    return step > 0 and abs(typed.value - add_up(parts)[0]) <= step * (len(parts) + 1) / 2


def add_up(amounts: Sequence[TypedAmount]) -> tuple[Decimal, Decimal]:
    """The sum with amounts in brackets as below zero, and without them as parts of others."""
    whole = sum((one.value for one in amounts), Decimal(0))
    return whole, whole - sum((one.value for one in amounts if one.is_bracketed), Decimal(0))
