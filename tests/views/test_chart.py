"""Charts: boxes on their middle lines, and lines that meet them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.views.chart import Node, draw_tree
from reportgen.views.grid import Grid, Row


def branch(name: str, nodes: tuple[Node, ...]) -> Node:
    return Node(name, (), nodes)


ONE = [branch("가", (Node("ㄱ"), Node("ㄴ")))]
TWO = [branch("가", (Node("ㄱ", ("하나", "둘")), Node("ㄴ"))), branch("나", (Node("ㄷ"),))]
NODES = st.builds(
    Node, st.text("가나다", min_size=1), st.lists(st.text("라", min_size=1)).map(tuple)
)
BRANCHES = st.lists(
    st.builds(branch, st.text("가나다", min_size=1), st.lists(NODES, max_size=4).map(tuple)),
    max_size=5,
)


def _draw(row: Row) -> str:
    """A row of boxes as their texts, a row of lines as their roles."""
    if row.role in ("boxes", "lists"):
        marks = (str(cell) if cell else "." for cell in row.cells if not cell.covered)
    else:
        marks = (cell.role.replace("gap", ".") for cell in row.cells)
    return " ".join(marks).replace("\n", "/")


def test_two_branches_hang_on_a_line_across() -> None:
    assert [_draw(row) for row in draw_tree("chart", "장", TWO, ["다"]).rows] == [
        ". . 장 . .",
        ". . . . v . . .",
        ". . hv h h h v .",
        ". 가 . . 나 .",
        ". . v . . . v .",
        ". ㄱ . . ㄷ .",
        ". 하나/둘 . . . . .",
        ". . v . . . . .",
        ". ㄴ . . . . .",
        ". . . . . . . .",
        ". 다 . . . . .",
    ]


def test_one_branch_hangs_straight_down() -> None:
    assert [_draw(row) for row in draw_tree("chart", "장", ONE).rows] == [
        ". . . . . 장 . . . . .",
        ". . . . . . v . . . . .",
        ". . . . . 가 . . . . .",
        ". . . . . . v . . . . .",
        ". . . . . ㄱ . . . . .",
        ". . . . . . v . . . . .",
        ". . . . . ㄴ . . . . .",
    ]


@pytest.mark.parametrize(("count", "middle"), [(1, 6), (2, 4), (3, 6), (4, 8)])
def test_the_root_stands_above_the_middle(count: int, middle: int) -> None:
    root, lines = draw_tree("chart", "장", [branch("가", ())] * count).rows[:2]
    start = next(number for number, cell in enumerate(root.cells) if cell.role == "top")
    down = next(number for number, cell in enumerate(lines.cells) if cell.role == "v")
    assert start + root.cells[start].col_span / 2 == down == middle


def test_loose_boxes_fill_a_row_before_the_next() -> None:
    rows = draw_tree("chart", "장", [branch("가", ()), branch("나", ())], ["ㄱ", "ㄴ", "ㄷ"]).rows
    assert [_draw(row) for row in rows if row.role in ("boxes", "lists")][-2:] == [
        ". ㄱ . . ㄴ .",
        ". ㄷ . . . . .",
    ]


def test_roles_tell_the_template_how_a_box_looks() -> None:
    roles = {cell.role for row in draw_tree("chart", "장", TWO).rows for cell in row.cells}
    assert roles == {"top", "box", "list", "gap", "v", "h", "hv"}


def test_the_lines_of_a_list_stand_to_the_left() -> None:
    row = draw_tree("chart", "장", TWO).rows[6]
    assert (row.cells[1].lines, row.cells[1].align) == (("하나", "둘"), "left")


def _covers_itself(grid: Grid) -> bool:
    """Whether every span covers exactly the cells that say they are covered."""
    return all(
        cell.covered == "left"
        for row in grid.rows
        for number, start in enumerate(row.cells)
        if not start.covered
        for cell in row.cells[number + 1 : number + start.col_span]
    )


@given(BRANCHES, st.lists(st.text("마", min_size=1), max_size=7))
def test_every_row_fills_the_width(branches: list[Node], loose: list[str]) -> None:
    grid = draw_tree("chart", "장", branches, loose)
    assert {len(row.cells) for row in grid.rows} == {len(grid.widths)}
    assert _covers_itself(grid)


@given(BRANCHES, st.lists(st.text("마", min_size=1), max_size=7))
def test_no_box_is_lost(branches: list[Node], loose: list[str]) -> None:
    grid = draw_tree("chart", "장", branches, loose)
    boxes = (cell for row in grid.rows for cell in row.cells if not cell.covered)
    drawn = [str(cell) for cell in boxes if cell.role in ("top", "box")]
    nodes = [node.name for one in branches for node in one.children]
    assert sorted(drawn) == sorted(["장", *(one.name for one in branches), *nodes, *loose])
