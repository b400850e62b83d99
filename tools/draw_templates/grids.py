"""Prototypes of tables whose columns come from data: content tables, staffing, charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools.draw_templates.elements import (
    Cell,
    Edges,
    Element,
    Line,
    Paragraph,
    Row,
    Table,
    tag,
    tag_cell,
    tag_row,
    text,
)
from tools.draw_templates.looks import BOX_LINE, INSIDE, NAVY, RULE, TEXT_WIDTH_MM, TINT
from tools.draw_templates.ruled import make_rounding_note, ruled_table

_ALIGNS = ('if cell.align == "left"', 'elif cell.align == "right"', "else")
_ALIGNED = ("cell_left", "cell_right", "cell_center")
_BOTTOM = "place.index0 + cell.row_span == grid.rows | length"
_RIGHT = "loop.index0 + cell.col_span == row.cells | length"
_PLACES: tuple[tuple[str, Line, Line | None], ...] = (
    (f"if {_BOTTOM} and {_RIGHT}", RULE, None),
    (f"elif {_BOTTOM}", RULE, INSIDE),
    (f"elif {_RIGHT}", INSIDE, None),
    ("else", INSIDE, INSIDE),
)
_GRID_COLUMNS, _STAFFING_COLUMNS, _CHART_COLUMNS = 11, 7, 11
_BOX = Edges(BOX_LINE, BOX_LINE, BOX_LINE, BOX_LINE)
_CHART_BOXES = (
    ("top", "chart_top", NAVY, _BOX),
    ("box", "chart_box", "", _BOX),
    ("list", "chart_list", "", _BOX),
)
_CHART_LINES = (
    ("v", "chart_gap", "", Edges(left=BOX_LINE)),
    ("h", "chart_gap", "", Edges(top=BOX_LINE)),
    ("hv", "chart_gap", "", Edges(top=BOX_LINE, left=BOX_LINE)),
)


def make_grid_macro(name: str, width_mm: float, note: str = "note") -> Iterator[Element]:
    """The macro that prints a content table of that width.

    :param note: the style of the line below it.
    """
    yield tag(f"macro {name}(grid)")
    yield tag("if grid.caption")
    yield text("caption", "{{ grid.caption }}")
    yield tag("endif")
    yield _make_grid_table(width_mm)
    yield from make_rounding_note("grid", note)
    yield tag("endmacro")


def _make_grid_table(width_mm: float) -> Table:
    """The table; a cell whose span ends the table has the closing rule below it."""

    def make_head(right: Line | None) -> Cell:
        code = "{% columns grid.widths %}{% span cell %}{{ cell }}"
        return _make_head(code, right, col_span=3)

    return ruled_table(
        (width_mm / _GRID_COLUMNS,) * _GRID_COLUMNS,
        Row(tuple(_repeat_cells("grid.header", make_head)), header=True),
        tag_row("for row in grid.rows", _GRID_COLUMNS),
        tag_row("set place = loop", _GRID_COLUMNS),
        Row(tuple(_body_cells())),
        tag_row("endfor", _GRID_COLUMNS),
    )


def _make_head(code: str, right: Line | None, *, col_span: int = 1) -> Cell:
    edges = Edges(RULE, INSIDE, None, right)
    return Cell((text("cell_head", code),), fill=TINT, edges=edges, col_span=col_span)


def _repeat_cells(source: str, make: Callable[[Line | None], Cell]) -> Iterator[Cell]:
    """The cells of a row from data; the last has no line at its right."""
    yield tag_cell(f"for cell in {source}")
    yield tag_cell("if loop.last")
    yield make(None)
    yield tag_cell("else")
    yield make(INSIDE)
    yield tag_cell("endif")
    yield tag_cell("endfor")


def _body_cells() -> Iterator[Cell]:
    yield tag_cell("for cell in row.cells")
    for condition, bottom, right in _PLACES:
        yield tag_cell(condition)
        yield Cell(tuple(_aligned_lines()), edges=Edges(INSIDE, bottom, None, right))
    yield tag_cell("endif")
    yield tag_cell("endfor")


def _aligned_lines() -> Iterator[Paragraph]:
    """The lines of a cell, in the paragraph style of its alignment."""
    yield tag("for line in cell.lines")
    for condition, style in zip(_ALIGNS, _ALIGNED, strict=True):
        yield tag(condition)
        yield text(style, "{% span cell %}{{ line }}")
    yield tag("endif")
    yield tag("endfor")


def make_staffing_table() -> Table:
    """The staffing table: its grades are columns."""

    def make_head(right: Line | None) -> Cell:
        return _make_head("{% columns staffing.widths %}{{ cell }}", right)

    def make_body(bottom: Line) -> Callable[[Line | None], Cell]:
        content = (text("cell_center", "{{ cell }}"),)
        return lambda right: Cell(content, edges=Edges(INSIDE, bottom, None, right))

    return ruled_table(
        (TEXT_WIDTH_MM / _STAFFING_COLUMNS,) * _STAFFING_COLUMNS,
        Row(tuple(_repeat_cells("staffing.header", make_head)), header=True),
        tag_row("for row in staffing.rows", _STAFFING_COLUMNS),
        tag_row("if loop.last", _STAFFING_COLUMNS),
        Row(tuple(_repeat_cells("row.cells", make_body(RULE)))),
        tag_row("else", _STAFFING_COLUMNS),
        Row(tuple(_repeat_cells("row.cells", make_body(INSIDE)))),
        tag_row("endif", _STAFFING_COLUMNS),
        tag_row("endfor", _STAFFING_COLUMNS),
        breaks="whole",
    )


def make_chart_macro() -> Iterator[Element]:
    """The macro that prints a chart: boxes and the lines between them."""
    yield tag("macro chart(chart)")
    yield Table(
        (TEXT_WIDTH_MM / _CHART_COLUMNS,) * _CHART_COLUMNS,
        (
            tag_row("for row in chart.rows", _CHART_COLUMNS),
            tag_row('if row.role == "boxes"', _CHART_COLUMNS),
            Row(tuple(_chart_cells(_CHART_BOXES)), height_mm=8),
            tag_row('elif row.role == "lists"', _CHART_COLUMNS),
            Row(tuple(_chart_cells(_CHART_BOXES)), height_mm=16),
            tag_row("else", _CHART_COLUMNS),
            Row(tuple(_chart_cells(_CHART_LINES)), height_mm=4),
            tag_row("endif", _CHART_COLUMNS),
            tag_row("endfor", _CHART_COLUMNS),
        ),
        breaks="whole",
    )
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
