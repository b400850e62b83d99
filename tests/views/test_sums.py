"""Whether a grid adds up as it is printed."""

from __future__ import annotations

import pytest

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.figures.figure import subtract_figures
from reportgen.model.report import Notation
from reportgen.money import round_units
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.sums import adds_up, list_noted, note_rounding

Line = tuple[str, int, int]
"""Role, level and won of a row."""


def _cell(name: str, won: int, units: int | None = None) -> Cell:
    figure = Figure(name, won, Unit.WON, Formula(Operation.INPUT))
    return Cell.make("", figure=figure, units=round_units(won, 1000) if units is None else units)


def _grid(*lines: Line) -> Grid:
    rows = tuple(
        Row(role, {"amount": _cell(str(number), won)}, level)
        for number, (role, level, won) in enumerate(lines)
    )
    return Grid("a", "", "", {}, rows)


@pytest.mark.parametrize(
    ("lines", "holds"),
    [
        ([("total", 0, 2000), ("body", 1, 1000), ("body", 1, 1000)], True),
        ([("total", 0, 2800), ("body", 1, 1400), ("body", 1, 1400)], False),
        ([("body", 1, 1400), ("body", 1, 1400), ("total", 0, 2800)], False),
        ([("body", 1, 1600), ("body", 1, 1400), ("total", 0, 3000)], True),
        # A level below does not add up.
        ([("total", 0, 2800), ("subtotal", 1, 2800), ("body", 2, 1400), ("body", 2, 1400)], False),
        # What is no sum unrounded is no matter of rounding.
        ([("total", 0, 9000), ("body", 1, 1400), ("body", 1, 1400)], True),
        # A subtotal that isn't divided has no parts, though rows of another stand above it.
        ([("subtotal", 1, 1000), ("body", 2, 1000), ("subtotal", 1, 1000)], True),
    ],
)
def test_totals_are_held_against_the_rows_below_them(lines: list[Line], holds: bool) -> None:
    assert adds_up(_grid(*lines)) is holds


@pytest.mark.parametrize(("shown", "holds"), [(1, True), (0, False)])
def test_a_difference_is_held_against_its_row(shown: int, holds: bool) -> None:
    first, second = _cell("first", 1500), _cell("second", 1400)
    assert first.figure
    assert second.figure
    rest = subtract_figures("rest", first.figure, second.figure)
    row = {"a": first, "b": second, "c": Cell.make("", figure=rest, units=shown)}
    assert adds_up(Grid("a", "", "", {}, (Row("body", row),))) is holds


def test_a_grid_that_does_not_add_up_says_so_in_the_words_of_the_report() -> None:
    formatter = Formatter(Notation(rounding_note="{unit} 밑은 반올림"))
    broken = _grid(("total", 0, 2800), ("body", 1, 1400), ("body", 1, 1400))
    sound = _grid(("total", 0, 2000), ("body", 1, 1000), ("body", 1, 1000))
    assert note_rounding(formatter, broken).rounding_note == "천원 밑은 반올림"
    assert note_rounding(formatter, sound) is sound


def test_amounts_that_were_made_to_add_up_are_noted() -> None:
    rows = (
        Row("body", {"a": _cell("a", 1400, 2)}, 1),
        Row("body", {"a": _cell("b", 1400, 1)}, 1),
        Row("total", {"a": _cell("c", 2800)}),
    )
    grid = note_rounding(Formatter(Notation()), Grid("a", "", "", {}, rows), footing=True)
    assert grid.rounding_note == "천원 미만은 합계에 맞추어 조정함(최대잔여법)"


def test_the_tables_of_a_document_that_say_so_are_listed() -> None:
    noted = Grid("a", "", "", {}, (), rounding_note="반올림")
    view = {"title": "보고", "execution": noted, "budget": {"rounding_note": "반올림"}, "no": {}}
    assert list_noted(view) == ("execution", "budget")
