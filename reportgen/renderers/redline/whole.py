"""Blocks that are inserted or deleted as a whole."""

from __future__ import annotations

from reportgen.renderers.redline.blocks import CELL, PARAGRAPH, ROW, TABLE, list_blocks
from reportgen.renderers.redline.elements import make
from reportgen.renderers.redline.paragraphs import Line, write_paragraph
from reportgen.renderers.redline.revisions import Mark, Revisions
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_EXCEPTIONS = f"{W}tblPrEx"


def mark_block(block: Element, mark: Mark, marks: Revisions) -> list[Element]:
    """The block marked; for a block that can't be marked, only the new one without a mark."""
    if block.tag == PARAGRAPH:
        return [mark_paragraph(block, mark, marks)]
    if block.tag == TABLE:
        marks.count(mark)
        for row in list(block.iter(ROW)):
            if next(row.iterancestors(TABLE)) is block:
                mark_row(row, mark, marks, count=False)
        return [block]
    marks.unmarked += 1
    return [block] if mark is Mark.INSERTED else []


def mark_paragraph(paragraph: Element, mark: Mark, marks: Revisions, count: bool = True) -> Element:
    """The paragraph with its content and its end marked."""
    sides = (None, paragraph) if mark is Mark.INSERTED else (paragraph, None)
    return write_paragraph(Line.of(*sides), marks, count)


def mark_row(row: Element, mark: Mark, marks: Revisions, count: bool = True) -> Element:
    """The row with all that is in it marked, in place."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = make("trPr")
        row.insert(1 if row.find(_EXCEPTIONS) is not None else 0, properties)
    properties.append(marks.make(mark))
    for cell in row.iterfind(f".//{CELL}"):
        if next(cell.iterancestors(ROW)) is row:
            _mark_cell(cell, mark, marks)
    if count:
        marks.count(mark)
    return row


def _mark_cell(cell: Element, mark: Mark, marks: Revisions) -> None:
    for block in list_blocks(cell):
        if block.tag == PARAGRAPH:
            cell.replace(block, mark_paragraph(block, mark, marks, count=False))
        elif block.tag == TABLE:
            for row in block.iterfind(ROW):
                mark_row(row, mark, marks, count=False)
