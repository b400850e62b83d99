"""Rows as the bytes of a CSV, and the texts that its encoding has no place for."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO

from reportgen.model.csv_profile import Encoding

_CODECS = {Encoding.UTF_8: "utf-8", Encoding.CP949: "cp949"}
_MARKS = {Encoding.UTF_8: b"\xef\xbb\xbf", Encoding.CP949: b""}
_LINES_KEPT = 5


@dataclass(slots=True)
class Unwritable:
    """A text that can't be encoded.

    :ivar characters: those that can't, once each.
    :ivar lines: where in the file it would stand, the first five; 1 is the line of the headings.
    :ivar more: how many lines there are besides.
    """

    heading: str
    text: str
    characters: str
    lines: list[int] = field(default_factory=list)
    more: int = 0

    def add(self, line: int) -> None:
        """Note one more line."""
        if len(self.lines) < _LINES_KEPT:
            self.lines.append(line)
        else:
            self.more += 1


class CsvStream:
    """A CSV (RFC 4180) that is written block by block.

    :ivar lines: how many there are, that of the headings among them.
    :ivar unwritable: the texts that can't be encoded, by heading and text.
    """

    def __init__(self, headings: Sequence[str], encoding: Encoding) -> None:
        self.lines = 0
        self.unwritable: dict[tuple[str, str], Unwritable] = {}
        self._headings = headings
        self._codec = _CODECS[encoding]
        self._bytes = BytesIO()
        self._bytes.write(_MARKS[encoding])
        self.write([headings])

    def write(self, rows: Sequence[Sequence[str]]) -> None:
        """Add some rows."""
        text = StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        try:
            self._bytes.write(text.getvalue().encode(self._codec))
        except UnicodeEncodeError:
            for line, row in enumerate(rows, self.lines + 1):
                self._note(line, row)
        self.lines += len(rows)

    def finish(self) -> bytes:
        """The file."""
        return self._bytes.getvalue()

    def _note(self, line: int, row: Sequence[str]) -> None:
        for heading, text in zip(self._headings, row, strict=True):
            if characters := self._find_unwritable(text):
                found = Unwritable(heading, text, characters)
                self.unwritable.setdefault((heading, text), found).add(line)

    def _find_unwritable(self, text: str) -> str:
        if self._can_write(text):
            return ""
        return "".join(mark for mark in dict.fromkeys(text) if not self._can_write(mark))

    def _can_write(self, text: str) -> bool:
        try:
            text.encode(self._codec)
        except UnicodeEncodeError:
            return False
        return True
