"""The zip of a workbook, with its sizes looked at before anything is read."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from reportgen.archives import DAMAGE, ArchiveLimitError, open_archive, unpack
from reportgen.i18n import translate as _
from reportgen.readers.finance.trouble import refuse

MOST_BYTES = 1 << 30
"""What all parts together may hold unpacked: four times a million rows of ten styled cells."""

MOST_PART = 1 << 28
"""What a part other than a sheet may hold."""


class Sink(Protocol):
    """What takes the bytes of a part."""

    def __call__(self, chunk: bytes, last: bool, /) -> object:
        """Take a piece; an empty one is the last."""


class Package:
    """The parts of one workbook file; a context that closes it."""

    def __init__(self, source: Path | BinaryIO, file: str) -> None:
        self._file = file
        try:
            self._zip = open_archive(source, MOST_BYTES)
        except ArchiveLimitError as error:
            raise refuse(
                file,
                _("the workbook unpacks to {size} MB", size=f"{error.size:,}"),
                _("{limit} MB is the limit; remove what isn't needed", limit=error.limit),
            ) from None
        except DAMAGE as error:
            raise self._explain_damage(error) from None
        self._parts = {entry.filename.lstrip("/").lower(): entry for entry in self._zip.infolist()}

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    def holds(self, part: str) -> bool:
        """Whether there is such a part; names don't tell case apart."""
        return part.lower() in self._parts

    def feed(self, part: str, sink: Sink, *, most: int = MOST_PART) -> None:
        """Hand over a part piece by piece."""
        entry = self._parts.get(part.lower())
        if entry is None:
            raise self._explain_damage(KeyError(part))
        if entry.file_size > most:
            raise refuse(
                self._file,
                _("the part {part} unpacks to {size} MB", part=part, size=entry.file_size >> 20),
                _("{limit} MB is the limit; remove what isn't needed", limit=most >> 20),
            )
        for chunk in self._unpack(entry):
            sink(chunk, False)
        sink(b"", True)

    def _unpack(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            yield from unpack(self._zip, entry)
        except DAMAGE as error:
            raise self._explain_damage(error) from None

    def _explain_damage(self, error: BaseException) -> Exception:
        return refuse(
            self._file,
            _("the workbook is damaged: {problem}", problem=str(error)),
            _("open it in Excel and save it again as .xlsx"),
        )
