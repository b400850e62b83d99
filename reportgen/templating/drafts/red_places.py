"""Messages put into a finished part of a draft, each where its mark stands.

Where no text can stand – in an attribute, in the code of a field, between the rows of a table –
it goes to the nearest place that can hold one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from reportgen.templating.drafts.faults import (
    BREAK,
    MARK,
    PRINT,
    Faults,
    list_numbers,
    read_number,
    strip_marks,
)
from reportgen.templating.drafts.red_rows import put_rows
from reportgen.templating.drafts.red_texts import RedTexts, W
from reportgen.templating.fields.field_places import Place, judge
from reportgen.templating.fields.outside_fields import Piece
from reportgen.templating.tree import Element, replace_by_text

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ANY = f"contains(., '{PRINT}') or contains(., '{BREAK}')"
_FIND = etree.XPath(f"//text()[{_ANY}] | //@*[{_ANY}]")
_BREAKS = re.compile(f"{BREAK}.", re.DOTALL)
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


class PartPrinter:
    """Prints the messages of one part.

    :ivar owed: the numbers of those for which it has no place.
    """

    def __init__(self, text: str, texts: RedTexts, faults: Faults) -> None:
        self._root = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
        self._texts, self._faults = texts, faults
        self._between: dict[Element, dict[Element | None, list[int]]] = {}
        self._beside: set[tuple[Element, int]] = set()
        self.owed: list[int] = []

    def print_all(self) -> bytes:
        """The part with a message for every mark, and no mark."""
        for piece in _find_pieces(self._root):
            if BREAK in piece.text:
                self._replace_table(piece)
        for piece in _find_pieces(self._root):
            if not self._print_in_text(piece):
                self._print_beside(piece)
        for table, places in self._between.items():
            self._print_rows(table, places)
        return self._write()

    def print_owed(self, numbers: Sequence[int], found: Collection[str]) -> bytes:
        """The part with messages beside the object that leads to their part, or at its beginning.

        :param found: how an attribute names that part.
        """
        leading = (element for element in self._root.iter() if found and _leads(element, found))
        place = next(leading, next(self._root.iter(*self._texts.holders)))
        self.print_in(place, 0, numbers)
        return self._write()

    def _write(self) -> bytes:
        return (_DECLARATION + etree.tostring(self._root, encoding="unicode")).encode()

    def _replace_table(self, piece: Piece) -> None:
        """Print in place of the table in which the piece stands, or behind which it does."""
        table = self._find_table(piece)
        if table is None:
            piece.text = piece.text.replace(BREAK, PRINT)
            return
        parent, at = table.getparent(), Piece(table, is_tail=True)
        assert parent is not None
        cause = list_numbers("".join(match[0] for match in _BREAKS.finditer(piece.text)))
        inside = list_numbers(etree.tostring(table, encoding="unicode"))
        at.text = _BREAKS.sub("", at.text)
        self.print_in(parent, parent.index(table), list(dict.fromkeys((*cause, *inside))))
        replace_by_text(table, "")

    def _find_table(self, piece: Piece) -> Element | None:
        if piece.is_tail and piece.element.tag == self._texts.table:
            return piece.element
        around = piece.element.getparent() if piece.is_tail else piece.element
        return None if around is None else next(around.iterancestors(self._texts.table), around)

    def _print_in_text(self, piece: Piece) -> bool:
        """Print within a text, whose run is closed and opened again; False in no text."""
        texts = self._texts
        holder = piece.element.getparent() if piece.is_tail else piece.element
        run = None if holder is None else holder.getparent()
        if piece.attribute or holder is None or run is None:
            return False
        if holder.tag != texts.text or run.tag != texts.run:
            return False
        found = list(MARK.finditer(piece.text))
        begun = holder.index(piece.element) + 1 if piece.is_tail else 0
        behind = list(holder)[begun:], list(run)[run.index(holder) + 1 :]
        ends = [*(match.start() for match in found[1:]), len(piece.text)]
        last, again = run, holder
        for match, end in zip(found, ends, strict=True):
            red = texts.make_run(self._faults.read(read_number(match[2])), run)
            last.addnext(red)
            last, again = self._open_again(run, holder, match.string[match.end() : end])
            red.addnext(last)
        piece.text = piece.text[: found[0].start()]
        again.extend(behind[0])
        last.extend(behind[1])
        self._faults.placed.update(read_number(match[2]) for match in found)
        return True

    def _open_again(self, run: Element, holder: Element, text: str) -> tuple[Element, Element]:
        """A run that looks like another one, with a text element of its own, and that element."""
        made = self._texts.open_again(run)
        look = {str(key): str(value) for key, value in holder.attrib.items()}
        again = etree.SubElement(made, holder.tag, look)
        again.text = text
        return made, again

    def _print_beside(self, piece: Piece) -> None:
        """Print at the nearest place."""
        numbers = list_numbers(piece.text)
        place = judge(piece.element, piece.attribute)
        if place is Place.PROPERTY or piece.element.tag == _DRAWN:
            piece.text = MARK.sub(
                lambda match: self._faults.read(read_number(match[2])), piece.text
            )
            self.owed.extend(numbers)
            return
        piece.text = strip_marks(piece.text)
        parent = piece.element.getparent() if piece.is_tail else piece.element
        if parent is None:
            self.owed.extend(numbers)
            return
        if parent.tag == self._texts.table and not piece.attribute:
            behind = piece.element if piece.is_tail else None
            self._between.setdefault(parent, {})[behind] = numbers
            return
        at = parent.index(piece.element) + 1 if piece.is_tail else 0
        self.print_in(parent, at, numbers)

    def print_in(self, element: Element, at: int, numbers: Sequence[int]) -> None:
        """Print before a child of an element, or before what is around it."""
        texts, is_direct = self._texts, True
        while True:
            parent = element.getparent()
            if element.tag == texts.paragraph:
                return self._put_runs(element, at, numbers)
            if texts.holds_paragraphs(element) and (is_direct or element.tag != texts.cell):
                return self._put_paragraphs(element, at, numbers)
            if element.tag in (texts.row, texts.cell):
                return self._print_cell(element, at, numbers)
            is_direct = False
            if parent is None:
                self.owed.extend(numbers)
                return None
            at, element = parent.index(element), parent

    def _put_runs(self, paragraph: Element, at: int, numbers: Sequence[int]) -> None:
        at = max(_leave_code(paragraph, at), self._texts.find_first(paragraph))
        runs = [*list(paragraph)[at : at + 1], *paragraph]
        near = next((run for each in runs for run in each.iter(self._texts.run)), None)
        new = [number for number in numbers if (paragraph, number) not in self._beside]
        self._beside.update((paragraph, number) for number in new)
        made = [self._texts.make_run(message, near) for message in self._read(new)]
        paragraph[at:at] = made

    def _put_paragraphs(self, holder: Element, at: int, numbers: Sequence[int]) -> None:
        at = min(max(at, self._texts.find_first(holder)), self._texts.find_last(holder))
        holder[at:at] = [self._texts.make_paragraph(one) for one in self._read(numbers)]

    def _print_rows(self, table: Element, places: dict[Element | None, list[int]]) -> None:
        """Print in rows of the table, or before it where a merged cell leaves no place for one."""
        messages = {behind: list(self._read(numbers)) for behind, numbers in places.items()}
        refused = put_rows(self._texts, table, messages)
        left = dict.fromkeys(number for behind in refused for number in places[behind])
        if left:
            self._print_before(table, list(left))

    def _print_before(self, table: Element, numbers: Sequence[int]) -> None:
        parent = table.getparent()
        assert parent is not None
        self.print_in(parent, parent.index(table), numbers)

    def _print_cell(self, element: Element, at: int, numbers: Sequence[int]) -> None:
        """Print at the beginning of a cell: that one, or the nearest in its row that is seen."""
        cells = [element] if element.tag == self._texts.cell else _list_near(element, at)
        seen = (one for one in cells if one.tag == self._texts.cell and self._texts.is_seen(one))
        cell = next(seen, None)
        if cell is None:
            table = next(element.iterancestors(self._texts.table))
            self._print_before(table, numbers)
            return
        holder = self._texts.find_holder(cell)
        first = self._texts.find_first(holder)
        if len(holder) > first and holder[first].tag == self._texts.paragraph:
            self._put_runs(holder[first], 0, numbers)
        else:
            self._put_paragraphs(holder, first, numbers)

    def _read(self, numbers: Sequence[int]) -> Iterator[str]:
        self._faults.placed.update(numbers)
        return map(self._faults.read, numbers)


def _find_pieces(root: Element) -> Iterator[Piece]:
    """The texts and attributes with a mark, those first that stand first."""
    found = _FIND(root)
    assert isinstance(found, list)
    for each in found:
        assert isinstance(each, etree._ElementUnicodeResult)
        holder = each.getparent()
        assert holder is not None
        yield Piece(holder, str(each.attrname or ""), bool(each.is_tail))


def _leads(element: Element, found: Collection[str]) -> bool:
    return any(value in found for value in element.attrib.values())


def _list_near(row: Element, at: int) -> list[Element]:
    """The cells of a row: those behind the place, then those before it, the nearest first."""
    cells = list(row)
    return [*cells[at:], *reversed(cells[:at])]


def _leave_code(paragraph: Element, at: int) -> int:
    """The place, or the beginning of the field in whose code it lies (17.16.18)."""
    fields: list[tuple[int, bool]] = []
    for number, child in enumerate(list(paragraph)[:at]):
        for edge in child.iter(f"{W}fldChar"):
            kind = edge.get(f"{W}fldCharType")
            if kind == "begin":
                fields.append((number, True))
            elif fields:
                begun, _is_code = fields.pop()
                if kind == "separate":
                    fields.append((begun, False))
    return next((begun for begun, is_code in fields if is_code), at)
