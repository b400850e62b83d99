"""Elements of WordprocessingML: how they are made, and how they are compared."""

from __future__ import annotations

from lxml import etree

from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_NAMES = {"w": W[1:-1]}


def make(name: str) -> Element:
    """An empty element with that local name."""
    return etree.Element(f"{W}{name}", nsmap=_NAMES)


def spell(element: Element | None) -> str:
    """The element as canonical XML, the same text for the same content; "" for none."""
    if element is None:
        return ""
    tail, element.tail = element.tail, None
    text = etree.tostring(element, method="c14n", exclusive=True).decode()
    element.tail = tail
    return text


def spell_properties(properties: Element | None) -> str:
    """Properties as canonical XML; "" for none, which is what empty ones say as well."""
    return spell(properties) if properties is not None and len(properties) else ""
