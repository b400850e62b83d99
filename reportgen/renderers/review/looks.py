"""How changed text looks: shapes of letters derived from those that the text has."""

from __future__ import annotations

from copy import deepcopy
from enum import Enum

from lxml import etree

from reportgen.templating.tree import Element

HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
_ORDER = ("fontRef", "ratio", "spacing", "relSz", "offset", "italic", "bold", "underline")
_REFERENCES = {
    "charPrIDRef": "charPr",
    "paraPrIDRef": "paraPr",
    "styleIDRef": "style",
    "borderFillIDRef": "borderFill",
}


class Look(Enum):
    """Blue and underlined for what was inserted, red and struck through for what was deleted.

    The value is the colour on light ground and the one on dark ground.
    """

    INSERTED = ("#0000FF", "#9DC3FF")
    DELETED = ("#FF0000", "#FF9B9B")


class Looks:
    """The header of a HWPX (``Contents/header.xml``), to which shapes are added as needed."""

    def __init__(self, header: Element) -> None:
        self.header = header
        self._derived: dict[tuple[str, Look], str] = {}
        self._shapes = {str(shape.get("id")): shape for shape in header.iter(f"{HH}charPr")}
        self._next = max(map(int, self._shapes), default=-1) + 1
        self._known = {
            attribute: {str(element.get("id")) for element in header.iter(f"{HH}{name}")}
            for attribute, name in _REFERENCES.items()
        }

    def derive(self, shape: str, look: Look) -> str:
        """The id of that shape in another look; the shape's own id if there is no such shape."""
        if shape not in self._shapes:
            return shape
        if (shape, look) not in self._derived:
            self._derived[shape, look] = self._add(self._shapes[shape], look)
        return self._derived[shape, look]

    def fit(self, content: Element) -> None:
        """Let content of another file use shapes that this one has got."""
        for element in content.iter(etree.Element):
            for attribute, known in self._known.items():
                if element.get(attribute, "") not in {"", *known} and known:
                    element.set(attribute, min(known, key=int))

    def _add(self, shape: Element, look: Look) -> str:
        added = deepcopy(shape)
        number = str(self._next)
        self._next += 1
        color = look.value[_is_light(shape.get("textColor", "#000000"))]
        added.set("id", number)
        added.set("textColor", color)
        if look is Look.INSERTED:
            _put(added, "underline", {"type": "BOTTOM", "shape": "SOLID", "color": color})
        else:
            _put(added, "strikeout", {"shape": "SOLID", "color": color})
        holder = shape.getparent()
        assert holder is not None
        holder.append(added)
        holder.set("itemCnt", str(len(holder)))
        return number


def _is_light(color: str) -> bool:
    """Whether letters of that colour, such as ``#FFFFFF``, stand on dark ground."""
    parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)] if len(color) == 7 else [0]
    return min(parts) > 0xA0


def _put(shape: Element, name: str, values: dict[str, str]) -> None:
    """Set an element of a shape, in its place among the others (KS X 6101, charPr)."""
    element = shape.find(f"{HH}{name}")
    if element is None:
        element = etree.Element(f"{HH}{name}")
        before = {f"{HH}{tag}" for tag in _ORDER if tag != name}
        shape.insert(sum(child.tag in before for child in shape), element)
    for key, value in values.items():
        element.set(key, value)
