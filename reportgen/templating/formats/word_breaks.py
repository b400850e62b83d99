"""Page breaks that LibreOffice puts behind a tag when it saves a template.

A paragraph that begins a page (``w:pageBreakBefore``, ECMA-376 part 1, 17.3.1.23) is saved by it
as a break at the end of the paragraph before, which may hold nothing but a tag. Where it stands
behind what opens a block it is a part of that block, as it is when somebody types it there.
"""

from __future__ import annotations

import re

from lxml import etree

from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONE = re.compile(r"\s*(?:\{%p\s(?:(?!%\}).)*%\}\s*)+")
_FIRST = ("pStyle", "keepNext", "keepLines")
"""The properties of a paragraph that come before this one (17.3.1.26)."""


def move_breaks(root: Element) -> None:
    """Let the paragraph behind a tag begin the page, where a break ends the tag's own."""
    for mark in list(root.iter(f"{_W}br")):
        if mark.get(f"{_W}type") != "page":
            continue
        run = mark.getparent()
        paragraph = None if run is None else run.getparent()
        following = None if paragraph is None else paragraph.getnext()
        if run is None or paragraph is None or following is None or following.tag != f"{_W}p":
            continue
        is_last = mark.getnext() is None and run.getnext() is None
        if is_last and _is_tag(paragraph) and not _is_tag(following):
            run.remove(mark)
            _begin_page(following)


def _read(paragraph: Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{_W}t"))


def _is_tag(paragraph: Element) -> bool:
    return _LONE.fullmatch(_read(paragraph)) is not None


def _begin_page(paragraph: Element) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{_W}pageBreakBefore") is None:
        before = [child for child in properties if etree.QName(child).localname in _FIRST]
        properties.insert(len(before), etree.Element(f"{_W}pageBreakBefore"))
