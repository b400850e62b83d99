"""Runs and paragraphs in red, as the two formats spell them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import deepcopy
from typing import ClassVar

from lxml import etree

from reportgen.templating.dialect import ID_TOKEN
from reportgen.templating.drafts.red_shapes import RED, want_red
from reportgen.templating.tree import Element, children

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KEPT = ("rFonts", "sz", "szCs")


class RedTexts(ABC):
    """How a format spells text.

    :cvar holders: what paragraphs stand in.
    """

    paragraph: ClassVar[str]
    run: ClassVar[str]
    text: ClassVar[str]
    table: ClassVar[str]
    row: ClassVar[str]
    cell: ClassVar[str]
    holders: ClassVar[frozenset[str]]

    @abstractmethod
    def make_run(self, message: str, near: Element | None) -> Element:
        """A run in red, as large as another one."""

    @abstractmethod
    def make_paragraph(self, message: str) -> Element:
        """A paragraph in red."""

    @abstractmethod
    def open_again(self, run: Element) -> Element:
        """An empty run that looks the same."""

    @abstractmethod
    def find_first(self, element: Element) -> int:
        """Where the content of a paragraph, table, row or holder begins, behind its properties."""

    @abstractmethod
    def find_last(self, holder: Element) -> int:
        """Where the paragraphs of a holder end."""

    def holds_paragraphs(self, element: Element) -> bool:
        """Whether paragraphs may stand in the element."""
        return element.tag in self.holders

    def find_holder(self, cell: Element) -> Element:
        """What holds the paragraphs of a cell."""
        return cell

    def is_seen(self, _cell: Element) -> bool:
        """Whether what stands in a cell is shown."""
        return True


class WordTexts(RedTexts):
    """DOCX."""

    paragraph, run, text = f"{W}p", f"{W}r", f"{W}t"
    table, row, cell = f"{W}tbl", f"{W}tr", f"{W}tc"
    holders = frozenset(
        f"{W}{name}"
        for name in [
            "body",
            "tc",
            "hdr",
            "ftr",
            "footnote",
            "endnote",
            "comment",
            "txbxContent",
            "docPartBody",
        ]
    )
    _properties = frozenset(
        f"{W}{name}"
        for name in ["pPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr"]
    )

    def make_run(self, message: str, near: Element | None) -> Element:
        """``w:color`` between the font and the size."""
        run = _make(f"{W}r")
        look = etree.SubElement(run, f"{W}rPr")
        own = None if near is None else near.find(f"{W}rPr")
        kept = [] if own is None else [deepcopy(one) for one in own if _name(one) in _KEPT]
        look.extend(one for one in kept if _name(one) == "rFonts")
        etree.SubElement(look, f"{W}color", {f"{W}val": RED})
        look.extend(one for one in kept if _name(one) != "rFonts")
        text = etree.SubElement(run, f"{W}t", {_SPACE: "preserve"})
        text.text = message
        return run

    def make_paragraph(self, message: str) -> Element:
        """Without a look of its own."""
        paragraph = _make(f"{W}p")
        paragraph.append(self.make_run(message, None))
        return paragraph

    def open_again(self, run: Element) -> Element:
        """With the same properties."""
        made = _make(f"{W}r")
        made.extend(deepcopy(one) for one in children(run, f"{W}rPr"))
        return made

    def find_first(self, element: Element) -> int:
        """Properties stand first."""
        return next(
            (at for at, child in enumerate(element) if child.tag not in self._properties),
            len(element),
        )

    def find_last(self, holder: Element) -> int:
        """The page set-up stands last in the body."""
        return len(holder) - sum(1 for _section in children(holder, f"{W}sectPr"))

    def holds_paragraphs(self, element: Element) -> bool:
        """Of a content control, it depends on what stands in it."""
        if element.tag != f"{W}sdtContent":
            return element.tag in self.holders
        return any(child.tag in (self.paragraph, self.table) for child in element)

    def is_seen(self, cell: Element) -> bool:
        """A cell below the one that it is merged with isn't."""
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        return merge is None or merge.get(f"{W}val", "continue") == "restart"


class HangulTexts(RedTexts):
    """HWPX."""

    paragraph, run, text = f"{HP}p", f"{HP}run", f"{HP}t"
    table, row, cell = f"{HP}tbl", f"{HP}tr", f"{HP}tc"
    holders = frozenset((f"{HP}subList", "{http://www.hancom.co.kr/hwpml/2011/section}sec"))

    def make_run(self, message: str, near: Element | None) -> Element:
        """With a red shape like that of the other run."""
        number = "0" if near is None else near.get("charPrIDRef", "0")
        run = _make(f"{HP}run")
        run.set("charPrIDRef", want_red(number))
        etree.SubElement(run, f"{HP}t").text = message
        return run

    def make_paragraph(self, message: str) -> Element:
        """Of the first style."""
        paragraph = _make(f"{HP}p")
        paragraph.set("id", ID_TOKEN)
        for name in ("paraPrIDRef", "styleIDRef", "pageBreak", "columnBreak", "merged"):
            paragraph.set(name, "0")
        paragraph.append(self.make_run(message, None))
        return paragraph

    def open_again(self, run: Element) -> Element:
        """With the same shape."""
        made = _make(f"{HP}run")
        made.set("charPrIDRef", run.get("charPrIDRef", "0"))
        return made

    def find_first(self, element: Element) -> int:
        """The page set-up stands in the first paragraph of a section."""
        if element.tag in self.holders:
            return 1 if len(element) and any(map(_sets_up, element[0])) else 0
        if element.tag == self.paragraph:
            return next((at for at, run in enumerate(element) if not _sets_up(run)), len(element))
        return next((at for at, row in enumerate(element) if row.tag == self.row), len(element))

    def find_last(self, holder: Element) -> int:
        """Nothing else stands behind them."""
        return len(holder)

    def find_holder(self, cell: Element) -> Element:
        """Its list of paragraphs."""
        found = cell.find(f"{HP}subList")
        return cell if found is None else found


def _sets_up(run: Element) -> bool:
    """Whether the run holds the page set-up of a section."""
    return run.find(f"{HP}secPr") is not None


def _make(tag: str) -> Element:
    prefix = "w" if tag.startswith(W) else "hp"
    return etree.Element(tag, nsmap={prefix: etree.QName(tag).namespace})


def _name(element: Element) -> str:
    return etree.QName(element).localname
