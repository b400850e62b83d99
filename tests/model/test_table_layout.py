"""Merged columns join equal cells within the cell to their left; spans come first."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.model.blocks import Table
from reportgen.model.table_layout import cell_text, lay_out, list_values, typed_cell

Rows = list[list[Any]]


def make_table(columns: str, rows: Rows) -> Table:
    """A table; ``m`` is a merged column, ``-`` a plain one, ``#`` a serial one."""
    kinds = {"m": {"merge": True}, "-": {}, "#": {"serial": True}}
    named = [{"name": str(at), **kinds[kind]} for at, kind in enumerate(columns)]
    return Table.model_validate({"columns": named, "rows": rows})


def draw(columns: str, rows: Rows) -> list[str]:
    """Every row: the texts of its cells with their extents, ``<`` and ``^`` for covered places."""
    table = make_table(columns, rows)
    lines = []
    for line in lay_out(table):
        words = []
        for site in line:
            text = cell_text(typed_cell(table, site.row, site.column)) or "."
            spans = f"{site.rows}x{site.columns}" if site.rows * site.columns > 1 else ""
            words.append({"left": "<", "above": "^"}.get(site.covered, text + spans))
        lines.append(" ".join(words))
    return lines


NATURE = ["녹색", "공통"]


@pytest.mark.parametrize(
    ("columns", "rows", "drawn"),
    [
        ("mm", [NATURE, NATURE, ["행정", "공통"]], ["녹색2x1 공통2x1", "^ ^", "행정 공통"]),
        (
            "m-m",
            [["a", "1", "x"], ["a", "2", "x"], ["b", "3", "x"]],
            ["a2x1 1 x2x1", "^ 2 ^", "b 3 x"],
        ),
        ("-m", [["1", "x"], ["2", "x"], ["3", "y"]], ["1 x2x1", "2 ^", "3 y"]),
        ("#m", [["x"], ["x"]], [". x2x1", ". ^"]),
        ("mm", [["a", "x"], ["", "x"], ["", "x"]], ["a x", ".2x1 x2x1", "^ ^"]),
        ("mm", [["a", ""], ["a", ""], ["b", ""]], ["a2x1 .2x1", "^ ^", "b ."]),
        (
            "mmm",
            [["a", "x", "1"], ["a", "y", "1"], ["a", "y", "1"], ["b", "y", "1"]],
            ["a3x1 x 1", "^ y2x1 12x1", "^ ^ ^", "b y 1"],
        ),
        (
            "mmm",
            [["a", "x", "1"], ["a", "x", "2"], ["b", "x", "2"]],
            ["a2x1 x2x1 1", "^ ^ 2", "b x 2"],
        ),
    ],
    ids=[
        "two",
        "plain between",
        "plain first",
        "serial",
        "blank left",
        "blank right",
        "three",
        "far",
    ],
)
def test_equal_cells_join_within_the_cell_to_their_left(
    columns: str, rows: Rows, drawn: list[str]
) -> None:
    assert draw(columns, rows) == drawn


TWO = {"text": "a", "rowspan": 2}


@pytest.mark.parametrize(
    ("columns", "rows", "drawn"),
    [
        ("mm", [[TWO, "x"], ["", "x"], ["b", "x"]], ["a2x1 x2x1", "^ ^", "b x"]),
        ("m-", [[TWO, "1"], ["", "2"], ["a", "3"]], ["a3x1 1", "^ 2", "^ 3"]),
        ("-m", [[TWO, "x"], ["", "x"], ["b", "x"]], ["a2x1 x2x1", "^ ^", "b x"]),
        ("-m", [["b", "x"], [TWO, "x"], ["", "x"]], ["b x", "a2x1 x2x1", "^ ^"]),
        ("mm", [["p", TWO], ["p", ""], ["q", "a"]], ["p2x1 a2x1", "^ ^", "q a"]),
        (
            "mm",
            [["a", "x"], [{"text": "a", "colspan": 2}, ""], ["a", "x"]],
            ["a x", "a1x2 <", "a x"],
        ),
        (
            "-m",
            [["a", "x"], [{"text": "a", "colspan": 2, "rowspan": 2}, ""], ["", ""], ["b", "x"]],
            ["a x", "a2x2 <", "^ <", "b x"],
        ),
        ("mm", [["p", TWO], ["q", ""]], ["p a2x1", "q ^"]),
    ],
)
def test_typed_spans_are_cells_like_others(columns: str, rows: Rows, drawn: list[str]) -> None:
    assert draw(columns, rows) == drawn


def test_spans_end_at_the_edge_of_the_table() -> None:
    assert draw("--", [["a", {"text": "b", "rowspan": 9, "colspan": 9}]]) == ["a b"]


def test_a_span_in_the_way_of_another_does_not_reach() -> None:
    rows = [["a", {"text": "b", "rowspan": 2}], [{"text": "c", "colspan": 2}, ""]]
    assert draw("--", rows) == ["a b2x1", "c ^"]


def test_a_span_counts_in_every_row_that_it_reaches_over() -> None:
    table = make_table("m-", [[TWO, "1"], ["", "2"], ["b", "3"]])
    assert list(list_values(table, 0)) == ["a", "a", "b"]
