"""What stands in finished cells, noted while the sheets are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from reportgen.renderers.xlsx.addresses import parse_area
from reportgen.renderers.xlsx.chart_references import Reference
from reportgen.renderers.xlsx.drawingml import local
from reportgen.renderers.xlsx.number_formats import GENERAL
from reportgen.renderers.xlsx.spreadsheetml import Element
from reportgen.renderers.xlsx.strings import SharedStrings

MOST_NOTED = 10_000
"""How many cells of one reference are noted, to bound the memory and the size of a chart."""

_ROW = '<row r="'
_NUMBERS = ("n", "b")


class CellValue(NamedTuple):
    """A value as it is stored; a text keeps the escapes of a cell (ST_Xstring).

    :ivar code: the number format.
    """

    text: str
    is_number: bool
    code: str


class CellValues:
    """The values of the cells that somebody asks for.

    :param formats: the format codes by the number of the style.
    """

    def __init__(self, formats: tuple[str, ...], strings: SharedStrings) -> None:
        self._formats = formats
        self._strings = strings
        self._asked: dict[str, dict[int, set[int]]] = {}
        self._found: dict[tuple[str, int, int], CellValue] = {}

    def ask(self, reference: Reference) -> None:
        """Note the cells of a reference, unless they are too many."""
        if reference.count > MOST_NOTED:
            return
        for cells in reference.rows():
            for sheet, column, row in cells:
                self._asked.setdefault(sheet, {}).setdefault(row, set()).add(column)

    def find(self, sheet: str, column: int, row: int) -> CellValue | None:
        """What was noted; none for an empty cell."""
        return self._found.get((sheet, column, row))

    def note(self, sheet: str, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces of a sheet, of which the cells asked for are noted."""
        rows = self._asked.get(sheet)
        return self._note(sheet, pieces, rows) if rows else iter(pieces)

    def _note(self, sheet: str, pieces: Iterable[str], rows: dict[int, set[int]]) -> Iterator[str]:
        for piece in pieces:
            if piece.startswith(_ROW) and not rows.keys().isdisjoint(_numbers(piece)):
                for row in etree.fromstring(f"<rows>{piece}</rows>"):
                    number = int(row.get("r", "0"))
                    self._read(sheet, number, row, rows.get(number, set()))
            yield piece

    def _read(self, sheet: str, number: int, row: Element, columns: set[int]) -> None:
        for cell in row if columns else ():
            area = parse_area(cell.get("r", ""))
            value = self._value(cell) if area and area.left in columns else None
            if area and value:
                self._found[sheet, area.left, number] = value

    def _value(self, cell: Element) -> CellValue | None:
        kind, text = cell.get("t", "n"), cell.findtext("v") or ""
        if kind == "inlineStr":
            kind, text = "str", _join_runs(cell.find("is"))
        elif kind == "s":
            kind, text = "str", _join_runs(self._strings.item(int(text)))
        if not text or kind == "e":
            return None
        style = int(cell.get("s") or 0)
        code = self._formats[style] if style < len(self._formats) else GENERAL
        return CellValue(text, kind in _NUMBERS, code)


def _numbers(piece: str) -> range:
    """The numbers of the rows that a piece holds."""
    first, last = (
        int(piece[at + len(_ROW) : piece.index('"', at + len(_ROW))])
        for at in (0, piece.rindex(_ROW))
    )
    return range(first, last + 1)


def _join_runs(item: Element | None) -> str:
    """The text of a string item as it is stored, without its phonetic hints."""
    texts = [] if item is None else item.iter("{*}t")
    return "".join(
        text.text or "" for text in texts if (up := text.getparent()) is None or local(up) != "rPh"
    )
