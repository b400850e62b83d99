"""Headings and beginnings of pages in the parts of a template."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
_WORD_STYLES, _HANGUL_HEADER = "word/styles.xml", "Contents/header.xml"


def find_heading_styles(parts: Mapping[str, bytes]) -> frozenset[str]:
    """The ids of the styles (DOCX) or paragraph shapes (HWPX) that have a level in the outline.

    Of Word's ``w:outlineLvl`` (17.3.1.20) 9 means none; a style has that of the one it is based
    on.
    """
    if _HANGUL_HEADER in parts:
        root = _read(parts[_HANGUL_HEADER])
        shapes = [] if root is None else list(root.iter(f"{_HH}paraPr"))
        return frozenset(
            str(shape.get("id"))
            for shape in shapes
            if (heading := shape.find(f"{_HH}heading")) is not None
            and heading.get("type") == "OUTLINE"
        )
    root = _read(parts.get(_WORD_STYLES, b""))
    styles = [] if root is None else list(root.iter(f"{W}style"))
    levels = {str(style.get(f"{W}styleId")): style for style in styles}
    return frozenset(name for name in levels if _has_level(name, levels))


def _read(data: bytes) -> Element | None:
    try:
        return etree.fromstring(data) if data else None
    except etree.XMLSyntaxError:
        return None


def _has_level(name: str, styles: Mapping[str, Element]) -> bool:
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        level = styles[name].find(f"{W}pPr/{W}outlineLvl")
        if level is not None:
            return level.get(f"{W}val") != "9"
        based = styles[name].find(f"{W}basedOn")
        name = "" if based is None else str(based.get(f"{W}val"))
    return False


def is_heading(paragraph: Element, styles: frozenset[str]) -> bool:
    """Whether the paragraph has a level in the outline."""
    if paragraph.tag == f"{HP}p":
        return paragraph.get("paraPrIDRef") in styles
    level = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if level is not None:
        return level.get(f"{W}val") != "9"
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") in styles


def begins_page(paragraph: Element) -> bool:
    """Whether a page begins with the paragraph."""
    if paragraph.tag == f"{HP}p":
        return paragraph.get("pageBreak") == "1"
    if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None:
        return True
    return any(one.get(f"{W}type") == "page" for one in paragraph.iterfind(f"{W}r/{W}br"))
