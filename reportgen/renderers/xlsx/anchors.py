"""Where a chart or a picture stands, once the rows above it have grown."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.renderers.xlsx.addresses import LAST_ROW
from reportgen.renderers.xlsx.drawingml import read_number, xdr
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.sheet_template import TemplateRow
from reportgen.renderers.xlsx.spreadsheetml import Element, main

_EMU_PER_POINT = 12_700
_USUAL_HEIGHT = Decimal(15)
_HEIGHT = re.compile(r' ht="([\d.]+)"')
_HIDDEN = re.compile(r' hidden="(?:1|true)"')


def move_anchor(anchor: Element, layout: SheetLayout) -> None:
    """Let it begin in the same row as in the template, and keep its height.

    Excel would stretch what stands beside the data; here only the rows above count. An anchor
    that names no cell stays where it is.
    """
    start, end = anchor.find(xdr("from")), anchor.find(xdr("to"))
    if start is None or layout.annex is None:
        return
    heights = _Heights(layout)
    old = read_number(start, "row")
    new = layout.find_row(old + 1) - 1
    if end is not None:
        typed = range(old, read_number(end, "row"))
        down = sum(heights.of_template(row) for row in typed) + read_number(end, "rowOff")
        _put_end(end, new, down, heights)
    _write(start, "row", new)


class _Heights:
    """Heights of rows counted from 0, in EMU."""

    def __init__(self, layout: SheetLayout) -> None:
        self._layout = layout
        form = layout.template.root.find(main("sheetFormatPr"))
        typed = form.get("defaultRowHeight") if form is not None else None
        self._usual = max(int((Decimal(typed or 0) or _USUAL_HEIGHT) * _EMU_PER_POINT), 1)

    def of_template(self, row: int) -> int:
        """The height of a row of the template."""
        return self._of(self._layout.template.row(row + 1))

    def of_finished(self, row: int) -> int:
        """The height of a finished row."""
        return self._of(self._layout.look_of(row + 1))

    def _of(self, row: TemplateRow) -> int:
        if _HIDDEN.search(row.attributes):
            return 0
        typed = _HEIGHT.search(row.attributes)
        return int(Decimal(typed[1]) * _EMU_PER_POINT) if typed else self._usual


def _put_end(end: Element, first: int, down: int, heights: _Heights) -> None:
    """The end stands so far below the upper edge of the first row."""
    row = first
    while row < LAST_ROW - 1 and down >= (height := heights.of_finished(row)):
        down -= height
        row += 1
    _write(end, "row", row)
    _write(end, "rowOff", down)


def _write(corner: Element, name: str, value: int) -> None:
    element = corner.find(xdr(name))
    if element is not None:
        element.text = str(value)
