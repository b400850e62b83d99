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
_COUNTING = re.compile(f"[{_ROW}-{_ORDER}]")
_PLAIN: list[str] = []
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

    :ivar stretches: its pieces, those of each row beside the row's number.
    :ivar counts: where the number of rows, and the height, have to stand.
    """

    stretches: list[tuple[int, list[str]]] = field(default_factory=lambda: [(_OUTSIDE, [])])
    counts: dict[str, tuple[list[str], int]] = field(default_factory=dict)
    rows: int = 0
    height: int = 0
    has_cell: bool = True

    @property
    def pieces(self) -> list[str]:
        """Those of the row that came last, or of what stands before any row."""
        return self.stretches[-1][1]

    def begin_row(self, height: int) -> None:
        """The next row."""
        self.stretches.append((self.rows, []))
        self.rows += 1
        self.height += height
        self.has_cell = False

    def close(self) -> list[tuple[int, list[str]]]:
        """Its stretches, complete."""
        for mark, number in ((_ROWS, self.rows), (_HEIGHT, self.height)):
            if mark in self.counts:
                pieces, at = self.counts[mark]
                pieces[at] = str(number)
        return self.stretches


class CountedText(FilledText):
    """A section whose tables are counted, those inside tables first."""

    def __init__(self, pieces: Sequence[str], ids: Iterator[int]) -> None:
        super().__init__((), ids)
        self._open = [_Table()]
        self._count(pieces)
        self._stretches = self._open[0].stretches

    def texts(self, orders: Iterable[int] | None = None) -> Iterator[str]:
        """The texts of the rows, and of what stands around tables."""
        ranks = iter(self.orders if orders is None else orders)
        for text in _join(self._stretches):
            yield _ORDERS.sub(lambda _match: str(next(ranks)), text) if _ORDER in text else text

    def _count(self, pieces: Sequence[str]) -> None:
        known: dict[str, list[str]] = {}
        table = self._open[-1]
        for piece in pieces:
            parts = known.get(piece) if _MARKUP.search(piece) else _PLAIN
            if parts is None:
                parts = known[piece] = self._split(piece)
            if not parts:
                table.pieces.append(piece)
                table.has_cell = table.has_cell or _CELL in piece
                continue
            for part in parts:
                self._take(part)
            table = self._open[-1]

    def _split(self, piece: str) -> list[str]:
        """The piece around its marks; nothing where it has none."""
        if _EMPTY_ROW.search(piece):
            self.has_empty_rows = True
        return list(filter(None, _MARKS.split(piece))) if _COUNTING.search(piece) else _PLAIN

    def _take(self, part: str) -> None:
        table = self._open[-1]
        mark = part[0]
        if mark < _ROW or mark > _ORDER:
            table.pieces.append(part)
            table.has_cell = table.has_cell or _CELL in part
        elif mark == _ROW:
            self._end_row(table)
            table.begin_row(int(part[1:-1]))
        elif mark == _BEGIN:
            self._open.append(_Table())
        elif mark == _END:
            self._end_table(self._open.pop())
        elif mark == _ORDER:
            self.orders.append(int(_ORDERS.match(part)[1]))  # type: ignore[index]
            table.pieces.append(part)
        else:
            table.counts.setdefault(mark, (table.pieces, len(table.pieces)))
            table.pieces.append(mark)

    def _end_row(self, table: _Table) -> None:
        if not table.has_cell:
            self.has_empty_rows = True

    def _end_table(self, table: _Table) -> None:
        self._end_row(table)
        holder = self._open[-1]
        if len(self._open) == 1:
            holder.stretches += (*table.close(), (_OUTSIDE, []))
        else:
            holder.pieces.append("".join(_join(table.close())))


def _join(stretches: Iterable[tuple[int, list[str]]]) -> Iterator[str]:
    """The texts; those of a row with its number."""
    for row, pieces in stretches:
        for at in range(0, len(pieces), _TOGETHER):
            text = "".join(pieces[at : at + _TOGETHER])
            yield text if row == _OUTSIDE else text.replace(ROW_NUMBER, str(row))


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
