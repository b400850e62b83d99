"""One column of text of a ledger: packed part by part, unpacked when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

_PART = 512
"""Rows that are collected before they are packed."""


class TextColumn:
    """Texts by row, at little more than their UTF-8 bytes in memory.

    Reference and note differ in nearly every row of a long ledger, and no figure needs them.
    White space around a text is no part of it.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._parts: list[bytes | tuple[str, ...]] = []
        self._open: list[str] = []
        self._packed = 0
        self._recent: tuple[int, Sequence[str]] = (-1, ())

    def __len__(self) -> int:
        return self._packed + len(self._open)

    def append(self, text: str) -> None:
        """One more row."""
        self._open.append(text)
        if len(self._open) == _PART:
            self._close()

    def extend(self, packed: bytes, count: int) -> None:
        """As many more rows: their texts in UTF-8, joined by line feeds."""
        if self._open:
            self._close()
        self._add(packed, count)

    def __getitem__(self, row: int) -> str:
        if row >= self._packed:
            return self._open[row - self._packed]
        at = bisect_right(self._starts, row) - 1
        if at != self._recent[0]:
            # Rows are mostly asked for in their order, and a part holds hundreds of them.
            self._recent = at, _unpack(self._parts[at])
        return self._recent[1][row - self._starts[at]]

    def __iter__(self) -> Iterator[str]:
        return chain(chain.from_iterable(map(_unpack, self._parts)), self._open)

    def _close(self) -> None:
        texts = tuple(self._open)
        self._open = []
        joined = "\n".join(texts)
        # A text of several lines could not be told from several texts.
        several = joined.count("\n") >= len(texts)
        self._add(texts if several else joined.encode(), len(texts))

    def _add(self, part: bytes | tuple[str, ...], count: int) -> None:
        self._starts.append(self._packed)
        self._parts.append(part)
        self._packed += count


def _unpack(part: bytes | tuple[str, ...]) -> list[str] | tuple[str, ...]:
    if isinstance(part, bytes):
        return [text.strip() for text in part.decode().split("\n")]
    return part
