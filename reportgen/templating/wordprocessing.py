"""WordprocessingML (ECMA-376 part 1, clause 17), the vocabulary of DOCX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from markupsafe import Markup

from reportgen.templating.dialect import ID_TOKEN, Dialect, Token
from reportgen.templating.tables import CellSite, RunningTable
from reportgen.templating.tags import Tag
from reportgen.templating.tree import Element, Slot, children, put_after, put_before, put_first

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BETWEEN = '</w:t>{}<w:t xml:space="preserve">'


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
    empty_paragraph = "<w:p/>"
    paragraph_ends = ("</w:p>", "<w:p/>")
    objects = (f"{W}tbl", f"{W}drawing", f"{W}pict", f"{W}object")
    breaks = (
        ("\r\n", "\n"),
        ("\r", "\n"),
        ("\n", _BETWEEN.format("<w:br/>")),
        ("\t", _BETWEEN.format("<w:tab/>")),
    )
    running_table = WordTable

    def is_template_part(self, name: str) -> bool:
        """The body, headers, footers and notes."""
        return _PART.fullmatch(name) is not None

    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """``w:t`` and ``w:instrText`` of the paragraph's own runs."""
        for text in paragraph.iter(f"{W}t", f"{W}instrText"):
            if next(text.iterancestors(self.paragraph)) is paragraph:
                text.set(_SPACE, "preserve")
                yield Slot(text, is_tail=False)

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
        chosen = weights.code if weights else repr(widths)
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
        site = f"_t{number}.cell(-1, {columns}, 1, 0)"
        if span:
            site, call = f"_c{number}", f"_t{number}.spanned({span.code}, -1, 0)"
            put_before(cell, token(f"{{% set {site} = {call} %}}{{% if {site}.kept %}}", span))
            put_after(cell, token("{% endif %}", span))
        style = properties.find(f"{W}cnfStyle")
        width = token(f"{{{{ {site}.xml }}}}", span)
        if style is None:
            put_first(properties, width)
        else:
            put_after(style, width)

    def cell_content(self, cell: Element) -> tuple[Element, Element | None]:
        """A cell holds its paragraphs itself, behind its properties."""
        return cell, cell.find(f"{W}tcPr")

    def clean(self, root: Element) -> None:
        """Paragraph ids are Word's own to give; drawings get new numbers."""
        for element in root.iter(self.paragraph, self.row):
            for name in ("paraId", "textId"):
                element.attrib.pop(f"{_W14}{name}", "")
        for drawing in root.iter(_DOC_PR):
            drawing.set("id", ID_TOKEN)
        _ask_for_contents(root)

    def holds_section(self, paragraph: Element) -> bool:
        """A section break stands in the properties of a section's last paragraph."""
        return paragraph.find(f"{W}pPr/{W}sectPr") is not None


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
