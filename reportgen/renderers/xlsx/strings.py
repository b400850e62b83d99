"""The texts of a workbook's cells: shared, so that each is written once."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.spreadsheetml import MAIN, Element, escape_text

LONGEST_TEXT = 32_767
"""How many characters a cell holds (limit of Excel, counted in UTF-16)."""

MOST_SHARED = 65_536
"""How many texts are shared; more of them stand in their cells, to bound the memory."""


EMPTY = "/>"
"""What follows the style of an empty cell."""


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


class SharedStrings(dict[str | None, str]):
    """What follows the style of a cell, by the cell's text; numbered in the order of use.

    Looking a text up shares it. An empty text, or none, makes an empty cell.

    >>> strings = SharedStrings()
    >>> strings["세입"], strings["세출"], strings["세입"], strings[""]
    (' t="s"><v>0</v></c>', ' t="s"><v>1</v></c>', ' t="s"><v>0</v></c>', '/>')
    """

    def __init__(self, most: int = MOST_SHARED) -> None:
        super().__init__({"": EMPTY, None: EMPTY})
        self._most = most
        self._items: list[str] = []
        self._rich: dict[str, str] = {}

    def __missing__(self, text: str) -> str:
        """Share a text.

        :raises LongTextError: when no cell can hold it.
        """
        if len(text) * 2 > LONGEST_TEXT and _count_units(text) > LONGEST_TEXT:
            raise LongTextError(text)
        space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
        item = f"<t{space}>{escape_text(text)}</t>"
        if len(self._items) >= self._most:
            return f' t="inlineStr"><is>{item}</is></c>'
        content = self[str(text)] = self._add(f"<si>{item}</si>")
        return content

    def share_rich(self, item: str) -> str:
        """The same for a string item that is already spelled, with formats inside."""
        if item not in self._rich:
            self._rich[item] = self._add(item)
        return self._rich[item]

    def item(self, number: int) -> Element:
        """The string item of that number."""
        return etree.fromstring(self._items[number])

    def spell(self) -> Iterator[str]:
        """The part, in pieces."""
        yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        yield f'<sst xmlns="{MAIN}" uniqueCount="{len(self._items)}">'
        yield from self._items
        yield "</sst>"

    def _add(self, item: str) -> str:
        self._items.append(item)
        return f' t="s"><v>{len(self._items) - 1}</v></c>'


def _count_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
