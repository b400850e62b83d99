"""OWPML (KS X 6101), the vocabulary of HWPX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from reportgen.templating.counted_rows import (
    ROW_NUMBER,
    CountedText,
    mark_orders,
    mark_table,
    read_number,
)
from reportgen.templating.dialect import ID_TOKEN, Dialect, Token
from reportgen.templating.tables import CellSite, RunningTable
from reportgen.templating.tags import Tag
from reportgen.templating.tree import (
    Element,
    Slot,
    children,
    put_after,
    put_before,
    put_first,
    put_last,
)

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_PART = re.compile(r"Contents/section\d+\.xml")
_SHAPES = (
    "arc",
    "connectLine",
    "container",
    "curve",
    "ellipse",
    "equation",
    "line",
    "ole",
    "pic",
    "polygon",
    "rect",
    "textart",
    "video",
)
_SITE = (
    f'<hp:cellAddr colAddr="{{}}" rowAddr="{ROW_NUMBER}"/>'
    '<hp:cellSpan colSpan="{}" rowSpan="{}"/>'
    '<hp:cellSz width="{}" height="{}"/>'
)


class HangulTable(RunningTable):
    """Widths and heights in 1/7200 inch; covered cells are not written."""

    def spell(
        self, column: int, row: int, col_span: int, row_span: int, covered: str, height: int
    ) -> CellSite:
        """``hp:cellAddr``, ``hp:cellSpan`` and ``hp:cellSz`` of the cell."""
        width = sum(self.widths[column : column + col_span])
        xml = _SITE.format(column, col_span, row_span, width, height)
        return CellSite(not covered, Markup(xml))


class HangulDialect(Dialect):
    """HWPX."""

    paragraph = f"{HP}p"
    row = f"{HP}tr"
    cell = f"{HP}tc"
    table = f"{HP}tbl"
    empty_paragraph = (
        f'<hp:p id="{ID_TOKEN}" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" '
        'merged="0"><hp:run charPrIDRef="0"/></hp:p>'
    )
    paragraph_ends = ("</hp:p>",)
    objects = (f"{HP}tbl", *(f"{HP}{shape}" for shape in _SHAPES))
    breaks = (
        ("\r\n", "\n"),
        ("\r", "\n"),
        ("\n", "<hp:lineBreak/>"),
        ("\t", '<hp:tab width="4000" leader="0" type="1"/>'),
    )
    running_table = HangulTable

    def is_template_part(self, name: str) -> bool:
        """The sections; headers and footers stand inside them."""
        return _PART.fullmatch(name) is not None

    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """``hp:t`` of the paragraph's own runs, in pieces around tabs and breaks."""
        for text in paragraph.iter(f"{HP}t"):
            if next(text.iterancestors(self.paragraph)) is paragraph:
                yield Slot(text, is_tail=False)
                yield from (Slot(mark, is_tail=True) for mark in text)

    def put_anchor(self, paragraph: Element, token: str) -> None:
        """In the first run that has text, before the text."""
        put_before(next(self.slots(paragraph)).element, token)

    def spell_anchor(self, name: str, number: int) -> Markup:
        """``hp:bookmark`` in a control."""
        return Markup('<hp:ctrl><hp:bookmark name="{}"/></hp:ctrl>').format(name)

    def prepare_table(
        self,
        table: Element,
        number: int,
        spans: dict[Element, Tag],
        weights: Tag | None,
        token: Token,
    ) -> None:
        """Every table whose rows or cells come from data is counted when it is complete.

        Only where data decides columns or spans, or whether there is a row at all, does
        template code run for it.
        """
        rows = list(children(table, self.row))
        before = rows[0].getprevious() if rows else None
        if before is None or not (spans or weights or _has_tokens(rows, before)):
            return
        mark_table(table, rows)
        if spans or weights or (before.tail or "").strip():
            self._prepare_cells(table, number, spans, weights, token)

    def _prepare_cells(
        self,
        table: Element,
        number: int,
        spans: dict[Element, Tag],
        weights: Tag | None,
        token: Token,
    ) -> None:
        size = table.find(f"{HP}sz")
        assert size is not None
        rows = list(children(table, self.row))
        widths = _column_widths(rows, int(size.get("width", "0")))
        cause = weights or next(iter(spans.values()), None)
        chosen = weights.code if weights else repr(widths)
        start = f"{{% set _t{number} = _table({size.get('width')}, {chosen}) %}}"
        put_before(table, token(start, cause))
        for row in rows:
            put_first(row, token(f"{{{{ _t{number}.row() }}}}", cause))
            for cell in children(row, self.cell):
                if weights or cell in spans:
                    column = -1 if weights else read_number(cell, "cellAddr", "colAddr")
                    self._prepare_cell(cell, number, column, spans.get(cell), token)
        put_last(table, token(f"{{{{ _t{number}.close() }}}}", cause))
        if weights:
            table.set("colCnt", token(f"{{{{ _t{number}.columns }}}}", None))

    def finish(self, pieces: Sequence[str], ids: Iterator[int]) -> CountedText:
        """The section with its tables counted."""
        return CountedText(pieces, ids)

    def _prepare_cell(
        self, cell: Element, number: int, column: int, span: Tag | None, token: Token
    ) -> None:
        spans = read_number(cell, "cellSpan", "colSpan"), read_number(cell, "cellSpan", "rowSpan")
        height = read_number(cell, "cellSz", "height")
        site = f"_t{number}.cell({column}, {spans[0]}, {spans[1]}, {height})"
        if span:
            height //= spans[1]
            site, call = f"_c{number}", f"_t{number}.spanned({span.code}, {column}, {height})"
            put_before(cell, token(f"{{% set {site} = {call} %}}{{% if {site}.kept %}}", span))
            put_after(cell, token("{% endif %}", span))
        for tag in ("cellAddr", "cellSpan", "cellSz"):
            cell.remove(cell.find(f"{HP}{tag}"))  # type: ignore[arg-type]
        sub_list = cell.find(f"{HP}subList")
        assert sub_list is not None
        put_after(sub_list, token(f"{{{{ {site}.xml }}}}", span))

    def cell_content(self, cell: Element) -> tuple[Element, Element | None]:
        """A cell holds its paragraphs in a list of its own."""
        sub_list = cell.find(f"{HP}subList")
        assert sub_list is not None
        return sub_list, None

    def clean(self, root: Element) -> None:
        """Layout caches go, since Hancom Office trusts them; ids are numbered anew."""
        for cache in list(root.iter(f"{HP}linesegarray")):
            cache.getparent().remove(cache)  # type: ignore[union-attr]
        for element in root.iter(self.paragraph, *self.objects):
            element.set("id", ID_TOKEN)
        mark_orders(root)

    def holds_section(self, paragraph: Element) -> bool:
        """The page set-up stands in a run of the section's first paragraph."""
        return paragraph.find(f"{HP}run/{HP}secPr") is not None


def _has_tokens(rows: list[Element], before: Element) -> bool:
    between = [before.tail, *(row.tail for row in rows), *(row.text for row in rows)]
    cells = [cell.tail for row in rows for cell in row]
    return any(text and text.strip() for text in (*between, *cells))


def _column_widths(rows: list[Element], total: int) -> list[int]:
    """The width of each column, from the cells that stand in one column only."""
    widths: dict[int, int] = {}
    last = 0
    for cell in (cell for row in rows for cell in row):
        column, span = (
            read_number(cell, "cellAddr", "colAddr"),
            read_number(cell, "cellSpan", "colSpan"),
        )
        last = max(last, column + span)
        if span == 1:
            widths[column] = read_number(cell, "cellSz", "width")
    missing = [column for column in range(last) if column not in widths]
    rest = max(total - sum(widths.values()), 0)
    return [widths.get(column, rest // max(len(missing), 1)) for column in range(last)]
