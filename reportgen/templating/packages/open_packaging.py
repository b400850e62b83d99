"""Parts of a package and what leads from one to another (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Mapping

from lxml import etree

from reportgen.templating.tree import Element

RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"


def name_rels(part: str) -> str:
    """The part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_rels(parts: Mapping[str, bytes], part: str) -> Element:
    """The relationships of a part, which may have none."""
    data = parts.get(name_rels(part))
    return etree.fromstring(data or f'<Relationships xmlns="{RELS[1:-1]}"/>'.encode())


def resolve_target(part: str, target: str) -> str:
    """The part to which a relationship of a part leads.

    >>> resolve_target("word/charts/chart1.xml", "../media/image1.png")
    'word/media/image1.png'
    """
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def find_free(parts: Container[str], wanted: str) -> str:
    """The name, with the first number that no part has.

    >>> find_free({"word/media/image1.png"}, "word/media/image7.png")
    'word/media/image2.png'
    """
    stem, ending = posixpath.splitext(wanted)
    stem, number = re.sub(r"\d+$", "", stem), 1
    while f"{stem}{number}{ending}" in parts:
        number += 1
    return f"{stem}{number}{ending}"


def find_free_id(rels: Element) -> str:
    """The first id that no relationship has."""
    found = {relation.get("Id") for relation in rels}
    ids = (f"rId{number}" for number in range(1, len(found) + 2))
    return next(one for one in ids if one not in found)


def relate(parts: dict[str, bytes], part: str, found: str, kind: str, name: str) -> None:
    """Have a part lead to another by that id."""
    rels = read_rels(parts, part)
    target = posixpath.relpath(name, posixpath.dirname(part))
    etree.SubElement(rels, f"{RELS}Relationship", Id=found, Type=kind, Target=target)
    parts[name_rels(part)] = spell_part(rels)


def find_type(types: Element, part: str) -> str:
    """The content type of a part; empty where the package doesn't say."""
    for override in types.iterfind(f"{TYPES}Override"):
        if override.get("PartName") == f"/{part}":
            return override.get("ContentType", "")
    ending = posixpath.splitext(part)[1][1:].lower()
    for default in types.iterfind(f"{TYPES}Default"):
        if default.get("Extension", "").lower() == ending:
            return default.get("ContentType", "")
    return ""


def declare_type(types: Element, part: str, kind: str) -> None:
    """Have the package say the content type of a part."""
    if find_type(types, part) != kind:
        etree.SubElement(types, f"{TYPES}Override", PartName=f"/{part}", ContentType=kind)


def spell_part(root: Element) -> bytes:
    """The part as office programs write it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
