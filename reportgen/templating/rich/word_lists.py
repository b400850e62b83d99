"""Numbered lists of DOCX that begin anew (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from lxml import etree
from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.limits import MOST_LOOKS
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_MOST_STYLES = 20
"""Styles based on each other."""


class WordLists:
    """The lists that were begun anew: each is a ``w:num`` with the look of the template's."""

    def __init__(self, parts: SharedParts) -> None:
        known = _NUMBERING in parts
        self._numbering = parts.open(_NUMBERING) if known else etree.fromstring("<none/>")
        styles = etree.fromstring(parts.get(_STYLES, b"<none/>"))
        self._styles = {_get(style, "styleId"): style for style in styles.iter(f"{_W}style")}
        self._numbers = {_get(one, "numId"): one for one in self._numbering.iter(f"{_W}num")}
        self._current: dict[str, str] = {}
        self._begun = 0

    def check(self, number: str, _level: str, style: str, restart: bool) -> None:
        """Whether a list can begin anew in a paragraph.

        :raises ValueError: when it stands in none.
        """
        found = number or self._find_in_style(style)[0]
        if restart and found not in self._numbers:
            raise ValueError(_("the paragraph stands in no numbered list"))

    def number(self, number: str, level: str, style: str, restart: bool) -> str:
        """``w:numPr`` of a paragraph, or nothing.

        :param number: that of the list, and the level in it, if the paragraph says so itself.
        """
        own = bool(number)
        number, level = (number, level or "0") if own else self._find_in_style(style)
        if number not in self._numbers:
            return Markup(_spell(number, level) if own else "")
        if restart:
            self._current[number] = self._begin(number, level)
        current = self._current.get(number, number)
        return Markup(_spell(current, level) if own or current != number else "")

    def _find_in_style(self, name: str) -> tuple[str, str]:
        number = level = ""
        for _step in range(_MOST_STYLES):
            style = self._styles.get(name)
            if style is None or number:
                break
            number = _get(style.find(f"{_W}pPr/{_W}numPr/{_W}numId"), "val")
            level = level or _get(style.find(f"{_W}pPr/{_W}numPr/{_W}ilvl"), "val")
            name = _get(style.find(f"{_W}basedOn"), "val")
        return number, level or "0"

    def _begin(self, number: str, level: str) -> str:
        """The number of a new list that looks like another and counts from its start."""
        self._begun += 1
        if self._begun > MOST_LOOKS:
            raise ValueError(_("more than {limit} lists begin anew", limit=f"{MOST_LOOKS:,}"))
        model = self._numbers[number]
        made = etree.Element(f"{_W}num")
        every = list(self._numbering.iter(f"{_W}num"))
        numbers = (_get(one, "numId") for one in every)
        last = str(1 + max(int(one) for one in numbers if one.isdigit()))
        made.set(f"{_W}numId", last)
        look = _get(model.find(f"{_W}abstractNumId"), "val")
        etree.SubElement(made, f"{_W}abstractNumId").set(f"{_W}val", look)
        override = etree.SubElement(made, f"{_W}lvlOverride")
        override.set(f"{_W}ilvl", level)
        start = etree.SubElement(override, f"{_W}startOverride")
        start.set(f"{_W}val", self._find_start(look, level))
        every[-1].addnext(made)
        return last

    def _find_start(self, look: str, level: str) -> str:
        for abstract in self._numbering.iter(f"{_W}abstractNum"):
            if _get(abstract, "abstractNumId") == look:
                for one in abstract.iterfind(f"{_W}lvl"):
                    if _get(one, "ilvl") == level:
                        return _get(one.find(f"{_W}start"), "val") or "1"
        return "1"


def _get(element: Element | None, name: str) -> str:
    return "" if element is None else str(element.get(f"{_W}{name}", ""))


def _spell(number: str, level: str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
