"""The views of what moved in the year beside amendments: transfers and carry-over."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.ledger import CARRYOVERS, KIND_WORDS
from reportgen.model.view_kinds import CarryoverView, TransfersView
from reportgen.views.blocks import BlockView
from reportgen.views.budget_tables import TOTAL
from reportgen.views.grid import Row
from reportgen.views.placed.placing import Placing
from reportgen.views.registers import view_carryover, view_transfers
from reportgen.views.table_columns import TableColumn

_TRANSFERS = (
    TableColumn("date", ("일자",), 20),
    TableColumn("kind", ("구분",), 18),
    TableColumn("reference", ("근거",), 34),
    TableColumn("name", ("세부사업",), 36),
    TableColumn("taken", ("감액",), 20),
    TableColumn("given", ("증액",), 20),
    TableColumn("note", ("사유",), 22),
)
_CARRYOVER = (
    TableColumn("name", ("세부사업",), 3),
    *(TableColumn(kind.value, (KIND_WORDS[kind][0],), 2) for kind in CARRYOVERS),
    TableColumn("total", (TOTAL,), 2),
)


def place_transfers(placing: Placing, view: TransfersView) -> list[BlockView]:
    """Every 이용, 전용, 변경 and 예비비 사용; nothing where there is none."""
    context = placing.measured(view)
    name = placing.name_table(view, "이용·전용 등 명세")
    grid = view_transfers(context, placing.entries, placing.chapter, _foots(placing), name)
    if grid is None:
        return []
    rows = tuple(_center_total(row) for row in grid.rows)
    return [placing.lay(view, replace(grid, rows=rows), _TRANSFERS)]


def _center_total(row: Row) -> Row:
    if row.role != "total":
        return row
    name = row.columns["name"].copy(align="center")
    return Row(row.role, {**row.columns, "name": name}, row.level)


def place_carryover(placing: Placing, view: CarryoverView) -> list[BlockView]:
    """What was carried over by the sorts that there are; all of them can be asked for."""
    context = placing.measured(view)
    name = placing.name_table(view, "이월 명세")
    every = view.columns is not None
    grid = view_carryover(context, placing.chapter, every, _foots(placing), name)
    if grid is None:
        return []
    columns = tuple(column for column in _CARRYOVER if column.key in grid.columns)
    return [placing.lay(view, grid, columns)]


def _foots(placing: Placing) -> bool:
    """Whether the amounts of the amendment that is shown are made to add up."""
    notes = placing.context.amendment
    return notes is not None and notes.footing
