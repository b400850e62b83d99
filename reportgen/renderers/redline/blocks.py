"""What stands in a body, a cell, a header or a footer: paragraphs and tables, and what they say."""

from __future__ import annotations

from reportgen.renderers.changes import Item, has_letters
from reportgen.renderers.redline.elements import spell
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element, children

PARAGRAPH, TABLE, ROW, CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_SIGNS = {f"{W}tab": " ", f"{W}br": " "}


def list_blocks(holder: Element) -> list[Element]:
    """The blocks of a body or a cell, without the cell's properties."""
    return [child for child in holder if child.tag != f"{W}tcPr"]


def describe_block(block: Element) -> Item:
    """The block, ready to be held against those of the other version."""
    if block.tag == PARAGRAPH:
        return _describe_paragraph(block)
    if block.tag == TABLE:
        head = next(children(block, ROW), None)
        name = "" if head is None else read_words(head)
        return Item(spell(block), TABLE, read_words(block), name, has_rows=True)
    return Item(spell(block), block.tag)


def describe_row(row: Element) -> Item:
    """The row; only rows whose cells are merged alike can be counterparts."""
    cells = list(children(row, CELL))
    kind = (
        spell(row.find(f"{W}tblPrEx")),
        *(tuple(_read_span(cell, name) for name in ("gridSpan", "vMerge")) for cell in cells),
    )
    return Item(spell(row), kind, read_words(row), _name_row(cells))


def read_words(holder: Element) -> str:
    """The text, with a blank between paragraphs."""
    pieces: list[str] = []
    for element in holder.iter(f"{W}t", PARAGRAPH, *_SIGNS):
        pieces.append(element.text or "" if element.tag == f"{W}t" else " ")
    return "".join(pieces).strip()


def _describe_paragraph(paragraph: Element) -> Item:
    names = {str(mark.get(f"{W}name")) for mark in paragraph.iter(f"{W}bookmarkStart")}
    instructions = (code.text or "" for code in paragraph.iter(f"{W}instrText"))
    names |= {text.strip() for text in instructions if text.split()[:1] == ["PAGEREF"]}
    kind = (PARAGRAPH, paragraph.find(f"{W}pPr/{W}sectPr") is not None)
    text = read_words(paragraph)
    return Item(spell(paragraph), kind, text, identities=frozenset(names), shapes=True)


def _name_row(cells: list[Element]) -> str:
    """The first words of a row, rather its own than those of a group of rows."""
    named = [(cell, text) for cell in cells if has_letters(text := read_words(cell))]
    own = (text for cell, text in named if not _read_span(cell, "vMerge"))
    return next(own, named[0][1] if named else "")


def _read_span(cell: Element, name: str) -> str:
    span = cell.find(f"{W}tcPr/{W}{name}")
    return "" if span is None else str(span.get(f"{W}val", "continue"))
