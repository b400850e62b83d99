"""The plain cells of HWPX tables: one paragraph, with one run, with nothing but text.

Tables of figures have thousands of them, which differ in text, address and the id of the
paragraph. python-hwpx writes one cell of each kind, and its records serve for all others.
Plain cells are taken out of a section before it is parsed, since parsing them and looking
at their elements one by one takes most of the time of a HWP.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from struct import Struct, error
from typing import NamedTuple

from lxml import etree

from reportgen.renderers.hwp_library import (
    LIST_HEADER,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_TEXT,
    Record,
    SectionRecords,
    find_part,
    read_number,
)

_MARK = b"plainCell"
_NAMESPACE = b'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
_CELL = re.compile(
    rb'(<hp:tc [^>]*><hp:subList [^>]*><hp:p id=")([0-9]{1,10})'
    rb'("[^>]*><hp:run [^>]*><hp:t>)([^<>&\0-\x1f]*)'
    rb'(</hp:t></hp:run></hp:p></hp:subList><hp:cellAddr colAddr=")([0-9]{1,5})'
    rb'(" rowAddr=")([0-9]{1,5})("/>(?:<hp:\w+ [^>]*/>)*</hp:tc>)'
)
_DECLARATION = re.compile(rb"<\?xml [^>]*encoding=([\"'])UTF-8\1[^>]*\?>")
_BINDING = re.compile(rb"xmlns:hp\s*=")
_DECOYS = (b"<!", b"<?")
"""Comments, CDATA and entities, and instructions."""
_FORBIDDEN = ("\ufffe".encode(), "\uffff".encode())
"""What parsing would refuse in a text."""
_ADDRESS = Struct("<HH")
_COLUMN, _AFTER_ROW = 8, 12
"""Where a cell's address stands in its LIST_HEADER (HWP 5.0, cell properties)."""
_NUMBER = Struct("<I")
_AFTER_COUNT, _ID, _AFTER_ID = 4, 18, 22
"""Where a PARA_HEADER (HWP 5.0, paragraph header) holds the count of characters and the id."""
_LAST_IN_LIST = 0x80000000


class Place(NamedTuple):
    """Where a cell stands in its table, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class CellKind:
    """What is alike in the records of cells that differ in text, address and paragraph id."""

    before_address: bytes
    after_address: bytes
    before_id: bytes
    after_id: bytes
    shapes: bytes
    rows: int
    columns: int


class PlainCell(NamedTuple):
    """One plain cell; ``xml`` is how the section spelled it."""

    kind: CellKind
    place: Place
    paragraph: int
    text: str
    xml: bytes

    def write(self, level: int) -> list[Record]:
        """The cell's records, the same as python-hwpx makes of its XML."""
        kind, (row, column, _rows, _columns) = self.kind, self.place
        address = _ADDRESS.pack(column & 0xFFFF, row & 0xFFFF)
        units = f"{self.text}\r".encode("utf-16-le")  # 13 ends a paragraph
        count = _NUMBER.pack(len(units) // 2 | _LAST_IN_LIST)
        number = _NUMBER.pack(self.paragraph & 0xFFFFFFFF)
        header = Record(LIST_HEADER, level, kind.before_address + address + kind.after_address)
        paragraph = Record(PARA_HEADER, level, count + kind.before_id + number + kind.after_id)
        text = Record(PARA_TEXT, level + 1, units)
        shapes = Record(PARA_CHAR_SHAPE, level + 1, kind.shapes)
        return [header, paragraph, text, shapes] if self.text else [header, paragraph, shapes]


class PlainCells:
    """The plain cells of a document, and the marks that stand for them in its sections."""

    def __init__(self) -> None:
        self._cells: list[PlainCell] = []
        self._kinds: dict[tuple[bytes, bytes, bytes], CellKind | None] = {}

    def take_out(self, section: bytes) -> bytes:
        """The section with a mark in place of each plain cell.

        A section in which something else could look like a cell is left as it is.
        """
        if any(forbidden in section for forbidden in _FORBIDDEN):
            return section
        rest = _CELL.sub(self._take, section)
        return rest if _is_clear(rest) else section

    def find(self, element: etree._Element) -> PlainCell | None:
        """The plain cell for which a ``hp:tc`` stands; none if that is a cell itself."""
        number = element.get(_MARK)
        return None if number is None or len(element) else self._cells[int(number)]

    def _take(self, match: re.Match[bytes]) -> bytes:
        before, paragraph, shape, text, middle, column, between, row, after = match.groups()
        key = before, shape, after
        if key not in self._kinds:
            sample = b"".join((before, b"0", shape, b"x", middle, b"0", between, b"0", after))
            self._kinds[key] = _read_kind(sample)
        kind = self._kinds[key]
        if kind is None:
            return match[0]
        place = Place(int(row), int(column), kind.rows, kind.columns)
        self._cells.append(PlainCell(kind, place, int(paragraph), text.decode(), match[0]))
        return b'<hp:tc %s="%d"/>' % (_MARK, len(self._cells) - 1)


def parse_cell(xml: bytes) -> etree._Element:
    """The ``hp:tc`` of a plain cell as an element."""
    return etree.fromstring(b"<cell %s>%s</cell>" % (_NAMESPACE, xml))[0]


def read_place(cell: etree._Element) -> Place:
    """Where a ``hp:tc`` stands."""
    address, span = find_part(cell, "cellAddr"), find_part(cell, "cellSpan")
    return Place(
        read_number(address, "rowAddr"),
        read_number(address, "colAddr"),
        max(read_number(span, "rowSpan", 1), 1),
        max(read_number(span, "colSpan", 1), 1),
    )


def _is_clear(rest: bytes) -> bool:
    """Whether what stands around the cells is UTF-8, and ``hp`` means one thing there."""
    declaration = _DECLARATION.match(rest)
    if declaration is None or any(rest.find(d, declaration.end()) >= 0 for d in _DECOYS):
        return False
    return _NAMESPACE in rest and len(_BINDING.findall(rest)) == 1


def _read_kind(sample: bytes) -> CellKind | None:
    """The kind of a cell that has a text; none where python-hwpx has to see the whole."""
    try:
        element = parse_cell(sample)
        cell = SectionRecords().cell(element, 0)
    except (etree.XMLSyntaxError, error):  # a prefix bound by the section; a number too large
        return None
    header, paragraph, _text, shapes = (record.payload for record in cell)
    place = read_place(element)
    return CellKind(
        header[:_COLUMN],
        header[_AFTER_ROW:],
        paragraph[_AFTER_COUNT:_ID],
        paragraph[_AFTER_ID:],
        shapes,
        place.rows,
        place.columns,
    )
