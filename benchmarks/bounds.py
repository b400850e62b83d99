"""The least that any writer of a format has to do: join finished strings, and compress them."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import olefile

from reportgen.templating.packages.package import write_package

_BETWEEN_MARKUP_AND_TEXT = re.compile(r"(?<=>)(?=[^<])|(?<=[^>])(?=<)")
_BEFORE_ROWS = re.compile("(?=<row )")
_RAW_DEFLATE = -15
_COMPRESSED = ("DocInfo", "BodyText")

Bound = Callable[[], object]


def make_bound(document: bytes) -> Bound:
    """The task of writing a finished document again from its strings."""
    if olefile.isOleFile(document):
        return _bound_compound(document)
    return _bound_package(document, _BETWEEN_MARKUP_AND_TEXT)


def make_row_bound(workbook: bytes) -> Bound:
    """The same task with a string for each row of a sheet, which leaves even less to do."""
    return _bound_package(workbook, _BEFORE_ROWS)


def _bound_package(document: bytes, between: re.Pattern[str]) -> Bound:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    pieces = {
        name: between.split(data.decode()) for name, data in parts.items() if name.endswith(".xml")
    }

    def write() -> bytes:
        joined = {name: "".join(strings).encode() for name, strings in pieces.items()}
        return write_package(parts | joined)

    return write


def _bound_compound(document: bytes) -> Bound:
    """Of an HWP only the streams that hold records; its strings are joined already."""
    with olefile.OleFileIO(document) as file:
        streams = [
            zlib.decompress(file.openstream(path).read(), _RAW_DEFLATE)
            for path in file.listdir()
            if path[0] in _COMPRESSED
        ]

    def write() -> list[bytes]:
        return [zlib.compress(stream, wbits=_RAW_DEFLATE) for stream in streams]

    return write
