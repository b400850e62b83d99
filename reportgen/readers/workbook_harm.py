"""Whether a workbook can be read by the fast library without taking the memory of the machine.

The library keeps the whole rectangle of a sheet, and a copy of a shared text in each cell that
shows it; where that can't be told to be little, another reader takes the workbook, slowly. So it
does where the library would give nothing for a formula that failed or was never computed.
"""

from __future__ import annotations

import re
import zipfile

from reportgen.archives import unpack

_MAIN_PART = "xl/workbook.xml"
_MOST_CELLS = 3_000_000
_MOST_TAGS = 15_000_000
_MOST_AREA = 12_000_000
_MOST_BYTES = 1 << 27
_COLUMNS = 26
_NEAR_ROWS = 99_999
_OVERLAP = 64
_TAG, _CELL, _PLACED = b"<", b"<c", b'<c r="'
_SHARED = (b'"s"', b"'s'")
_PREFIXED = re.compile(rb":(?:c|si|sheetData)[\s/>]")
_FAR_RIGHT = re.compile(rb"<c r=\"[A-Za-z]{2}")
_FAILED = (b' t="e"', b" t='e'", b"<mergeCell ")
_FORMULAS = (b"</f>", b"<f ")
_NO_RESULT = re.compile(rb"(?:</f>|<f\s[^<>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_FAR_DOWN = re.compile(rb"<c r=\"[A-Za-z](\d{6,})")


def is_harmless(archive: zipfile.ZipFile) -> bool:
    """Whether the library needs little for it; False where that isn't plain to see.

    Every part is unpacked, so the checksums of the archive are known to be right.
    """
    if not any(entry.filename.lower() == _MAIN_PART for entry in archive.infolist()):
        return False
    longest = shown = 0
    for entry in archive.infolist():
        part = _Part()
        for chunk in unpack(archive, entry):
            part.look(chunk)
        if not part.is_harmless:
            return False
        longest = max(longest, part.longest_text)
        shown += part.shared
    return shown * longest < 2 * _MOST_BYTES


class _Part:
    """What can be told of one part without reading its markup.

    :ivar shared: how many cells show a shared text, at most.
    :ivar longest_text: the bytes of the longest shared text, at most.
    """

    def __init__(self) -> None:
        self.shared = self.longest_text = 0
        self._tags = self._cells = self._placed = self._size = self._since = 0
        self._last_row = _NEAR_ROWS
        self._is_odd = False
        self._end = b""

    def look(self, chunk: bytes) -> None:
        """Count on."""
        joined = self._end + chunk
        self._is_odd |= not self._size and b"\0" in chunk[:8]
        self._is_odd |= bool(_PREFIXED.search(joined) or _FAR_RIGHT.search(joined))
        self._is_odd |= b"<!DOCTYPE" in joined or any(sign in joined for sign in _FAILED)
        # Most ledgers have no formula; its signs alone are found much faster.
        has_formula = any(sign in joined for sign in _FORMULAS)
        self._is_odd |= has_formula and bool(_NO_RESULT.search(joined))
        self._tags += chunk.count(_TAG)
        self._cells += self._count(_CELL, chunk)
        self._placed += self._count(_PLACED, chunk)
        self.shared += sum(self._count(sign, chunk) for sign in _SHARED)
        rows = (int(row[:9]) for row in _FAR_DOWN.findall(joined))
        self._last_row = max(self._last_row, max(rows, default=0))
        self._measure(chunk)
        self._size += len(chunk)
        self._end = chunk[-_OVERLAP:]

    @property
    def is_harmless(self) -> bool:
        """Whether it has few cells, nearly all of which say where they stand, and not far out."""
        if self._is_odd or self._tags > _MOST_TAGS or self._placed > _MOST_CELLS:
            return False
        if not self._placed and self._size > _MOST_BYTES:
            return False
        # Those that only may be cells, such as <cols>, could stand beside each other.
        width = _COLUMNS + self._cells - self._placed
        return width * self._last_row < max(_MOST_AREA, 4 * self._placed)

    def _count(self, sign: bytes, chunk: bytes) -> int:
        """How often it stands in the chunk, or across its beginning."""
        edge = self._end[1 - len(sign) :] + chunk[: len(sign) - 1]
        return chunk.count(sign) + (edge.count(sign) if self._end else 0)

    def _measure(self, chunk: bytes) -> None:
        first, *others = chunk.split(b"</si")
        self._since += len(first)
        if others:
            self.longest_text = max(self.longest_text, self._since, *map(len, others))
            self._since = len(others[-1])
