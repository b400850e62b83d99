"""Looks of another HWPX among those of this one (KS X 6101, header.xml).

A paragraph names its looks by numbers of its own document. A look that this document has,
too, gets its number; any other is added. Styles are found by their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.inclusion.sources import InclusionError
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.tree import Element

_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
_HEADER = "Contents/header.xml"
_LISTS = {
    "charPrIDRef": ("charProperties", "charPr"),
    "paraPrIDRef": ("paraProperties", "paraPr"),
    "borderFillIDRef": ("borderFills", "borderFill"),
    "tabPrIDRef": ("tabProperties", "tabPr"),
}
"""By attribute, the list in which it names an entry, and what the entries are."""

_HEADINGS = {"NUMBER": ("numberings", "numbering"), "BULLET": ("bullets", "bullet")}
_STYLE = "styleIDRef"
_LANGUAGES = {
    "hangul": "HANGUL",
    "latin": "LATIN",
    "hanja": "HANJA",
    "japanese": "JAPANESE",
    "other": "OTHER",
    "symbol": "SYMBOL",
    "user": "USER",
}


class HangulLooks:
    """The looks of this document."""

    def __init__(self, parts: SharedParts) -> None:
        self._parts = parts
        self._root: Element | None = None
        self._known: dict[tuple[str, bytes], str] = {}

    def translate(
        self, paragraphs: Iterable[Element], filled: Mapping[str, bytes], name: str
    ) -> None:
        """Have the paragraphs of another document name looks of this one.

        :raises InclusionError: when a style is missing here.
        """
        if self._root is None:
            self._root = self._parts.open(_HEADER)
            self._index()
        other = _Other(etree.fromstring(filled[_HEADER]), self, name)
        for paragraph in paragraphs:
            for element in paragraph.iter():
                other.translate(element)

    def find_style(self, name: str, kind: str) -> str | None:
        """The number of the style of that name."""
        assert self._root is not None
        for style in self._root.iter(f"{_HH}style"):
            if (style.get("name"), style.get("type")) == (name, kind):
                return style.get("id")
        return None

    def add(self, holder: str, entry: Element) -> str:
        """The number of a look in that list, which gets it unless it has the same."""
        assert self._root is not None
        key = holder, _digest(entry)
        if key not in self._known:
            found = self._root.find(f".//{_HH}{holder}")
            if found is None:
                raise InclusionError(_("this document has no {list}", list=holder))
            number = str(max((int(each.get("id", "0")) for each in found), default=-1) + 1)
            entry.set("id", number)
            found.append(entry)
            found.set("itemCnt", str(len(found)))
            self._known[key] = number
        return self._known[key]

    def add_font(self, language: str, font: Element) -> str:
        """The number of a font for a language, found by its face."""
        assert self._root is not None
        for fonts in self._root.iter(f"{_HH}fontface"):
            if fonts.get("lang") != language:
                continue
            for known in fonts.iterfind(f"{_HH}font"):
                if known.get("face") == font.get("face"):
                    return known.get("id", "0")
            font.set("id", str(len(fonts)))
            fonts.append(font)
            fonts.set("fontCnt", str(len(fonts)))
            return font.get("id", "0")
        raise InclusionError(_("this document has no {list}", list=f"fonts {language}"))

    def _index(self) -> None:
        assert self._root is not None
        for holder, _tag in (*_LISTS.values(), *_HEADINGS.values()):
            for entry in self._root.iterfind(f".//{_HH}{holder}/*"):
                self._known.setdefault((holder, _digest(entry)), entry.get("id", "0"))


class _Other:
    """The looks of another document, and what they are called in this one."""

    def __init__(self, root: Element, own: HangulLooks, name: str) -> None:
        self._root, self._own, self._name = root, own, name
        self._numbers: dict[tuple[str, str], str] = {}

    def translate(self, element: Element) -> None:
        """Have what the element names be called as in this document."""
        for attribute, (holder, tag) in _LISTS.items():
            old = element.get(attribute)
            if old is not None:
                element.set(attribute, self._find(holder, tag, old))
        old = element.get(_STYLE)
        if old is not None:
            element.set(_STYLE, self._find_style(old))

    def _find(self, holder: str, tag: str, old: str) -> str:
        key = holder, old
        if key not in self._numbers:
            entries = self._root.iterfind(f".//{_HH}{holder}/{_HH}{tag}")
            found = next((entry for entry in entries if entry.get("id") == old), None)
            if found is None:
                # Hancom Office writes such numbers for what has no look, such as a border.
                self._numbers[key] = old
                return old
            copy = etree.fromstring(etree.tostring(found))
            copy.tail = None
            for part in copy.iter():
                self.translate(part)
            self._translate_fonts(copy)
            self._translate_heading(copy)
            self._numbers[key] = self._own.add(holder, copy)
        return self._numbers[key]

    def _find_style(self, old: str) -> str:
        key = _STYLE, old
        if key not in self._numbers:
            styles = self._root.iter(f"{_HH}style")
            found = next((style for style in styles if style.get("id") == old), None)
            name = "" if found is None else found.get("name", "")
            kind = "" if found is None else found.get("type", "")
            number = self._own.find_style(name, kind)
            if number is None:
                raise InclusionError(
                    _("the style «{style}» of {name} is missing here", style=name, name=self._name)
                )
            self._numbers[key] = number
        return self._numbers[key]

    def _translate_fonts(self, entry: Element) -> None:
        for reference in entry.iterfind(f"{_HH}fontRef"):
            for key, language in _LANGUAGES.items():
                fonts = self._root.iterfind(f".//{_HH}fontface[@lang='{language}']/{_HH}font")
                old = reference.get(key)
                found = next((font for font in fonts if font.get("id") == old), None)
                if found is not None:
                    copy = etree.fromstring(etree.tostring(found))
                    reference.set(key, self._own.add_font(language, copy))

    def _translate_heading(self, entry: Element) -> None:
        for heading in entry.iterfind(f"{_HH}heading"):
            kind = _HEADINGS.get(heading.get("type", ""))
            if kind is not None and heading.get("idRef") not in (None, "0"):
                heading.set("idRef", self._find(*kind, heading.get("idRef", "")))


def _digest(entry: Element) -> bytes:
    """What a look says, without its number."""
    copy = etree.fromstring(etree.tostring(entry))
    copy.attrib.pop("id", "")
    return etree.tostring(copy, method="c14n", exclusive=True)
