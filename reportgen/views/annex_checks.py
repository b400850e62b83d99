"""The sheet that checks the others: amounts that have to agree, compared where finance works.

The report's amounts are typed there as they were printed. So a change in the workbook shows
at once which of them it makes stale.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.figures.recorded import RECORDED
from reportgen.templating.printed import Place
from reportgen.views.annex_comparisons import Comparison, list_comparisons
from reportgen.views.annexes import Annex
from reportgen.views.budget_tables import TOTAL
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import note_rounding

AGREES, DIFFERS = "일치", "불일치"
TITLE = "검산"
COLUMNS = {
    "name": "구분",
    "left_name": "왼쪽 항목",
    "left": "왼쪽 금액",
    "right_name": "오른쪽 항목",
    "right": "오른쪽 금액",
    "difference": "차이",
    "result": "결과",
}


def is_counterpart(figure: str) -> bool:
    """Whether a figure, by its name, only stands against another one on this sheet.

    >>> is_counterpart("check_report.commitment.garden"), is_counterpart("commitment.garden")
    (True, False)
    """
    measure = figure.partition(".")[0]
    return measure == RECORDED or measure.startswith("check_")


def view_checks(context: ViewContext, sheets: Iterable[Annex] = ()) -> Annex:
    """The comparisons, and how many of them don't hold.

    :param sheets: the others, of which some have a total that has to be another sheet's.
    """
    place = Place(TITLE, TITLE)
    comparisons = list_comparisons(context, sheets)
    rows = tuple(_view_comparison(context, comparison, place) for comparison in comparisons)
    unit_line = context.formatter.unit_line("천원", context.base_date)
    total = _view_total(context, rows, place)
    grid = Grid("checks", TITLE, unit_line, make_header(COLUMNS), (total, *rows))
    grid = note_rounding(context.formatter, grid)
    return Annex("checks", TITLE, "서로 맞아야 하는 금액의 대조 (틀리면 붉게 표시)", grid)


def _view_comparison(context: ViewContext, comparison: Comparison, place: Place) -> Row:
    difference = comparison.subtract()
    agreement = Figure(
        f"check_result.{comparison.key}",
        None,
        Unit.COUNT,
        Formula(Operation.AGREEMENT, (difference.name,)),
    )
    at = {
        key: Place(place.chapter, place.table, comparison.left_name, text)
        for key, text in COLUMNS.items()
    }
    word = DIFFERS if difference.value else AGREES
    cells = {
        "name": Cell.make(comparison.name),
        "left_name": Cell.make(comparison.left_name),
        "left": context.amount(comparison.left, at["left"], comparison.left_sheet),
        "right_name": Cell.make(comparison.right_name),
        "right": context.amount(comparison.right, at["right"], comparison.right_sheet),
        "difference": context.amount(difference, at["difference"]),
        "result": Cell.make(word, figure=agreement, place=at["result"], align="center"),
    }
    return Row("body", cells, 1)


def _view_total(context: ViewContext, rows: tuple[Row, ...], place: Place) -> Row:
    """How many comparisons don't hold."""
    results = [row["result"] for row in rows]
    wrong = sum(1 for result in results if result == DIFFERS)
    operands = tuple(figure.name for result in results if (figure := result.figure))
    formula = Formula(Operation.DISAGREEMENTS, operands)
    figure = Figure("check_result.differing", wrong, Unit.COUNT, formula)
    at = Place(place.chapter, place.table, TOTAL, COLUMNS["result"])
    cells = {key: Cell.make() for key in COLUMNS}
    cells["name"] = Cell.make("불일치 건수")
    text = context.formatter.number(wrong)
    cells["result"] = Cell.make(text, figure=figure, place=at, align="center")
    return Row("total", cells)
