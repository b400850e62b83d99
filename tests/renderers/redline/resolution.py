"""What a word processor makes of tracked changes, read strictly from the standard.

ECMA-376 part 1, 17.13.5: accepting takes away what is marked as deleted, and the marks of
what is marked as inserted; rejecting the other way round. A link of which nothing is left is
none. Written without a look at how the marks are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reportgen.templating.formats.wordprocessing import W
from tests.templating.small_packages import read_parts

Element = etree._Element

STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PROPERTIES = [f"{W}{name}" for name in ("rPr", "pPr", "tcPr", "trPr", "tblPr")]
_MARK_HOLDERS = (f"{W}rPr", f"{W}trPr")
_NOT_NOTED = {
    f"{W}pPr": {f"{W}rPr", f"{W}sectPr"},
    f"{W}sectPr": {f"{W}headerReference", f"{W}footerReference"},
    f"{W}rPr": {f"{W}ins", f"{W}del"},
    f"{W}trPr": {f"{W}ins", f"{W}del"},
}
"""What stays beside properties that are restored: they aren't part of the note."""


def accept(root: Element) -> Element:
    """The part with every change accepted, in place."""
    return _resolve(root, gone="del", kept="ins", is_restored=False)


def reject(root: Element) -> Element:
    """The part with every change rejected, in place."""
    return _resolve(root, gone="ins", kept="del", is_restored=True)


def _resolve(root: Element, gone: str, kept: str, is_restored: bool) -> Element:
    for note in list(_notes(root)):
        _resolve_note(note, is_restored)
    _remove_rows(root, gone)
    for mark in [mark for mark in root.iter(f"{W}{gone}") if not _is_flag(mark)]:
        _parent(mark).remove(mark)
    for mark in list(root.iter(f"{W}{kept}")):
        if _is_flag(mark):
            _parent(mark).remove(mark)
        else:
            _unwrap(mark)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            _join(paragraph)
    for holder in list(root.iter(f"{W}hyperlink", f"{W}fldSimple")):
        if not len(holder):
            _parent(holder).remove(holder)
    for deleted, name in (("delText", "t"), ("delInstrText", "instrText")):
        for text in root.iter(f"{W}{deleted}"):
            text.tag = f"{W}{name}"
    return root


def _notes(root: Element) -> Iterator[Element]:
    for element in root.iter(etree.Element):
        if re.fullmatch(rf"{re.escape(W)}\w+Change", str(element.tag)):
            yield element


def _resolve_note(note: Element, is_restored: bool) -> None:
    """17.13.5.29 to 17.13.5.38: the note holds the properties as they were before."""
    holder = _parent(note)
    holder.remove(note)
    if not is_restored:
        return
    stays = _NOT_NOTED.get(str(holder.tag), set())
    beside = [child for child in holder if child.tag in stays]
    for child in list(holder):
        holder.remove(child)
    before = list(note[0])
    # References stand before a section's properties, a mark's properties behind the others.
    is_first = holder.tag != f"{W}pPr"
    holder.extend([*beside, *before] if is_first else [*before, *beside])


def _remove_rows(root: Element, gone: str) -> None:
    """17.13.5.12 and 17.13.5.17; a table without rows is none."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            _parent(row).remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _parent(table).remove(table)


def _join(paragraph: Element) -> None:
    """17.13.5.15 and 17.13.5.20: without its mark, the content joins the next paragraph.

    With nothing left there is nothing to join.
    """
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    following = paragraph.getnext()
    if content:
        assert following is not None, "content has no paragraph to join"
        assert following.tag == f"{W}p", "content has no paragraph to join"
        at = 0 if following.find(f"{W}pPr") is None else 1
        for child in reversed(content):
            following.insert(at, child)
    holder = _parent(paragraph)
    holder.remove(paragraph)
    assert holder.tag != f"{W}tc" or holder[-1].tag == f"{W}p", "a cell ends in a paragraph"


def _is_flag(mark: Element) -> bool:
    """Whether it marks a paragraph mark or a row, and holds no content."""
    return _parent(mark).tag in _MARK_HOLDERS


def _unwrap(mark: Element) -> None:
    for child in list(mark):
        mark.addprevious(child)
    _parent(mark).remove(mark)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def normalize(root: Element) -> str:
    """The part as canonical XML, a line an element, without what means nothing.

    - Ids of bookmarks only tie the end to the beginning (17.13.6), those of drawings only tell
      drawings apart (20.4.2.5): both are numbered anew.
    - Properties that are there and empty say what missing ones say.
    - A run is a stretch of text with the same properties (17.3.2): neighbours with equal ones
      are one run, and one that holds nothing is no stretch at all.
    - ``xml:space`` says whether white space at the ends of a text counts (17.3.3.31): the text
      is taken as it counts.
    """
    _renumber(root)
    for text in list(root.iter(f"{W}t", f"{W}instrText")):
        if text.get(_SPACE) != "preserve":
            text.text = (text.text or "").strip()
        text.set(_SPACE, "preserve")
        if not text.text:
            _parent(text).remove(text)
    for properties in [element for tag in _PROPERTIES for element in root.iter(tag)]:
        if not len(properties):
            _parent(properties).remove(properties)
    for run in list(root.iter(f"{W}r")):
        if all(child.tag == f"{W}rPr" for child in run):
            _parent(run).remove(run)
    for run in list(root.iter(f"{W}r")):
        _merge_run(run)
    return etree.tostring(root, method="c14n", exclusive=True).decode().replace("><", ">\n<")


def _renumber(root: Element) -> None:
    numbers: dict[str | None, str] = {}
    for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        mark.set(f"{W}id", numbers.setdefault(mark.get(f"{W}id"), str(len(numbers))))
    for drawing in root.iter(_DRAWING):
        drawing.set("id", "0")


def _merge_run(run: Element) -> None:
    """Let a run begin with what stands in an equal one before it, and join texts in it."""
    before = run.getprevious()
    if before is not None and before.tag == run.tag and _form(before) == _form(run):
        at = 0 if run.find(f"{W}rPr") is None else 1
        for child in reversed([child for child in before if child.tag != f"{W}rPr"]):
            run.insert(at, child)
        _parent(before).remove(before)
    for text in list(run.iterchildren(f"{W}t")):
        neighbour = text.getprevious()
        if neighbour is not None and neighbour.tag == text.tag:
            text.text = (neighbour.text or "") + (text.text or "")
            run.remove(neighbour)


def _form(run: Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)


def read_stories(package: bytes) -> dict[str, str]:
    """Body, headers and footers of a document, normalized."""
    return {
        name: normalize(etree.fromstring(data))
        for name, data in read_parts(package).items()
        if STORY.fullmatch(name)
    }


def resolve_stories(package: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The same of a marked document: first with all changes accepted, then rejected."""
    parts = {name: data for name, data in read_parts(package).items() if STORY.fullmatch(name)}
    return (
        {name: normalize(accept(etree.fromstring(data))) for name, data in parts.items()},
        {name: normalize(reject(etree.fromstring(data))) for name, data in parts.items()},
    )


def find_idle_notes(package: bytes) -> list[str]:
    """Notes of properties that are as they were: marks of no change."""
    found: list[str] = []
    for name, data in read_parts(package).items():
        if not STORY.fullmatch(name):
            continue
        for note in _notes(etree.fromstring(data)):
            stays = _NOT_NOTED.get(str(_parent(note).tag), set())
            now = [child for child in _parent(note) if child is not note and child.tag not in stays]
            if _spell(now) == _spell(list(note[0])):
                found.append(etree.tostring(_parent(note)).decode())
    return found


def _spell(elements: list[Element]) -> list[bytes]:
    return [etree.tostring(element, method="c14n", exclusive=True) for element in elements]
