"""Paragraphs, whose content and whose mark at the end are inserted and deleted apart.

The mark holds the properties. Where it is deleted, the content joins the paragraph that
follows (17.13.5.15, 17.13.5.20).
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from reportgen.renderers.redline.elements import make, spell, spell_properties
from reportgen.renderers.redline.properties import (
    track_paragraph,
    track_properties,
    track_section,
)
from reportgen.renderers.redline.revisions import Mark, Revisions
from reportgen.renderers.redline.runs import write_content
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_BESIDE_BASE = (f"{W}rPr", f"{W}sectPr")
_PROPERTIES = f"{W}pPr"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the marked document.

    :ivar old: the old paragraph whose content it has, and ``new`` likewise.
    :ivar old_mark: the old paragraph whose end it has, and ``new_mark`` likewise; without an
        old one the end is inserted, without a new one it is deleted.
    """

    old: Element | None
    new: Element | None
    old_mark: Element | None
    new_mark: Element | None

    @classmethod
    def of(cls, old: Element | None, new: Element | None) -> Line:
        """A paragraph that ends where it ended."""
        return cls(old, new, old, new)


def write_paragraph(line: Line, marks: Revisions, count: bool = True) -> Element:
    """The paragraph with its changes marked; one without a change is the new one itself."""
    same = line.new is line.new_mark and line.old is line.old_mark
    if (
        same
        and line.new is not None
        and line.old is not None
        and spell(line.old) == spell(line.new)
    ):
        return line.new
    model = next(side for side in (line.new_mark, line.new, line.old) if side is not None)
    paragraph = make("p")
    for name, value in model.items():
        paragraph.set(name, value)
    properties = _write_properties(line, marks)
    if len(properties):
        paragraph.append(properties)
    is_whole = (line.old is None or line.new is None) and same
    paragraph.extend(list(write_content(line.old, line.new, marks, count and not is_whole)))
    if count and is_whole:
        marks.count(Mark.INSERTED if line.old is None else Mark.DELETED)
    return paragraph


def _write_properties(line: Line, marks: Revisions) -> Element:
    old, new = line.old_mark, line.new_mark
    if old is not None and new is not None:
        return _compare_properties(_copy_properties(new), _copy_properties(old), marks)
    only, mark = (old, Mark.DELETED) if new is None else (new, Mark.INSERTED)
    properties = _copy_properties(only)
    # «ins» and «del» come first in the properties of the mark (CT_ParaRPr).
    _mark_properties(properties).insert(0, marks.make(mark))
    return properties


def _copy_properties(paragraph: Element | None) -> Element:
    properties = None if paragraph is None else paragraph.find(_PROPERTIES)
    return make("pPr") if properties is None else deepcopy(properties)


def _mark_properties(properties: Element) -> Element:
    """The properties of the paragraph mark, made if there are none, in their place."""
    own = properties.find(f"{W}rPr")
    if own is None:
        own = make("rPr")
        section = properties.find(f"{W}sectPr")
        properties.insert(len(properties) if section is None else properties.index(section), own)
    return own


def _compare_properties(new: Element, old: Element, marks: Revisions) -> Element:
    base = [child for child in old if child.tag not in _BESIDE_BASE]
    differs = [spell(child) for child in base] != [
        spell(child) for child in new if child.tag not in _BESIDE_BASE
    ]
    if spell_properties(old.find(f"{W}rPr")) != spell_properties(new.find(f"{W}rPr")):
        _mark_properties(new)
        track_properties(new, old.find(f"{W}rPr"), "rPr", marks)
    sections = new.find(f"{W}sectPr"), old.find(f"{W}sectPr")
    if sections[0] is not None and sections[1] is not None:
        track_section(sections[0], sections[1], marks)
    elif sections != (None, None):
        marks.unmarked += 1
    if differs:
        track_paragraph(new, base, marks)
    return new
