"""A HWPX to read changes in: the new version with the old one's text shown beside it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import count

from lxml import etree

from reportgen.renderers.hwpx_objects import NO_BREAK_SPACE, order_objects
from reportgen.renderers.hwpx_shapes import read_shapes
from reportgen.renderers.hwpx_tabs import fit_tabs
from reportgen.renderers.review.elements import NUMBERED, PARAGRAPH, TEXT
from reportgen.renderers.review.looks import Looks
from reportgen.renderers.review.stories import Reviewer
from reportgen.templating.formats.owpml import HP
from reportgen.templating.packages.package import write_package
from reportgen.templating.tree import Element

REVIEW_COPY = "검토용 변경 표시본"
"""What the title says of such a copy."""

_SECTION = re.compile(r"Contents/section\d+\.xml")
_HEADER = "Contents/header.xml"
_MANIFEST = "Contents/content.hpf"
_PREVIEW = "Preview/PrvText.txt"
_PREVIEW_LENGTH = 2000
_TITLE = "{http://www.idpf.org/2007/opf/}title"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_CACHE = f"{HP}linesegarray"
_SIGNS = {f"{HP}lineBreak": "\r\n", f"{HP}tab": "\t", f"{HP}nbSpace": NO_BREAK_SPACE}


def review_hwpx(old: bytes, new: bytes) -> bytes:
    """The new HWPX with inserted text in blue and underlined, deleted text in red and struck out.

    These are plain letters, not changes that Hancom Office could accept: the copy is to be
    read. Deleted rows stand in their tables, a table with other columns stands before the new
    one. What only looks different isn't marked, and pictures that were deleted are left out.
    """
    before, after = _read(old), _read(new)
    header = etree.fromstring(after[_HEADER], _PARSER)
    reviewer = Reviewer(Looks(header))
    names = sorted(filter(_SECTION.fullmatch, after), key=lambda name: (len(name), name))
    sections = {name: _read_section(after[name]) for name in names}
    for name, section in sections.items():
        if name in before:
            reviewer.merge_story(_read_section(before[name]), section)
    _number(list(sections.values()))
    parts = {**after, _HEADER: _write(header)}
    shapes = read_shapes(parts[_HEADER])
    texts = {name: _write(section).decode() for name, section in sections.items()}
    for name, text in order_objects(texts).items():
        parts[name] = fit_tabs(text, shapes).encode()
    parts[_PREVIEW] = _preview(list(sections.values())).encode()
    if _MANIFEST in parts:
        parts[_MANIFEST] = _name_copy(parts[_MANIFEST])
    return write_package(parts)


def _read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _read_section(data: bytes) -> Element:
    """The section without what differs although nothing changed.

    Ids only tell elements from each other. The layout cache holds for the whole page, and
    Hancom Office trusts it: once a line is added, none is right.
    """
    section = etree.fromstring(data, _PARSER)
    for cache in list(section.iter(_CACHE)):
        cache.getparent().remove(cache)
    for numbered in section.iter(*NUMBERED):
        numbered.set("id", "")
    return section


def _write(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _number(sections: list[Element]) -> None:
    """Paragraphs and objects have ids that are unique in the file."""
    numbers = count(1)
    for section in sections:
        for element in section.iter(*NUMBERED):
            element.set("id", str(next(numbers)))


def _preview(sections: list[Element]) -> str:
    """The beginning of the text, a line a paragraph."""
    lines: list[str] = []
    length = 0
    for section in sections:
        for paragraph in section.iter(PARAGRAPH):
            line = "".join(map(_read_text, paragraph.iterfind(f"{HP}run/{TEXT}")))
            if line:
                lines.append(f"{line}\r\n")
                length += len(lines[-1])
            if length > _PREVIEW_LENGTH:
                return "".join(lines)[:_PREVIEW_LENGTH]
    return "".join(lines)


def _read_text(text: Element) -> str:
    signs = (_SIGNS.get(str(sign.tag), "") + (sign.tail or "") for sign in text)
    return (text.text or "") + "".join(signs)


def _name_copy(manifest: bytes) -> bytes:
    """Say in the title that this is no copy to be handed in."""
    root = etree.fromstring(manifest, _PARSER)
    for title in root.iter(_TITLE):
        if REVIEW_COPY not in (title.text or ""):
            title.text = f"{title.text or ''} ({REVIEW_COPY})".strip()
    return _write(root)
