"""Tables without the rows of which merged cells leave nothing.

Where every column of a row is covered from above, its ``hp:tr`` would hold no cell. Hancom
Office never writes such a row, nor a ``HWPTAG_TABLE`` that counts no cell in one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.tree import Element, children

_EMPTY = re.compile(r"<hp:tr(?:\s[^>]*)?(?:/>|>\s*</hp:tr>)")


def drop_empty_rows(section: str) -> str:
    """The section; what reaches over a row that is dropped is lower by it."""
    if not _EMPTY.search(section):
        return section
    root = etree.fromstring(section.encode())
    for table in list(root.iter(f"{HP}tbl")):
        rows = list(children(table, f"{HP}tr"))
        empty = [at for at, row in enumerate(rows) if row.find(f"{HP}tc") is None]
        if empty and len(empty) < len(rows):
            _drop(table, rows, empty)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data.decode()


def _drop(table: Element, rows: Sequence[Element], empty: Sequence[int]) -> None:
    heights = dict.fromkeys(empty, 0)
    for row in rows:
        for cell in children(row, f"{HP}tc"):
            for at, height in _lower(cell, empty).items():
                heights[at] = max(heights[at], height)
    for at in empty:
        table.remove(rows[at])
    _subtract(table, ".", "rowCnt", len(empty))
    _subtract(table, "sz", "height", sum(heights.values()))


def _lower(cell: Element, empty: Sequence[int]) -> dict[int, int]:
    """Take the dropped rows out of a cell.

    :returns: by dropped row over which it reached, how much lower the cell is for it.
    """
    at, rows = _read(cell, "cellAddr", "rowAddr"), _read(cell, "cellSpan", "rowSpan")
    share = _read(cell, "cellSz", "height") // max(rows, 1)
    over = [row for row in empty if at <= row < at + rows]
    _subtract(cell, "cellAddr", "rowAddr", sum(row < at for row in empty))
    _subtract(cell, "cellSpan", "rowSpan", len(over))
    _subtract(cell, "cellSz", "height", share * len(over))
    return dict.fromkeys(over, share)


def _read(element: Element, part: str, attribute: str) -> int:
    found = element if part == "." else element.find(f"{HP}{part}")
    return 0 if found is None else int(found.get(attribute, "0"))


def _subtract(element: Element, part: str, attribute: str, number: int) -> None:
    found = element if part == "." else element.find(f"{HP}{part}")
    if found is not None and number:
        found.set(attribute, str(_read(element, part, attribute) - number))
