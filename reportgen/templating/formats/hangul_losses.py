"""What of a paragraph, row or cell of OWPML can't go with a tag."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.templating.tags.losses import NAMES, find_losses
from reportgen.templating.tree import Element

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_HARMLESS = frozenset(f"{_HP}{name}" for name in ["p", "run", "t", "tr", "tc", "subList", "ctrl"])
_WHOLE = frozenset(
    f"{_HP}{name}"
    for name in [
        "linesegarray",
        "cellAddr",
        "cellSpan",
        "cellSz",
        "cellMargin",
        "metaTag",
        "secPr",
        "markpenBegin",
        "markpenEnd",
        "titleMark",
        "tab",
        "lineBreak",
        "nbSpace",
        "fwSpace",
        "hyphen",
        "insertBegin",
        "insertEnd",
        "deleteBegin",
        "deleteEnd",
    ]
)
_BREAKS = {"pageBreak": "page break", "columnBreak": "column break"}
_PICTURES = [
    "pic",
    "rect",
    "line",
    "ellipse",
    "arc",
    "polygon",
    "curve",
    "connectLine",
    "container",
    "ole",
    "video",
    "textart",
    "unknownObject",
]
FORMS = ["btn", "radioBtn", "checkBtn", "comboBox", "edit", "listBox", "scrollBar"]
_KINDS = {
    **dict.fromkeys(_PICTURES, "picture"),
    **dict.fromkeys(FORMS, "form"),
    **dict.fromkeys(("footNote", "endNote"), "note"),
    **dict.fromkeys(("fieldBegin", "fieldEnd"), "field"),
    **dict.fromkeys(("autoNum", "newNum"), "number"),
    **dict.fromkeys(("pageNum", "pageNumCtrl", "pageHiding", "header", "footer", "colPr"), "page"),
    **dict.fromkeys(("compose", "dutmal"), "symbol"),
    "hiddenComment": "comment",
    "bookmark": "bookmark",
    "equation": "equation",
    "tbl": "table",
}


def find_hangul_losses(element: Element) -> Iterator[str]:
    """The names of what would be lost with the element."""
    for paragraph in element.iter(f"{_HP}p"):
        for name, kind in _BREAKS.items():
            if paragraph.get(name) == "1":
                yield NAMES[kind]()
    yield from find_losses(element, _HARMLESS, _WHOLE, _KINDS)
