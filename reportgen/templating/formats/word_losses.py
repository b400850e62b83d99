"""What of a paragraph, row or cell of WordprocessingML can't go with a tag."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.templating.tags.losses import NAMES, find_losses
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
_HARMLESS = frozenset(
    f"{_W}{name}"
    for name in ["p", "r", "tr", "tc", "ins", "moveTo", "smartTag", "hyperlink", "bdo", "dir"]
)
_WHOLE = frozenset(
    f"{_W}{name}"
    for name in [
        "pPr",
        "rPr",
        "trPr",
        "tcPr",
        "tblPrEx",
        "smartTagPr",
        "t",
        "instrText",
        "proofErr",
        "lastRenderedPageBreak",
        "del",
        "moveFrom",
        "tab",
        "br",
        "cr",
        "noBreakHyphen",
        "softHyphen",
        "bookmarkStart",
        "bookmarkEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    ]
)
_MARKS = (f"{_W}bookmarkStart", f"{_W}bookmarkEnd")
_BREAKS = {"page": "page break", "column": "column break"}
_KINDS = {
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "note"),
    **dict.fromkeys(("commentReference", "commentRangeStart", "commentRangeEnd"), "comment"),
    **dict.fromkeys(("fldChar", "fldSimple", "ffData"), "field"),
    **dict.fromkeys(("oMath", "oMathPara"), "equation"),
    **dict.fromkeys(("drawing", "pict", "object", "AlternateContent"), "picture"),
    **dict.fromkeys(("pgNum", "annotationRef"), "number"),
    "sym": "symbol",
    "tbl": "table",
    "sdt": "form",
}


def find_word_losses(element: Element) -> Iterator[str]:
    """The names of what would be lost with the element; bookmarks are kept beside it."""
    for switch in element.iter(f"{_W}pageBreakBefore"):
        if switch.get(f"{_W}val", "1") not in _OFF:
            yield NAMES["page break"]()
    for line in element.iter(f"{_W}br"):
        if kind := _BREAKS.get(line.get(f"{_W}type", "")):
            yield NAMES[kind]()
    yield from find_losses(element, _HARMLESS, _WHOLE, _KINDS)


def take_marks(element: Element) -> tuple[list[Element], list[Element]]:
    """The starts and ends of bookmarks in the element, which may stand between paragraphs."""
    starts, ends = (list(element.iter(mark)) for mark in _MARKS)
    for mark in (*starts, *ends):
        mark.tail = None
    return starts, ends
