"""A filled section of HWPX whose rows are counted while it leaves in blocks.

How many rows a table has, and how high it is, stands before them. So the text is gone through
twice: once to count, once to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.templating.filled_text import FilledText
from reportgen.templating.tables.counted_rows import (
    BEGIN,
    END,
    HEIGHT,
    REACHED,
    ROW,
    ROW_NUMBER,
    ROWS,
)

_EDGES = re.compile(f"([{BEGIN}{END}])")
_CELL, _BEGIN_ROW, _END_ROW = "<hp:tc", "<hp:tr", "</hp:tr>"
_BEFORE_ROWS = -1


class CountedText(FilledText):
    """The section, in blocks of whole paragraphs and of what stands before them.

    :ivar is_uneven: whether a cell reaches up to a mark, or a row has no cell. Then more than the
        numbers of rows is to be put in.
    """

    before = "<hp:p "
    marks = re.compile(
        f"[{BEGIN}{END}{REACHED}]|{ROW}\\d+{ROW}|{_CELL}\\b|<hp:tr[^<>]*/>|{_BEGIN_ROW}\\b|{_END_ROW}"
    )

    def __init__(self, pieces: Sequence[str]) -> None:
        self.is_uneven = False
        self._tables: list[_Table] = []
        self._opened: list[_Table] = []
        self._filled = [False]
        super().__init__(pieces)

    def _note(self, mark: str) -> None:
        if mark == _CELL:
            self._filled[-1] = True
        elif mark == _BEGIN_ROW:
            self._filled.append(False)
        elif mark == _END_ROW:
            self.is_uneven = self.is_uneven or not self._filled.pop()
        elif mark == BEGIN:
            self._opened.append(_Table())
            self._tables.append(self._opened[-1])
        elif mark == END:
            self._opened.pop()
        elif mark[0] == ROW:
            self._opened[-1].rows += 1
            self._opened[-1].height += int(mark[1:-1])
        else:
            self.is_uneven = True

    def _finish(self, blocks: Iterator[str]) -> Iterator[str]:
        rows = _RowNumbers(iter(self._tables))
        return map(rows.put, blocks)


class _Table:
    """How many rows a table has, and how high they are together."""

    __slots__ = ("height", "rows")

    def __init__(self) -> None:
        self.rows = self.height = 0


class _RowNumbers:
    """What the marks of rows stand for, from the beginning of a section to its end.

    :param tables: those that have not begun yet.
    """

    def __init__(self, tables: Iterator[_Table]) -> None:
        self._tables = tables
        self._opened: list[tuple[_Table, int]] = []

    def put(self, block: str) -> str:
        """The next block with its numbers."""
        made: list[str] = []
        for at, text in enumerate(block.split(ROW)):
            if at % 2:
                table, row = self._opened[-1]
                self._opened[-1] = table, row + 1
            elif _has_edge(text):
                made += map(self._put_between, _EDGES.split(text))
            else:
                made.append(self._put_between(text))
        return "".join(made)

    def _put_between(self, text: str) -> str:
        """A text without edges, or an edge itself."""
        if text == BEGIN:
            self._opened.append((next(self._tables), _BEFORE_ROWS))
            return ""
        if text == END:
            self._opened.pop()
            return ""
        if not self._opened:
            return text
        table, row = self._opened[-1]
        if row != _BEFORE_ROWS:
            return text.replace(ROW_NUMBER, str(row))
        return text.replace(ROWS, str(table.rows), 1).replace(HEIGHT, str(table.height), 1)


def _has_edge(text: str) -> bool:
    return BEGIN in text or END in text
