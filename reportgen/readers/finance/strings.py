"""The shared texts of a workbook."""

from __future__ import annotations

import re

from reportgen.readers.finance.markup import Attributes, Markup
from reportgen.readers.finance.package import Package

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """The text without the escapes of characters that XML has no place for.

    >>> unescape("가_x0041_나"), unescape("_x005F_x000D_")
    ('가A나', '_x000D_')
    """
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


class StringReader:
    """Collects ``sharedStrings.xml``: runs are joined, readings (``rPh``) left out."""

    def __init__(self) -> None:
        self._strings: list[str] = []
        self._runs: list[str] = []
        self._reading = False

    def read(self, package: Package, part: str, file: str) -> list[str]:
        """The texts in their order; none when the workbook has no such part."""
        if package.holds(part):
            self._markup = Markup(file, self._start, self._end)
            package.feed(part, self._markup)
        return self._strings

    def _start(self, tag: str, _attributes: Attributes) -> None:
        if tag == "si":
            self._runs = []
        elif tag == "rPh":
            self._reading = True
        elif tag == "t" and not self._reading:
            self._markup.collect()

    def _end(self, tag: str) -> None:
        if tag == "si":
            self._strings.append(unescape("".join(self._runs)))
        elif tag == "rPh":
            self._reading = False
        elif tag == "t" and not self._reading:
            self._runs.append(self._markup.collected())
