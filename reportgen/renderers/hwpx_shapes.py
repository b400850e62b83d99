"""What a HWPX header says of fonts and paragraphs, as far as measuring a line needs it.

Lengths are in 1/7200 inch (HWPUNIT).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
_HC = "{http://www.hancom.co.kr/hwpml/2011/core}"
_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_UNIT_CASE = "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar"
_WIDE_FROM = 0x1100
_NARROW_MARKS = "’‘“”·․‧"


@dataclass(frozen=True, slots=True)
class CharacterShape:
    """Size of a run's letters; ratio and spacing are per cent, of Hangul and of Latin."""

    height: int
    ratios: tuple[int, int]
    spacings: tuple[int, int]

    def measure(self, text: str) -> int:
        """About how wide the text is: a Hangul letter is as wide as high, a Latin one half."""
        wide = sum(ord(mark) >= _WIDE_FROM and mark not in _NARROW_MARKS for mark in text)
        counts = (wide, len(text) - wide)
        widths = (self.height, self.height / 2)
        return round(
            sum(
                count * (width * ratio / 100 + self.height * spacing / 100)
                for count, width, ratio, spacing in zip(
                    counts, widths, self.ratios, self.spacings, strict=True
                )
            )
        )


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """Where a paragraph's first line begins, where the others do, and its tab stops."""

    start: int
    left: int
    stops: tuple[tuple[int, str], ...]

    def next_stop(self, at: int) -> tuple[int, str] | None:
        """The first stop to the right; a hanging indent is a stop as well."""
        stops = [*self.stops, *([(self.left, "LEFT")] if self.left > self.start else [])]
        return min((stop for stop in stops if stop[0] > at), default=None)


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Shapes by the ids that runs and paragraphs refer to; the same only as itself."""

    characters: dict[str, CharacterShape]
    paragraphs: dict[str, ParagraphShape]


@lru_cache(maxsize=4)
def read_shapes(header: bytes) -> Shapes:
    """The shapes of ``Contents/header.xml`` (KS X 6101, charProperties and paraProperties)."""
    root = etree.fromstring(header)
    tabs = {_id(tab): _read_stops(tab) for tab in root.iter(f"{_HH}tabPr")}
    return Shapes(
        {_id(shape): _read_character(shape) for shape in root.iter(f"{_HH}charPr")},
        {_id(shape): _read_paragraph(shape, tabs) for shape in root.iter(f"{_HH}paraPr")},
    )


def _id(element: etree._Element) -> str:
    return str(element.get("id", ""))


def _read_character(shape: etree._Element) -> CharacterShape:
    def pair(tag: str, default: int) -> tuple[int, int]:
        element = shape.find(f"{_HH}{tag}")
        values: dict[str, str] = (
            {} if element is None else {str(key): str(value) for key, value in element.items()}
        )
        hangul, latin = (int(values.get(name, default)) for name in ("hangul", "latin"))
        return hangul, latin

    return CharacterShape(int(shape.get("height", "1000")), pair("ratio", 100), pair("spacing", 0))


def _read_paragraph(
    shape: etree._Element, tabs: dict[str, tuple[tuple[int, str], ...]]
) -> ParagraphShape:
    holder, scale = _choose(shape)
    margin = holder.find(f"{_HH}margin")
    values = {"intent": 0, "left": 0}
    for name in values:
        element = None if margin is None else margin.find(f"{_HC}{name}")
        if element is not None:
            values[name] = round(int(element.get("value", "0")) / scale)
    indent, left = values["intent"], values["left"]
    # A negative indent hangs the lines after the first one by as much.
    start, rest = (left, left - indent) if indent < 0 else (left + indent, left)
    return ParagraphShape(start, rest, tabs.get(str(shape.get("tabPrIDRef")), ()))


def _read_stops(tab: etree._Element) -> tuple[tuple[int, str], ...]:
    holder, scale = _choose(tab)
    return tuple(
        (round(int(item.get("pos", "0")) / scale), str(item.get("type", "LEFT")))
        for item in holder.iterfind(f"{_HH}tabItem")
    )


def _choose(element: etree._Element) -> tuple[etree._Element, int]:
    """The part with true lengths; what older programs read holds them doubled."""
    for case in element.iterfind(f"{_HP}switch/{_HP}case"):
        if case.get(f"{_HP}required-namespace") == _UNIT_CASE:
            return case, 1
    default = element.find(f"{_HP}switch/{_HP}default")
    return (element, 1) if default is None else (default, 2)
