"""Bodies, cells, headers and footers: the new one with what the old one had marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportgen.renderers.redline.blocks import list_blocks
from reportgen.renderers.redline.elements import spell
from reportgen.renderers.redline.pairs import Pair, Plans, is_text, pair_blocks
from reportgen.renderers.redline.paragraphs import Line, write_paragraph
from reportgen.renderers.redline.properties import track_section
from reportgen.renderers.redline.revisions import Mark, Revisions
from reportgen.renderers.redline.tables import merge_table
from reportgen.renderers.redline.whole import mark_block
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element


def merge_story(old: Element, new: Element, marks: Revisions) -> None:
    """Make the new body or cell show what changed since the old one.

    Accepting every mark leaves the new one, rejecting every mark the old one.
    """
    before, after = list_blocks(old), list_blocks(new)
    if [spell(block) for block in before] == [spell(block) for block in after]:
        return
    pairs, plans = pair_blocks(before, after)
    for block in after:
        new.remove(block)
    for has_text, group in groupby(pairs, is_text):
        if has_text:
            lines = _keep_last_end([Line.of(*pair) for pair in group])
            new.extend([write_paragraph(line, marks) for line in lines])
        else:
            for pair in group:
                new.extend(_merge_block(pair, plans, marks))


def _keep_last_end(lines: list[Line]) -> list[Line]:
    """Let the paragraphs before a table, or at the end of a cell, end in a kept mark.

    What is deleted last gives its end to the paragraph before it, and what is inserted last
    takes it over: so Word itself writes a paragraph typed behind the last one, and no reader
    has to join a paragraph with a table.
    """
    last = lines[-1]
    if last.old_mark is not None and last.new_mark is not None:
        return lines
    is_deleted = last.new_mark is None
    at = next((n for n in range(len(lines) - 1, -1, -1) if _has_end(lines[n], is_deleted)), None)
    if at is None:
        return lines
    line = lines[at]
    if is_deleted:
        end = Line(last.old, None, last.old, line.new)
        kept = Line(line.old, line.new, line.old, None)
        joined = Line.of(last.old, line.new)
    else:
        end = Line(None, last.new, line.old, last.new)
        kept = Line(line.old, line.new, None, line.new)
        joined = Line.of(line.old, last.new)
    if line.old is None or line.new is None:
        return [*lines[:at], *lines[at + 1 : -1], joined]
    return [*lines[:at], kept, *lines[at + 1 : -1], end]


def _has_end(line: Line, is_deleted: bool) -> bool:
    """Whether the line ends a paragraph of the version that lacks the last one."""
    return (line.new_mark if is_deleted else line.old_mark) is not None


def _merge_block(pair: Pair, plans: Plans, marks: Revisions) -> Iterator[Element]:
    """A table or something else that is no paragraph."""
    old, new = pair
    if old is not None and new is not None:
        if spell(old) == spell(new) or _merge_other(old, new, marks):
            yield new
            return
        if new in plans:
            yield merge_table(old, new, plans[new], marks, merge_story)
            return
    for block, mark in ((old, Mark.DELETED), (new, Mark.INSERTED)):
        if block is not None:
            yield from mark_block(block, mark, marks)


def _merge_other(old: Element, new: Element, marks: Revisions) -> bool:
    """Mark the changes in a section's properties or a content control."""
    if new.tag == f"{W}sectPr":
        track_section(new, old, marks)
        return True
    contents = old.find(f"{W}sdtContent"), new.find(f"{W}sdtContent")
    if contents[0] is None or contents[1] is None:
        return False
    if spell(old.find(f"{W}sdtPr")) != spell(new.find(f"{W}sdtPr")):
        marks.unmarked += 1
    merge_story(contents[0], contents[1], marks)
    return True
