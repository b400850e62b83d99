"""The rows of an annex: covered cells filled, records a block at a time."""

from __future__ import annotations

from datetime import date

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.renderers.csv_tables.rows import spell_grid, spell_records
from reportgen.views.annex_columns import list_columns
from reportgen.views.annex_formulas import Ratio, Sum
from reportgen.views.annex_records import Column, Kind, Records
from reportgen.views.annexes import Annex
from reportgen.views.grid import Cell, Grid, Row


def won(name: str, value: int, row_span: int = 1) -> Cell:
    figure = Figure(name, value, Unit.WON, Formula(Operation.INPUT))
    return Cell.make("1", figure=figure, align="right", row_span=row_span)


def read_rows(*rows: Row) -> list[tuple[str, ...]]:
    grid = Grid("some", "", "", {key: Cell.make(key) for key in rows[0].columns}, rows)
    columns = list_columns(Annex("some", "", "", grid))
    return [texts for texts, _printed in spell_grid(grid, columns)]


def test_a_merged_text_stands_in_every_row_and_a_merged_amount_once() -> None:
    above = Cell.make(covered="above")
    left = Cell.make(covered="left")
    first = {"policy": Cell.make("정책", row_span=2), "amount": won("a", 5, 2)}
    wide = {"policy": Cell.make("비고", col_span=2), "amount": left}
    rows = read_rows(
        Row("body", first, 1),
        Row("body", {"policy": above, "amount": above}, 1),
        Row("total", wide),
    )
    assert [row[2:] for row in rows[:2]] == [("정책", "5"), ("정책", "")]


def test_the_numbers_that_show_a_figure_are_told_with_their_columns() -> None:
    cells = {"name": Cell.make("계"), "amount": won("a", 5)}
    grid = Grid("some", "", "", {"amount": Cell.make("금액")}, (Row("body", cells, 1),))
    columns = list_columns(Annex("some", "", "", grid))
    ((_texts, printed),) = spell_grid(grid, columns)
    assert [(text, text.figures[0].name, column.heading) for text, column in printed] == [
        ("5", "a", "금액(원)")
    ]


def test_records_are_spelled_by_the_kinds_of_their_columns() -> None:
    columns = {
        "date": Column(Kind.DATE),
        "kind": Column(words={"opening": "예산현액"}),
        "note": Column(),
        "paid": Column(Kind.WON),
        "given": Column(Kind.WON),
        "left": Column(Kind.WON, formula=Sum(("given",), ("paid",))),
        "rate": Column(Kind.RATIO, formula=Ratio("paid", "given")),
    }
    rows = [
        (date(2026, 1, 2), "opening", "=1", -500, 1000),
        (None, "other", "둘", None, 0),
    ]
    records = Records(columns, 2, lambda: rows)
    annex = Annex("some", "", "", Grid("some", "", "", {}, ()), records)
    (block,) = spell_records(records, list_columns(annex))
    assert block == [
        ("2026-01-02", "예산현액", "'=1", "-500", "1000", "1500", "-0.500000"),
        ("", "other", "둘", "", "0", "0", ""),
    ]
