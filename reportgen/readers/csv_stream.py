"""A CSV file read record by record, or in blocks of whole lines."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from reportgen.i18n import translate as _
from reportgen.limits import MOST_LINE_BYTES

ENCODINGS = ("utf-8-sig", "cp949")
_BLOCK = 1 << 16
"""Bytes of a block: large enough to be quick, small enough to stay in the processor's cache."""


_TAKEN_APART = re.compile(rb"\xe1[\x84-\x87]|[\xcc\xcd][\x80-\xbf]")
"""Letters of Hangul, or accents, that stand by themselves (NFD)."""


def find_encoding(path: Path) -> str | None:
    """The first of the encodings that the whole file is in, or None."""
    return next((encoding for encoding in ENCODINGS if _is_encoded(path, encoding)), None)


def _is_encoded(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as stream:
            while data := stream.read(_BLOCK):
                decoder.decode(data)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


class CsvStream:
    """The records of a CSV file.

    :ivar line: the number of the last line that was read, from 1.
    """

    def __init__(self, stream: BinaryIO, encoding: str, block_bytes: int = _BLOCK) -> None:
        self.line = 0
        self._block_bytes = block_bytes
        self._stream = stream
        self._encoding = encoding
        self._held: Iterator[str] = iter(())
        self._records = csv.reader(self._read_lines(), strict=True)
        if encoding == "utf-8-sig":
            self._encoding = "utf-8"
            if stream.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
                stream.seek(0)

    def read_record(self) -> list[str] | None:
        """The cells of the next record, or None at the end.

        :raises csv.Error: when it can't be read; nothing more can be read then.
        """
        before = self._records.line_num
        try:
            return next(self._records, None)
        finally:
            self.line += self._records.line_num - before

    def read_block(self) -> bytes:
        """As many whole lines as make up a block, in UTF-8; nothing at the end.

        The lines count as read; :meth:`read_records` reads them once more.
        """
        data = "".join(self._held).encode() or self._read_bytes()
        if data and not data.endswith(b"\n"):
            data += b"\n"
        self.line += data.count(b"\n")
        return data

    def read_records(self, block: bytes) -> Iterator[list[str]]:
        """The records that begin in the block that was read last.

        :raises csv.Error: when one can't be read; nothing more can be read then.
        """
        self.line -= block.count(b"\n")
        end = self.line + sum(1 for _line in _split_lines(block.decode()))
        self._held = _split_lines(block.decode())
        while self.line < end and (record := self.read_record()) is not None:
            yield record

    def _read_bytes(self) -> bytes:
        data = self._stream.read(self._block_bytes) + self._read_line()
        if self._encoding != "utf-8":
            data = data.decode(self._encoding).encode()
        return put_together(data)

    def _read_line(self) -> bytes:
        data = self._stream.readline(MOST_LINE_BYTES)
        if len(data) == MOST_LINE_BYTES and not data.endswith(b"\n"):
            raise csv.Error(_("a line has more than {limit} MB", limit=MOST_LINE_BYTES >> 20))
        return data

    def _read_lines(self) -> Iterator[str]:
        """Lines with their ends, those of a block that is read once more first."""
        while True:
            # A block may be held anew between two lines, so the iterator is looked up each time.
            line = next(self._held, None)
            if line is not None:
                yield line
            elif data := self._read_line():
                text = data.decode(self._encoding)
                self._held = _split_lines(put_together(text.encode()).decode())
            else:
                return


def put_together(data: bytes) -> bytes:
    """The text in UTF-8 with its letters put together (NFC), as macOS takes them apart."""
    if not _TAKEN_APART.search(data):
        return data
    return unicodedata.normalize("NFC", data.decode()).encode()


def _split_lines(text: str) -> Iterator[str]:
    """A line may also end with a carriage return alone."""
    return StringIO(text, newline="")
