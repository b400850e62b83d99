"""Prototypes of tables whose columns come from data, and of charts."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.elements import (
    Breaks,
    Cell,
    Edges,
    Element,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
    Vertical,
    insert,
    strong,
    tag,
    tag_cell,
    tag_row,
    text,
)
from tools.draw_templates.looks import BOX_LINE, INSIDE, LIGHT_GREY, NAVY, RULE, TEXT_WIDTH_MM, TINT
from tools.draw_templates.ruled import make_rounding_note, ruled_table

_ALIGNS = (
    'if cell.align == "left"',
    'elif cell.align == "deeper"',
    'elif cell.align == "right"',
    "else",
)
_ALIGNED = ("cell_left", "cell_deeper", "cell_right", "cell_center")
_ROLES = (("total", True, LIGHT_GREY), ("subtotal", True, ""))
_BOTTOM = "place.index0 + cell.row_span == grid.rows | length"
_RIGHT = "loop.index0 + cell.col_span == row.cells | length"
_PLACES: tuple[tuple[str, Line, Line | None], ...] = (
    (f"if {_BOTTOM} and {_RIGHT}", RULE, None),
    (f"elif {_BOTTOM}", RULE, INSIDE),
    (f"elif {_RIGHT}", INSIDE, None),
    ("else", INSIDE, INSIDE),
)
_LAST_HEAD = "loop.index0 + cell.col_span == head | length"
_HEAD_PLACES: tuple[tuple[str, Line, Line | None], ...] = (
    (f"if place.first and {_LAST_HEAD}", RULE, None),
    ("elif place.first", RULE, INSIDE),
    (f"elif {_LAST_HEAD}", INSIDE, None),
    ("else", INSIDE, INSIDE),
)
_GRID_COLUMNS, _CHART_COLUMNS = 11, 17
_BOX = Edges(BOX_LINE, BOX_LINE, BOX_LINE, BOX_LINE)
_CHART_BOXES = (
    ("top", "chart_top", NAVY, _BOX),
    ("box", "chart_box", "", _BOX),
    ("list", "chart_list", "", _BOX),
)
_CHART_ROWS = (('if row.role == "boxes"', 8), ('elif row.role == "lists"', 16), ("else", 4))
_CHART_LINES = (
    ("v", "chart_gap", "", Edges(left=BOX_LINE)),
    ("h", "chart_gap", "", Edges(top=BOX_LINE)),
    ("hv", "chart_gap", "", Edges(top=BOX_LINE, left=BOX_LINE)),
)


def make_grid_macro(
    name: str, width_mm: float, note: str = "note", breaks: Breaks = "rows"
) -> Iterator[Element]:
    """The macro that prints a table of that width.

    :param note: the style of the line below it.
    """
    yield tag(f"macro {name}(grid)")
    yield from _make_captions()
    yield ruled_table(
        (width_mm / _GRID_COLUMNS,) * _GRID_COLUMNS,
        *_head_rows(),
        tag_row("for row in grid.rows", _GRID_COLUMNS),
        tag_row("set place = loop", _GRID_COLUMNS),
        *_role_rows(),
        tag_row("endfor", _GRID_COLUMNS),
        breaks=breaks,
    )
    yield from make_rounding_note("grid", note)
    yield tag("endmacro")


def make_blocks_macro(name: str) -> Iterator[Element]:
    """The macro that prints a table whose cells hold blocks of text."""
    yield tag(f"macro {name}(grid)")
    yield from _make_captions()
    yield ruled_table(
        (TEXT_WIDTH_MM / _GRID_COLUMNS,) * _GRID_COLUMNS,
        *_head_rows(),
        tag_row("for row in grid.rows", _GRID_COLUMNS),
        tag_row("set place = loop", _GRID_COLUMNS),
        Row(tuple(_body_cells(_block_content(), vertical="top"))),
        tag_row("endfor", _GRID_COLUMNS),
        breaks="cells",
        padding_mm=(1.5, 1.5),
    )
    yield tag("endmacro")


def _make_captions() -> Iterator[Element]:
    """Caption at the left and unit at the right of one line; the unit alone has its own."""
    yield tag("if grid.caption")
    yield text(
        "caption",
        "{{ grid.caption }}{% if grid.unit_line %}\t",
        Run("{{ grid.unit_line }}{% endif %}", "plain"),
    )
    yield tag("elif grid.unit_line")
    yield text("unit", "{{ grid.unit_line }}")
    yield tag("endif")


def _head_rows() -> Iterator[Row]:
    """A row for each line of heads."""
    lines = _begin_cell("for line in cell.lines")
    content = (lines, text("cell_head", "{{ line }}"), tag("endfor"))
    cells: list[Cell] = [tag_cell("for cell in head")]
    for condition, top, right in _HEAD_PLACES:
        edges = Edges(top, INSIDE, None, right)
        cells += [tag_cell(condition), Cell(content, fill=TINT, edges=edges)]
    cells += [tag_cell("endif"), tag_cell("endfor")]
    yield tag_row("for head in grid.heads", _GRID_COLUMNS)
    yield tag_row("set place = loop", _GRID_COLUMNS)
    yield Row(tuple(cells), header=True)
    yield tag_row("endfor", _GRID_COLUMNS)


def _begin_cell(code: str) -> Paragraph:
    """The first tag of a cell, and beside it how far the cell reaches."""
    return text("tag", f"{{% columns grid.widths %}}{{% span cell %}}{{%p {code} %}}")


def _role_rows() -> Iterator[Row]:
    """A row for each role: the total, subtotals, and all others."""
    for number, (role, bold, fill) in enumerate(_ROLES):
        word = "elif" if number else "if"
        yield tag_row(f'{word} row.role == "{role}"', _GRID_COLUMNS)
        yield Row(tuple(_body_cells(_line_content(bold), fill)))
    yield tag_row("else", _GRID_COLUMNS)
    yield Row(tuple(_body_cells(_line_content(False))))
    yield tag_row("endif", _GRID_COLUMNS)


def _body_cells(
    content: tuple[Paragraph, ...], fill: str = "", vertical: Vertical = "center"
) -> Iterator[Cell]:
    yield tag_cell("for cell in row.cells")
    for condition, bottom, right in _PLACES:
        yield tag_cell(condition)
        edges = Edges(INSIDE, bottom, None, right)
        yield Cell(content, fill=fill, edges=edges, vertical=vertical)
    yield tag_cell("endif")
    yield tag_cell("endfor")


def _line_content(bold: bool) -> tuple[Paragraph, ...]:
    """The lines of a cell, in the paragraph style of its alignment.

    :param bold: but for a cell that reaches over several rows.
    """
    paragraphs = [_begin_cell("for line in cell.lines")]
    for condition, style in zip(_ALIGNS, _ALIGNED, strict=True):
        parts: tuple[str | Run, ...] = ("{{ line }}",)
        if bold:
            begins, ends = (
                Run("{% if cell.row_span == 1 %}"),
                Run("{% else %}{{ line }}{% endif %}"),
            )
            parts = begins, strong("{{ line }}"), ends
        paragraphs += [tag(condition), text(style, *parts)]
    return (*paragraphs, tag("endif"), tag("endfor"))


def _block_content() -> tuple[Paragraph, ...]:
    """Blocks, or a line in the middle."""
    return (
        _begin_cell("if cell.blocks"),
        insert("small_flow(cell.blocks)"),
        tag("else"),
        text("cell_center", "{{ cell }}"),
        tag("endif"),
    )


def make_chart_macro() -> Iterator[Element]:
    """The macro that prints a chart: boxes and the lines between them."""
    cells = tuple(_chart_cells((*_CHART_BOXES, *_CHART_LINES)))
    rows: list[Row] = [tag_row("for row in chart.rows", _CHART_COLUMNS)]
    for condition, height_mm in _CHART_ROWS:
        rows += [tag_row(condition, _CHART_COLUMNS), Row(cells, height_mm=height_mm)]
    rows += [tag_row("endif", _CHART_COLUMNS), tag_row("endfor", _CHART_COLUMNS)]
    yield tag("macro chart(chart)")
    yield Table((TEXT_WIDTH_MM / _CHART_COLUMNS,) * _CHART_COLUMNS, tuple(rows), breaks="whole")
    yield tag("endmacro")


def _chart_cells(kinds: tuple[tuple[str, str, str, Edges], ...]) -> Iterator[Cell]:
    yield tag_cell("for cell in row.cells")
    for number, (role, style, fill, edges) in enumerate(kinds):
        yield tag_cell(f'{"elif" if number else "if"} cell.role == "{role}"')
        yield _chart_cell(style, fill, edges)
    yield tag_cell("else")
    yield _chart_cell("chart_gap", "", Edges())
    yield tag_cell("endif")
    yield tag_cell("endfor")


def _chart_cell(style: str, fill: str, edges: Edges) -> Cell:
    command = "{% columns chart.widths %}{% span cell %}"
    if style == "chart_gap":
        return Cell((text(style, command),), edges=edges)
    content = (tag("for line in cell.lines"), text(style, command + "{{ line }}"), tag("endfor"))
    return Cell(content, fill=fill, edges=edges)
