"""The section of another HWPX in this one: styles by name, other looks as they are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.inclusion.hangul_looks import HangulLooks
from reportgen.templating.inclusion.sources import InclusionError
from reportgen.templating.packages.open_packaging import find_free
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.tree import Element

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_HC = "{http://www.hancom.co.kr/hwpml/2011/core}"
_OPF = "{http://www.idpf.org/2007/opf/}"
_SECTION = re.compile(r"Contents/section\d+\.xml")
_MANIFEST = "Contents/content.hpf"
_PAGE = ("header", "footer", "pageNum", "newNum", "pageHiding", "colPr", "pageNumCtrl")
_REFUSED = ("footNote", "endNote", "ole", "chart", "video", "hiddenComment")
_PICTURE = "binaryItemIDRef"


class HangulInclusion:
    """All that is put into one document.

    :ivar part: the part that is being printed.
    """

    def __init__(self, parts: SharedParts) -> None:
        self.part = ""
        self._parts = parts
        self._looks = HangulLooks(parts)

    def insert(self, filled: Mapping[str, bytes], name: str) -> str:
        """The paragraphs of a filled document.

        :raises InclusionError: when it holds what can't be carried over.
        """
        sections = sorted(filter(_SECTION.fullmatch, filled))
        if len(sections) != 1:
            raise InclusionError(_("{name} has more than one section", name=name))
        section = etree.fromstring(filled[sections[0]])
        _refuse(section, name)
        paragraphs = list(section.iterfind(f"{_HP}p"))
        if paragraphs and _drop_page(paragraphs[0]):
            paragraphs = paragraphs[1:]
        self._looks.translate(paragraphs, filled, name)
        self._carry_pictures(paragraphs, filled, name)
        return "".join(
            etree.tostring(each, encoding="unicode", with_tail=False) for each in paragraphs
        )

    def finish(self, parts: dict[str, bytes]) -> None:
        """All of it was put into the parts that are shared."""

    def _carry_pictures(
        self, paragraphs: list[Element], filled: Mapping[str, bytes], name: str
    ) -> None:
        renamed: dict[str, str] = {}
        for element in (each for paragraph in paragraphs for each in paragraph.iter()):
            old = element.get(_PICTURE)
            if old is not None:
                if old not in renamed:
                    renamed[old] = self._carry(old, filled, name)
                element.set(_PICTURE, renamed[old])

    def _carry(self, old: str, filled: Mapping[str, bytes], name: str) -> str:
        """The id of a picture of the other document in this one."""
        items = etree.fromstring(filled[_MANIFEST]).iter(f"{_OPF}item")
        item = next((each for each in items if each.get("id") == old), None)
        source = "" if item is None else item.get("href", "")
        if item is None or source not in filled:
            raise InclusionError(_("{part} is missing in {name}", part=source or old, name=name))
        holder = self._parts.open(_MANIFEST).find(f"{_OPF}manifest")
        assert holder is not None, "content.hpf lists the parts"
        part = find_free(self._parts, source)
        ids = {str(each.get("id")) for each in holder}
        stem = posixpath.splitext(posixpath.basename(part))[0]
        made = {str(key): str(value) for key, value in item.attrib.items()}
        made.update(id=stem if stem not in ids else f"{stem}s{len(ids)}", href=part)
        self._parts.add(part, filled[source])
        etree.SubElement(holder, f"{_OPF}item", made)
        return made["id"]


def _drop_page(paragraph: Element) -> bool:
    """Take the page set-up out of the first paragraph; whether nothing else stands there."""
    for run in paragraph.findall(f"{_HP}run"):
        for section in run.findall(f"{_HP}secPr"):
            run.remove(section)
        for control in run.findall(f"{_HP}ctrl"):
            if any(etree.QName(child).localname in _PAGE for child in control):
                run.remove(control)
    texts = "".join(map(str, paragraph.itertext()))
    parts = [part for run in paragraph.iterfind(f"{_HP}run") for part in run]
    return not texts.strip() and all(part.tag == f"{_HP}t" for part in parts)


def _refuse(section: Element, name: str) -> None:
    sections = list(section.iter(f"{_HP}secPr"))
    if len(sections) > 1:
        raise InclusionError(_("{name} has more than one section", name=name))
    for number, paragraph in enumerate(section.iter(f"{_HP}p"), 1):
        for element in paragraph.iter(*(f"{_HP}{found}" for found in _REFUSED)):
            raise InclusionError(
                _(
                    "paragraph {number} of {name} holds {what}, which can't be carried over",
                    number=number,
                    name=name,
                    what=etree.QName(element).localname,
                )
            )
