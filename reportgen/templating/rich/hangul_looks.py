"""Character shapes (``hh:charPr``, KS X 6101) with a look laid over them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.limits import MOST_LOOKS
from reportgen.templating.rich.rich_text import Look
from reportgen.templating.tree import Element

_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
_HC = "{http://www.hancom.co.kr/hwpml/2011/core}"
_ORDER = (
    *("fontRef", "ratio", "spacing", "relSz", "offset", "italic", "bold", "underline", "strikeout"),
    *("outline", "shadow", "emboss", "engrave", "supscript", "subscript"),
)
_RANK = {f"{_HH}{name}": rank for rank, name in enumerate(_ORDER)}
_SCRIPTS = {"superscript": "supscript", "subscript": "subscript"}


class Shapes:
    """One list of shapes in a HWPX header, and the ones that are added to it.

    :param list_tag: ``charProperties`` and the like.
    """

    def __init__(self, header: Element, list_tag: str) -> None:
        self._holder = header.find(f".//{_HH}{list_tag}")
        self._shapes = {str(one.get("id")): one for one in self._list()}
        self._made: dict[tuple[str, object], str] = {}

    def _list(self) -> list[Element]:
        return [] if self._holder is None else list(self._holder)

    def find(self, number: str) -> Element | None:
        """The shape of that number."""
        return self._shapes.get(number)

    def derive(self, base: str, key: object) -> tuple[str, Element | None]:
        """The number of the shape that differs from another by the key, and the shape if it is new.

        :raises ValueError: where there is no such shape, or too many were made.
        """
        known = self._made.get((base, key))
        if known is not None:
            return known, None
        shape = self.find(base)
        if shape is None or self._holder is None:
            raise ValueError(_("the template has no shape with the number {number}", number=base))
        if len(self._made) >= MOST_LOOKS:
            raise ValueError(_("more than {limit} different looks", limit=f"{MOST_LOOKS:,}"))
        ids = (str(one.get("id")) for one in self._holder)
        number = str(1 + max((int(one) for one in ids if one.isdigit()), default=-1))
        made = deepcopy(shape)
        made.set("id", number)
        self._holder.append(made)
        self._holder.set("itemCnt", str(len(self._holder)))
        self._shapes[number] = made
        self._made[base, key] = number
        return number, made


def give_look(shape: Element, look: Look) -> None:
    """Change a character shape to look so."""
    if look.color is not None:
        shape.set("textColor", f"#{look.color}")
    if look.half_points is not None:
        shape.set("height", str(look.half_points * 50))
    for name, switch in (("italic", look.italic), ("bold", look.bold)):
        if switch is not None:
            _switch(shape, name, switch)
    color = shape.get("textColor", "#000000")
    if look.underline is not None:
        kind = "BOTTOM" if look.underline else "NONE"
        _put(shape, "underline", {"type": kind, "shape": "SOLID", "color": color})
    if look.strike is not None:
        _put(shape, "strikeout", {"shape": "SOLID" if look.strike else "NONE", "color": color})
    if look.script is not None:
        for name, tag in _SCRIPTS.items():
            _switch(shape, tag, look.script == name)


def give_fill(shape: Element, color: str) -> None:
    """Change a border and fill to have that colour, and nothing else inside."""
    for old in shape.findall(f"{_HC}fillBrush"):
        shape.remove(old)
    brush = etree.SubElement(shape, f"{_HC}fillBrush")
    values = {"faceColor": f"#{color}", "hatchColor": "#000000", "alpha": "0"}
    etree.SubElement(brush, f"{_HC}winBrush", values)


def _switch(shape: Element, name: str, on: bool) -> None:
    if on:
        _put(shape, name, {})
        return
    for old in shape.findall(f"{_HH}{name}"):
        shape.remove(old)


def _put(shape: Element, name: str, values: dict[str, str]) -> None:
    """Set a part of the shape; it stands where the standard wants it."""
    tag = f"{_HH}{name}"
    for old in shape.findall(tag):
        shape.remove(old)
    before = sum(_RANK.get(str(child.tag), len(_RANK)) < _RANK[tag] for child in shape)
    made = etree.Element(tag, values)
    shape.insert(before, made)
