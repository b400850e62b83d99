"""What a finished cell shows: its text, its colour, and what is no text but can be lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from reportgen.templating.rich.insertion import Marks
from reportgen.templating.rich.rich_text import Piece, Words
from reportgen.templating.tables.late_texts import drop_marks

_TAGS = re.compile(r"<[^>]*>|[\ufdeb-\ufded][\U00100000-\U0010fffd]|[\ufdd0-\ufdef]")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell as a reader sees it.

    :ivar text: without white space.
    :ivar objects: pictures, links, bookmarks, formatted text and the like, in their order.
    :ivar fill: its colour, as the file format says it.
    """

    text: str = ""
    objects: tuple[object, ...] = ()
    fill: str = ""


Read = Callable[[str], ShownCell]


def make_reader(objects: re.Pattern[str], fill: re.Pattern[str], marks: Marks) -> Read:
    """What reads the XML of a cell.

    :param objects: finds what is no text, in a file format; what counts of it may be a group
        named ``what``.
    :param fill: finds the colour of a cell, as its first group.
    :param marks: what stands for values that are put in later.
    """

    def read(xml: str) -> ShownCell:
        plain = drop_marks(xml)
        found: list[object] = [
            match.groupdict().get("what") or match[0] for match in objects.finditer(plain)
        ]
        found += _list_looking(piece for value in marks.list(plain) for piece in value.pieces)
        spelled = marks.replace(plain, lambda value: escape(value.text))
        color = fill.match(plain)
        text = "".join(_TAGS.sub("", spelled).split())
        return ShownCell(text, tuple(found), color[1] if color else "")

    return read


def _list_looking(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Those that are more than their text."""
    for piece in pieces:
        if not isinstance(piece, Words) or piece.address or not piece.look.is_plain:
            yield piece
