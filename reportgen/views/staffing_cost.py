"""인건비 명세: what the staff costs by grade, beside the budget for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.figures import Figure
from reportgen.figures.staffing_cost import (
    POSTS,
    GradeCost,
    StaffingCost,
    compute_staffing_cost,
)
from reportgen.templating.printed import Place
from reportgen.views.budget_tables import TOTAL
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import note_rounding

COST_COLUMNS = {
    "name": "직급",
    "quota": "정원 (명)",
    "actual": "현원 (명)",
    "each": "1인당 연간 인건비",
    "quota_cost": "정원 소요액",
    "actual_cost": "현원 소요액",
}
BUDGET = "인건비 예산현액"
DIFFERENCE = "차액 (예산현액 - 소요액)"


def view_staffing_cost(context: ViewContext, title: str) -> Grid | None:
    """The grades, their total, the budget and what it has more, or None without any cost."""
    cost = compute_staffing_cost(context.folder, context.figures)
    if cost is None:
        return None
    place = Place(title, title)
    rows = [_view_grade(context, grade, grade.grade, place, "body") for grade in cost.grades]
    rows.append(_view_grade(context, cost.total, TOTAL, place, "total"))
    rows.extend(_view_budget(context, cost, place))
    unit_line = context.formatter.unit_line("천원", context.base_date)
    grid = Grid("staffing_cost", title, unit_line, make_header(COST_COLUMNS), tuple(rows))
    return note_rounding(context.formatter, grid)


def _view_grade(context: ViewContext, grade: GradeCost, label: str, place: Place, role: str) -> Row:
    shown = {
        **grade.people,
        **({"each": grade.each} if grade.each else {}),
        **{f"{posts}_cost": cost for posts, cost in grade.costs.items()},
    }
    return _view_row(context, shown, label, place, role)


def _view_budget(context: ViewContext, cost: StaffingCost, place: Place) -> Iterator[Row]:
    if cost.budget is None:
        return
    budget = {f"{posts}_cost": cost.budget for posts in POSTS}
    yield _view_row(context, budget, BUDGET, place, "budget")
    differences = {f"{posts}_cost": figure for posts, figure in cost.differences.items()}
    yield _view_row(context, differences, DIFFERENCE, place, "difference")


def _view_row(
    context: ViewContext, shown: Mapping[str, Figure], label: str, place: Place, role: str
) -> Row:
    cells = {"name": Cell.make(label)}
    for key, heading in list(COST_COLUMNS.items())[1:]:
        at = Place(place.chapter, place.table, label, heading)
        write = context.count if key in POSTS else context.amount
        cells[key] = write(shown[key], at) if key in shown else Cell.make(align="right")
    return Row(role, cells, 1 if role == "body" else 0)
