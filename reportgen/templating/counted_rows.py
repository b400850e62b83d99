"""Rows of HWPX tables, counted and numbered once a section is complete.

A table says in its first tag how many rows follow and how high they are, and each cell
says the number of its row. None of it is known before the data is in, so marks stand for
it while the section is rendered.
"""

from __future__ import annotations

from reportgen.templating.tree import Element, put_after, put_before, put_first

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
ROW_NUMBER = "\ufdd3"
"""Stands for the number of the row, counted from 0."""
_ROW = "\ufdd4"
_BEGIN, _END = "\ufdd5", "\ufdd6"
_ROWS, _HEIGHT = "\ufdd7", "\ufdd8"


def mark_table(table: Element, rows: list[Element]) -> None:
    """Put the marks into the template's table."""
    size = table.find(f"{_HP}sz")
    assert size is not None
    for row in rows:
        put_first(row, f"{_ROW}{measure_row(row)}{_ROW}")
        for address in row.iterfind(f"{_HP}tc/{_HP}cellAddr"):
            address.set("rowAddr", ROW_NUMBER)
    table.set("rowCnt", _ROWS)
    size.set("height", _HEIGHT)
    put_before(table, _BEGIN)
    put_after(table, _END)


def count_rows(text: str) -> str:
    """The text with numbers for every mark, tables inside tables first."""
    first, *begun = text.split(_BEGIN)
    holders = [[first]]
    for piece in begun:
        inside, *after = piece.split(_END)
        holders.append([inside])
        for outside in after:
            table = _count_table("".join(holders.pop()))
            holders[-1] += (table, outside)
    return "".join(holders[0])


def _count_table(table: str) -> str:
    head, *rows = table.split(_ROW)
    heights, contents = rows[::2], rows[1::2]
    head = head.replace(_ROWS, str(len(heights)), 1)
    head = head.replace(_HEIGHT, str(sum(map(int, heights))), 1)
    numbered = (content.replace(ROW_NUMBER, str(at)) for at, content in enumerate(contents))
    return head + "".join(numbered)


def measure_row(row: Element) -> int:
    """The height of a row: that of its lowest cell, a merged one counted for its share."""
    heights = [
        read_number(cell, "cellSz", "height") // read_number(cell, "cellSpan", "rowSpan")
        for cell in row.iterfind(f"{_HP}tc")
    ]
    return min(heights, default=0)


def read_number(cell: Element, tag: str, attribute: str) -> int:
    """An attribute of one of the cell's parts; 1 where there is none."""
    element = cell.find(f"{_HP}{tag}")
    return 1 if element is None else int(element.get(attribute, "1"))
