"""A template of Word made into the package of a document: what is filled, and what stays behind.

Macros, signatures, the picture of the first page and links to the template of the template
belong to the file that an officer edits; they don't leave with a report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from lxml import etree

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.filekinds import Kind, explain_kind, identify_parts
from reportgen.templating.relationships import (
    CONTENT_TYPES,
    PACKAGE,
    Relationship,
    drop_part,
    drop_relationships,
    read_content_type,
    read_relationships,
    rename_part,
    set_content_type,
    walk_relationships,
)
from reportgen.templating.tree import Element
from reportgen.templating.word_links import turn_links

MAIN, STYLES = "word/document.xml", "word/styles.xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_BODIES = ("header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument")
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
_USUAL = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_NAMING = (f"{_W}attachedTemplate", f"{_W}mailMerge", f"{_W}control")
_ORPHANS = re.compile("vba(Project|Data)|(^|/)activeX/|^_xmlsignatures/", re.IGNORECASE)
_COUNTS = ("Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs")
_STALE = (*_COUNTS, "Template", "TotalTime", "HeadingPairs", "TitlesOfParts", "HLinks", "DigSig")


def prepare_word(given: Mapping[str, bytes], file: str) -> dict[str, bytes]:
    """The parts of the finished document, not filled yet.

    The body and the styles get the names that Word gives, by which they are found again.

    :raises DataError: when it is no Word document.
    """
    parts = dict(given)
    if CONTENT_TYPES not in parts and MAIN in parts:
        return parts
    kind = identify_parts(parts)
    if kind is not Kind.DOCX:
        raise DataError((explain_kind(kind, file),))
    main = _find(parts, PACKAGE, "officeDocument")
    if not main:
        raise DataError((_explain_empty(file),))
    _rename(parts, main, MAIN)
    _rename(parts, _find(parts, MAIN, "styles"), STYLES)
    _leave_behind(parts)
    turn_links(parts, [MAIN, *list_bodies(parts)])
    if read_content_type(parts, MAIN) != _MAIN_TYPE:
        set_content_type(parts, MAIN, _MAIN_TYPE)
    return parts


def list_bodies(parts: Mapping[str, bytes]) -> list[str]:
    """The parts that hold paragraphs, in the order of the package."""
    found = {link.part for _owner, link in walk_relationships(parts) if link.name in _BODIES}
    return [name for name in parts if name == MAIN or name in found or _is_bare(parts, name)]


def _is_bare(parts: Mapping[str, bytes], name: str) -> bool:
    """Whether a part is known by its name alone, in a package that says nothing of its parts."""
    return CONTENT_TYPES not in parts and _USUAL.fullmatch(name) is not None


def _find(parts: Mapping[str, bytes], owner: str, name: str) -> str:
    links = read_relationships(parts, owner)
    return next((link.part for link in links if link.name == name and link.part), "")


def _rename(parts: dict[str, bytes], old: str, new: str) -> None:
    """Give a part its usual name; another part that has it steps aside."""
    if old in ("", new):
        return
    if new in parts:
        numbers = (new.replace(".xml", f"{number}.xml") for number in count(2))
        rename_part(parts, new, next(name for name in numbers if name not in parts))
    order = [new if name == old else name for name in parts]
    rename_part(parts, old, new)
    for name in [*order, *parts]:
        if name in parts and name in order:
            parts[name] = parts.pop(name)


def _leave_behind(parts: dict[str, bytes]) -> None:
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


def _drop_counts(parts: dict[str, bytes]) -> None:
    """Counts of pages and words, and titles of headings, which are those of the template."""
    name = _find(parts, PACKAGE, "extended-properties")
    if not name:
        return
    root = etree.fromstring(parts[name])
    stale = [element for element in root if etree.QName(element).localname in _STALE]
    for element in stale:
        root.remove(element)
    if stale:
        parts[name] = _spell(root)


def _spell(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _explain_empty(file: str) -> Diagnostic:
    return Diagnostic(
        "template-file",
        SourceRef(file),
        _("nothing in the file says which part is the text of the document"),
        hint=_("open the file in the office program, let it be repaired, and save it again"),
    )
