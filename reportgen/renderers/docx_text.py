"""What a finished DOCX says: paragraphs and tables below their headings, without any look."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from reportgen.renderers.docx_tables import RowText, join_header, read_line, read_rows
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element, children

_PARAGRAPH, _TABLE, _CELL = f"{W}p", f"{W}tbl", f"{W}tc"
_MARGINS = "word/header", "word/footer"
_UNIT_LINE = re.compile(r"\s*\([^()]*단위\s*:[^()]*\)$")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with text.

    :ivar path: the headings above it, the outermost first; empty in headers and footers.
    :ivar level: of a heading, from 1; 0 for text.
    """

    path: tuple[str, ...]
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class TableText:
    """A table that names its columns.

    :ivar caption: the text before it, without the unit line.
    :ivar columns: the text of each column's header, of several header rows together.
    """

    path: tuple[str, ...]
    caption: str
    columns: tuple[str, ...]
    rows: tuple[RowText, ...]


Block = Passage | TableText


def read_docx(data: bytes) -> tuple[Block, ...]:
    """The blocks of a document in order; of headers and footers each text once, last.

    A table without a header row is a box or a chart: its text is read as paragraphs. Entries
    of a table of contents only repeat the headings and are left out.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        styles = _Styles(etree.fromstring(archive.read("word/styles.xml"), _PARSER))
        body = etree.fromstring(archive.read("word/document.xml"), _PARSER)
        names = sorted(name for name in archive.namelist() if name.startswith(_MARGINS))
        margins = [etree.fromstring(archive.read(name), _PARSER) for name in names]
    # What a text box says stands twice, the second time for programs that know no text boxes.
    etree.strip_elements(body, _FALLBACK, with_tail=False)
    texts = (text for part in margins for text in map(read_line, part.iter(_PARAGRAPH)) if text)
    return (*_Reader(styles).read(body[0]), *(Passage((), text) for text in dict.fromkeys(texts)))


class _Styles:
    """What the styles say of a paragraph's part in the outline."""

    def __init__(self, root: Element) -> None:
        self._styles = {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}

    def find_level(self, paragraph: Element) -> int:
        """The level of a heading from 1 (``w:outlineLvl`` from 0, 17.3.1.20), 0 for text."""
        level = paragraph.find(f"{W}pPr/{W}outlineLvl")
        style = self._of(paragraph)
        while level is None and style is not None:
            level = style.find(f"{W}pPr/{W}outlineLvl")
            based = style.find(f"{W}basedOn")
            style = None if based is None else self._styles.get(str(based.get(f"{W}val")))
        number = 9 if level is None else int(level.get(f"{W}val", "9"))
        return 0 if number == 9 else number + 1

    def is_contents(self, paragraph: Element) -> bool:
        """Whether it is an entry of the table of contents (built-in styles ``toc 1`` to 9)."""
        style = self._of(paragraph)
        name = None if style is None else style.find(f"{W}name")
        return name is not None and str(name.get(f"{W}val")).lower().startswith("toc ")

    def _of(self, paragraph: Element) -> Element | None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return None if style is None else self._styles.get(str(style.get(f"{W}val")))


class _Reader:
    """Reads the body from its beginning to its end and remembers the headings."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._headings: dict[int, str] = {}
        self._before = ""

    def read(self, holder: Element) -> Iterator[Block]:
        """The blocks of the body, of a cell or of a content control."""
        for element in holder:
            if element.tag == _PARAGRAPH:
                yield from self._read_paragraph(element)
            elif element.tag == _TABLE:
                yield from self._read_table(element)
            elif element.tag == f"{W}sdt":
                for content in children(element, f"{W}sdtContent"):
                    yield from self.read(content)

    def _read_paragraph(self, paragraph: Element) -> Iterator[Passage]:
        text = read_line(paragraph)
        if not text or self._styles.is_contents(paragraph):
            return
        level = self._styles.find_level(paragraph)
        if level:
            self._headings = {at: name for at, name in self._headings.items() if at < level}
        yield Passage(self._path, text, level)
        if level:
            self._headings[level] = text
        self._before = _UNIT_LINE.sub("", text) or self._before

    def _read_table(self, table: Element) -> Iterator[Block]:
        header, rows = read_rows(table)
        if header:
            yield TableText(self._path, self._before, join_header(header), rows)
            return
        for cell in table.iter(_CELL):
            if next(cell.iterancestors(_TABLE)) is table:
                yield from self.read(cell)

    @property
    def _path(self) -> tuple[str, ...]:
        return tuple(self._headings.values())
