"""Pipes where a table is plain, else HTML, and both read as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.renderers.markdown.lines import write_nodes
from reportgen.renderers.markdown.nodes import Table
from reportgen.renderers.markdown.tables import is_plain, spell_table
from reportgen.templating.printed import Printed
from reportgen.views.blocks import BlockView
from reportgen.views.grid import Align, Cell, Grid, Row, make_header
from tests.renderers.markdown.hostile import TEXTS, tidy
from tests.renderers.markdown.parsed import parse

FIGURE = Figure("budget.garden", 5, Unit.WON, Formula(Operation.INPUT))


def make_cell(*blocks: BlockView) -> Cell:
    cell = Cell.make()
    cell.blocks = blocks
    return cell


def make_grid(*rows: Row, heads: tuple[str, ...] = ("가", "나")) -> Grid:
    header = make_header({str(at): text for at, text in enumerate(heads)})
    return Grid("t", "제목", "(단위: 원)", header, rows)


def make_row(*cells: Cell, level: int = 0) -> Row:
    return Row("body", {str(at): cell for at, cell in enumerate(cells)}, level)


def write(grid: Grid) -> str:
    return "".join(f"{line.text}\n" for line in write_nodes([Table(grid)]))


PLAIN = make_row(Cell.make("다"), Cell.make("5", align="right"))
MERGED = make_row(Cell.make("다", col_span=2), Cell.make(covered="left"))


@pytest.mark.parametrize(
    ("grid", "plain"),
    [
        (make_grid(PLAIN), True),
        (make_grid(), True),
        (make_grid(MERGED), False),
        (make_grid(PLAIN, heads=("", "")), False),
        (make_grid(PLAIN, heads=("가",)), False),
        (make_grid(make_row(Cell.make("다"), make_cell(BlockView("item", text="라")))), False),
        (
            replace(make_grid(PLAIN), head_rows=(tuple(make_header({"0": "가"}).values()),) * 2),
            False,
        ),
    ],
)
def test_pipes_show_plain_tables(grid: Grid, plain: bool) -> None:
    assert is_plain(grid) is plain
    assert write(grid).startswith("|" if plain else "<table>\n")


@pytest.mark.parametrize(
    ("aligns", "rule"),
    [
        (("right", "right"), "---:"),
        (("center", "center"), ":---:"),
        (("left", "left"), "---"),
        (("deeper", "deeper"), "---"),
        (("right", "center"), "---"),
        ((), "---"),
    ],
)
def test_a_column_is_aligned_as_its_cells_are(aligns: tuple[Align, ...], rule: str) -> None:
    rows = [make_row(Cell.make("가", align=align)) for align in aligns]
    assert write(make_grid(*rows, heads=("나",))).splitlines()[1] == f"| {rule} |"


@pytest.mark.parametrize(
    ("level", "align", "name"),
    [
        (0, "left", "사업"),
        (1, "left", "사업"),
        (2, "left", "\u2003사업"),
        (3, "deeper", "\u2003\u2003사업"),
        (3, "center", "사업"),
    ],
)
@pytest.mark.parametrize("others", [(), (MERGED,)])
def test_names_stand_deeper_than_their_groups(
    level: int, align: Align, name: str, others: tuple[Row, ...]
) -> None:
    row = make_row(Cell.make("사업", align=align), Cell.make("5"), level=level)
    written = write(make_grid(row, *others))
    ((_kind, rows),) = parse(written)
    assert rows[1][0] == ("td", "사업", 1, 1)
    assert written.count(name.replace("\u2003", "&emsp;")) == 1
    assert written.count("&emsp;") == name.count("\u2003")


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
def test_merged_tables_are_read_as_they_were(texts: list[tuple[str, str]]) -> None:
    rows = [make_row(Cell.make(first), Cell.make(second)) for first, second in texts]
    above = [[("th", "가", 1, 1), ("th", "나", 1, 1)], [("td", "다", 1, 2)]]
    found = [[("td", tidy(text), 1, 1) for text in pair] for pair in texts]
    assert parse(write(make_grid(MERGED, *rows))) == [("table", [*above, *found])]


def test_a_cell_reaches_over_rows() -> None:
    first = make_row(Cell.make("다", row_span=2), Cell.make("5"))
    second = make_row(Cell.make(covered="above"), Cell.make("6"))
    ((_kind, rows),) = parse(write(make_grid(first, second)))
    assert rows[1:] == [[("td", "다", 2, 1), ("td", "5", 1, 1)], [("td", "6", 1, 1)]]


def test_heads_of_two_rows() -> None:
    heads = (
        (Cell.make("가", row_span=2), Cell.make("나", col_span=2), Cell.make(covered="left")),
        (Cell.make(covered="above"), Cell.make("다"), Cell.make("라")),
    )
    grid = replace(make_grid(), head_rows=heads)
    assert write(grid).splitlines()[:5] == [
        "<table>",
        "<thead>",
        '<tr><th rowspan="2">가</th><th colspan="2">나</th></tr>',
        "<tr><th>다</th><th>라</th></tr>",
        "</thead>",
    ]


def test_blocks_stand_in_their_cell() -> None:
    inner = make_grid(PLAIN)
    cell = make_cell(
        BlockView("heading", marker="□", text="제목 <1>"),
        BlockView("item", marker="ㅇ", label="(예산)", text=" 5원"),
        BlockView("detail", marker="-", text="- 가"),
        BlockView("numbered", marker="①", text="나"),
        BlockView("note", marker="※", text="다"),
        BlockView("box", title="상자", lines=(Printed("라"),)),
        BlockView("table", grid=inner),
    )
    ((_kind, rows),) = parse(write(make_grid(make_row(Cell.make("왼쪽"), cell))))
    below = [("ul", [[("p", "- 가"), ("ol", [[("p", "나")]]), ("p", "※ 다")]])]
    assert rows[1][1][1] == [
        ("p", "«제목 <1>»"),
        ("ul", [[("p", "«(예산)» 5원"), *below]]),
        ("quote", [("p", "«상자»"), ("ul", [[("p", "라")]])]),
        ("p", "제목 (단위: 원)"),
        (
            "table",
            [
                [("th", "가", 1, 1), ("th", "나", 1, 1)],
                [("td", "다", 1, 1), ("td", "5", 1, 1)],
            ],
        ),
    ]


@given(TEXTS)
def test_blocks_of_a_cell_never_end_the_table(text: str) -> None:
    cell = make_cell(BlockView("item", text=text), BlockView("paragraph", text=text))
    lines = write(make_grid(make_row(cell, cell))).splitlines()
    assert "" not in lines
    assert len(parse("\n".join(lines))) == 1


@pytest.mark.parametrize(
    "row",
    [
        make_row(Cell.make("가"), Cell.make("5", figure=FIGURE)),
        make_row(
            Cell.make("가", col_span=2), Cell.make(covered="left"), Cell.make("5", figure=FIGURE)
        ),
        make_row(Cell.make("가"), make_cell(BlockView("item", text=Printed("5", (FIGURE,))))),
        make_row(
            Cell.make("가"),
            make_cell(BlockView("table", grid=make_grid(make_row(Cell.make("5", figure=FIGURE))))),
        ),
        make_row(
            Cell.make("가"), Cell.make("5\n원", lines=(Printed("5", (FIGURE,)), Printed("원")))
        ),
    ],
)
def test_figures_are_noted_with_the_row(row: Row) -> None:
    grid = make_grid(row, heads=("",) * len(row.cells))
    noted = [(line, shown) for line, shown in spell_table(grid) if shown]
    ((line, shown),) = noted
    assert line.startswith("<tr><td")
    assert [(str(text), text.figures) for text in shown] == [("5", (FIGURE,))]
