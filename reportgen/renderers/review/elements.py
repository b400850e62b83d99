"""Elements of OWPML: how they are made, and how they are compared."""

from __future__ import annotations

from lxml import etree

from reportgen.templating.formats.owpml import HP, HangulDialect
from reportgen.templating.tree import Element

PARAGRAPH, RUN, TEXT, CONTROL, TABLE, ROW, CELL, LIST = (
    f"{HP}{name}" for name in ("p", "run", "t", "ctrl", "tbl", "tr", "tc", "subList")
)
NUMBERED = (PARAGRAPH, *HangulDialect.objects)
"""What has an id of its own."""
_NAMES = {"hp": HP[1:-1]}


def make(name: str) -> Element:
    """An empty element with that local name."""
    return etree.Element(f"{HP}{name}", nsmap=_NAMES)


def spell(element: Element) -> str:
    """The element as canonical XML, the same text for the same content."""
    tail, element.tail = element.tail, None
    text = etree.tostring(element, method="c14n", exclusive=True).decode()
    element.tail = tail
    return text


def read_words(holder: Element) -> str:
    """The text, with a blank between paragraphs and for tabs and line breaks."""
    pieces: list[str] = []
    for element in holder.iter(PARAGRAPH, TEXT):
        if element.tag == PARAGRAPH:
            pieces.append(" ")
        else:
            pieces.extend([element.text or "", *(f" {mark.tail or ''}" for mark in element)])
    return "".join(pieces).strip()


def read_number(holder: Element, tag: str, attribute: str) -> int:
    """A number in an element of a cell or a table."""
    element = holder.find(f"{HP}{tag}")
    assert element is not None
    return int(element.get(attribute, "0"))


def write_number(holder: Element, tag: str, attribute: str, value: int) -> None:
    """Put a number into an element of a cell or a table."""
    element = holder.find(f"{HP}{tag}")
    assert element is not None
    element.set(attribute, str(value))
