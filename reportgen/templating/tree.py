"""Steps on an XML tree in which text and tags stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(slots=True)
class Sign(Slot):
    """An element that stands for one character, such as a tab; it goes with a tag around it."""

    character: str
    is_taken: bool = False

    @property
    def text(self) -> str:
        """The character, unless it was taken."""
        return "" if self.is_taken else self.character

    @text.setter
    def text(self, value: str) -> None:
        self.is_taken = not value


def drop_taken(slots: Iterable[Slot]) -> None:
    """Take the elements of signs that were taken out of the tree."""
    for slot in slots:
        if isinstance(slot, Sign) and slot.is_taken:
            replace_by_text(slot.element, "")


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
