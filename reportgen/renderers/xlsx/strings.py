"""The shared strings of a workbook: every text once."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.spreadsheetml import MAIN, escape

LONGEST_TEXT = 32_767
"""How many characters a cell holds (limit of Excel, counted in UTF-16)."""


class LongTextError(ReportgenError):
    """A text that no cell can hold."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _(
                "a text of {length} characters is too long for a cell, which holds {most}: {start}",
                length=len(text),
                most=LONGEST_TEXT,
                start=text[:40],
            )
        )


class SharedStrings:
    """Numbers texts in the order in which they are first used."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._items: list[str] = []

    def number_of(self, text: str) -> int:
        """The number of a plain text.

        :raises LongTextError: when no cell can hold it.
        """
        number = self._numbers.get(text)
        if number is None:
            if (
                len(text) * 2 > LONGEST_TEXT
                and len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT
            ):
                raise LongTextError(text)
            space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
            number = self._add(str(text), f"<si><t{space}>{escape(text)}</t></si>")
        return number

    def number_of_rich(self, item: str) -> int:
        """The number of a string item that is already spelled, with formats inside."""
        number = self._numbers.get(item)
        return self._add(item, item) if number is None else number

    def spell(self) -> Iterator[str]:
        """The part, in pieces."""
        yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        yield f'<sst xmlns="{MAIN}" uniqueCount="{len(self._items)}">'
        yield from self._items
        yield "</sst>"

    def _add(self, key: str, item: str) -> int:
        self._numbers[key] = len(self._items)
        self._items.append(item)
        return len(self._items) - 1
