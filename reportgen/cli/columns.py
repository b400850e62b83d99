"""Columns of text for a terminal or a pipe, without the time that it takes to load rich."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_WIDE = ("W", "F")


def align_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines: the first column begins at the left, the others end at the right.

    >>> list(align_columns([("파일", "KB"), ("a.docx", "7")]))
    ['파일    KB', 'a.docx   7']
    """
    widths = [max(map(measure, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        blanks = [" " * (width - measure(text)) for text, width in zip(row, widths, strict=True)]
        others = (blank + text for text, blank in zip(row[1:], blanks[1:], strict=True))
        yield "  ".join((row[0] + blanks[0], *others))


def measure(text: str) -> int:
    """How many columns of a terminal a text takes; a Korean letter takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in text)
