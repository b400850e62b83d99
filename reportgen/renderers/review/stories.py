"""Sections, cells and headers: the new one with what the old one had shown in it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.renderers.changes import Item, align
from reportgen.renderers.review.elements import (
    LIST,
    PARAGRAPH,
    ROW,
    RUN,
    TABLE,
    read_words,
    spell,
)
from reportgen.renderers.review.looks import Look, Looks
from reportgen.renderers.review.paragraphs import mark_texts, merge_paragraph
from reportgen.renderers.review.tables import Plan, merge_table, plan_table
from reportgen.templating.formats.owpml import HP
from reportgen.templating.tree import Element


def describe_paragraph(paragraph: Element) -> Item:
    """The paragraph, ready to be held against those of the other version."""
    tables = _own_tables(paragraph)
    names = {f"bookmark {mark.get('name')}" for mark in paragraph.iter(f"{HP}bookmark")}
    if paragraph.find(f"{RUN}/{HP}secPr") is not None:
        names.add("section")
    head = tables[0].find(ROW) if tables else None
    return Item(
        spell(paragraph),
        len(tables),
        read_words(paragraph),
        "" if head is None else read_words(head),
        frozenset(names),
        has_rows=bool(tables),
        shapes=not tables,
    )


def _own_tables(paragraph: Element) -> list[Element]:
    return list(paragraph.iterfind(f"{RUN}/{TABLE}"))


class Reviewer:
    """Compares the paragraphs of two versions, at any depth."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self._plans: dict[Element, Plan] = {}

    def merge_story(self, old: Element, new: Element) -> None:
        """Make the new section, cell or header show what changed since the old one."""
        before, after = (list(side.iterchildren(PARAGRAPH)) for side in (old, new))
        items = [[describe_paragraph(block) for block in side] for side in (before, after)]
        if [item.key for item in items[0]] == [item.key for item in items[1]]:
            return
        result: list[Element] = []
        for step in align(*items):
            gone = None if step.old is None else before[step.old]
            come = None if step.new is None else after[step.new]
            result.extend(self._merge_block(gone, come))
        place = new.index(after[0]) if after else len(new)
        for block in after:
            new.remove(block)
        for at, block in enumerate(result):
            new.insert(place + at, block)

    def _merge_block(self, old: Element | None, new: Element | None) -> Iterator[Element]:
        if old is not None and new is not None:
            if spell(old) == spell(new):
                yield new
                return
            if self._plan_tables(old, new):
                merge_paragraph(old, new, self.looks, self._merge_thing)
                yield new
                return
        if old is not None:
            yield mark_texts(old, Look.DELETED, self.looks)
        if new is not None:
            yield mark_texts(new, Look.INSERTED, self.looks)

    def _plan_tables(self, old: Element, new: Element) -> bool:
        """Whether every table of the paragraph can show its changes in itself."""
        for before, after in zip(_own_tables(old), _own_tables(new), strict=True):
            plan = plan_table(before, after)
            if plan is None:
                return False
            self._plans[after] = plan
        return True

    def _merge_thing(self, old: Element, new: Element) -> None:
        """Show the changes inside a table, or inside a header or a note."""
        if new.tag == LIST:
            self.merge_story(old, new)
        elif new.tag == TABLE:
            if spell(old) != spell(new):
                merge_table(self._plans[new], new, self.looks, self._merge_thing)
        elif (after := next(new.iter(LIST), None)) is not None:
            self.merge_story(next(old.iter(LIST)), after)
