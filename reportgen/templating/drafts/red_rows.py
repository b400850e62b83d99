"""A row of a table that carries messages, as wide as the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


def put_rows(
    texts: RedTexts, table: Element, places: Mapping[Element | None, Sequence[str]]
) -> list[Element | None]:
    """Put rows into the table, each behind a child, or first where there is none.

    :returns: the places over which a merged cell reaches, so that no row can stand there.
    """
    if isinstance(texts, WordTexts):
        return _put_word_rows(texts, table, places)
    return _put_hangul_rows(texts, table, places)


def _put(texts: RedTexts, table: Element, behind: Element | None, row: Element) -> None:
    at = texts.find_first(table)
    if behind is None or table.index(behind) < at:
        table.insert(at, row)
    else:
        behind.addnext(row)


def _put_word_rows(
    texts: WordTexts, table: Element, places: Mapping[Element | None, Sequence[str]]
) -> list[Element | None]:
    grid = table.find(f"{W}tblGrid")
    widths = [] if grid is None else [int(column.get(f"{W}w", "0")) for column in grid]
    refused: list[Element | None] = []
    for behind, messages in places.items():
        after = table.iterchildren() if behind is None else behind.itersiblings()
        below = next((row for child in after for row in child.iter(texts.row)), None)
        if below is not None and not all(map(texts.is_seen, children(below, texts.cell))):
            refused.append(behind)
        else:
            row = _make_word_row(texts, widths)
            row[0].extend(map(texts.make_paragraph, messages))
            _put(texts, table, behind, row)
    return refused


def _make_word_row(texts: RedTexts, widths: Sequence[int]) -> Element:
    """A row of one cell."""
    row = etree.Element(texts.row)
    properties = etree.SubElement(etree.SubElement(row, texts.cell), f"{W}tcPr")
    kind = "dxa" if sum(widths) else "auto"
    etree.SubElement(properties, f"{W}tcW", {f"{W}w": str(sum(widths)), f"{W}type": kind})
    if len(widths) > 1:
        etree.SubElement(properties, f"{W}gridSpan", {f"{W}val": str(len(widths))})
    return row


def _put_hangul_rows(
    texts: RedTexts, table: Element, places: Mapping[Element | None, Sequence[str]]
) -> list[Element | None]:
    rows = list(children(table, texts.row))
    cells = [cell for row in rows for cell in children(row, texts.cell)]
    covered = {number for cell in cells for number in _list_covered(cell)}
    model = next(iter(cells), table)
    numbers = {row: number for number, row in enumerate(rows, 1)}
    refused: list[Element | None] = []
    for behind, messages in places.items():
        if behind is not None and numbers.get(behind, 0) in covered:
            refused.append(behind)
        else:
            row = _make_hangul_row(texts, table, model, _HEIGHT * len(messages))
            next(row.iter(f"{HP}subList")).extend(map(texts.make_paragraph, messages))
            _put(texts, table, behind, row)
    _count_rows(texts, table)
    return refused


def _list_covered(cell: Element) -> range:
    """The numbers of the rows below its first into which the cell reaches."""
    first = read_number(cell, "cellAddr", "rowAddr")
    return range(first + 1, first + read_number(cell, "cellSpan", "rowSpan"))


def _count_rows(texts: RedTexts, table: Element) -> None:
    """Have every cell say in which row it stands, and the table how high it is."""
    rows = list(children(table, texts.row))
    added = 0
    for number, row in enumerate(rows):
        for cell in children(row, texts.cell):
            for address in cell.iterfind(f"{HP}cellAddr"):
                added += read_number(cell, "cellSz", "height") if not address.get("rowAddr") else 0
                address.set("rowAddr", str(number))
    table.set("rowCnt", str(len(rows)))
    for size in table.iterfind(f"{HP}sz"):
        size.set("height", str(int(size.get("height", "0")) + added))


def _make_hangul_row(texts: RedTexts, table: Element, model: Element, height: int) -> Element:
    """A row of one cell, which doesn't say yet in which row it stands.

    :param model: what has the border that the cell gets.
    """
    width = next((size.get("width", "0") for size in table.iterfind(f"{HP}sz")), "0")
    row = etree.Element(texts.row)
    cell = etree.SubElement(row, texts.cell, _CELL)
    cell.set("borderFillIDRef", model.get("borderFillIDRef", "1"))
    etree.SubElement(cell, f"{HP}subList", _LIST)
    etree.SubElement(cell, f"{HP}cellAddr", {"colAddr": "0", "rowAddr": ""})
    span = {"colSpan": table.get("colCnt", "1"), "rowSpan": "1"}
    etree.SubElement(cell, f"{HP}cellSpan", span)
    etree.SubElement(cell, f"{HP}cellSz", {"width": width, "height": str(height)})
    etree.SubElement(cell, f"{HP}cellMargin", _MARGIN)
    return row
