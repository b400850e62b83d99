"""Values as a loading system reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.renderers.csv_tables.values import spell_cell, spell_ratio, spell_value
from reportgen.templating.printed import Printed
from reportgen.views.grid import Cell

SHOWN = Figure("shown", 5000, Unit.WON, Formula(Operation.INPUT))


def show(value: int | Decimal | None, unit: Unit, text: str, operation: str = "input") -> Cell:
    figure = Figure("some.figure", value, unit, Formula(Operation(operation)))
    return Cell.make(text, figure=figure, align="right")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (-1234567, "-1234567"),
        (Decimal("-0.0000001"), "0.000000"),
        (Decimal("1E+3"), "1000.000000"),
        (Decimal("0.0000005"), "0.000001"),
        (date(2026, 6, 30), "2026-06-30"),
        ("-정원", "'-정원"),
        ("두 줄\n 한 줄", "두 줄 한 줄"),
    ],
)
def test_a_value_is_plain(value: int | Decimal | date | str | None, text: str) -> None:
    assert spell_value(value) == text


@pytest.mark.parametrize(
    ("cell", "in_numbers", "text"),
    [
        (show(-851340000, Unit.WON, "△851,340"), True, "-851340000"),
        (show(None, Unit.RATIO, "순증"), True, ""),
        (show(Decimal(1) / 8, Unit.RATIO, "12.5%"), True, "0.125000"),
        (show(None, Unit.COUNT, "일치", "agreement"), False, "일치"),
        (Cell.make("-", align="right"), True, ""),
        (Cell.make(Printed("총 5천원", shown=((SHOWN, "5천원"),))), False, "총 5천원"),
        (Cell.make(Printed("5천원", shown=((SHOWN, "5천원"),))), False, "5천원"),
        (Cell.make("-"), False, "'-"),
        (Cell.make("3건", value=3), False, "3"),
        (Cell.make("’26. 6. 30.", value=date(2026, 6, 30)), False, "2026-06-30"),
        (Cell.make("=1+1"), False, "'=1+1"),
    ],
)
def test_a_cell_holds_what_is_behind_its_text(cell: Cell, in_numbers: bool, text: str) -> None:
    assert spell_cell(cell, in_numbers) == text


@pytest.mark.parametrize(("part", "base", "text"), [(1, 3, "0.333333"), (1, 0, ""), (0, 0, "")])
def test_a_ratio_without_a_base_is_empty(part: int, base: int, text: str) -> None:
    assert spell_ratio(part, base) == text
