"""A filled section of HWPX whose rows are counted while it leaves in blocks.

How many rows a table has, and how high it is, stands before them. So the pieces are gone through
twice: once to count, once to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from reportgen.templating.filled_text import ID_TOKEN, FilledText
from reportgen.templating.tables.counted_rows import (
    BEGIN,
    END,
    HEIGHT,
    REACHED,
    ROW,
    ROW_NUMBER,
    ROWS,
)

_CELL, _BEGIN_ROW, _END_ROW = "<hp:tc", "<hp:tr", "</hp:tr>"
_MARKS = re.compile(f"([{BEGIN}{END}{ROWS}{HEIGHT}{ROW_NUMBER}{ID_TOKEN}]|{ROW}\\d+{ROW})")


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
        self._split: dict[str, list[str]] = {}
        super().__init__(pieces)

    def _look(self, piece: str) -> tuple[int, list[str]] | None:
        split = _MARKS.split(piece)
        if len(split) > 1:
            self._split[piece] = split
        return super()._look(piece)

    def _note(self, mark: str) -> None:
        if mark == _CELL:
            self._filled[-1] = True
        elif mark == _BEGIN_ROW:
            self._filled.append(False)
        elif mark == _END_ROW:
            self.is_uneven = not self._filled.pop() or self.is_uneven
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

    def _finish(self, chunks: Iterator[Sequence[str]]) -> Iterator[str]:
        tables, ids = _OpenTables(iter(self._tables)), map(str, count(self.first))
        for chunk in chunks:
            made: list[str] = []
            for piece in chunk:
                split = self._split.get(piece)
                if split is None:
                    made.append(piece)
                    continue
                for at, text in enumerate(split):
                    if at % 2 == 0:
                        made.append(text)
                    elif text == ID_TOKEN:
                        made.append(next(ids))
                    elif text == ROW_NUMBER:
                        made.append(tables.row)
                    else:
                        made.append(tables.read(text))
            yield "".join(made)


class _Table:
    """How many rows a table has, and how high they are together."""

    __slots__ = ("height", "rows")

    def __init__(self) -> None:
        self.rows = self.height = 0


class _OpenTables:
    """The tables around a place in the section.

    :ivar row: the number of the row there, counted from 0.
    :param tables: those that have not begun yet.
    """

    def __init__(self, tables: Iterator[_Table]) -> None:
        self.row = ""
        self._tables = tables
        self._opened: list[_Table] = []
        self._rows = [-1]

    def read(self, mark: str) -> str:
        """What a mark other than the number of a row stands for."""
        if mark == ROWS:
            return str(self._opened[-1].rows)
        if mark == HEIGHT:
            return str(self._opened[-1].height)
        if mark == BEGIN:
            self._opened.append(next(self._tables))
            self._rows.append(-1)
        elif mark == END:
            self._opened.pop()
            self._rows.pop()
        else:
            self._rows[-1] += 1
        self.row = str(self._rows[-1])
        return ""
