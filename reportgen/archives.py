"""Zip files, looked at before anything is unpacked, and unpacked no further than allowed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.limits import MOST_DIRECTORY_BYTES

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What the zip library raises for damaged, encrypted or unknown packing."""

_CHUNK = 1 << 20
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT = 1 << 16


class ArchiveLimitError(ReportgenError):
    """The archive holds more than is unpacked.

    :ivar size: what it unpacks to; :ivar limit: what it may; in MB.
    """

    def __init__(self, unpacked: int, most: int) -> None:
        self.size = unpacked >> 20
        self.limit = most >> 20
        super().__init__(
            _("it unpacks to {size} MB; {limit} MB is the limit", size=self.size, limit=self.limit)
        )


def open_archive(source: Path | BinaryIO, most: int) -> zipfile.ZipFile:
    """The archive; its parts are read with :func:`unpack`.

    :param most: the bytes that all its parts may hold unpacked.
    :raises ArchiveLimitError: when it says that it holds more.
    :raises BadZipFile: when it is none, or has too many parts.
    """
    if isinstance(source, Path):
        with source.open("rb") as stream:
            _check_directory(stream)
    else:
        _check_directory(source)
        source.seek(0)
    archive = zipfile.ZipFile(source)
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > most:
        archive.close()
        raise ArchiveLimitError(unpacked, most)
    return archive


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part; never more than the directory says, and the checksum has to agree."""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _check_directory(stream: BinaryIO) -> None:
    """The list of parts becomes objects at once, so its length is looked at first."""
    length = stream.seek(0, 2)
    start = max(0, length - _END.size - _LOCATOR.size - _LONGEST_COMMENT)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) < at + _END.size:
        return  # what the library says of it is clear enough
    size = _END.unpack_from(tail, at)[5]
    before = at - _LOCATOR.size
    if before >= 0 and tail[before : before + 4] == b"PK\6\7":
        stream.seek(min(_LOCATOR.unpack_from(tail, before)[2], length))
        record = stream.read(_END_64.size)
        size = _END_64.unpack(record)[8] if len(record) == _END_64.size else size
    if size > MOST_DIRECTORY_BYTES:
        raise zipfile.BadZipFile(_("the list of its parts is too long"))
