"""A row of a table that carries messages, as wide as the table."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from reportgen.templating.drafts.red_texts import HP, RedTexts, W, WordTexts
from reportgen.templating.tables.counted_rows import read_number
from reportgen.templating.tree import Element, children

_HEIGHT = 1400
"""Of a row in HWPX, in 1/7200 inch, where the table has no other: one line of text."""

_CELL = dict.fromkeys(("header", "hasMargin", "protect", "editable", "dirty"), "0") | {"name": ""}
_MARGIN = {"left": "510", "right": "510", "top": "141", "bottom": "141"}
_LIST = {
    "id": "",
    "textDirection": "HORIZONTAL",
    "lineWrap": "BREAK",
    "vertAlign": "CENTER",
    **dict.fromkeys(("linkListIDRef", "linkListNextIDRef", "textWidth", "textHeight"), "0"),
    **dict.fromkeys(("hasTextRef", "hasNumRef"), "0"),
}


def put_row(texts: RedTexts, table: Element, at: int, messages: Sequence[str]) -> bool:
    """Put a row before a child of the table; False where a merged cell reaches over the place."""
    if isinstance(texts, WordTexts):
        return _put_word_row(texts, table, at, messages)
    return _put_hangul_row(texts, table, at, messages)


def _put_word_row(texts: WordTexts, table: Element, at: int, messages: Sequence[str]) -> bool:
    following = next((row for child in list(table)[at:] for row in child.iter(texts.row)), None)
    below = () if following is None else following.iter(texts.cell)
    if not all(texts.is_seen(cell) for cell in below if _is_of(texts, cell, following)):
        return False
    grid = table.find(f"{W}tblGrid")
    widths = [] if grid is None else [int(column.get(f"{W}w", "0")) for column in grid]
    row = etree.Element(texts.row)
    properties = etree.SubElement(etree.SubElement(row, texts.cell), f"{W}tcPr")
    kind = "dxa" if sum(widths) else "auto"
    etree.SubElement(properties, f"{W}tcW", {f"{W}w": str(sum(widths)), f"{W}type": kind})
    if len(widths) > 1:
        etree.SubElement(properties, f"{W}gridSpan", {f"{W}val": str(len(widths))})
    row[0].extend(map(texts.make_paragraph, messages))
    table.insert(max(at, texts.find_first(table)), row)
    return True


def _is_of(texts: RedTexts, cell: Element, row: Element | None) -> bool:
    """Whether the cell stands in the row itself, and in no table within it."""
    return next(cell.iterancestors(texts.row), None) is row


def _put_hangul_row(texts: RedTexts, table: Element, at: int, messages: Sequence[str]) -> bool:
    at = max(at, texts.find_first(table))
    above = [row for row in list(table)[:at] if row.tag == texts.row]
    below = [row for row in list(table)[at:] if row.tag == texts.row]
    if any(_reaches(cell, len(above)) for row in above for cell in children(row, texts.cell)):
        return False
    for address in (found for row in below for found in row.iterfind(f"{HP}tc/{HP}cellAddr")):
        address.set("rowAddr", str(int(address.get("rowAddr", "0")) + 1))
    cells = (cell for row in (*above, *below) for cell in children(row, texts.cell))
    height = _HEIGHT * len(messages)
    row = _make_hangul_row(texts, table, next(cells, table), (len(above), height))
    next(row.iter(f"{HP}subList")).extend(map(texts.make_paragraph, messages))
    table.insert(at, row)
    table.set("rowCnt", str(len(above) + len(below) + 1))
    for size in table.iterfind(f"{HP}sz"):
        size.set("height", str(int(size.get("height", "0")) + height))
    return True


def _reaches(cell: Element, number: int) -> bool:
    """Whether the cell reaches into the row of that number, or below it."""
    end = read_number(cell, "cellAddr", "rowAddr") + read_number(cell, "cellSpan", "rowSpan")
    return end > number


def _make_hangul_row(
    texts: RedTexts, table: Element, model: Element, place: tuple[int, int]
) -> Element:
    """A row of one cell.

    :param model: what has the border that the cell gets.
    :param place: the number and the height of the row.
    """
    number, height = map(str, place)
    width = next((size.get("width", "0") for size in table.iterfind(f"{HP}sz")), "0")
    row = etree.Element(texts.row)
    cell = etree.SubElement(row, texts.cell, _CELL)
    cell.set("borderFillIDRef", model.get("borderFillIDRef", "1"))
    etree.SubElement(cell, f"{HP}subList", _LIST)
    etree.SubElement(cell, f"{HP}cellAddr", {"colAddr": "0", "rowAddr": number})
    span = {"colSpan": table.get("colCnt", "1"), "rowSpan": "1"}
    etree.SubElement(cell, f"{HP}cellSpan", span)
    etree.SubElement(cell, f"{HP}cellSz", {"width": width, "height": height})
    etree.SubElement(cell, f"{HP}cellMargin", _MARGIN)
    return row
