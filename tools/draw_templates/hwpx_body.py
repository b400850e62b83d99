"""Paragraphs and tables in OWPML (KS X 6101, clause 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from math import ceil

from tools.draw_templates.elements import (
    Cell,
    ContentsField,
    Edges,
    Element,
    PageReference,
    Part,
    PlacedCell,
    Row,
    Run,
    Tab,
    Table,
    place_cells,
)
from tools.draw_templates.hwpx_header import Header
from tools.draw_templates.hwpx_shapes import Fill, hp, points, units
from tools.draw_templates.looks import CELL_PADDING_MM, RULE, Style
from tools.draw_templates.styles import STYLES
from tools.draw_templates.xml import Node

_SUB_LIST = {
    "id": "",
    "textDirection": "HORIZONTAL",
    "lineWrap": "BREAK",
    "linkListIDRef": 0,
    "linkListNextIDRef": 0,
    "textWidth": 0,
    "textHeight": 0,
    "hasTextRef": 0,
    "hasNumRef": 0,
}
_TABLE = {
    "zOrder": 0,
    "numberingType": "TABLE",
    "textWrap": "TOP_AND_BOTTOM",
    "textFlow": "BOTH_SIDES",
    "lock": 0,
    "dropcapstyle": "None",
}
_POSITION = {
    "treatAsChar": 0,
    "affectLSpacing": 0,
    "flowWithText": 1,
    "allowOverlap": 0,
    "holdAnchorAndSO": 0,
    "vertRelTo": "PARA",
    "horzRelTo": "COLUMN",
    "vertAlign": "TOP",
    "horzAlign": "LEFT",
    "vertOffset": 0,
    "horzOffset": 0,
}
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_NOMINAL_TAB, _DOTS = 4000, 3
_PAGE_BREAK = {"cells": "CELL", "rows": "TABLE", "never": "NONE", "whole": "NONE"}
_WORD_ONLY = (PageReference, ContentsField)


class Body:
    """Makes the section's paragraphs; ids come from counters."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._paragraph_ids = count()
        self._table_ids = count(1)

    def make_elements(self, elements: Iterable[Element]) -> list[Node]:
        """Paragraphs; a table stands in a small paragraph of its own."""
        nodes = (self.make_element(element) for element in elements)
        return [node for node in nodes if node is not None]

    def make_element(self, element: Element) -> Node | None:
        """One paragraph, or nothing for what only Word has."""
        if isinstance(element, Table):
            table = self._make_table(element)
            run = hp("run", {"charPrIDRef": self._header.character_id("table_place", "")}, table)
            # Readers without Hancom's layout count a table twice where no text follows it.
            run.append(hp("t") if element.breaks == "whole" else hp("t", None, " "))
            return self._make_paragraph("table_place", [run])
        parts = _drop_word_parts(element.parts)
        if element.parts and not parts:
            return None
        runs = self._make_runs(element.style, parts)
        new_page = element.new_page or STYLES[element.style].new_page
        return self._make_paragraph(element.style, runs, new_page=new_page)

    def _make_paragraph(self, style: str, runs: list[Node], *, new_page: bool = False) -> Node:
        number = self._header.style_id(style)
        attributes = {
            "id": next(self._paragraph_ids),
            "paraPrIDRef": number,
            "styleIDRef": number,
            "pageBreak": int(new_page),
            "columnBreak": 0,
            "merged": 0,
        }
        return hp("p", attributes, *runs)

    def _make_runs(self, style: str, parts: tuple[Part, ...]) -> list[Node]:
        """Runs of one look; a tab stands inside the text before it."""
        runs: list[Node] = []
        looks: list[str] = []
        for part in parts:
            look = part.look if isinstance(part, Run) else (looks[-1] if looks else "")
            if not runs or looks[-1] != look:
                character = self._header.character_id(style, look)
                runs.append(hp("run", {"charPrIDRef": character}, hp("t")))
                looks.append(look)
            _append_text(runs[-1][-1], part, _marker_gap(STYLES[style], parts))
        if not runs:
            return [hp("run", {"charPrIDRef": self._header.character_id(style, "")})]
        return runs

    def _make_table(self, table: Table) -> Node:
        edges = Edges(RULE, RULE) if table.ruled else Edges()
        width = sum(map(units, table.widths_mm))
        height = sum(units(row.height_mm) for row in table.rows)
        placed = place_cells(table)
        rows = (
            self._make_row(table, number, row, cells)
            for number, (row, cells) in enumerate(zip(table.rows, placed, strict=True))
        )
        attributes = {"id": next(self._table_ids)} | _TABLE
        attributes |= {
            "pageBreak": _PAGE_BREAK[table.breaks],
            "repeatHeader": 1,
            "rowCnt": len(table.rows),
            "colCnt": len(table.widths_mm),
            "cellSpacing": 0,
            "borderFillIDRef": self._header.fill_id(Fill(edges)),
            "noAdjust": 0,
        }
        size = {"width": width, "widthRelTo": "ABSOLUTE", "height": height}
        return hp(
            "tbl",
            attributes,
            hp("sz", size | {"heightRelTo": "ABSOLUTE", "protect": 0}),
            hp("pos", _POSITION | {"treatAsChar": int(table.breaks == "whole")}),
            _margin("outMargin", (0, 0, 0, 0)),
            _padding("inMargin", table),
            *rows,
        )

    def _make_row(self, table: Table, number: int, row: Row, cells: list[PlacedCell]) -> Node:
        made = (self._make_cell(table, number, placed) for placed in cells if not placed.covered)
        return hp("tr", None, *made)

    def _make_cell(self, table: Table, row: int, placed: PlacedCell) -> Node:
        cell = placed.cell
        width = sum(map(units, table.widths_mm[placed.column : placed.column + cell.col_span]))
        reached = table.rows[row : row + cell.row_span]
        height = sum(units(line.height_mm) for line in reached)
        fill = self._header.fill_id(Fill(cell.edges or Edges(), cell.fill))
        attributes = {
            "name": "",
            "header": int(table.rows[row].header),
            "hasMargin": 1,
            "protect": 0,
            "editable": 0,
            "dirty": 0,
            "borderFillIDRef": fill,
        }
        return hp(
            "tc",
            attributes,
            self._make_list(cell),
            hp("cellAddr", {"colAddr": placed.column, "rowAddr": row}),
            hp("cellSpan", {"colSpan": cell.col_span, "rowSpan": cell.row_span}),
            hp("cellSz", {"width": width, "height": height}),
            _padding("cellMargin", table),
        )

    def _make_list(self, cell: Cell) -> Node:
        attributes = _SUB_LIST | {"vertAlign": cell.vertical.upper()}
        return hp("subList", attributes, *self.make_elements(cell.content))


def make_sub_list(width_mm: float, height_mm: float, *paragraphs: Node) -> Node:
    """The paragraphs of a header or footer."""
    size = {"textWidth": units(width_mm), "textHeight": units(height_mm)}
    return hp("subList", _SUB_LIST | {"vertAlign": "TOP"} | size, *paragraphs)


def _drop_word_parts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Page references go, with the tab that leads to them."""
    kept: list[Part] = []
    for part in parts:
        if not isinstance(part, _WORD_ONLY):
            kept.append(part)
        elif kept and isinstance(kept[-1], Tab):
            kept.pop()
    return tuple(kept)


def _append_text(node: Node, part: Part, marker_gap: int) -> None:
    """Text or a tab.

    Hancom Office lays tabs out anew; the width written here serves programs that trust it.
    """
    if isinstance(part, Tab):
        if part.align == "right":
            width, kind = _NOMINAL_TAB, 2
        else:
            width, kind = (_NOMINAL_TAB if len(node) else marker_gap), 1
        leader = _DOTS if part.dots else 0
        node.append(hp("tab", {"width": width, "leader": leader, "type": kind}))
        return
    assert isinstance(part, Run)
    if len(node):
        node[-1].tail = (node[-1].tail or "") + part.text
    else:
        node.text = (node.text or "") + part.text


def _marker_gap(style: Style, parts: tuple[Part, ...]) -> int:
    """The width of the tab between a marker and its text."""
    first = parts[0].text if parts and isinstance(parts[0], Run) else ""
    letters = _EXPRESSION.sub("0", first)
    em = sum(1.0 if ord(letter) > 0x2000 else 0.5 for letter in letters)
    hang = units(style.rest_mm - style.first_mm)
    return max(hang - ceil(points(em * style.size_pt)), points(style.size_pt / 4))


def _padding(tag: str, table: Table) -> Node:
    beside, above = table.padding_mm or CELL_PADDING_MM
    return _margin(tag, (beside, beside, above, above))


def _margin(tag: str, sides_mm: tuple[float, float, float, float]) -> Node:
    names = ("left", "right", "top", "bottom")
    return hp(tag, {name: units(mm) for name, mm in zip(names, sides_mm, strict=True)})
