"""What belongs to the file that an officer edits, and doesn't leave with a finished document.

These are macros, signatures, the picture of the first page, links to the template of a template,
and counts of its pages and words.
"""

from __future__ import annotations

import re

from lxml import etree

from reportgen.templating.packages.relationships import (
    CONTENT_TYPES,
    PACKAGE,
    Relationship,
    drop_part,
    drop_relationships,
    read_content_type,
    read_relationships,
    set_content_type,
    walk_relationships,
)
from reportgen.templating.tree import Element

_LEFT_BEHIND = frozenset(
    {
        "vbaProject",
        "vbaProjectSignature",
        "vbaProjectSignatureAgile",
        "vbaProjectSignatureV3",
        "wordVbaData",
        "keyMapCustomizations",
        "attachedToolbars",
        "attachedTemplate",
        "mailMergeSource",
        "mailMergeHeaderSource",
        "control",
        "activeXControlBinary",
        "origin",
        "signature",
        "certificate",
        "thumbnail",
        "ui",
        "extensibility",
    }
)
"""The last words of the types of relationships that lead to what stays behind."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMING = (f"{_W}attachedTemplate", f"{_W}mailMerge", f"{_W}control")
_ORPHANS = re.compile(
    r"(^|/)(vba(Project\w*|Data)\.(bin|xml)$|activeX/)|^_xmlsignatures/", re.IGNORECASE
)
_COUNTS = ("Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs")
_STALE = (*_COUNTS, "Template", "TotalTime", "HeadingPairs", "TitlesOfParts", "HLinks", "DigSig")


def leave_behind(parts: dict[str, bytes]) -> None:
    """Take all of it out of the package, with what leads to it."""
    unwanted = [(owner, link) for owner, link in walk_relationships(parts) if _is_unwanted(link)]
    for owner, link in unwanted:
        drop_relationships(parts, owner, _is_unwanted)
        drop_part(parts, link.part)
    for owner in {owner for owner, _link in unwanted} & set(parts):
        _drop_elements(parts, owner)
    for name in [name for name in parts if _ORPHANS.search(name)]:
        drop_part(parts, name)
    _drop_macro_types(parts)
    _drop_counts(parts)


def _is_unwanted(link: Relationship) -> bool:
    return link.name in _LEFT_BEHIND


def _drop_elements(parts: dict[str, bytes], owner: str) -> None:
    """The elements that name what was left behind; a control leaves its picture."""
    root = etree.fromstring(parts[owner])
    found = list(root.iter(*_NAMING))
    for element in found:
        element.getparent().remove(element)  # type: ignore[union-attr]
    if found:
        parts[owner] = _spell(root)


def _drop_macro_types(parts: dict[str, bytes]) -> None:
    """What the package says of the type of macros, unless it says it of other parts, too."""
    root = etree.fromstring(parts[CONTENT_TYPES])
    for element in list(root):
        extension = (element.get("Extension") or "").lower()
        used = any(name.lower().endswith(f".{extension}") for name in parts) if extension else False
        if "vbaproject" in (element.get("ContentType") or "").lower() and not used:
            root.remove(element)
            parts[CONTENT_TYPES] = _spell(root)


def say_type(parts: dict[str, bytes], main: str, kind: str) -> None:
    """Say that the main part is that of a document, not of a template or one with macros."""
    if read_content_type(parts, main) != kind:
        set_content_type(parts, main, kind)


def _drop_counts(parts: dict[str, bytes]) -> None:
    """Counts of pages and words, and titles of headings, which are those of the template."""
    name = _find_properties(parts)
    if not name:
        return
    root = etree.fromstring(parts[name])
    stale = [element for element in root if etree.QName(element).localname in _STALE]
    for element in stale:
        root.remove(element)
    if stale:
        parts[name] = _spell(root)


def _find_properties(parts: dict[str, bytes]) -> str:
    links = read_relationships(parts, PACKAGE)
    return next((link.part for link in links if link.name == "extended-properties"), "")


def _spell(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
