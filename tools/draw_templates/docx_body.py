"""Paragraphs and tables in WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable

from tools.draw_templates.docx_styles import (
    NAMESPACES,
    RULED_STYLE,
    draw_line,
    look_id,
    make_padding,
    style_id,
    twips,
    w,
)
from tools.draw_templates.elements import (
    Cell,
    ContentsField,
    Edges,
    Element,
    PageNumber,
    PageReference,
    Paragraph,
    Part,
    PlacedCell,
    Row,
    Run,
    Tab,
    Table,
    place_cells,
)
from tools.draw_templates.xml import Node, make_maker

_mc = make_maker(NAMESPACES, "mc")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES = w("pPr").tag
_TOC = r' TOC \o "1-3" \h \z \u '


def make_elements(elements: Iterable[Element]) -> list[Node]:
    """Paragraphs and tables; a small paragraph behind each table keeps it from the next."""
    nodes: list[Node] = []
    for element in elements:
        if isinstance(element, Paragraph):
            nodes.append(make_paragraph(element))
        else:
            nodes += [_make_table(element), make_paragraph(Paragraph("table_place"))]
    return nodes


def make_paragraph(paragraph: Paragraph) -> Node:
    """A paragraph in its style."""
    properties = w("pPr", None, w("pStyle", {"val": style_id(paragraph.style)}))
    if paragraph.new_page:
        # Space above a new page would stay; Hancom Office leaves it out.
        properties.extend((w("pageBreakBefore"), w("spacing", {"before": 0})))
    runs = [node for part in paragraph.parts for node in _make_part(part)]
    return w("p", None, properties, *runs)


def _make_part(part: Part) -> list[Node]:
    if isinstance(part, Run):
        return [_make_run(_make_text("t", part.text), look=part.look)]
    if isinstance(part, Tab):
        return [_make_run(w("tab"))]
    if isinstance(part, PageNumber):
        return _make_field(" PAGE ", "1")
    if isinstance(part, PageReference):
        return _make_field(rf" PAGEREF {part.anchor} \h ", "-")
    return _make_contents_field(part)


def _make_text(tag: str, content: str) -> Node:
    return w(tag, {_SPACE: "preserve"}, content)


def _make_run(content: Node, *, look: str = "") -> Node:
    properties = w("rPr", None)
    if look:
        properties.append(w("rStyle", {"val": look_id(look)}))
    properties.append(w("rFonts", {"hint": "eastAsia"}))
    return w("r", None, properties, content)


def _mark(kind: str, **more: object) -> Node:
    return w("fldChar", {"fldCharType": kind} | more)


def _make_field(code: str, shown: str) -> list[Node]:
    content = (
        _mark("begin"),
        _make_text("instrText", code),
        _mark("separate"),
        _make_text("t", shown),
        _mark("end"),
    )
    return [_make_run(node) for node in content]


def _make_contents_field(part: ContentsField) -> list[Node]:
    """The frame of Word's table of contents.

    LibreOffice doesn't fill in page references inside a table of contents, so the frame is
    markup that only programs with Word's 2012 vocabulary read (ECMA-376 part 3, 7.5); for all
    others the entries are plain lines whose page references work.
    """
    if not part.begins:
        return [_make_run(_for_word(_mark("end")))]
    content = (_mark("begin"), _make_text("instrText", _TOC), _mark("separate"))
    return [_make_run(_for_word(node)) for node in content]


def _for_word(node: Node) -> Node:
    choice = _mc("Choice", {"Requires": "w15"}, node)
    return _mc("AlternateContent", None, choice, _mc("Fallback"))


def _make_table(table: Table) -> Node:
    properties = w(
        "tblPr",
        None,
        w("tblStyle", {"val": RULED_STYLE}) if table.ruled else None,
        w("tblW", {"w": sum(map(twips, table.widths_mm)), "type": "dxa"}),
        w("tblLayout", {"type": "fixed"}),
        make_padding(table.padding_mm) if table.padding_mm else None,
    )
    grid = w("tblGrid", None, *(w("gridCol", {"w": twips(mm)}) for mm in table.widths_mm))
    rows = zip(table.rows, place_cells(table), strict=True)
    return w("tbl", None, properties, grid, *(_make_row(table, *row) for row in rows))


def _make_row(table: Table, row: Row, cells: list[PlacedCell]) -> Node:
    properties = w("trPr")
    if table.breaks != "cells" or row.header:
        properties.append(w("cantSplit"))
    properties.append(w("trHeight", {"val": twips(row.height_mm), "hRule": "atLeast"}))
    if row.header:
        properties.append(w("tblHeader"))
    keep = table.breaks == "whole" and not row.last
    return w("tr", None, properties, *(_make_cell(table, placed, keep) for placed in cells))


def _make_cell(table: Table, placed: PlacedCell, keep: bool) -> Node:
    cell = placed.cell
    width = sum(map(twips, table.widths_mm[placed.column : placed.column + cell.col_span]))
    properties = w("tcPr", None, w("tcW", {"w": width, "type": "dxa"}))
    if cell.col_span > 1:
        properties.append(w("gridSpan", {"val": cell.col_span}))
    if cell.row_span > 1:
        properties.append(w("vMerge", {} if placed.covered else {"val": "restart"}))
    if not table.ruled and cell.edges:
        properties.append(_make_edges(cell.edges))
    if cell.fill:
        properties.append(w("shd", {"val": "clear", "color": "auto", "fill": cell.fill}))
    properties.append(w("vAlign", {"val": cell.vertical}))
    content = _make_content(cell, covered=placed.covered)
    for paragraph in content if keep else ():
        _keep_with_next(paragraph)
    return w("tc", None, properties, *content)


def _keep_with_next(paragraph: Node) -> None:
    """Hold the row to the next one, so that the table stays whole."""
    properties = paragraph.find(_PROPERTIES)
    if properties is not None:
        properties.insert(1, w("keepNext"))


def _make_edges(edges: Edges) -> Node:
    lines = (("top", edges.top), ("left", edges.left), ("bottom", edges.bottom))
    drawn = [draw_line(tag, line) for tag, line in (*lines, ("right", edges.right)) if line]
    return w("tcBorders", None, *drawn)


def _make_content(cell: Cell, *, covered: bool) -> list[Node]:
    if covered:
        return [make_paragraph(Paragraph(_first_style(cell)))]
    return make_elements(cell.content)


def _first_style(cell: Cell) -> str:
    return next(piece.style for piece in cell.content if isinstance(piece, Paragraph))
