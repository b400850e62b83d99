"""Tiny documents for tests, drawn from text in both dialects and read back as text.

A line is a paragraph, lines of ``|cell|cell|`` are the rows of a table. ``¶`` parts the
paragraphs of a cell, ``⟨⟩`` holds a table within a cell, ``@2x3`` makes a cell 2 rows high
and 3 columns wide, and ``^`` is the place that such a cell covers in a row below its first.

Reading back checks what the office programs insist on, so every test does.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from lxml import etree
from markupsafe import escape

from reportgen.diagnostics import DataError
from reportgen.templating import OfficeTemplate
from reportgen.templating.dialect import Dialect
from reportgen.templating.formats.owpml import HP, HangulDialect
from reportgen.templating.formats.wordprocessing import W, WordDialect
from reportgen.templating.packages.package import write_package
from reportgen.templating.tables.running_table import share_width

WIDTH = 9000
ROW_HEIGHT = 300

Element = etree._Element
Filters = Mapping[str, Callable[..., Any]]

_CELL_EDGE = re.compile(r"\|(?![^{}]*\})")
_CELL_PROPERTIES = ["cnfStyle", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap"]
_CELL_PROPERTIES += ["tcMar", "textDirection", "tcFitText", "vAlign"]
_BESIDE = "<"
_SPAN = re.compile(r"(?P<text>.*)@(?P<rows>\d+)x(?P<columns>\d+)", re.DOTALL)


@dataclass(frozen=True)
class Drawn:
    """A cell: its text, extent, and whether a cell above covers it."""

    text: str
    rows: int = 1
    columns: int = 1

    @classmethod
    def parse(cls, typed: str) -> Drawn:
        match = _SPAN.fullmatch(typed)
        return (
            cls(match["text"], int(match["rows"]), int(match["columns"])) if match else cls(typed)
        )

    @property
    def is_covered(self) -> bool:
        return self.text == "^"

    def __str__(self) -> str:
        spans = f"@{self.rows}x{self.columns}" if self.rows * self.columns > 1 else ""
        return "^" if self.is_covered else f"{self.text}{spans}"


class Kit(ABC):
    """One dialect: how to draw a document in it, and how to read one."""

    dialect: ClassVar[type[Dialect]]
    file: ClassVar[str]
    part: ClassVar[str]

    def __str__(self) -> str:
        return self.file.partition(".")[2]

    @abstractmethod
    def document(self, body: str) -> bytes:
        """The main part around paragraphs and tables."""

    @abstractmethod
    def paragraph(self, runs: Iterable[str]) -> str:
        """A paragraph whose text is cut into runs."""

    @abstractmethod
    def table(self, rows: Sequence[Sequence[Drawn]]) -> str:
        """A table of ``WIDTH`` with columns of one width."""

    @abstractmethod
    def outline(self, xml: bytes) -> str:
        """The document as text again; what an office program would refuse fails the test."""

    @abstractmethod
    def widths(self, xml: bytes) -> list[int]:
        """The width of every table."""

    def draw(self, text: str) -> str:
        """The body for a text."""
        pieces: list[str] = []
        rows: list[list[Drawn]] = []
        for line in [*dedent(text).strip("\n").split("\n"), ""]:
            if line.startswith("|"):
                rows.append([Drawn.parse(cell) for cell in _CELL_EDGE.split(line)[1:-1]])
                continue
            if rows:
                pieces.append(self.table(rows))
                rows = []
            if line:
                pieces.append(self.paragraph([line]))
        return "".join(pieces)

    def paragraphs(self, text: str) -> str:
        """What a cell holds."""
        return "".join(self.paragraph([piece]) for piece in text.split("¶"))

    def parts(self, body: str) -> dict[str, bytes]:
        """The parts of a package; nothing but the main part is needed to fill it."""
        return {self.part: self.document(body)}

    def compile(self, body: str, filters: Filters | None = None) -> OfficeTemplate:
        """The template, compiled from a body in XML."""
        return compile_parts(self, self.parts(body), filters)

    def number(self, paragraph: int, tables: int = 1) -> int:
        """The number of a paragraph that comes after so many tables began."""
        return paragraph


class WordKit(Kit):
    """DOCX."""

    dialect = WordDialect
    file = "small.docx"
    part = "word/document.xml"

    def document(self, body: str) -> bytes:
        return (
            f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}<w:sectPr/></w:body></w:document>'
        ).encode()

    def paragraph(self, runs: Iterable[str]) -> str:
        cut = "".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs)
        return f"<w:p><w:pPr/>{cut}</w:p>"

    def table(self, rows: Sequence[Sequence[Drawn]]) -> str:
        count = max(sum(cell.columns for cell in row) for row in rows)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in share_width(WIDTH, [1] * count))
        drawn = "".join(f"<w:tr>{''.join(map(self._cell, row))}</w:tr>" for row in rows)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"

    def _cell(self, cell: Drawn) -> str:
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        merge = "<w:vMerge/>" if cell.is_covered else merge
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        text = "" if cell.is_covered else cell.text
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/>{span}{merge}</w:tcPr>'
            f"{self.paragraphs(text)}</w:tc>"
        )

    def outline(self, xml: bytes) -> str:
        root = etree.fromstring(xml)
        marks = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
        assert len(set(marks)) == len(marks)
        body = root[0] if root.tag == f"{W}document" else root
        return "\n".join(self._read(body))

    def widths(self, xml: bytes) -> list[int]:
        grids = etree.fromstring(xml).iter(f"{W}tblGrid")
        return [sum(int(column.get(f"{W}w", "")) for column in grid) for grid in grids]

    def _read(self, holder: Element) -> Iterator[str]:
        for child in holder:
            if child.tag == f"{W}p":
                yield self._text(child)
            elif child.tag == f"{W}tbl":
                yield from self._read_table(child)

    def _text(self, paragraph: Element) -> str:
        signs = {f"{W}br": "\n", f"{W}tab": "\t"}
        return "".join(
            signs.get(str(element.tag), element.text or "")
            for element in paragraph.iter(f"{W}t", *signs)
        )

    def _read_table(self, table: Element) -> Iterator[str]:
        grid = [int(column.get(f"{W}w", "")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        rows = [self._read_row(row, grid) for row in table.iterfind(f"{W}tr")]
        assert rows
        for at, row in enumerate(rows):
            cells = [
                Drawn(cell.text, _count_below(rows, at, column, cell.columns), cell.columns)
                if cell.rows == 2
                else cell
                for column, cell in row.items()
            ]
            yield f"|{'|'.join(map(str, cells))}|"

    def _read_row(self, row: Element, grid: list[int]) -> dict[int, Drawn]:
        """The cells by column; one that is merged downwards counts two rows for now."""
        cells: dict[int, Drawn] = {}
        at = 0
        for cell in row.iterfind(f"{W}tc"):
            names = [etree.QName(element).localname for element in cell[0]]
            assert names == sorted(names, key=_CELL_PROPERTIES.index)
            assert cell[-1].tag == f"{W}p"
            span, merge = (cell[0].find(f"{W}{tag}") for tag in ("gridSpan", "vMerge"))
            columns = 1 if span is None else int(span.get(f"{W}val", ""))
            width = cell[0].find(f"{W}tcW")
            if width is not None and width.get(f"{W}w") != "1":
                assert int(width.get(f"{W}w", "")) == sum(grid[at : at + columns])
            is_first = merge is not None and merge.get(f"{W}val") == "restart"
            text = "^" if merge is not None and not is_first else _join(self._read(cell))
            cells[at] = Drawn(text, 2 if is_first else 1, columns)
            at += columns
        assert at == len(grid)
        return cells


def _count_below(rows: list[dict[int, Drawn]], at: int, column: int, columns: int) -> int:
    """How many rows the cell reaches over: the covered cells below have its width."""
    count = 1
    for row in rows[at + 1 :]:
        if column not in row or not row[column].is_covered:
            break
        assert row[column].columns == columns
        count += 1
    return count


class HangulKit(Kit):
    """HWPX."""

    dialect = HangulDialect
    file = "small.hwpx"
    part = "Contents/section0.xml"

    def document(self, body: str) -> bytes:
        names = (
            f'xmlns:hp="{HP[1:-1]}" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
            ' xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core"'
        )
        return f"<hs:sec {names}>{body}</hs:sec>".encode()

    def paragraph(self, runs: Iterable[str]) -> str:
        return self._wrap(f"<hp:t>{escape(run)}</hp:t>" for run in runs)

    def _wrap(self, contents: Iterable[str]) -> str:
        runs = "".join(f'<hp:run charPrIDRef="0">{content}</hp:run>' for content in contents)
        return (
            '<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">'
            f"{runs}<hp:linesegarray/></hp:p>"
        )

    def table(self, rows: Sequence[Sequence[Drawn]]) -> str:
        count = max(sum(cell.columns for cell in row) for row in rows)
        widths = share_width(WIDTH, [1] * count)
        drawn = "".join(
            f"<hp:tr>{''.join(self._row(row, number, widths))}</hp:tr>"
            for number, row in enumerate(rows)
        )
        return self._wrap(
            [
                f'<hp:tbl id="0" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM"'
                ' textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="CELL"'
                f' repeatHeader="1" rowCnt="{len(rows)}" colCnt="{count}" cellSpacing="0"'
                ' borderFillIDRef="1" noAdjust="0">'
                f'<hp:sz width="{WIDTH}" widthRelTo="ABSOLUTE" height="{ROW_HEIGHT * len(rows)}"'
                ' heightRelTo="ABSOLUTE" protect="0"/>'
                '<hp:pos treatAsChar="1" affectLSpacing="0" flowWithText="1" allowOverlap="0"'
                ' holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP"'
                ' horzAlign="LEFT" vertOffset="0" horzOffset="0"/>'
                '<hp:outMargin left="0" right="0" top="0" bottom="0"/>'
                '<hp:inMargin left="0" right="0" top="0" bottom="0"/>'
                f"{drawn}</hp:tbl>"
            ]
        )

    def _row(self, row: Sequence[Drawn], number: int, widths: Sequence[int]) -> Iterator[str]:
        at = 0
        for cell in row:
            if not cell.is_covered:
                yield self._cell(cell, at, number, sum(widths[at : at + cell.columns]))
            at += cell.columns

    def _cell(self, cell: Drawn, column: int, row: int, width: int) -> str:
        return (
            '<hp:tc name="" header="0" hasMargin="0" protect="0" editable="0" dirty="0"'
            ' borderFillIDRef="1"><hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK"'
            ' vertAlign="CENTER" linkListIDRef="0" linkListNextIDRef="0" textWidth="0"'
            ' textHeight="0" hasTextRef="0" hasNumRef="0">'
            f"{self.paragraphs(cell.text)}</hp:subList>"
            f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
            f'<hp:cellSpan colSpan="{cell.columns}" rowSpan="{cell.rows}"/>'
            f'<hp:cellSz width="{width}" height="{ROW_HEIGHT * cell.rows}"/>'
            '<hp:cellMargin left="0" right="0" top="0" bottom="0"/></hp:tc>'
        )

    def number(self, paragraph: int, tables: int = 1) -> int:
        return paragraph + tables

    def outline(self, xml: bytes) -> str:
        root = etree.fromstring(xml)
        ids = [element.get("id") for element in root.iter(f"{HP}p", f"{HP}tbl")]
        assert len(set(ids)) == len(ids)
        assert root.find(f".//{HP}linesegarray") is None
        return "\n".join(self._read(root))

    def widths(self, xml: bytes) -> list[int]:
        sizes = etree.fromstring(xml).iterfind(f".//{HP}tbl/{HP}sz")
        return [int(size.get("width", "")) for size in sizes]

    def _read(self, holder: Element) -> Iterator[str]:
        for paragraph in holder.iterfind(f"{HP}p"):
            tables = list(paragraph.iterfind(f"{HP}run/{HP}tbl"))
            text = "".join(_hangul_text(text) for text in paragraph.iterfind(f"{HP}run/{HP}t"))
            if text or not tables:
                yield text
            for table in tables:
                yield from self._read_table(table)

    def _read_table(self, table: Element) -> Iterator[str]:
        rows = [list(row.iterfind(f"{HP}tc")) for row in table.iterfind(f"{HP}tr")]
        columns = int(table.get("colCnt", ""))
        assert rows
        assert len(rows) == int(table.get("rowCnt", ""))
        size = table.find(f"{HP}sz")
        assert size is not None
        heights: dict[int, int] = {}
        places: list[list[str | None]] = [[None] * columns for _ in rows]
        widths = [0] * columns
        for number, row in enumerate(rows):
            for cell in row:
                self._read_cell(cell, number, places, widths, heights)
        assert not all(widths) or sum(widths) == int(size.get("width", ""))
        assert sum(heights.values()) == int(size.get("height", ""))
        for place in places:
            assert None not in place
            yield f"|{'|'.join(str(text) for text in place if text != _BESIDE)}|"

    def _read_cell(
        self,
        cell: Element,
        number: int,
        places: list[list[str | None]],
        widths: list[int],
        heights: dict[int, int],
    ) -> None:
        address, span, size = (
            cell.find(f"{HP}{tag}") for tag in ("cellAddr", "cellSpan", "cellSz")
        )
        assert address is not None
        assert span is not None
        assert size is not None
        names = [etree.QName(element).localname for element in cell]
        assert names == ["subList", "cellAddr", "cellSpan", "cellSz", "cellMargin"]
        assert cell.find(f"{HP}subList/{HP}p") is not None
        assert int(address.get("rowAddr", "")) == number
        column = int(address.get("colAddr", ""))
        drawn = Drawn(
            _join(self._read(cell[0])), int(span.get("rowSpan", "")), int(span.get("colSpan", ""))
        )
        for row in range(number, number + drawn.rows):
            for at in range(column, column + drawn.columns):
                assert places[row][at] is None
                places[row][at] = _BESIDE
            places[row][column] = "^"
        places[number][column] = str(drawn)
        if drawn.columns == 1:
            widths[column] = int(size.get("width", ""))
        for row in range(number, number + drawn.rows):
            # A cell of one row says how high it is; a merged one only what its rows come to.
            if drawn.rows == 1 or row not in heights:
                heights[row] = int(size.get("height", "")) // drawn.rows


def _hangul_text(text: Element) -> str:
    signs = {f"{HP}lineBreak": "\n", f"{HP}tab": "\t"}
    marks = "".join(signs.get(str(mark.tag), "") + (mark.tail or "") for mark in text)
    return (text.text or "") + marks


def _join(lines: Iterable[str]) -> str:
    """What a cell holds, with the rows of inner tables kept together."""
    text = "¶".join(lines).replace("|¶|", "⟩⟨")
    return re.sub(r"\|([^¶]*)\|", r"⟨\1⟩", text) if "|" in text else text


WORD, HANGUL = WordKit(), HangulKit()
quick = settings(deadline=None, max_examples=60)
both = pytest.mark.parametrize("kit", [WORD, HANGUL], ids=str)


def compile_parts(
    kit: Kit,
    parts: Mapping[str, bytes],
    filters: Filters | None = None,
    names: Collection[str] = (),
) -> OfficeTemplate:
    """The template of a package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, kit.file)
        path.write_bytes(write_package(parts))
        return OfficeTemplate(path, kit.dialect(), filters or {}, kit.file, roots=names)


def fill(kit: Kit, text: str, filters: Filters | None = None, /, **context: Any) -> str:
    """The filled template as text."""
    return fill_body(kit, kit.draw(text), filters, **context)


def fill_body(kit: Kit, body: str, filters: Filters | None = None, /, **context: Any) -> str:
    """The filled template as text, from a body in XML."""
    rendering = kit.compile(body, filters).render(context)
    assert set(kit.widths(rendering.parts[kit.part])) <= {WIDTH}
    return kit.outline(rendering.parts[kit.part])


def mistakes(kit: Kit, text: str, filters: Filters | None = None, /, **context: Any) -> list[str]:
    """What is wrong with a template, with or without data, as it is printed."""
    return mistakes_in(kit, kit.draw(text), filters, **context)


def mistakes_in(
    kit: Kit, body: str, filters: Filters | None = None, /, **context: Any
) -> list[str]:
    """What is wrong with a body in XML; the name of the only part is left out, and so is
    the context of the place.
    """
    try:
        kit.compile(body, filters).render(context)
    except DataError as error:
        place = f"{kit.file}!{kit.part}!"
        found = [replace(diagnostic, context="") for diagnostic in error.diagnostics]
        return [str(diagnostic).replace(place, "") for diagnostic in found]
    return []


def read_parts(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
