"""Rows of HWPX tables, counted and numbered once a section is complete.

A table says in its first tag how many rows follow and how high they are, and each cell
says the number of its row. None of it is known before the data is in, so marks stand for
it while the section is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.templating.filled_text import FilledText
from reportgen.templating.tree import Element, put_after, put_before, put_first

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
ROW_NUMBER = "\ufdd3"
"""Stands for the number of the row, counted from 0."""
_ROW = "\ufdd4"
_BEGIN, _END = "\ufdd5", "\ufdd6"
_ROWS, _HEIGHT = "\ufdd7", "\ufdd8"
_ORDER = "\ufdd9"
"""Stands around the ``zOrder`` of an object."""

_MARKS = re.compile(
    f"([{_BEGIN}{_END}{_ROWS}{_HEIGHT}]|{_ROW}\\d+{_ROW}|(?={_ORDER}-?\\d+{_ORDER}))"
)
_MARKUP = re.compile(f"[<{ROW_NUMBER}-{_ORDER}]")
"""What most texts that come from data don't have."""
_ORDERS = re.compile(f"{_ORDER}(-?\\d+){_ORDER}")
_WHOLE = re.compile(r"-?\d+")
_CELL = "<hp:tc"
_EMPTY_ROW = re.compile(r"<hp:tr(?:\s[^>]*)?(?:/>|>\s*</hp:tr>)")
_OUTSIDE = -1
_TOGETHER = 512
"""So many pieces at most are joined at once."""


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


def mark_orders(root: Element) -> None:
    """Put marks around the order of every object, so that it is found without a search."""
    for element in root.iter(f"{_HP}*"):
        order = element.get("zOrder")
        if order is not None and element.prefix == "hp" and _WHOLE.fullmatch(order):
            element.set("zOrder", f"{_ORDER}{order}{_ORDER}")


@dataclass(slots=True)
class _Table:
    """What is known of a table so far.

    :ivar pieces: its text, and before the text of each row the row's number.
    :ivar counts: where the number of rows, and the height, have to stand among the pieces.
    """

    pieces: list[str | int] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    height: int = 0
    has_cell: bool = True

    def close(self) -> list[str | int]:
        """Its pieces, complete."""
        for mark, number in ((_ROWS, self.rows), (_HEIGHT, self.height)):
            if mark in self.counts:
                self.pieces[self.counts[mark]] = str(number)
        return self.pieces


class CountedText(FilledText):
    """A section whose tables are counted, those inside tables first."""

    def __init__(self, pieces: Sequence[str], ids: Iterator[int]) -> None:
        super().__init__(pieces, ids)
        self._open = [_Table()]
        known: dict[str, list[str]] = {}
        for piece in pieces:
            if not _MARKUP.search(piece):
                self._open[-1].pieces.append(piece)
                continue
            split = known.get(piece)
            if split is None:
                split = known[piece] = self._split(piece)
            for part in split:
                self._take(part)
        self._pieces = ()
        (whole,) = self._open
        self._counted = whole.pieces

    def texts(self, orders: Iterable[int] | None = None) -> Iterator[str]:
        """The texts of the rows, and of what stands around tables."""
        ranks = iter(self.orders if orders is None else orders)
        for text in _join(self._counted):
            yield _ORDERS.sub(lambda _match: str(next(ranks)), text) if _ORDER in text else text

    def _split(self, piece: str) -> list[str]:
        if _EMPTY_ROW.search(piece):
            self.has_empty_rows = True
        return list(filter(None, _MARKS.split(piece)))

    def _take(self, part: str) -> None:
        table = self._open[-1]
        mark = part[0]
        if mark < _ROW or mark > _ORDER:
            table.pieces.append(part)
            table.has_cell = table.has_cell or _CELL in part
        elif mark == _ROW:
            self._end_row(table)
            table.pieces.append(table.rows)
            table.rows += 1
            table.height += int(part[1:-1])
            table.has_cell = False
        elif mark == _BEGIN:
            self._open.append(_Table())
        elif mark == _END:
            self._end_table(self._open.pop())
        elif mark == _ORDER:
            self.orders.append(int(_ORDERS.match(part)[1]))  # type: ignore[index]
            table.pieces.append(part)
        else:
            table.counts.setdefault(mark, len(table.pieces))
            table.pieces.append(mark)

    def _end_row(self, table: _Table) -> None:
        if not table.has_cell:
            self.has_empty_rows = True

    def _end_table(self, table: _Table) -> None:
        self._end_row(table)
        holder = self._open[-1].pieces
        if len(self._open) == 1:
            holder += table.close()
            holder.append(_OUTSIDE)
        else:
            holder.append("".join(_join(table.close())))


def _join(pieces: list[str | int]) -> Iterator[str]:
    """The texts; those of a row with its number."""
    number = _OUTSIDE
    waiting: list[str] = []
    for piece in pieces:
        if isinstance(piece, str) and len(waiting) < _TOGETHER:
            waiting.append(piece)
            continue
        yield _number("".join(waiting), number)
        waiting = [piece] if isinstance(piece, str) else []
        number = number if isinstance(piece, str) else piece
    yield _number("".join(waiting), number)


def _number(text: str, row: int) -> str:
    return text if row == _OUTSIDE else text.replace(ROW_NUMBER, str(row))


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
