"""Columns of computed tables: chosen, ordered, with heads that are merged."""

from __future__ import annotations

import pytest

from reportgen.model.view_options import ColumnChoice
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.table_columns import (
    Heading,
    TableColumn,
    choose_columns,
    lay_heads,
    select_columns,
)

USUAL = (
    TableColumn("name", ("구분",), 3),
    TableColumn("plan", ("예산", "현액"), 2),
    TableColumn("done", ("예산", "집행"), 2),
)


def draw(headings: list[Heading]) -> list[str]:
    """A line for each row: ``text@rowsxcolumns``, ``<`` and ``^`` where another reaches."""
    signs = {"left": "<", "above": "^"}
    return [
        " ".join(signs.get(cell.covered, f"{cell}@{cell.row_span}x{cell.col_span}") for cell in row)
        for row in lay_heads(headings)
    ]


@pytest.mark.parametrize(
    ("headings", "drawn"),
    [
        ([("a",), ("b",)], ["a@1x1 b@1x1"]),
        ([("a",), ("b", "c"), ("b", "d")], ["a@2x1 b@1x2 <", "^ c@1x1 d@1x1"]),
        ([("b", "c"), ("a",), ("b", "d")], ["b@1x1 a@2x1 b@1x1", "c@1x1 ^ d@1x1"]),
        (
            [("a", "b", "c"), ("a", "b", "d"), ("a", "e")],
            ["a@1x3 < <", "b@1x2 < e@2x1", "c@1x1 d@1x1 ^"],
        ),
        ([("a", "b"), ("a",)], ["a@1x1 a@2x1", "b@1x1 ^"]),
        ([("a", "b", "x"), ("c", "b", "y")], ["a@1x1 c@1x1", "b@1x1 b@1x1", "x@1x1 y@1x1"]),
    ],
)
def test_heads_that_begin_alike_are_one(headings: list[Heading], drawn: list[str]) -> None:
    assert draw(headings) == drawn


def test_a_head_may_have_lines() -> None:
    ((cell,),) = lay_heads([("2026\n예산",)])
    assert (str(cell), cell.lines) == ("2026\n예산", ("2026", "예산"))


def test_columns_are_chosen_in_any_order_and_changed() -> None:
    chosen = [ColumnChoice(name="done", heading="집행액", width=5), ColumnChoice(name="name")]
    assert choose_columns(USUAL, chosen, str.upper) == (
        TableColumn("done", ("집행액",), 5),
        USUAL[0],
    )


def test_without_a_choice_all_columns_are_shown() -> None:
    assert choose_columns(USUAL, None, str) == USUAL


def test_the_rows_have_the_chosen_cells() -> None:
    row = Row("body", {"name": Cell.make("가"), "plan": Cell.make("1"), "done": Cell.make("2")})
    grid = select_columns(Grid("t", "", "", {}, (row,)), (USUAL[2], USUAL[0]))
    assert [list(map(str, one.cells)) for one in grid.rows] == [["2", "가"]]
    assert (grid.widths, list(grid.columns)) == ((2, 3), ["done", "name"])
    assert [list(map(str, one)) for one in grid.heads] == [["예산", "구분"], ["집행", ""]]


@pytest.mark.parametrize(
    ("keys", "drawn"),
    [
        (["name", "plan", "done"], [("합계", 2, ""), ("", 1, "left"), ("9", 1, "")]),
        (["name", "done"], [("합계", 1, ""), ("9", 1, "")]),
        (["plan", "done"], [("합계", 1, ""), ("9", 1, "")]),
        (["name", "done", "plan"], [("합계", 1, ""), ("9", 1, ""), ("합계", 1, "")]),
    ],
)
def test_a_cell_over_columns_covers_those_that_are_left(
    keys: list[str], drawn: list[tuple[str, int, str]]
) -> None:
    cells = {
        "name": Cell.make("합계", col_span=2),
        "plan": Cell.make(covered="left"),
        "done": Cell.make("9"),
    }
    known = {column.key: column for column in USUAL}
    grid = select_columns(
        Grid("t", "", "", {}, (Row("total", cells),)), [known[key] for key in keys]
    )
    found = [(str(cell), cell.col_span, cell.covered) for cell in grid.rows[0].cells]
    assert found == drawn
