"""WordprocessingML (ECMA-376 part 1, clause 17), the vocabulary of DOCX."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from lxml import etree
from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.charts.marks import ChartMark
from reportgen.templating.charts.marks import take_marks as take_chart_marks
from reportgen.templating.dialect import ID_TOKEN, Dialect, Gap, Token
from reportgen.templating.fields.content_controls import write_content_controls
from reportgen.templating.fields.field_places import Place, choose_code
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.named_fields import FieldMistake
from reportgen.templating.fields.word_fields import forget_pages
from reportgen.templating.filled_text import FilledText
from reportgen.templating.formats.word_bookmarks import WordText, settle_bookmarks
from reportgen.templating.formats.word_breaks import move_breaks
from reportgen.templating.formats.word_losses import find_word_losses, take_marks
from reportgen.templating.formats.word_package import list_bodies, prepare_word
from reportgen.templating.inclusion.word import WordInclusion
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.rich.insertion import Spelling
from reportgen.templating.rich.word_insertion import WordSpelling
from reportgen.templating.tables.running_table import CellSite, RunningTable
from reportgen.templating.tables.table_grid import TableGrid, check_columns
from reportgen.templating.tags.commands import limit_code
from reportgen.templating.tags.tags import Tag, find_unclosed
from reportgen.templating.tree import (
    Element,
    Sign,
    Slot,
    children,
    put_after,
    put_before,
    put_first,
    replace_by_text,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DELETED = (f"{W}del", f"{W}moveFrom")
_SIGNS: dict[object, str] = {
    f"{W}tab": " ",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
"""What the elements of a run that are characters mean inside a tag."""
_LAST = re.compile(r"(?:</w:p>|<w:p/>)(?:\s*<w:bookmark(?:Start|End)\s[^<>]*/>)+\s*\Z")
_CODE = f"{W}instrText"
_FIRST_LOOK = re.compile(r"\s*<w:p(?:\s[^>]*)?>\s*(<w:pPr>.*?</w:pPr>)", re.DOTALL)
_LONGEST_CODE = 2000
_BETWEEN = '</w:t>{}<w:t xml:space="preserve">'


_BEFORE_FILL = frozenset(
    f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
)
_BEFORE_NUMBER = frozenset(
    f"{W}{name}"
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
"""What stands before these in the properties of a cell (17.4.69) and a paragraph (17.3.1.26)."""


class WordTable(RunningTable):
    """Widths in twentieths of a point; covered cells below a merged one are written."""

    @property
    def grid(self) -> Markup:
        """The content of ``w:tblGrid``."""
        return Markup("".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths))

    def spell(
        self, column: int, row: int, col_span: int, row_span: int, covered: str, height: int
    ) -> CellSite:
        """``w:tcW``, ``w:gridSpan`` and ``w:vMerge`` of the cell."""
        width = sum(self.widths[column : column + col_span])
        xml = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if col_span > 1:
            xml += f'<w:gridSpan w:val="{col_span}"/>'
        if covered == "above":
            xml += "<w:vMerge/>"
        elif row_span > 1:
            xml += '<w:vMerge w:val="restart"/>'
        return CellSite(covered != "left", Markup(xml))


class WordDialect(Dialect):
    """DOCX."""

    paragraph = f"{W}p"
    row = f"{W}tr"
    cell = f"{W}tc"
    table = f"{W}tbl"
    holders = tuple(
        f"{W}{name}"
        for name in ["tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment"]
    )
    texts = (f"{W}t", f"{W}instrText")
    empty_paragraph = "<w:p/>"
    paragraph_ends = ("</w:p>", "<w:p/>")
    objects = (f"{W}tbl", f"{W}drawing", f"{W}pict", f"{W}object")
    breaks = (
        ("\r\n", "\n"),
        ("\r", "\n"),
        ("\n", _BETWEEN.format("<w:br/>")),
        ("\t", _BETWEEN.format("<w:tab/>")),
    )
    shown_objects = re.compile(
        r"<w:(?P<name>drawing|pict|object|sdtPr|instrText)\b.*?</w:(?P=name)>"
        r"|<w:bookmarkStart\b[^>]*?(?P<what>w:name=\"[^\"]*\")[^>]*>"
        r"|<w:(?:tbl|hyperlink|fldSimple|sym|ruby|footnoteReference"
        r"|endnoteReference|commentReference)\b[^>]*>|<m:oMath\b.*?</m:oMath>",
        re.DOTALL,
    )
    cell_fill = re.compile(
        r'<w:tc\b[^>]*>\s*<w:tcPr>(?:(?!</w:tcPr>).)*?<w:shd\b[^>]*w:fill="([^"]*)"', re.DOTALL
    )
    page_break = re.compile(
        r'<w:br\b[^>]*w:type="page"|<w:pageBreakBefore(?![^>]*w:val="(?:0|false|off)")'
    )
    running_table = WordTable
    field_edge = re.compile('<w:fldChar [^>]*w:fldCharType="(?:begin|(?P<end>end))"')

    def prepare(self, parts: Mapping[str, bytes], file: str) -> dict[str, bytes]:
        """Without macros and whatever else belongs to the template only."""
        return prepare_word(parts, file)

    def list_bodies(self, parts: Mapping[str, bytes]) -> list[str]:
        """The body, headers, footers, notes, comments and building blocks."""
        return list_bodies(parts)

    def find_printers(self, slots: list[Slot]) -> Callable[[int], str]:
        """In a field code, which is no text, values are printed by functions of their own."""
        if all(slot.element.tag != _CODE for slot in slots):
            return super().find_printers(slots)
        text = "".join(slot.text for slot in slots)
        ends = list(accumulate(len(slot.text) for slot in slots))

        def find(start: int) -> str:
            is_code = slots[bisect_right(ends, start)].element.tag == _CODE
            return choose_code(text[max(0, start - _LONGEST_CODE) : start]) if is_code else ""

        return find

    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """``w:t`` and ``w:instrText`` of the paragraph's own runs that are not deleted."""
        for text in paragraph.iter(*self.texts, *map(str, _SIGNS)):
            if next(text.iterancestors(self.paragraph, *_DELETED)) is not paragraph:
                continue
            if character := _SIGNS.get(text.tag):
                if _is_text_sign(text):
                    yield Sign(text, is_tail=False, character=character)
                continue
            text.set(_SPACE, "preserve")
            yield Slot(text, is_tail=False)

    def list_merges(self, rows: Sequence[Element]) -> Iterator[tuple[Element, int, int]]:
        """``w:vMerge``: a cell that begins, and those in the same column that go on."""
        open_merges: dict[int, tuple[Element, int]] = {}
        for number, row in enumerate(rows):
            found = {at: cell for at, cell in _list_columns(row) if _merge_of(cell)}
            for at in [at for at in open_merges if _merge_of(found.get(at)) != "continue"]:
                yield *open_merges.pop(at), number - 1
            for at, cell in found.items():
                if _merge_of(cell) == "restart":
                    open_merges[at] = cell, number
        for cell, first in open_merges.values():
            yield cell, first, len(rows) - 1

    def find_losses(self, element: Element) -> Iterator[str]:
        """All but text, properties and bookmarks."""
        return find_word_losses(element)

    def keep_marks(self, element: Element, tag: Tag) -> None:
        """Bookmarks stand before what a tag opens, behind what it closes, else around it."""
        starts, ends = take_marks(element)
        closes, opens = tag.keyword.startswith("end"), tag.opens_block
        before = [*(() if closes else starts), *(ends if opens else ())]
        after = [*(starts if closes else ()), *(() if opens else ends)]
        for mark in before:
            element.addprevious(mark)
        for mark in reversed(after):
            element.addnext(mark)

    def explain_unclosed(self, slots: list[Slot]) -> str:
        """In a field code, which LibreOffice cuts at its blanks."""
        code = "".join(slot.text for slot in slots if slot.element.tag == _CODE)
        if not find_unclosed(code):
            return ""
        return _("write it into the field code again, without blanks: PAGEREF {{name}}")

    def write_fields(self, root: Element, known: KnownNames) -> Iterator[FieldMistake]:
        """Content controls, by their tag or title."""
        return write_content_controls(root, known)

    def make_spelling(self, parts: SharedParts) -> Spelling:
        """Rich values as this format spells them."""
        return WordSpelling(parts, escape=self.escape)

    def make_inclusion(self, parts: SharedParts) -> WordInclusion:
        """Of DOCX."""
        return WordInclusion(parts)

    def take_charts(self, root: Element) -> Iterator[ChartMark]:
        """Those of ``wp:docPr``."""
        return take_chart_marks(root)

    def put_anchor(self, paragraph: Element, token: str) -> None:
        """Behind the paragraph's properties."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            put_first(paragraph, token)
        else:
            put_after(properties, token)

    def spell_anchor(self, name: str, number: int) -> Markup:
        """``w:bookmarkStart`` and ``w:bookmarkEnd``."""
        return Markup('<w:bookmarkStart w:id="{}" w:name="{}"/><w:bookmarkEnd w:id="{}"/>').format(
            number, name, number
        )

    def prepare_table(
        self,
        table: Element,
        number: int,
        spans: dict[Element, Tag],
        weights: Tag | None,
        token: Token,
    ) -> None:
        """Only tables whose columns or spans come from data have to count."""
        if not spans and not weights:
            return
        grid = table.find(f"{W}tblGrid")
        assert grid is not None
        widths = [int(column.get(f"{W}w", "0")) for column in grid]
        name = f"_t{number}"
        own = [max(width, 1) for width in widths] or [1]
        chosen = f"{weights.code}, {own}" if weights else repr(widths)
        cause = weights or next(iter(spans.values()))
        start = f"{{% set {name} = _table({sum(widths)}, {chosen}) %}}"
        put_before(table, token(start, cause))
        put_after(table, token(f"{{{{ {name}.close() }}}}", cause))
        for column in list(grid):
            grid.remove(column)
        grid.text = token(f"{{{{ {name}.grid }}}}", cause)
        for row in children(table, self.row):
            put_first(row, token(f"{{{{ {name}.row() }}}}", cause))
            for cell in children(row, self.cell):
                self._prepare_cell(cell, number, spans.get(cell), token)

    def _prepare_cell(self, cell: Element, number: int, span: Tag | None, token: Token) -> None:
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.SubElement(cell, f"{W}tcPr")
            cell.insert(0, properties)
        merged = properties.find(f"{W}gridSpan")
        columns = 1 if merged is None else int(merged.get(f"{W}val", "1"))
        for tag in ("tcW", "gridSpan", *(("vMerge",) if span else ())):
            for element in properties.findall(f"{W}{tag}"):
                properties.remove(element)
        site = f"_c{number}"
        call = f"spanned({span.code}, -1, 0, {columns})" if span else f"cell(-1, {columns}, 1, 0)"
        put_before(
            cell, token(f"{{% set {site} = _t{number}.{call} %}}{{% if {site}.kept %}}", span)
        )
        put_after(cell, token("{% endif %}", span))
        style = properties.find(f"{W}cnfStyle")
        width = token(f"{{{{ {site}.xml }}}}", span)
        if style is None:
            put_first(properties, width)
        else:
            put_after(style, width)

    def find_properties(self, holder: Element) -> Element | None:
        """The properties of a cell come before its paragraphs."""
        return holder.find(f"{W}tcPr")

    def ends_with_paragraph(self, content: str) -> bool:
        """Bookmarks may follow the paragraph."""
        return super().ends_with_paragraph(content) or bool(_LAST.search(content))

    def measure_table(self, table: Element) -> TableGrid:
        """From ``w:tblGrid``, and what each cell says of its columns (17.4.17)."""
        grid = table.find(f"{W}tblGrid")
        widths = [] if grid is None else [int(column.get(f"{W}w", "0")) for column in grid]
        covers: dict[Element, tuple[int, int]] = {}
        gaps: dict[Element, list[tuple[int, int]]] = {}
        for row in children(table, self.row):
            at = _read_value(row, f"{W}trPr/{W}gridBefore", 0)
            for cell in children(row, self.cell):
                columns = _read_value(cell, f"{W}tcPr/{W}gridSpan", 1)
                covers[cell] = at, at + columns
                at += columns
            found = self.list_gaps(row)
            gaps[row] = [(at, at + g.count) if g.is_last else (0, g.count) for g in found]
            last = check_columns(max([at, *(last for _first, last in gaps[row])]))
            widths += [1] * (last - len(widths))
        widths = [max(width, 1) for width in widths]
        return TableGrid(sum(widths), widths, covers, {}, gaps)

    def open_table(
        self, table: Element, name: str, start: str, token: Callable[[str], str]
    ) -> None:
        """Around ``w:tbl``, and in ``w:tblGrid``."""
        put_before(table, token(start))
        put_after(table, token(f"{{{{ {name}.close() }}}}"))
        grid = table.find(f"{W}tblGrid")
        if grid is None:
            grid = etree.Element(f"{W}tblGrid")
            properties = table.find(f"{W}tblPr")
            table.insert(0 if properties is None else table.index(properties) + 1, grid)
        for column in list(grid):
            grid.remove(column)
        grid.text = token(f"{{{{ {name}.grid }}}}")

    def list_gaps(self, row: Element) -> list[Gap]:
        """``w:gridBefore`` and ``w:gridAfter`` (17.4.14, 17.4.15)."""
        gaps: list[Gap] = []
        for tag in ("gridBefore", "gridAfter"):
            element = row.find(f"{W}trPr/{W}{tag}")
            if element is not None:
                count = int(element.get(f"{W}val", "0"))
                gaps.append(Gap(element, f"{W}val", count, tag == "gridAfter"))
        return gaps

    def put_site(self, cell: Element, token: str, is_merged: bool) -> None:
        """In ``w:tcPr``, at the place of ``w:tcW``."""
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
            cell.insert(0, properties)
        for tag in ("tcW", "gridSpan", *(("vMerge",) if is_merged else ())):
            for element in properties.findall(f"{W}{tag}"):
                properties.remove(element)
        style = properties.find(f"{W}cnfStyle")
        if style is None:
            put_first(properties, token)
        else:
            put_after(style, token)

    def cover(self, cell: str) -> str:
        """The cell with one empty paragraph, which looks as its first one."""
        head, end, content = cell.partition("</w:tcPr>")
        found = _FIRST_LOOK.match(content)
        look = found[1] if found and "pPrChange" not in found[1] else ""
        return f"{head}{end}<w:p>{look}</w:p></w:tc>"

    def put_fill(self, cell: Element, number: int, tag: Tag, token: Token) -> None:
        """``w:shd`` in place of that of the template, unless the value is empty."""
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
            cell.insert(0, properties)
        name, color = f"_f{number}", limit_code(tag.code, tag)
        opening = f"{{% set {name} = _fill_cell({color}) %}}{{% if {name} %}}{{{{ {name} }}}}"
        own = properties.find(f"{W}shd")
        if own is not None:
            put_before(own, token(f"{opening}{{% else %}}", tag))
            put_after(own, token("{% endif %}", tag))
            return
        code = token(f"{opening}{{% endif %}}", tag)
        before = [child for child in properties if child.tag in _BEFORE_FILL]
        if before:
            before[-1].tail = (before[-1].tail or "") + code
        else:
            properties.text = (properties.text or "") + code

    def put_number(self, paragraph: Element, restart: Tag | None, token: Token) -> None:
        """``w:numPr`` of the paragraph, or of its style, with the number of the list."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            if restart is None:
                return
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        own, style = properties.find(f"{W}numPr"), _read(properties, "pStyle")
        if own is None and not style and restart is None:
            return
        number, level = _read(own, "numId"), _read(own, "ilvl")
        begins = limit_code("true", restart, "false") if restart else "false"
        code = f"{{{{ _number({number!r}, {level!r}, {style!r}, {begins}) }}}}"
        before = [child for child in properties if child.tag in _BEFORE_NUMBER]
        put = token(code, restart)
        if own is not None:
            replace_by_text(own, put)
        elif before:
            before[-1].tail = (before[-1].tail or "") + put
        else:
            put_first(properties, put)

    def keep_pieces(self, pieces: Sequence[str], source: str) -> FilledText | None:
        """Unless a bookmark comes twice."""
        text = WordText(pieces, is_plain=not _has_noted(source))
        return text if text.has_settled else None

    def settle_bookmarks(self, data: bytes) -> bytes:
        """Without those that Word would drop."""
        return settle_bookmarks(data)

    def clean(self, root: Element) -> None:
        """Paragraph ids are Word's own to give; drawings get new numbers."""
        move_breaks(root)
        for element in root.iter(self.paragraph, self.row):
            for name in ("paraId", "textId"):
                element.attrib.pop(f"{_W14}{name}", "")
        for drawing in root.iter(_DOC_PR):
            drawing.set("id", ID_TOKEN)
        for code in root.iter(_CODE):
            code.text = Place.CODE.decode(code.text or "")
        forget_pages(root)
        for control in root.iter(f"{W}sdt"):
            _release(control)
        _ask_for_contents(root)

    def holds_section(self, paragraph: Element) -> bool:
        """A section break stands in the properties of a section's last paragraph."""
        return paragraph.find(f"{W}pPr/{W}sectPr") is not None


@lru_cache(8)
def _has_noted(source: str) -> bool:
    """Whether bookmarks may come out of a template, or what gets a number."""
    return any(mark in source for mark in ("<w:bookmarkStart", ID_TOKEN, "subdoc"))


def _list_columns(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row by the column in which they begin."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    at = 0 if before is None else int(before.get(f"{W}val", "0"))
    for cell in children(row, f"{W}tc"):
        yield at, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        at += 1 if span is None else int(span.get(f"{W}val", "1"))


def _merge_of(cell: Element | None) -> str:
    """``restart`` or ``continue``; empty for a cell that isn't merged downwards."""
    merge = None if cell is None else cell.find(f"{W}tcPr/{W}vMerge")
    return "" if merge is None else merge.get(f"{W}val", "continue")


def _is_text_sign(element: Element) -> bool:
    """Whether it stands in a text, and begins no page or column."""
    parent = element.getparent()
    is_line = element.get(f"{W}type", "textWrapping") == "textWrapping"
    return is_line and parent is not None and parent.tag == f"{W}r"


def _release(control: Element) -> None:
    """Let a content control with a tag show its own text: not that of a store, nor a prompt."""
    properties = control.find(f"{W}sdtPr")
    if properties is None or "{" not in "".join(map(str, control.itertext())):
        return
    for element in list(properties):
        if etree.QName(element).localname in ("dataBinding", "showingPlcHdr"):
            properties.remove(element)


def _ask_for_contents(root: Element) -> None:
    """Let Word make the table of contents anew when it opens the document.

    The template itself does not say so, or Word would offer it to those who edit it.
    """
    begin: Element | None = None
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.get(f"{W}fldCharType") == "begin":
            begin = element
        elif (element.text or "").split()[:1] == ["TOC"] and begin is not None:
            begin.set(f"{W}dirty", "true")


def _read_value(element: Element, path: str, default: int) -> int:
    found = element.find(path)
    return default if found is None else int(found.get(f"{W}val", str(default)))


def _read(properties: Element | None, name: str) -> str:
    """``w:val`` of a property; nothing where there is none."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))
