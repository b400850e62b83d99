"""OWPML (KS X 6101), the vocabulary of HWPX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup

from reportgen.templating.dialect import ID_TOKEN, Dialect, Token
from reportgen.templating.fields.click_fields import write_click_fields
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.named_fields import FieldMistake
from reportgen.templating.filled_text import FilledText
from reportgen.templating.formats.hangul_losses import find_hangul_losses
from reportgen.templating.formats.hangul_package import list_bodies, prepare_hangul
from reportgen.templating.inclusion.hangul import HangulInclusion
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.rich.hangul_insertion import HangulSpelling
from reportgen.templating.rich.insertion import Spelling
from reportgen.templating.tables.counted_rows import (
    ROW_NUMBER,
    begin_reach,
    count_rows,
    mark_table,
    measure_row,
    read_number,
)
from reportgen.templating.tables.counted_text import CountedText
from reportgen.templating.tables.running_table import CellSite, RunningTable
from reportgen.templating.tables.table_grid import TableGrid, check_columns
from reportgen.templating.tags.commands import limit_code
from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import (
    Element,
    Sign,
    Slot,
    children,
    put_after,
    put_before,
    put_first,
    put_last,
)

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
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
_DELETION: dict[object, bool] = {f"{HP}deleteBegin": True, f"{HP}deleteEnd": False}
_SIGNS: dict[object, str] = {
    f"{HP}tab": " ",
    f"{HP}lineBreak": " ",
    f"{HP}nbSpace": " ",
    f"{HP}fwSpace": " ",
    f"{HP}hyphen": "-",
}
"""What the elements of a text that are characters mean inside a tag."""
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
    holders = (f"{HP}subList",)
    texts = (f"{HP}t",)
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
    shown_objects = re.compile(
        rf"<hp:(?P<name>ctrl|{'|'.join(_SHAPES)})\b.*?</hp:(?P=name)>|<hp:(?:tbl|compose|dutmal)\b",
        re.DOTALL,
    )
    cell_fill = re.compile(r'<hp:tc\b[^>]*?\bborderFillIDRef="([^"]*)"')
    page_break = re.compile(r'<hp:p\b[^>]*pageBreak="1"')
    running_table = HangulTable
    field_edge = re.compile("<hp:field(?:Begin|(?P<end>End))\\b")
    merges_by_count = True

    def prepare(self, parts: Mapping[str, bytes], file: str) -> dict[str, bytes]:
        """Without scripts and whatever else belongs to the template only."""
        return prepare_hangul(parts, file)

    def list_bodies(self, parts: Mapping[str, bytes]) -> list[str]:
        """The sections, with headers, footers and notes, and the master pages."""
        return list_bodies(parts)

    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """``hp:t`` of the paragraph's own runs, in pieces around tabs and breaks.

        What stands between the marks of a tracked deletion is no text any more.
        """
        deleted = False
        for text in paragraph.iter(f"{HP}t"):
            if next(text.iterancestors(self.paragraph)) is not paragraph:
                continue
            if not deleted:
                yield Slot(text, is_tail=False)
            for mark in text:
                deleted = _DELETION.get(mark.tag, deleted)
                if not deleted:
                    if character := _SIGNS.get(mark.tag):
                        yield Sign(mark, is_tail=False, character=character)
                    yield Slot(mark, is_tail=True)

    def list_merges(self, rows: Sequence[Element]) -> Iterator[tuple[Element, int, int]]:
        """``hp:cellSpan``."""
        for number, row in enumerate(rows):
            for cell in children(row, self.cell):
                if (span := read_number(cell, "cellSpan", "rowSpan")) > 1:
                    yield cell, number, number + span - 1

    def begin_reach(self, cell: Element, number: int) -> str:
        """The rows are counted when the section is complete."""
        return begin_reach(cell, number)

    def find_losses(self, element: Element) -> Iterator[str]:
        """All but text and properties."""
        return find_hangul_losses(element)

    def write_fields(self, root: Element, known: KnownNames) -> Iterator[FieldMistake]:
        """Click-here fields, by their name."""
        return write_click_fields(root, known)

    def make_spelling(self, parts: SharedParts) -> Spelling:
        """Rich values as this format spells them."""
        return HangulSpelling(parts, escape=self.escape)

    def make_inclusion(self, parts: SharedParts) -> HangulInclusion:
        """Of HWPX."""
        return HangulInclusion(parts)

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

        Only where data decides columns or spans does template code run for it.
        """
        rows = list(children(table, self.row))
        if not (spans or weights or _has_tokens(table, rows)):
            return
        mark_table(table, rows)
        if spans or weights:
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
        own = [max(width, 1) for width in widths] or [1]
        chosen = f"{weights.code}, {own}" if weights else repr(widths)
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

    def keep_pieces(self, pieces: Sequence[str], source: str) -> FilledText | None:
        """Its rows are counted as it leaves."""
        text = CountedText(pieces)
        return None if text.is_uneven else text

    def finish(self, text: str) -> str:
        """The section with its tables counted."""
        return count_rows(text)

    def _prepare_cell(
        self, cell: Element, number: int, column: int, span: Tag | None, token: Token
    ) -> None:
        spans = read_number(cell, "cellSpan", "colSpan"), read_number(cell, "cellSpan", "rowSpan")
        height = read_number(cell, "cellSz", "height")
        site = f"_c{number}"
        call = f"cell({column}, {spans[0]}, {spans[1]}, {height})"
        if span:
            call = f"spanned({span.code}, {column}, {height // spans[1]}, {spans[0]})"
        opening = f"{{% set {site} = _t{number}.{call} %}}"
        put_before(cell, token(opening + (f"{{% if {site}.kept %}}" if span else ""), span))
        if span:
            put_after(cell, token("{% endif %}", span))
        for tag in ("cellAddr", "cellSpan", "cellSz"):
            cell.remove(cell.find(f"{HP}{tag}"))  # type: ignore[arg-type]
        sub_list = cell.find(f"{HP}subList")
        assert sub_list is not None
        put_after(sub_list, token(f"{{{{ {site}.xml }}}}", span))

    def put_fill(self, cell: Element, number: int, tag: Tag, token: Token) -> None:
        """The number of a border and fill like that of the template, in the colour."""
        own = cell.get("borderFillIDRef", "1")
        color = limit_code(tag.code, tag)
        cell.set("borderFillIDRef", token(f"{{{{ _fill_cell({color}, {own!r}) }}}}", tag))

    def put_number(self, paragraph: Element, restart: Tag | None, token: Token) -> None:
        """The number of a paragraph shape like that of the template, in the list begun last."""
        own = paragraph.get("paraPrIDRef", "0")
        begins = limit_code("true", restart, "false") if restart else "false"
        code = f"{{{{ _number({own!r}, {begins}) }}}}"
        paragraph.set("paraPrIDRef", token(code, restart))

    def find_properties(self, holder: Element) -> Element | None:
        """A list of paragraphs holds nothing else."""
        return None

    def measure_table(self, table: Element) -> TableGrid:
        """From ``hp:cellAddr`` and ``hp:cellSpan``."""
        size = table.find(f"{HP}sz")
        assert size is not None
        rows = list(children(table, self.row))
        total = int(size.get("width", "0"))
        covers: dict[Element, tuple[int, int]] = {}
        for cell in (cell for row in rows for cell in children(row, self.cell)):
            column = read_number(cell, "cellAddr", "colAddr")
            last = check_columns(column + read_number(cell, "cellSpan", "colSpan"))
            covers[cell] = check_columns(column), last
        widths = [max(width, 1) for width in _column_widths(rows, total)]
        heights = {row: measure_row(row) for row in rows}
        return TableGrid(total, widths, covers, heights, dict(_find_gaps(rows, len(widths))))

    def measure_cell(self, cell: Element) -> tuple[int, int]:
        """From ``hp:cellSz`` and ``hp:cellSpan``."""
        return read_number(cell, "cellSz", "height"), read_number(cell, "cellSpan", "rowSpan")

    def open_table(
        self, table: Element, name: str, start: str, token: Callable[[str], str]
    ) -> None:
        """Around ``hp:tbl``; its rows are counted when the section is complete."""
        mark_table(table, list(children(table, self.row)))
        put_before(table, token(start))
        put_last(table, token(f"{{{{ {name}.close() }}}}"))
        table.set("colCnt", token(f"{{{{ {name}.columns }}}}"))

    def put_site(self, cell: Element, token: str, is_merged: bool) -> None:
        """Behind the list of paragraphs."""
        for tag in ("cellAddr", "cellSpan", "cellSz"):
            for element in cell.findall(f"{HP}{tag}"):
                cell.remove(element)
        sub_list = cell.find(f"{HP}subList")
        assert sub_list is not None
        put_after(sub_list, token)

    def cover(self, cell: str) -> str:
        """Nothing: a cell that another covers is not written."""
        return ""

    def clean(self, root: Element) -> None:
        """Layout caches go, since Hancom Office trusts them; ids are numbered anew."""
        for cache in list(root.iter(f"{HP}linesegarray")):
            cache.getparent().remove(cache)  # type: ignore[union-attr]
        for element in root.iter(self.paragraph, *self.objects):
            element.set("id", ID_TOKEN)
            if "instid" in element.attrib:
                element.set("instid", ID_TOKEN)

    def holds_section(self, paragraph: Element) -> bool:
        """The page set-up stands in a run of the section's first paragraph."""
        return paragraph.find(f"{HP}run/{HP}secPr") is not None


def _has_tokens(table: Element, rows: list[Element]) -> bool:
    between = [*(child.tail for child in table), *(row.text for row in rows)]
    cells = [cell.tail for row in rows for cell in row]
    return any(text and text.strip() for text in (*between, *cells))


def _find_gaps(
    rows: list[Element], columns: int
) -> Iterator[tuple[Element, list[tuple[int, int]]]]:
    """By row, the columns that a merged cell above covers."""
    reach = [0] * columns
    for number, row in enumerate(rows):
        covered = [column for column in range(columns) if reach[column] > number]
        yield row, [(column, column + 1) for column in covered]
        for cell in children(row, HangulDialect.cell):
            first = read_number(cell, "cellAddr", "colAddr")
            last = first + read_number(cell, "cellSpan", "colSpan")
            rows_below = read_number(cell, "cellSpan", "rowSpan")
            reach[first:last] = [number + rows_below] * (last - first)


def _column_widths(rows: list[Element], total: int) -> list[int]:
    """The width of each column, from the cells that stand in one column only."""
    widths: dict[int, int] = {}
    last = 0
    for cell in (cell for row in rows for cell in row):
        column, span = (
            read_number(cell, "cellAddr", "colAddr"),
            read_number(cell, "cellSpan", "colSpan"),
        )
        last = max(last, check_columns(column + span))
        if span == 1:
            widths[column] = read_number(cell, "cellSz", "width")
    missing = [column for column in range(last) if column not in widths]
    rest = max(total - sum(widths.values()), 0)
    return [widths.get(column, rest // max(len(missing), 1)) for column in range(last)]
