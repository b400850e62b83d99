"""Numbered lists of another DOCX among those of this one (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.inclusion.sources import InclusionError
from reportgen.templating.packages.open_packaging import (
    OFFICE,
    declare_type,
    find_free_id,
    read_rels,
    relate,
)
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING, _DOCUMENT = "word/numbering.xml", "word/document.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_LINKS = ("styleLink", "numStyleLink", "pStyle", "lvlPicBulletId")


class WordLists:
    """The lists of this document; each document that is put in begins its own anew."""

    def __init__(self, parts: SharedParts) -> None:
        self._parts = parts
        self._root: Element | None = None

    @property
    def used(self) -> bool:
        """Whether a list was added."""
        return self._root is not None

    def translate(self, body: Element, filled: Mapping[str, bytes], name: str) -> None:
        """Have the lists of another document's body be lists of this one."""
        uses = [use for use in body.iter(f"{_W}numId") if use.get(f"{_W}val") not in (None, "0")]
        if not uses:
            return
        if _NUMBERING not in filled:
            raise InclusionError(_("the lists of {name} are missing in it", name=name))
        source = etree.fromstring(filled[_NUMBERING])
        numbers: dict[str, str] = {}
        for use in uses:
            old = use.get(f"{_W}val", "")
            if old not in numbers:
                numbers[old] = self._add(source, old, name)
            use.set(f"{_W}val", numbers[old])

    def _add(self, source: Element, old: str, name: str) -> str:
        """A list of this document that looks as one of another; its number."""
        root = self._open()
        found = _find(source, "num", "numId", old)
        reference = None if found is None else found.find(f"{_W}abstractNumId")
        look = _find(source, "abstractNum", "abstractNumId", _read(reference, "val"))
        if found is None or look is None or reference is None:
            raise InclusionError(_("the lists of {name} are missing in it", name=name))
        for link in [*look.iter(*(f"{_W}{each}" for each in _LINKS))]:
            if etree.QName(link).localname in ("numStyleLink", "lvlPicBulletId"):
                raise InclusionError(
                    _("a list of {name} has pictures or a style of its own", name=name)
                )
            link.getparent().remove(link)  # type: ignore[union-attr]
        for mark in look.findall(f"{_W}nsid"):
            look.remove(mark)
        numbers = [int(_read(each, "abstractNumId")) for each in root.iterfind(f"{_W}abstractNum")]
        look.set(f"{_W}abstractNumId", str(max(numbers, default=-1) + 1))
        _put_behind(root, look, ("numPicBullet", "abstractNum"))
        lists = [int(_read(each, "numId")) for each in root.iterfind(f"{_W}num")]
        found.set(f"{_W}numId", str(max(lists, default=0) + 1))
        reference.set(f"{_W}val", _read(look, "abstractNumId"))
        _put_behind(root, found, ("numPicBullet", "abstractNum", "num"))
        return _read(found, "numId")

    def _open(self) -> Element:
        if self._root is None:
            empty = f'<w:numbering xmlns:w="{_W[1:-1]}"/>'.encode()
            self._root = self._parts.open(_NUMBERING, empty)
        return self._root

    def finish(self, parts: dict[str, bytes], types: Element) -> None:
        """Have the package say that it has lists, if any were added."""
        if self._root is None:
            return
        declare_type(types, _NUMBERING, _KIND)
        rels = read_rels(parts, _DOCUMENT)
        if not any(one.get("Type") == f"{OFFICE}/numbering" for one in rels):
            relate(parts, _DOCUMENT, find_free_id(rels), f"{OFFICE}/numbering", _NUMBERING)


def _find(root: Element, tag: str, attribute: str, value: str) -> Element | None:
    """A copy of the element with that number."""
    for element in root.iterfind(f"{_W}{tag}"):
        if element.get(f"{_W}{attribute}") == value:
            return etree.fromstring(etree.tostring(element))
    return None


def _read(element: Element | None, attribute: str) -> str:
    return "" if element is None else element.get(f"{_W}{attribute}", "")


def _put_behind(root: Element, element: Element, tags: tuple[str, ...]) -> None:
    """Put the element behind the last child with one of these names."""
    at = [number for number, child in enumerate(root) if etree.QName(child).localname in tags]
    root.insert(at[-1] + 1 if at else 0, element)
