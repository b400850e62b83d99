"""Properties of runs, paragraphs, rows, cells and tables that differ between two versions."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from reportgen.renderers.redline.elements import make, spell, spell_properties
from reportgen.renderers.redline.revisions import Revisions
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element


def track_properties(holder: Element, old: Element | None, name: str, marks: Revisions) -> None:
    """Note in the holder's properties what they were, if they differ.

    The note is the last thing in them (``CT_TcPr``, ``CT_TrPr``, ``CT_TblPr``, ``CT_RPr``).

    :param old: the properties in the old version.
    :param name: ``tcPr``, ``trPr``, ``tblPr`` or ``rPr``.
    """
    own = holder.find(f"{W}{name}")
    if spell_properties(own) == spell_properties(old):
        return
    if own is None:
        own = make(name)
        holder.insert(0 if holder.find(f"{W}tblPrEx") is None else 1, own)
    own.append(_note(name, () if old is None else old, marks))


def track_grid(table: Element, old: Element | None, marks: Revisions) -> None:
    """Note the old widths of a table's columns; such a note has no author."""
    own = table.find(f"{W}tblGrid")
    if own is None or old is None or spell(own) == spell(old):
        return
    note = _note("tblGrid", old, marks)
    for name in ("author", "date"):
        del note.attrib[f"{W}{name}"]
    own.append(note)


def track_paragraph(own: Element, old: Iterable[Element], marks: Revisions) -> None:
    """Note what a paragraph's properties were (``CT_PPrBase``), behind everything else."""
    own.append(_note("pPr", old, marks))


def track_section(own: Element, old: Element, marks: Revisions) -> None:
    """Note what a section's properties were; its headers can't be noted (``CT_SectPrBase``)."""
    if spell(own) == spell(old):
        return
    references = (f"{W}headerReference", f"{W}footerReference")
    if [spell(child) for child in own if child.tag in references] != [
        spell(child) for child in old if child.tag in references
    ]:
        marks.unmarked += 1
    own.append(_note("sectPr", (child for child in old if child.tag not in references), marks))


def _note(name: str, old: Iterable[Element], marks: Revisions) -> Element:
    note = marks.make(f"{name}Change")
    content = make(name)
    note.append(content)
    content.extend([deepcopy(child) for child in old])
    return note
