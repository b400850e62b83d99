"""The body of another DOCX in this one: styles by name, all else under new ids."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from itertools import count

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.inclusion.sources import InclusionError
from reportgen.templating.inclusion.word_lists import WordLists
from reportgen.templating.inclusion.word_styles import WordStyles
from reportgen.templating.packages.open_packaging import (
    CONTENT_TYPES,
    OFFICE,
    RELS,
    declare_type,
    find_free,
    find_type,
    name_rels,
    read_rels,
    resolve_target,
    spell_part,
)
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = f"{{{OFFICE}}}"
DOCUMENT = "word/document.xml"
_CARRIED = ("image", "hyperlink", "chart", "package", "chartUserShapes")
_CARRIED_2011 = ("chartStyle", "chartColorStyle")
_REFUSED = (
    "altChunk",
    "commentReference",
    "control",
    "endnoteReference",
    "footnoteReference",
    "object",
    "sectPr",
    "subDoc",
)
_MARKS = (f"{_W}bookmarkStart", f"{_W}bookmarkEnd")
_FIRST_MARK = 500_001
"""Bookmarks of the template, and those of its tags, have lower numbers."""


class WordInclusion:
    """All that is put into one document.

    :ivar part: the part that is being printed.
    """

    def __init__(self, parts: SharedParts) -> None:
        self.part = DOCUMENT
        self._parts = parts
        self._styles = WordStyles(parts)
        self._lists = WordLists(parts)
        self._marks = count(_FIRST_MARK)
        self._types: dict[str, str] = {}
        self._relations: dict[str, list[dict[str, str]]] = {}

    def insert(self, filled: Mapping[str, bytes], name: str) -> str:
        """The paragraphs and tables of a filled document.

        :raises InclusionError: when it holds what can't be carried over.
        """
        body = etree.fromstring(filled[DOCUMENT]).find(f"{_W}body")
        if body is None:
            return ""
        for section in body.findall(f"{_W}sectPr"):
            body.remove(section)
        self._refuse(body, name)
        self._styles.translate(body, filled, name)
        self._lists.translate(body, filled, name)
        self._renumber(body)
        self._carry_relations(body, filled, name)
        return "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in body)

    def finish(self, parts: dict[str, bytes]) -> None:
        """Write what the documents brought along into the parts of this one."""
        types = etree.fromstring(parts[CONTENT_TYPES]) if self._types or self._lists.used else None
        for name, relations in self._relations.items():
            rels = read_rels(parts, name)
            for relation in relations:
                etree.SubElement(rels, f"{RELS}Relationship", relation)
            parts[name_rels(name)] = spell_part(rels)
        if types is not None:
            for part, kind in self._types.items():
                declare_type(types, part, kind)
            self._lists.finish(parts, types)
            parts[CONTENT_TYPES] = spell_part(types)

    def _refuse(self, body: Element, name: str) -> None:
        for number, paragraph in enumerate(body.iter(f"{_W}p"), 1):
            for element in paragraph.iter(*(f"{_W}{found}" for found in _REFUSED)):
                raise InclusionError(
                    _(
                        "paragraph {number} of {name} holds {what}, which can't be carried over",
                        number=number,
                        name=name,
                        what=_describe(etree.QName(element).localname),
                    )
                )

    def _renumber(self, body: Element) -> None:
        """Give bookmarks numbers, and controls none, so that none comes twice."""
        numbers: dict[str, str] = {}
        for mark in list(body.iter(*_MARKS)):
            old = mark.get(f"{_W}id", "")
            if old not in numbers:
                numbers[old] = str(next(self._marks))
            mark.set(f"{_W}id", numbers[old])
        for found in list(body.iter(f"{_W}id")):
            parent = found.getparent()
            if parent is not None and parent.tag == f"{_W}sdtPr":
                parent.remove(found)

    def _carry_relations(self, body: Element, filled: Mapping[str, bytes], name: str) -> None:
        rels = {str(one.get("Id")): one for one in read_rels(filled, DOCUMENT)}
        renamed: dict[str, str] = {}
        for element in body.iter():
            for key, value in list(element.attrib.items()):
                if not str(key).startswith(_R):
                    continue
                old = str(value)
                if old not in renamed and old in rels:
                    renamed[old] = self._carry(rels[old], filled, name)
                element.set(key, renamed.get(old, old))

    def _carry(self, relation: Element, filled: Mapping[str, bytes], name: str) -> str:
        """A relationship of this document that leads to the same; its id."""
        made = {str(key): str(value) for key, value in relation.attrib.items()}
        if made.get("TargetMode") != "External":
            _check_kind(made, name)
            source = resolve_target(DOCUMENT, made["Target"])
            part = self._carry_part(source, filled, name)
            made["Target"] = posixpath.relpath(part, posixpath.dirname(self.part))
        relations = self._relations.setdefault(self.part, [])
        taken = {one.get("Id") for one in read_rels(self._parts, self.part)}
        taken |= {one["Id"] for one in relations}
        made["Id"] = next(one for at in count(1) if (one := f"rIdS{at}") not in taken)
        relations.append(made)
        return made["Id"]

    def _carry_part(self, source: str, filled: Mapping[str, bytes], name: str) -> str:
        """The name of a part of the other document in this one, with all that it leads to."""
        if source not in filled:
            raise InclusionError(_("{part} is missing in {name}", part=source, name=name))
        part = find_free(self._parts, source)
        self._parts.add(part, filled[source])
        self._types[part] = find_type(etree.fromstring(filled[CONTENT_TYPES]), source)
        rels = read_rels(filled, source)
        for relation in rels:
            if relation.get("TargetMode") == "External":
                continue
            _check_kind({str(key): str(value) for key, value in relation.attrib.items()}, name)
            inner = self._carry_part(
                resolve_target(source, relation.get("Target", "")), filled, name
            )
            relation.set("Target", posixpath.relpath(inner, posixpath.dirname(part)))
        if len(rels):
            self._parts.add(name_rels(part), spell_part(rels))
        return part


def _check_kind(relation: Mapping[str, str], name: str) -> None:
    kind = posixpath.basename(relation.get("Type", ""))
    if kind not in (*_CARRIED, *_CARRIED_2011):
        raise InclusionError(
            _(
                "{name} leads to a part of the kind {kind}, which can't be carried over",
                name=name,
                kind=kind,
            )
        )


def _describe(tag: str) -> str:
    """What an element is, in words."""
    words = {
        "commentReference": _("a comment"),
        "endnoteReference": _("an endnote"),
        "footnoteReference": _("a footnote"),
        "sectPr": _("a section of its own"),
    }
    return words.get(tag, _("an embedded object"))
