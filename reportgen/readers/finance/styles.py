"""What the styles of a workbook say of a cell: date or number, how far in, in thousands."""

from __future__ import annotations

from typing import NamedTuple

from reportgen.readers.finance.markup import Attributes, Markup
from reportgen.readers.finance.numbers import count_thousands, shows_day
from reportgen.readers.finance.package import Package


class Look(NamedTuple):
    """One cell format."""

    is_day: bool = False
    indent: int = 0
    thousands: int = 0


class StyleReader:
    """Collects the cell formats of ``styles.xml`` in their order."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._indents: list[int] = []
        self._inside = False

    def read(self, package: Package, part: str, file: str) -> tuple[Look, ...]:
        """The formats; none when the workbook has no styles."""
        if package.holds(part):
            package.feed(part, Markup(file, self._start, self._end))
        return tuple(
            self._describe(number, indent)
            for number, indent in zip(self._formats, self._indents, strict=True)
        )

    def _start(self, tag: str, attributes: Attributes) -> None:
        if tag == "numFmt":
            self._codes[count(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            self._formats.append(count(attributes, "numFmtId"))
            self._indents.append(0)
        elif tag == "alignment" and self._inside and self._indents:
            self._indents[-1] = count(attributes, "indent")

    def _end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._inside = False

    def _describe(self, number: int, indent: int) -> Look:
        code = self._codes.get(number, "")
        return Look(shows_day(number, code), indent, count_thousands(code))


def is_on(attributes: Attributes, name: str) -> bool:
    """Whether an attribute says yes (ECMA-376, 22.9.2.7)."""
    return attributes.get(name, "0") in ("1", "true", "on")


def count(attributes: Attributes, name: str) -> int:
    """An attribute that counts something; 0 where it is absent or no number."""
    text = attributes.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
