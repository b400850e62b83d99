"""Pictures in HWPX (KS X 6101, ``hp:pic``)."""

from __future__ import annotations

import re
from fractions import Fraction

from lxml import etree

from reportgen.templating.dialect import ID_TOKEN
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.rich.insertion import escape_attribute
from reportgen.templating.rich.rich_text import Picture

_MANIFEST = "Contents/content.hpf"
_OPF = "{http://www.idpf.org/2007/opf/}"
_UNITS = Fraction(72_000, 254)
"""In a millimetre."""
_MEDIA = {"png": "image/png", "jpg": "image/jpg"}
_PAGE = re.compile(r'<hp:pagePr [^>]*?width="(\d+)"[^>]*><hp:margin ([^>]*)/>')
_MARGIN = re.compile(r'\b(?:left|right|gutter)="(\d+)"')
_CELLS = re.compile(r"<(?P<end>/?)hp:tc[ >]|<hp:cellSz width=\"(?P<width>\d+)\"")
_CELL_EDGES = 1_020
_A4_TEXT = 42_520
_MATRIX = 'e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"/>'
_PICTURE = (
    '<hp:pic id="{id}" zOrder="0" numberingType="PICTURE" textWrap="TOP_AND_BOTTOM" '
    'textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" href="" groupLevel="0" instid="{id}" '
    'reverse="0"><hp:offset x="0" y="0"/><hp:orgSz width="{wide}" height="{high}"/><hp:curSz '
    'width="{wide}" height="{high}"/><hp:flip horizontal="0" vertical="0"/><hp:rotationInfo '
    'angle="0" centerX="{middle}" centerY="{centre}" rotateimage="1"/><hp:renderingInfo>'
    f"<hc:transMatrix {_MATRIX}<hc:scaMatrix {_MATRIX}<hc:rotMatrix {_MATRIX}</hp:renderingInfo>"
    '<hp:imgRect><hc:pt0 x="0" y="0"/><hc:pt1 x="{wide}" y="0"/><hc:pt2 x="{wide}" y="{high}"/>'
    '<hc:pt3 x="0" y="{high}"/></hp:imgRect><hp:imgClip left="0" right="{wide}" top="0" '
    'bottom="{high}"/><hp:inMargin left="0" right="0" top="0" bottom="0"/><hp:imgDim '
    'dimwidth="{wide}" dimheight="{high}"/><hc:img binaryItemIDRef="{item}" bright="0" '
    'contrast="0" effect="REAL_PIC" alpha="0"/><hp:effects/><hp:sz width="{wide}" '
    'widthRelTo="ABSOLUTE" height="{high}" heightRelTo="ABSOLUTE" protect="0"/><hp:pos '
    'treatAsChar="1" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" '
    'vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" '
    'horzOffset="0"/><hp:outMargin left="0" right="0" top="0" bottom="0"/><hp:shapeComment>{alt}'
    "</hp:shapeComment></hp:pic>"
)


class HangulPictures:
    """The pictures that are added to the package; the same is added once."""

    def __init__(self, parts: SharedParts) -> None:
        self._parts = parts
        self._manifest = parts.open(_MANIFEST) if _MANIFEST in parts else None
        self._items: dict[bytes, str] = {}

    def add(self, data: bytes, extension: str) -> str:
        """The id of the item that a picture refers to."""
        if data not in self._items:
            number = len(self._items) + 1
            taken = self._list_taken()
            while f"image{number}" in taken:
                number += 1
            name = f"image{number}"
            self._items[data] = name
            self._parts.add(f"BinData/{name}.{extension}", data)
            self._list(name, extension)
        return self._items[data]

    def _list(self, name: str, extension: str) -> None:
        holder = None if self._manifest is None else self._manifest.find(f"{_OPF}manifest")
        if holder is not None:
            href = f"BinData/{name}.{extension}"
            values = {"id": name, "href": href, "media-type": _MEDIA[extension], "isEmbeded": "1"}
            etree.SubElement(holder, f"{_OPF}item", values)

    def _list_taken(self) -> set[str]:
        ids = () if self._manifest is None else self._manifest.iter(f"{_OPF}item")
        stems = {name.rpartition("/")[2].partition(".")[0] for name in self._parts}
        return stems | {str(item.get("id")) for item in ids}


def spell_picture(picture: Picture, item: str) -> str:
    """``hp:pic`` of a picture that stands like a letter."""
    wide = max(round(picture.width_mm * _UNITS), 1)
    high = max(round(picture.height_mm * _UNITS), 1)
    return _PICTURE.format(
        id=ID_TOKEN,
        wide=wide,
        high=high,
        middle=wide // 2,
        centre=high // 2,
        item=item,
        alt=escape_attribute(picture.alt),
    )


def measure_text(text: str) -> Fraction:
    """The width of the text in millimetres, of the page that has the least."""
    widths = (_measure_page(match[1], match[2]) for match in _PAGE.finditer(text))
    return min((width for width in widths if width > 0), default=_A4_TEXT) / _UNITS


def _measure_page(width: str, margins: str) -> int:
    return int(width) - sum(map(int, _MARGIN.findall(margins)))


def measure_cell(text: str, at: int) -> Fraction:
    """The width in millimetres of the cell around a place; its size stands behind its content."""
    depth = 0
    for match in _CELLS.finditer(text, at):
        if match["width"] is None:
            depth += -1 if match["end"] else 1
        elif not depth:
            return max(int(match["width"]) - _CELL_EDGES, 1) / _UNITS
    return (1 << 24) / _UNITS
