"""Steps on an XML tree in which text and tags stand side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

Element = etree._Element


@dataclass(slots=True)
class Slot:
    """A piece of a paragraph's text: the text of an element, or what follows it."""

    element: Element
    is_tail: bool

    @property
    def text(self) -> str:
        """What stands in the slot."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @text.setter
    def text(self, value: str) -> None:
        if self.is_tail:
            self.element.tail = value
        else:
            self.element.text = value

    @property
    def holder(self) -> Element:
        """The text element in which the slot lies."""
        parent = self.element.getparent()
        return parent if self.is_tail and parent is not None else self.element


class SplitText:
    """The text of a paragraph, however it is split; tags are taken out of it from the last on."""

    def __init__(self, slots: list[Slot]) -> None:
        self._slots = slots
        self._starts = list(accumulate((len(slot.text) for slot in slots), initial=0))

    def replace(self, start: int, end: int, token: str) -> Element:
        """Put the token where a tag starts, and take the tag out of every slot it reaches into.

        :returns: the text element in which the tag starts.
        """
        first = bisect_right(self._starts, start) - 1
        for number in range(first, bisect_left(self._starts, end)):
            slot, at = self._slots[number], self._starts[number]
            text = slot.text
            left, right = max(start - at, 0), min(end - at, len(text))
            slot.text = text[:left] + (token if number == first else "") + text[right:]
        return self._slots[first].holder


def ancestor(element: Element, tag: str) -> Element | None:
    """The nearest element of that name around this one."""
    found = element.getparent()
    while found is not None and found.tag != tag:
        found = found.getparent()
    return found


def put_before(element: Element, text: str) -> None:
    """Put text directly before the element."""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
        return
    parent = element.getparent()
    assert parent is not None
    parent.text = (parent.text or "") + text


def put_after(element: Element, text: str) -> None:
    """Put text directly after the element."""
    element.tail = text + (element.tail or "")


def put_first(element: Element, text: str) -> None:
    """Put text at the very beginning of the element's content."""
    element.text = text + (element.text or "")


def put_last(element: Element, text: str) -> None:
    """Put text at the very end of the element's content."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def replace_by_text(element: Element, text: str) -> None:
    """Take the element out and leave text in its place."""
    put_before(element, text + (element.tail or ""))
    parent = element.getparent()
    assert parent is not None
    element.tail = None
    parent.remove(element)


def children(element: Element, tag: str) -> Iterator[Element]:
    """The direct children of that name."""
    return (child for child in element if child.tag == tag)
