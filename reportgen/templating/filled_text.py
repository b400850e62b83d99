"""A part that was filled, in the pieces in which the template's code gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

ID_TOKEN = "\ufdd2"
"""Stands for the next number of a counter, put in when a part is complete."""

_BLOCK = 1 << 16
"""The characters that are worked on at once; few enough to stay in the processor's cache."""


class FilledText:
    """The text of a part, which is never put together as a whole unless somebody asks for it.

    :ivar orders: what the template says of the order of objects above each other.
    :ivar has_empty_rows: whether a table may have a row without any cell.
    """

    def __init__(self, pieces: Sequence[str], ids: Iterator[int]) -> None:
        """Keep the pieces.

        :param ids: the numbers for marks of ids, which parts take one after the other.
        """
        self.orders: list[int] = []
        self.has_empty_rows = False
        self._pieces = pieces
        self._ids = ids

    def texts(self, orders: Iterable[int] | None = None) -> Iterator[str]:
        """The pieces; ids are still marks.

        :param orders: what to put in the place of :attr:`orders`.
        """
        yield from self._pieces

    def blocks(self, orders: Iterable[int] | None = None, before: str = "") -> Iterator[str]:
        """The text in blocks with every id numbered; it can be read once.

        :param before: what a block may end before; anywhere if it is empty.
        """
        for block in gather_blocks(self.texts(orders), before):
            yield _number_ids(block, self._ids)

    def read(self, before: str = "") -> Iterator[str]:
        """The same with ids as marks and orders as in the template; as often as one likes."""
        return gather_blocks(self.texts(), before)

    def __str__(self) -> str:
        return "".join(self.blocks())


def gather_blocks(texts: Iterable[str], before: str) -> Iterator[str]:
    """The texts together, in blocks that end before such a text; anywhere if it is empty."""
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length < _BLOCK:
            continue
        block = "".join(waiting)
        at = block.rfind(before) if before else len(block)
        if at > 0:
            yield block[:at]
        waiting = [block[max(at, 0) :]]
        length = len(waiting[0])
    yield "".join(waiting)


def _number_ids(text: str, numbers: Iterator[int]) -> str:
    if ID_TOKEN not in text:
        return text
    pieces = text.split(ID_TOKEN)
    numbered = [""] * (2 * len(pieces) - 1)
    numbered[::2], numbered[1::2] = pieces, map(str, islice(numbers, len(pieces) - 1))
    return "".join(numbered)
