"""Tables drawn with the rules of the report: heads, amounts, and rows repeated from data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tools.draw_templates.elements import (
    Breaks,
    Cell,
    Edges,
    Element,
    PlacedCell,
    Row,
    Table,
    place_cells,
    strong,
    tag,
    tag_row,
    text,
)
from tools.draw_templates.looks import INSIDE, LIGHT_GREY, RULE, TINT


def head(content: str, *, col_span: int = 1, row_span: int = 1) -> Cell:
    """A cell of the header row."""
    lines = tuple(text("cell_head", line) for line in content.split("\n"))
    return Cell(lines, fill=TINT, col_span=col_span, row_span=row_span)


def head_row(*cells: str | Cell) -> Row:
    """A header row; plain strings are header cells."""
    made = (cell if isinstance(cell, Cell) else head(cell) for cell in cells)
    return Row(tuple(made), header=True)


def value_cell(style: str, content: str, *, bold: bool = False, fill: str = "") -> Cell:
    """A cell with one paragraph."""
    part = strong(content) if bold else content
    return Cell((text(style, part),), fill=fill)


def value_row(
    columns: Sequence[tuple[str, str]], *, bold: bool = False, fill: str = "", last: bool = False
) -> Row:
    """A row of cells, each given as style and text."""
    cells = (value_cell(style, content, bold=bold, fill=fill) for style, content in columns)
    return Row(tuple(cells), last=last)


def role_rows(
    loop: str, variable: str, columns: Sequence[tuple[str, str]], *, subtotals: bool = False
) -> tuple[Row, ...]:
    """The prototypes of a table whose total stands first: total, subtotal, body, last body row.

    :param columns: style and text of each cell of a body row.
    """
    width = len(columns)
    upper = [(style.replace("deeper", "left"), content) for style, content in columns]
    rows = [
        tag_row(f"for {loop}", width),
        tag_row(f'if {variable}.role == "total"', width),
        value_row(upper, bold=True, fill=LIGHT_GREY),
    ]
    if subtotals:
        rows += [
            tag_row(f'elif {variable}.role == "subtotal" and not loop.last', width),
            value_row(upper, bold=True),
            tag_row(f'elif {variable}.role == "subtotal"', width),
            value_row(upper, bold=True, last=True),
        ]
    rows += [
        tag_row("elif loop.last", width),
        value_row(columns, last=True),
        tag_row("else", width),
        value_row(columns),
        tag_row("endif", width),
        tag_row("endfor", width),
    ]
    return tuple(rows)


def make_rounding_note(source: str, style: str = "note") -> Iterator[Element]:
    """The line below a table that says why its printed amounts don't add up."""
    yield tag(f"if {source}.rounding_note")
    yield text(style, f"※\t{{{{ {source}.rounding_note }}}}")
    yield tag("endif")


def ruled_table(
    widths_mm: tuple[float, ...],
    *rows: Row,
    breaks: Breaks = "rows",
    padding_mm: tuple[float, float] | None = None,
) -> Table:
    """A table with rules above and below, thin lines inside and open sides."""
    table = Table(widths_mm, rows, ruled=True, breaks=breaks, padding_mm=padding_mm)
    framed = (
        replace(row, cells=_frame_cells(row, line, first=number == 0, columns=len(widths_mm)))
        for number, (row, line) in enumerate(zip(rows, place_cells(table), strict=True))
    )
    return replace(table, rows=tuple(framed))


def _frame_cells(
    row: Row, line: list[PlacedCell], *, first: bool, columns: int
) -> tuple[Cell, ...]:
    cells = []
    for placed in line:
        if placed.covered:
            continue
        cell = placed.cell
        if cell.edges is None:
            ends_row = placed.column + cell.col_span == columns
            cell = replace(
                cell,
                edges=Edges(
                    top=RULE if first else INSIDE,
                    bottom=RULE if row.last else INSIDE,
                    left=INSIDE if placed.column else None,
                    right=None if ends_row else INSIDE,
                ),
            )
        cells.append(cell)
    return tuple(cells)
