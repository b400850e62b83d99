"""The views of the organization: functions, chart, staffing, duties."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.view_kinds import DutiesView, FunctionsView, OrganizationView, StaffingView
from reportgen.money import MoneyUnit
from reportgen.templating.printed import Place
from reportgen.views.blocks import BlockView
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.organization import draw_organization, staffing_grid, view_duties
from reportgen.views.placed.placing import Placing
from reportgen.views.table_columns import TableColumn

_DUTIES = (
    TableColumn("team", ("부  서  명",), 33),
    TableColumn("duties", ("업   무   내   용",), 137),
)


def place_functions(placing: Placing, _view: FunctionsView) -> list[BlockView]:
    """A line for each function."""
    organization = placing.context.folder.organization
    source, place = organization.source.of("functions"), Place(placing.chapter)
    return [
        BlockView("list", marker=f"{number}.", text=placing.context.text(text, source, place))
        for number, text in enumerate(organization.functions, 1)
    ]


def place_organization(placing: Placing, _view: OrganizationView) -> list[BlockView]:
    """The chart."""
    return [BlockView("chart", grid=draw_organization(placing.context.folder.organization))]


def place_staffing(placing: Placing, view: StaffingView) -> list[BlockView]:
    """The table, and the notes on it."""
    context = placing.context
    staffing = context.folder.organization.staffing
    grid = replace(staffing_grid(context, placing.chapter), caption=placing.caption(view))
    place, source = Place(placing.chapter), staffing.source.of("notes")
    notes = (context.text(note, source, place) for note in staffing.notes)
    return [
        BlockView("table", grid=grid),
        *(BlockView("note", marker="※", text=note) for note in notes),
    ]


def place_duties(placing: Placing, view: DutiesView) -> list[BlockView]:
    """A row for each team."""
    rows = []
    for duty in view_duties(placing.context, placing.chapter):
        duties = Cell.make()
        duties.blocks = tuple(duty["blocks"])
        cells = {"team": Cell.make(duty["team"], align="center"), "duties": duties}
        rows.append(Row("body", cells))
    grid = Grid("duties", "", "", {}, tuple(rows))
    table = placing.finish(view, grid, _DUTIES, MoneyUnit.THOUSAND)
    return [replace(table, kind="blocks_table")]
