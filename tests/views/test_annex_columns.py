"""The columns of an annex: keys, headings with their unit, which of them hold numbers."""

from __future__ import annotations

import pytest

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.state import State
from reportgen.views.annex_columns import AnnexColumn, list_columns
from reportgen.views.annexes import Annex
from reportgen.views.grid import Cell, Grid, Row
from tests.amended import make_amended


def show(unit: Unit, value: int | None = 1) -> Cell:
    return Cell.make("1", figure=Figure("f", value, unit, Formula(Operation.INPUT)), align="right")


def list_of(columns: dict[str, Cell], *rows: dict[str, Cell]) -> list[AnnexColumn]:
    """The columns of a grid but role and level."""
    grid = Grid("some", "", "", columns, tuple(Row("body", row, 1) for row in rows))
    return list(list_columns(Annex("some", "", "", grid)))[2:]


def test_a_grid_begins_with_role_and_level() -> None:
    columns = list_columns(Annex("some", "", "", Grid("some", "", "", {}, ())))
    assert [(column.key, column.heading) for column in columns] == [
        ("role", "행 구분"),
        ("level", "수준"),
    ]


@pytest.mark.parametrize(
    ("cells", "heading", "is_number"),
    [
        ([show(Unit.WON)], "값(원)", True),
        ([show(Unit.WON), Cell.make("-", align="right")], "값(원)", True),
        ([show(Unit.RATIO)], "값", True),
        ([show(Unit.PEOPLE)], "값", True),
        ([show(Unit.WON), show(Unit.RATIO)], "값", True),
        ([show(Unit.COUNT), Cell.make("일치", align="center")], "값", False),
        ([Cell.make("글")], "값", False),
        ([Cell.make()], "값", False),
    ],
)
def test_the_heading_of_won_says_so(cells: list[Cell], heading: str, is_number: bool) -> None:
    header = {"value": Cell.make("값")}
    assert list_of(header, *({"value": cell} for cell in cells)) == [
        AnnexColumn("value", heading, is_number)
    ]


def test_a_column_without_values_is_in_the_unit_of_the_others() -> None:
    header = {"one": Cell.make("하나"), "two": Cell.make("둘")}
    row = {"one": show(Unit.WON), "two": Cell.make("-", align="right")}
    assert [column.heading for column in list_of(header, row)] == ["하나(원)", "둘(원)"]


def test_headings_that_are_the_same_are_told_apart_by_their_keys() -> None:
    header = {"one": Cell.make("금액"), "two": Cell.make("금액")}
    assert [column.heading for column in list_of(header)] == ["금액 (one)", "금액 (two)"]


def test_a_column_without_a_heading_is_headed_by_its_key() -> None:
    assert [column.heading for column in list_of({}, {"name": Cell.make("글")})] == ["name"]


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> State:
    return make_amended(tmp_path_factory.mktemp("amended"))


def test_every_sheet_has_distinct_headings(amended: State) -> None:
    headings = [[c.heading for c in list_columns(annex)] for annex in amended.annexes.sheets]
    assert [found for found in headings if len(set(found)) != len(found)] == []
