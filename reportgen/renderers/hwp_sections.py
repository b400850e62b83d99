"""The sections of a HWP, by python-hwpx and with its plain cells ready made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import Any

from lxml import etree

from reportgen.renderers.hwp_cells import Place, PlainCells, parse_cell, read_place
from reportgen.renderers.hwp_library import Record, SectionRecords

Rows = list[list[etree._Element]]


class SectionWriter(SectionRecords):
    """python-hwpx's writer of sections, from whose XML the plain cells were taken out."""

    def __init__(self, cells: PlainCells, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._cells = cells

    def cell(self, element: etree._Element, level: int) -> list[Record]:
        """The records of a cell."""
        plain = self._cells.find(element)
        return super().cell(element, level) if plain is None else plain.write(level)

    def visible_cells(self, rows: Rows, row_count: int, col_count: int) -> Rows:
        """Each row without the cells that lie under a merged one: HWP can't hold them."""
        places = [self._find_place(cell) for row in rows for cell in row]
        if not _may_cover(places, row_count * col_count):
            return rows
        restored = [[self._restore(cell) for cell in row] for row in rows]
        visible: Rows = super().visible_cells(restored, row_count, col_count)
        return visible

    def _chars(self, value: str, units: bytearray, codes: set[int]) -> None:
        if value.isprintable():  # nothing that HWP spells as a control character
            units += value.encode("utf-16-le")
        else:
            super()._chars(value, units, codes)

    def _find_place(self, element: etree._Element) -> Place:
        plain = self._cells.find(element)
        return read_place(element) if plain is None else plain.place

    def _restore(self, element: etree._Element) -> etree._Element:
        plain = self._cells.find(element)
        return element if plain is None else parse_cell(plain.xml)


def _may_cover(places: list[Place], room: int) -> bool:
    """Whether one of these cells could lie under another."""
    sizes = [place.rows * place.columns for place in places]
    if max(sizes, default=1) == 1:
        return False
    if sum(sizes) > room:
        return True
    squares = list(chain.from_iterable(map(_list_squares, places)))
    return len(set(squares)) < len(squares)


def _list_squares(place: Place) -> Iterator[tuple[int, int]]:
    rows = range(place.row, place.row + place.rows)
    columns = range(place.column, place.column + place.columns)
    return product(rows, columns)
