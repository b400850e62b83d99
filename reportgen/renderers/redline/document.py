"""A DOCX in which every change since another one is tracked."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from lxml import etree

from reportgen.renderers.redline.ids import neutralize_ids, number_ids
from reportgen.renderers.redline.parts import Links, add_styles, write_xml
from reportgen.renderers.redline.revisions import CHANGES, Revisions
from reportgen.renderers.redline.stories import merge_story
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from reportgen.templating.tree import Element

_STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True, slots=True)
class Redline:
    """The marked document, and how many passages, rows and tables it marks.

    :ivar unmarked: changes for which WordprocessingML has no mark: another header for a
        section, a content control, a bookmark that moved. Accepting gives the new version
        in spite of them; rejecting leaves them as they are in the new version.
    """

    data: bytes
    insertions: int = 0
    deletions: int = 0
    unmarked: int = 0


def redline_docx(old: bytes, new: bytes, author: str, day: date) -> Redline:
    """The new DOCX with the changes since the old one tracked.

    Accepting all of them gives the new document, rejecting all of them the old one. The new
    document is returned as it is when nothing changed. Body, headers and footers are compared;
    footnotes and comments are those of the new document.

    :param author: who is named as the one who made the changes.
    :param day: when they are said to have been made, at midnight UTC.
    """
    before, after = _read(old), _read(new)
    marks = Revisions(author, day)
    names = [name for name in after if _STORY.fullmatch(name)]
    marks.unmarked = len({name for name in before if _STORY.fullmatch(name)} ^ set(names))
    trees = {name: etree.fromstring(after[name], _PARSER) for name in names}
    for tree in trees.values():
        neutralize_ids(tree)
    links = [
        _merge_part(Links(name, before, after), trees[name], marks)
        for name in names
        if name in before
    ]
    if not (marks.unmarked or any(_holds_changes(trees[link.part]) for link in links)):
        return Redline(new)
    number_ids(list(trees.values()), marks)
    parts = {**after, **{name: write_xml(tree) for name, tree in trees.items()}}
    for link in links:
        link.complete(trees[link.part], parts)
    add_styles(list(trees.values()), before, parts)
    return Redline(write_package(parts), marks.insertions, marks.deletions, marks.unmarked)


def _read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _merge_part(links: Links, tree: Element, marks: Revisions) -> Links:
    old = etree.fromstring(links.old[links.part], _PARSER)
    links.translate(old)
    neutralize_ids(old)
    before, after = (
        root if (body := root.find(f"{W}body")) is None else body for root in (old, tree)
    )
    merge_story(before, after, marks)
    return links


def _holds_changes(tree: Element) -> bool:
    return next(tree.iter(*CHANGES), None) is not None
