"""Columns of a typed table that add up the columns beside them: 상반기, 하반기, 계."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.checks.table_amounts import NOTHING, TypedAmount, can_be_added, parse_cell
from reportgen.checks.table_sums import Rounded, add_up, explain_by_rounding, read_column
from reportgen.model.blocks import Table, TableColumn
from reportgen.model.table_layout import cell_text
from reportgen.model.table_totals import read_total_word

_FEWEST = 2
"""Columns that a sum has; what is told of one is a copy."""

_DOUBTFUL = 3
"""Rows of which none agrees, so that the column may add up something else."""

_WORDS = frozenset({"소계", "계", "합계", "총계", "총합계"})
_FACTOR = re.compile(r"단가|인당|[건명개회곳월]당|수량")
_BESIDE = re.compile(r"전년|작년|지난해|전기|전월|증감|대비|비교|목표|계획|\(.*\)$")
_UNIT = re.compile(r"\((?P<unit>[^()]*)\)$")


class WrongCrossSum(NamedTuple):
    """A cell of a column of totals that says something else than the cells beside it.

    :ivar is_doubtful: whether rounding, or another meaning of the column, explains it.
    """

    row: int
    column: int
    typed: str
    computed: str
    is_doubtful: bool


def find_wrong_cross_sums(table: Table, rounded: Rounded = frozenset()) -> Iterator[WrongCrossSum]:
    """Every cell below 계, 합계 … that isn't the sum of its row in any reading of the columns."""
    names = ["".join(column.title.split()) for column in table.typed_columns]
    totals = [at for at, column in enumerate(table.typed_columns) if at and _is_total(column)]
    if not totals or any(_FACTOR.search(name) for name in names):
        return
    columns = {
        at: read_column(table, at, rounded) for at in range(len(names)) if _is_amount(table, at)
    }
    if any(column is None for at, column in columns.items() if at):
        return
    amounts = {at: column for at, column in columns.items() if column}
    for total in totals:
        if total in amounts:
            near = _choose_near(table, amounts, total)
            inside = [at for at in totals if at in near]
            yield from _compare(amounts, total, _list_readings(names, near, inside, total))


def _is_total(column: TableColumn) -> bool:
    return any(map(_reads_total, column.heading))


def _reads_total(line: str) -> bool:
    return read_total_word("".join(line.split())) in _WORDS


def _choose_near(
    table: Table, amounts: dict[int, list[TypedAmount]], total: int
) -> dict[int, list[TypedAmount]]:
    """The columns that a total may add up: below a head that it shares, those of that head.

    Where the head itself is 계, those with the same last line; all, where it shares none.
    """
    columns = table.typed_columns
    upper, last = columns[total].heading[:-1], columns[total].heading[-1]
    if not upper:
        return amounts
    if _reads_total(last):
        return {
            at: column
            for at, column in amounts.items()
            if columns[at].heading[: len(upper)] == upper
        }
    return {at: column for at, column in amounts.items() if columns[at].heading[-1] == last}


def _is_amount(table: Table, number: int) -> bool:
    """Whether some cells of a column may be parts of a sum, even if others can't be read."""
    header = table.typed_columns[number]
    if header.merge or not header.sum or not can_be_added(header.title):
        return False
    cells = [parse_cell(cell_text(row[number])) for row in table.rows if number < len(row)]
    return any(cell is not None and cell is not NOTHING for cell in cells)


def _list_readings(
    names: Sequence[str], amounts: dict[int, list[TypedAmount]], totals: list[int], total: int
) -> list[list[int]]:
    """The columns that a total may add up, the likeliest first."""
    kind = _measure(names[total], amounts[total])
    parts = [
        at
        for at, column in amounts.items()
        if at not in totals and _measure(names[at], column) == kind
    ]
    before = max((at for at in totals if at < total), default=-1)
    behind = min((at for at in totals if at > total), default=len(names))
    readings = [
        [at for at in parts if before < at < total],
        [at for at in parts if total < at < behind],
        [at for at in parts if at < total],
        [at for at in parts if at > total],
        parts,
        [at for at in totals if at < total and at in amounts],
        [at for at in totals if at > total and at in amounts],
    ]
    near, far = readings[:2]
    readings += [near[at:] for at in range(1, len(near))]
    readings += [far[:at] for at in range(1, len(far))]
    readings += [[at for at in one if not _BESIDE.search(names[at])] for one in readings]
    return [one for one in readings if len(one) >= _FEWEST]


def _measure(name: str, column: Sequence[TypedAmount]) -> str:
    """What is counted, as the cells or else the header say it."""
    unit = next((one.measure for one in column if one is not NOTHING), "")
    match = _UNIT.search(name)
    return unit or (match["unit"] if match else "")


def _compare(
    amounts: dict[int, list[TypedAmount]], total: int, readings: list[list[int]]
) -> Iterator[WrongCrossSum]:
    wrong, rows = [], 0
    for row, typed in enumerate(amounts[total]):
        chosen = [[amounts[at][row] for at in one] for one in readings]
        filled = [one for one in chosen if any(part is not NOTHING for part in one)]
        if typed is NOTHING or not filled:
            continue
        rows += 1
        if not any(typed.value in add_up(one) for one in filled):
            wrong.append((row, typed, filled[0]))
    is_doubtful = rows >= _DOUBTFUL and len(wrong) == rows
    for row, typed, parts in wrong:
        computed = add_up(parts)[0]
        is_open = is_doubtful or explain_by_rounding(typed, parts)
        yield WrongCrossSum(row, total, typed.spell(typed.value), typed.spell(computed), is_open)
