"""What a chart can be given."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from reportgen.templating.charts.data import ChartError, read_data, spell_number
from reportgen.templating.checks.explanations import FaultyValueError
from reportgen.views.grid import Cell, Grid, Row, make_header
from tests.amended import make_amended

HEADINGS = {
    "name": "사업",
    "plan": "예산\n현액",
    "done": "집행액",
    "rate": "비율",
    "note": "비고",
}


def amount(won: int) -> Cell:
    return Cell.make(f"{won // 1000:,}", value=won, units=won // 1000)


def row(role: str, name: str, plan: int, done: int) -> Row:
    cells: Mapping[str, Cell] = {
        "name": Cell.make(name),
        "plan": amount(plan),
        "done": amount(done),
        "rate": Cell.make("50%", value=Decimal("0.5")),
        "note": Cell.make("신규"),
    }
    return Row(role, cells)


GRID = Grid(
    "execution",
    "집행 현황",
    "(단위: 천원)",
    make_header(HEADINGS),
    (
        row("total", "합계", 30_000, 12_000),
        row("body", "가", 10_000, 5_000),
        row("body", "나", 20_000, 7_000),
    ),
)


def test_a_table_gives_its_amounts_in_its_unit_without_totals() -> None:
    data = read_data(str, GRID)
    assert data.names == ("가", "나")
    assert data.series == (("예산 현액", (10, 20)), ("집행액", (5, 7)))


def test_columns_and_rows_of_a_table_can_be_chosen() -> None:
    data = read_data(str, GRID, columns=["rate"], roles=["total", "body"])
    assert data.names == ("합계", "가", "나")
    assert data.series == (("비율", (Decimal("0.5"),) * 3),)


def test_a_table_without_headings_is_named_by_its_columns() -> None:
    data = read_data(str, {"rows": GRID.rows})
    assert [name for name, _numbers in data.series] == ["plan", "done"]


def test_a_cell_that_says_there_is_nothing_is_a_gap() -> None:
    nothing = Row("body", {"name": Cell.make("다"), "plan": Cell.make("-")})
    data = read_data(str, {"rows": [*GRID.rows, nothing]}, columns=["plan"])
    assert data.series == (("plan", (10, 20, None)),)


def test_numbers_keep_every_digit() -> None:
    data = read_data(str, names=["a", "b"], series={"s": [Fraction(1, 8), Decimal("0.1")]})
    assert data.series == (("s", (Decimal("0.125"), Decimal("0.1"))),)


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("100", "100"), ("-1.50", "-1.5"), ("1E+3", "1000"), ("0.00", "0")],
)
def test_numbers_are_spelled_without_exponent(number: str, text: str) -> None:
    assert spell_number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("given", "named", "problem"),
    [
        ((GRID,), {"columns": ["planned"]}, "the table has no column planned"),
        ((GRID,), {"columns": ["note"]}, "«신규» is no number"),
        ((GRID,), {"roles": ["subtotal"]}, "the table has no such row"),
        (({"rows": []},), {}, "the table has no such row"),
        ((3,), {}, "a number is no table"),
        ((), {"names": ["a"]}, "write a table, or names=… and series=…"),
        ((), {"names": ["a"], "series": {"s": [1.5]}}, "«1.5» is no number"),
        (
            (),
            {"names": ["\x01"], "series": {"s": [1]}},
            "the character U+0001 can't stand in a document",
        ),
        (
            (),
            {"names": ["a"], "series": {"\ufdd0": [1]}},
            "the character U+FDD0 can't stand in a document",
        ),
    ],
)
def test_what_is_no_data_is_refused(
    given: tuple[Any, ...], named: dict[str, Any], problem: str
) -> None:
    with pytest.raises((ChartError, FaultyValueError)) as caught:
        read_data(str, *given, **named)
    assert str(caught.value) == problem


def test_the_tables_of_the_report_can_be_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    from reportgen.formats import Document

    report = make_amended(tmp_path_factory.mktemp("charts")).documents[Document.REPORT]
    data = read_data(str, report["execution"])
    assert len(data.series) == 3
    assert all(number is not None for _name, numbers in data.series for number in numbers)
