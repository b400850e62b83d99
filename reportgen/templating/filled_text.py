"""A part that was filled, in the pieces in which the template's code gave it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import ClassVar, TypeVar

from reportgen.templating.printed import Printed

ID_TOKEN = "\ufdd2"
"""Stands for the next number of a counter, put in when a part is complete."""

_TOGETHER = 256
"""The pieces that are put together at once: so few that they stay in the processor's cache."""

Found = TypeVar("Found")


class FilledText:
    """The text of a part, never put together as a whole unless somebody asks for it.

    :cvar before: what a block may end before; anywhere between two pieces if it is empty.
    :cvar marks: what has to be noted before the first block is finished, if there is anything.
    :ivar first: the number for its first mark of an id.
    :ivar ids: how many of those marks it has.
    """

    before: ClassVar[str] = ""
    marks: ClassVar[re.Pattern[str] | None] = None

    def __init__(self, pieces: Sequence[str], is_plain: bool = False) -> None:
        """Keep the pieces, and look at each once.

        :param pieces: none of which tears a tag or a mark apart.
        :param is_plain: whether nothing stands in them that has to be noted.
        """
        self.first, self.ids = 1, 0
        self._pieces = pieces
        for ids, marks in () if is_plain else self.scan(self._look):
            self.ids += ids
            for mark in marks:
                self._note(mark)

    def scan(self, look: Callable[[str], Found | None]) -> Iterator[Found]:
        """What is found in the pieces, in their order; nothing is left out.

        It is looked for once in a fixed text, however often that comes, and not at all in one
        that has no tag and no mark.
        """
        known: dict[str, Found] = {}
        for piece in set(self._pieces):
            if ("<" in piece or not piece.isascii()) and (found := look(piece)):
                known[piece] = found
        return filter(None, map(known.get, self._pieces)) if known else iter(())

    def read(self) -> Iterator[str]:
        """The text in blocks as the template's code gave it, with marks."""
        return cut_blocks(map("".join, self._chunks()), self.before)

    def blocks(self) -> Iterator[str]:
        """The finished text in blocks, as often as one likes."""
        return cut_blocks(self._finish(self._chunks()), self.before)

    def __str__(self) -> str:
        return "".join(self.blocks())

    def _chunks(self) -> Iterator[Sequence[str]]:
        starts = range(0, len(self._pieces), _TOGETHER)
        return (self._pieces[at : at + _TOGETHER] for at in starts)

    def _look(self, piece: str) -> tuple[int, list[str]] | None:
        """How many ids a piece has, and its marks."""
        ids = piece.count(ID_TOKEN)
        marks = self.marks.findall(piece) if self.marks else []
        return (ids, marks) if ids or marks else None

    def _note(self, mark: str) -> None:
        """Note one of :attr:`marks`."""

    def _finish(self, chunks: Iterator[Sequence[str]]) -> Iterator[str]:
        """The text of some pieces after another, complete."""
        if not self.ids:
            return map("".join, chunks)
        numbers = count(self.first)
        return (_number("".join(chunk), numbers) for chunk in chunks)


@dataclass(frozen=True, slots=True)
class Filling:
    """A filled document, of which some parts are not put together yet.

    :ivar parts: every part by name; of those in ``texts``, as the template has it.
    """

    parts: dict[str, bytes]
    texts: dict[str, FilledText]
    printed: tuple[Printed, ...]

    def join(self) -> dict[str, bytes]:
        """All parts, put together."""
        return {**self.parts, **{name: str(text).encode() for name, text in self.texts.items()}}


def cut_blocks(texts: Iterable[str], before: str) -> Iterator[str]:
    """The texts in blocks that end before such a text; where they are if it is empty.

    >>> list(cut_blocks(["<p>a", "</p><p>", "b</p>"], "<p>"))
    ['<p>a</p>', '<p>b</p>']
    """
    waiting: list[str] = []
    for text in texts:
        end = text.rfind(before) if before else len(text)
        if end > 0:
            yield "".join((*waiting, text[:end]))
            waiting.clear()
        waiting.append(text[max(end, 0) :])
    yield "".join(waiting)


def _number(text: str, numbers: Iterator[int]) -> str:
    """The text with the next numbers in place of the marks of ids."""
    pieces = text.split(ID_TOKEN)
    numbered = [""] * (2 * len(pieces) - 1)
    numbered[::2], numbered[1::2] = pieces, map(str, islice(numbers, len(pieces) - 1))
    return "".join(numbered)
