"""Where the rows of a ledger stand: one place for every run of rows below each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from reportgen.diagnostics import SourceRef


class PlaceColumn:
    """Places by row; a file without empty rows takes up a single one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._firsts: list[SourceRef] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, place: SourceRef) -> None:
        """The place of one more row."""
        if not self._firsts or move_down(self._firsts[-1], self._run()) != place:
            self._begin(place)
        self._length += 1

    def extend(self, place: SourceRef, count: int) -> None:
        """As many more rows; the first of them stands there, each other one below."""
        self.append(place)
        self._length += count - 1

    def __getitem__(self, row: int) -> SourceRef:
        at = bisect_right(self._starts, row) - 1
        return move_down(self._firsts[at], row - self._starts[at])

    def __iter__(self) -> Iterator[SourceRef]:
        bounds = pairwise((*self._starts, self._length))
        for first, (start, end) in zip(self._firsts, bounds, strict=True):
            yield from (move_down(first, down) for down in range(end - start))

    def _run(self) -> int:
        return self._length - self._starts[-1]

    def _begin(self, place: SourceRef) -> None:
        self._starts.append(self._length)
        self._firsts.append(place)


def move_down(place: SourceRef, rows: int) -> SourceRef:
    """The place that many lines, or rows of its sheet, further down.

    A cell without a number has nothing below it, and stays itself.

    >>> str(move_down(SourceRef("a.csv", 2), 3))
    'a.csv:5'
    >>> str(move_down(SourceRef("a.xlsx", sheet="원장", cell="A2"), 3))
    'a.xlsx!원장!A5'
    """
    if not place.cell:
        return SourceRef(place.file, place.line + rows)
    column = place.cell.rstrip("0123456789")
    number = place.cell[len(column) :]
    cell = f"{column}{int(number) + rows}" if number else column
    return SourceRef(place.file, sheet=place.sheet, cell=cell)
