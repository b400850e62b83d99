"""Rows of HWPX tables, counted and numbered once a section is complete.

A table says in its first tag how many rows follow and how high they are, and each cell
says the number of its row. None of it is known before the data is in, so marks stand for
it while the section is rendered. Nor is it known before whether merged cells leave a row
anything of its own; a row without cells, which Hancom Office never writes, is left out then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.templating.tree import Element, put_after, put_before, put_first

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
ROW_NUMBER = "\ufdd3"
"""Stands for the number of the row, counted from 0."""
_ROW = "\ufdd4"
_BEGIN, _END = "\ufdd5", "\ufdd6"
_ROWS, _HEIGHT = "\ufdd7", "\ufdd8"
_CELL = re.compile("<hp:tc[ >]")
_ROW_BEGIN = re.compile(r"<hp:tr(?:\s[^>]*)?>$")
_ROW_END = "</hp:tr>"
_EXTENT = re.compile(
    rf'(rowAddr="{ROW_NUMBER}"[^>]*/>\s*<hp:cellSpan [^>]*rowSpan=")(\d+)'
    r'("[^>]*/>\s*<hp:cellSz [^>]*height=")(\d+)'
)


def mark_table(table: Element, rows: list[Element]) -> None:
    """Put the marks into the template's table."""
    size = table.find(f"{_HP}sz")
    assert size is not None
    for row in rows:
        put_first(row, f"{_ROW}{_measure_row(row)}{_ROW}")
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
    heights, contents = list(map(int, rows[::2])), rows[1::2]
    if not all(_CELL.search(content) for content in contents):
        head, heights, contents = _leave_out(head, heights, contents)
    head = head.replace(_ROWS, str(len(heights)), 1)
    head = head.replace(_HEIGHT, str(sum(heights)), 1)
    numbered = (content.replace(ROW_NUMBER, str(at)) for at, content in enumerate(contents))
    return head + "".join(numbered)


def _leave_out(
    head: str, heights: Sequence[int], contents: Sequence[str]
) -> tuple[str, list[int], list[str]]:
    """The table without its rows that have no cell; what reaches over them is lower by them."""
    kept = [_CELL.search(content) is not None for content in contents]
    pieces = [head]
    for at, content in enumerate(contents):
        if kept[at]:
            pieces.append(_shorten(content, heights[at:], kept[at:]))
        else:
            pieces[-1] = _ROW_BEGIN.sub("", pieces[-1]) + content.replace(_ROW_END, "", 1)
    rest = [height for height, is_kept in zip(heights, kept, strict=True) if is_kept]
    return pieces[0], rest, pieces[1:]


def _shorten(content: str, heights: Sequence[int], kept: Sequence[bool]) -> str:
    """The row with its cells reaching only over rows that are kept.

    :param heights: of this row and those below it.
    """

    def shorten(match: re.Match[str]) -> str:
        before, rows, between, height = match.groups()
        left_out = [at for at in range(min(int(rows), len(kept))) if not kept[at]]
        lower = int(height) - sum(heights[at] for at in left_out)
        return f"{before}{int(rows) - len(left_out)}{between}{lower}"

    return _EXTENT.sub(shorten, content)


def _measure_row(row: Element) -> int:
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
