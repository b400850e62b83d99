"""Bookmarks of the template that came out more than once (ECMA-376 part 1, 17.13.6)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.templating.filled_text import FilledText

_MARK = re.compile(
    r'<w:bookmark(?:(?P<start>Start)|End)\b(?=[^>]*\bw:id="(?P<id>-?\d+)")'
    r'(?:(?=[^>]*\bw:name="(?P<name>[^"]*)"))?[^>]*/>'
)
_ID = re.compile(r'\bw:id="-?\d+"')


class WordText(FilledText):
    """A filled part of a DOCX, of which no tag is torn apart by a value."""

    marks = re.compile("<w:bookmarkStart[^>]*>")

    def __init__(self, pieces: Sequence[str], is_plain: bool = False) -> None:
        self._starts: list[str] = []
        super().__init__(pieces, is_plain)

    @property
    def has_settled(self) -> bool:
        """Whether each bookmark has a name and a number of its own."""
        return _are_settled([match for start in self._starts if (match := _MARK.match(start))])

    def _note(self, mark: str) -> None:
        self._starts.append(mark)


def settle_bookmarks(data: bytes) -> bytes:
    """The part with the first bookmark of each name only, as Word keeps it, and numbers of its own.

    What a tag repeats may hold bookmarks that Word has put there by itself.
    """
    if data.count(b"<w:bookmarkStart") < 2:
        return data
    text = data.decode()
    starts = [match for match in _MARK.finditer(text) if match["start"]]
    if _are_settled(starts):
        return data
    free = max(int(match["id"]) for match in starts) + 1
    return _MARK.sub(_Numbering(free).spell, text).encode()


def _are_settled(starts: Sequence[re.Match[str]]) -> bool:
    """Whether no number and no name comes twice."""
    numbers, names = {match["id"] for match in starts}, {match["name"] for match in starts}
    return len(numbers) == len(names) == len(starts)


class _Numbering:
    """What becomes of each mark, in the order of the document.

    :param free: the first number that none has.
    """

    def __init__(self, free: int) -> None:
        self._free = free
        self._names: set[str | None] = set()
        self._numbers: dict[str, str] = {}

    def spell(self, match: re.Match[str]) -> str:
        """The mark with its number, or nothing."""
        if match["start"]:
            self._begin(match["id"], match["name"])
        number = self._numbers.get(match["id"], match["id"])
        return _ID.sub(f'w:id="{number}"', match[0]) if number else ""

    def _begin(self, old: str, name: str | None) -> None:
        if name in self._names:
            self._numbers[old] = ""
        elif old in self._numbers:
            self._numbers[old] = str(self._free)
            self._free += 1
        else:
            self._numbers[old] = old
        self._names.add(name)
