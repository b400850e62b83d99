"""A cell is its own text, and knows the value and the figure behind it."""

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.templating.printed import Place, Printed
from reportgen.views.grid import Cell, Grid, Row

FIGURE = Figure("a", 1_234_000, Unit.WON, Formula(Operation.INPUT))


def test_a_cell_is_its_text() -> None:
    assert Cell.make("가") == "가"


def test_a_cell_of_a_figure_has_its_unrounded_value() -> None:
    cell = Cell.make("1,234", figure=FIGURE)
    assert (cell.value, cell.figure) == (1_234_000, FIGURE)


def test_a_cell_keeps_the_figures_of_its_text() -> None:
    assert Cell.make(Printed("1,234", (FIGURE,))).figures == (FIGURE,)


def test_a_cell_without_a_figure_has_none() -> None:
    assert Cell.make("가").figure is None


def test_a_cell_of_several_figures_shows_no_one_of_them() -> None:
    assert Cell.make(Printed("1", (FIGURE, FIGURE))).figure is None


def test_the_lines_of_a_cell_are_its_text_unless_they_are_given() -> None:
    assert (Cell.make("가").lines, Cell.make("가\n나", lines=("가", "나")).lines) == (
        ("가",),
        ("가", "나"),
    )


def test_a_row_is_reached_by_column_and_from_left_to_right() -> None:
    row = Row("body", {"name": Cell.make("가"), "amount": Cell.make("1")})
    assert (row["amount"], row.cells) == ("1", ("가", "1"))


def test_a_grid_lists_its_header_from_left_to_right() -> None:
    grid = Grid("a", "", "", {"name": Cell.make("이름"), "amount": Cell.make("금액")}, ())
    assert grid.header == ("이름", "금액")


def test_a_place_in_words_leaves_out_what_is_not_set() -> None:
    assert Cell.make("1", place=Place("Ⅰ", row="계")).place.as_json() == {
        "chapter": "Ⅰ",
        "row": "계",
    }
