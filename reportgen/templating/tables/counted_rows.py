"""Rows of HWPX tables, counted and numbered once a section is complete.

A table says in its first tag how many rows follow and how high they are, and each cell
says the number of its row. None of it is known before the data is in, so marks stand for
it while the section is rendered.
"""

from __future__ import annotations

import re

from reportgen.templating.tree import Element, put_after, put_before, put_first

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
ROW_NUMBER = "\ufdd3"
"""Stands for the number of the row, counted from 0."""
ROW = "\ufdd4"
BEGIN, END = "\ufdd5", "\ufdd6"
ROWS, HEIGHT = "\ufdd7", "\ufdd8"
_REACH, _HIGH, REACHED = "\ufddd", "\ufdde", "\ufddf"
_MARKS = re.compile(f"([{_REACH}{_HIGH}{REACHED}])(\\d+);")
"""How many rows a merged cell has, how high they are, and where it ends: each with its number."""
_OWN = "reach"
"""The attribute that holds a cell's number until its table is marked."""


def mark_table(table: Element, rows: list[Element]) -> None:
    """Put the marks into the template's table."""
    size = table.find(f"{_HP}sz")
    assert size is not None
    for row in rows:
        put_first(row, f"{ROW}{measure_row(row)}{ROW}")
        for address in row.iterfind(f"{_HP}tc/{_HP}cellAddr"):
            address.set("rowAddr", ROW_NUMBER)
        _mark_reaches(row)
    table.set("rowCnt", ROWS)
    size.set("height", HEIGHT)
    put_before(table, BEGIN)
    put_after(table, END)


def begin_reach(cell: Element, number: int) -> str:
    """Have a merged cell reach up to the mark that is returned.

    :param number: no other cell of its table has it.
    """
    cell.set(_OWN, str(number))
    return f"{REACHED}{number};"


def _mark_reaches(row: Element) -> None:
    for cell in row.iterfind(f"{_HP}tc[@{_OWN}]"):
        number = str(cell.attrib.pop(_OWN))
        for tag, name, mark in (("cellSpan", "rowSpan", _REACH), ("cellSz", "height", _HIGH)):
            element = cell.find(f"{_HP}{tag}")
            if element is not None:
                element.set(name, f"{mark}{number};")


def count_rows(text: str) -> str:
    """The text with numbers for every mark, tables inside tables first."""
    first, *begun = text.split(BEGIN)
    holders = [[first]]
    for piece in begun:
        inside, *after = piece.split(END)
        holders.append([inside])
        for outside in after:
            table = _count_table("".join(holders.pop()))
            holders[-1] += (table, outside)
    return "".join(holders[0])


def _count_table(table: str) -> str:
    head, *rows = table.split(ROW)
    heights, contents = rows[::2], rows[1::2]
    if REACHED in table:
        contents = _count_reaches([int(height) for height in heights], contents)
    head = head.replace(ROWS, str(len(heights)), 1)
    head = head.replace(HEIGHT, str(sum(map(int, heights))), 1)
    numbered = (content.replace(ROW_NUMBER, str(at)) for at, content in enumerate(contents))
    return head + "".join(numbered)


def _count_reaches(heights: list[int], contents: list[str]) -> list[str]:
    """The rows with the extents of the merged cells that reach up to a mark."""
    open_cells: dict[str, int] = {}
    spans: dict[tuple[int, str], int] = {}
    for at, content in enumerate(contents):
        marks = _MARKS.findall(content)
        open_cells.update({number: at for mark, number in marks if mark == _REACH})
        for mark, number in marks:
            if mark == REACHED and number in open_cells:
                begun = open_cells.pop(number)
                spans[begun, number] = at - begun + 1

    def spell(at: int, match: re.Match[str]) -> str:
        span = spans.get((at, match[2]), 1)
        values = {_REACH: span, _HIGH: sum(heights[at : at + span]), REACHED: ""}
        return str(values[match[1]])

    return [
        _MARKS.sub(lambda match, at=at: spell(at, match), content)  # type: ignore[misc]
        for at, content in enumerate(contents)
    ]


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
