"""The views of an amendment: its texts, its totals, revenue, expenditure, posts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportgen.model.view_kinds import (
    AmendmentComparisonView,
    AmendmentExpenditureView,
    AmendmentProvisionsView,
    AmendmentReasonsView,
    AmendmentRevenueView,
    AmendmentStaffingView,
    AmendmentTotalsView,
    AmendmentView,
)
from reportgen.money import MoneyUnit
from reportgen.views.amendment_tables import AmendmentTables
from reportgen.views.amendment_texts import view_articles, view_reasons, view_sentence
from reportgen.views.blocks import BlockView
from reportgen.views.grid import Align, Cell, Grid, Row
from reportgen.views.placed.placing import Placing
from reportgen.views.registers import view_staffing_effect
from reportgen.views.table_columns import TableColumn

_CHANGES = (
    TableColumn("name", ("구   분",), 39),
    TableColumn("present", ("기정액",), 26),
    TableColumn("amended", ("경정액",), 26),
    TableColumn("change", ("비교증감",), 25),
    TableColumn("change_rate", ("증감률",), 20),
    TableColumn("basis", ("산출근거",), 34),
)
_POSTS = (
    TableColumn("name", ("직급",), 30),
    TableColumn("present", ("현행 정원",), 25),
    TableColumn("amended", ("변경 정원",), 25),
    TableColumn("change", ("증감",), 20),
    TableColumn("note", ("사유",), 70),
)
_ROLES = {"policy_programme": "subtotal", "unit_programme": "subtotal", "rest": "body"}
"""How lines of the comparison look."""


def place_reasons(placing: Placing, _view: AmendmentReasonsView) -> list[BlockView]:
    """An item for each reason."""
    context, notes = placing.context, placing.context.amendment
    reasons = view_reasons(context, notes, placing.chapter) if notes else []
    return [BlockView("item", marker="ㅇ", text=reason["text"]) for reason in reasons]


def place_provisions(placing: Placing, _view: AmendmentProvisionsView) -> list[BlockView]:
    """An article for each provision."""
    context, notes = placing.context, placing.context.amendment
    articles = view_articles(context, notes, placing.chapter) if notes else []
    return [
        BlockView("article", marker=f"제{article['number']}조", text=article["text"])
        for article in articles
    ]


def place_totals(placing: Placing, view: AmendmentTotalsView) -> list[BlockView]:
    """The sentence."""
    tables = _find_tables(placing, view.unit)
    if tables is None:
        return []
    text = view_sentence(placing.context, tables, placing.chapter)
    return [BlockView("item", marker="ㅇ", text=text)]


def place_revenue(placing: Placing, view: AmendmentRevenueView) -> list[BlockView]:
    """Every revenue account before and after."""
    return _place_changes(placing, view, AmendmentTables.view_revenue, "세입예산")


def place_expenditure(placing: Placing, view: AmendmentExpenditureView) -> list[BlockView]:
    """Every category before and after."""
    return _place_changes(placing, view, AmendmentTables.view_expenditure, "세출예산")


def _place_changes(
    placing: Placing,
    view: AmendmentView,
    make: Callable[[AmendmentTables, str, str], Grid],
    usual: str,
) -> list[BlockView]:
    tables = _find_tables(placing, view.unit)
    if tables is None:
        return []
    grid = make(tables, placing.chapter, placing.name_table(view, usual))
    rows = tuple(_align(row, "center" if row.role == "total" else "left") for row in grid.rows)
    return [placing.lay(view, replace(grid, rows=rows), _CHANGES)]


def place_comparison(placing: Placing, view: AmendmentComparisonView) -> list[BlockView]:
    """Every programme before and after, and below the table which rows it shows."""
    tables = _find_tables(placing, view.unit)
    if tables is None:
        return []
    grid = tables.view_comparison(placing.chapter, placing.name_table(view, "세출예산 신구대비표"))
    rows = tuple(map(_lay_line, grid.rows))
    table = placing.lay(view, replace(grid, rows=rows, rounding_note=""), _CHANGES)
    notes = [tables.describe_rows(), *([grid.rounding_note] if grid.rounding_note else [])]
    return [table, *(BlockView("note", marker="※", text=note) for note in notes)]


def _lay_line(row: Row) -> Row:
    """The row in its look; only programmes, and what stands for them, are set deeper."""
    role = _ROLES.get(row.role, row.role)
    aligns: dict[str, Align] = {"total": "center", "subtotal": "left"}
    return _align(Row(role, row.columns, row.level), aligns.get(role, "deeper"))


def _align(row: Row, align: Align) -> Row:
    """The row with its name set so."""
    name: Cell = row.columns["name"].copy(align=align)
    return Row(row.role, {**row.columns, "name": name}, row.level)


def place_staffing(placing: Placing, view: AmendmentStaffingView) -> list[BlockView]:
    """How the quota of each grade changes."""
    context, notes = placing.context, placing.context.amendment
    name = placing.name_table(view, "정원 변동")
    grid = view_staffing_effect(context, notes, placing.chapter, name) if notes else None
    if grid is None:
        return []
    rows = tuple(_align(row, "center" if row.role == "total" else "left") for row in grid.rows)
    return [placing.lay(view, replace(grid, rows=rows), _POSTS)]


def _find_tables(placing: Placing, unit: MoneyUnit | None) -> AmendmentTables | None:
    """The tables of the amendment that is shown."""
    notes = placing.context.amendment
    return AmendmentTables(placing.context, placing.entries, notes, unit) if notes else None
