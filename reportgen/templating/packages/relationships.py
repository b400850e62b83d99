"""Relationships and content types of a package (Open Packaging Conventions, ECMA-376 part 2).

The parts are a dictionary of names and bytes, which these functions read and change in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from itertools import count
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

Parts = Mapping[str, bytes]
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
PACKAGE = ""
"""The owner of the relationships of the package itself."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part.

    :ivar kind: the URI of its type; :ivar part: the part it leads to, or empty for an address
        outside of the package and for a part that isn't there.
    """

    id: str
    kind: str
    target: str
    part: str
    external: bool

    @property
    def name(self) -> str:
        """The last word of the type, the same in Transitional and in Strict documents.

        >>> Relationship("r1", "http://a.b/c/header", "h.xml", "h.xml", False).name
        'header'
        """
        return self.kind.rpartition("/")[2]


def name_relationships(owner: str) -> str:
    """The part that holds the relationships of another part.

    >>> name_relationships("word/document.xml"), name_relationships(PACKAGE)
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, _slash, name = owner.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def read_relationships(parts: Parts, owner: str) -> tuple[Relationship, ...]:
    """The relationships of a part, or of the package; none where it has no list of them."""
    data = parts.get(name_relationships(owner))
    if data is None:
        return ()
    return tuple(
        _read(parts, owner, element)
        for element in etree.fromstring(data).iter(f"{{{_RELATIONS}}}Relationship")
    )


def find_part(parts: Parts, owner: str, target: str) -> str:
    """The part that a target means, which is written relative to its owner; empty for none.

    Names of parts differ by more than capitals, and may be percent-encoded.
    """
    path = normpath(join("/", dirname(owner), target.partition("#")[0])).lstrip("/")
    for spelled in (path, unquote(path)):
        if spelled in parts:
            return spelled
    folded = unquote(path).casefold()
    return next((name for name in parts if name.casefold() == folded), "")


def walk_relationships(parts: Parts) -> Iterator[tuple[str, Relationship]]:
    """Every relationship that can be reached from the package, with its owner."""
    waiting, seen = [PACKAGE], {PACKAGE}
    while waiting:
        owner = waiting.pop(0)
        for relationship in read_relationships(parts, owner):
            yield owner, relationship
            if relationship.part and relationship.part not in seen:
                seen.add(relationship.part)
                waiting.append(relationship.part)


def add_relationship(
    parts: MutableMapping[str, bytes], owner: str, kind: str, target: str, external: bool = False
) -> str:
    """The id of a new relationship."""
    name = name_relationships(owner)
    data = parts.get(name)
    root = (
        etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
        if data is None
        else etree.fromstring(data)
    )
    used = {element.get("Id") for element in root}
    identifier = next(made for made in map("x{}".format, count()) if made not in used)
    element = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
    element.attrib.update({"Id": identifier, "Type": kind, "Target": target})
    if external:
        element.set("TargetMode", "External")
    parts[name] = _spell(root)
    return identifier


def drop_relationships(
    parts: MutableMapping[str, bytes], owner: str, unwanted: Callable[[Relationship], bool]
) -> None:
    """Take relationships of a part away; the list goes with its last one."""
    name = name_relationships(owner)
    if name not in parts:
        return
    root = etree.fromstring(parts[name])
    found = list(root.iter(f"{{{_RELATIONS}}}Relationship"))
    dropped = [each for each in found if unwanted(_read(parts, owner, each))]
    for element in dropped:
        root.remove(element)
    if len(dropped) == len(found):
        drop_part(parts, name)
    elif dropped:
        parts[name] = _spell(root)


def drop_part(parts: MutableMapping[str, bytes], name: str) -> None:
    """Take a part away, with its own relationships and its content type."""
    parts.pop(name, None)
    parts.pop(name_relationships(name), None)
    if CONTENT_TYPES in parts:
        set_content_type(parts, name, "")


def read_content_type(parts: Parts, name: str) -> str:
    """The content type of a part; empty where the package doesn't say it."""
    if CONTENT_TYPES not in parts:
        return ""
    default = ""
    for element in etree.fromstring(parts[CONTENT_TYPES]):
        if (element.get("PartName") or "").casefold() == f"/{name}".casefold():
            return element.get("ContentType") or ""
        extension = (element.get("Extension") or "").casefold()
        if extension and name.casefold().endswith(f".{extension}"):
            default = element.get("ContentType") or ""
    return default


def set_content_type(parts: MutableMapping[str, bytes], name: str, kind: str) -> None:
    """Say the content type of one part; an empty one takes away what was said of it."""
    root = etree.fromstring(parts[CONTENT_TYPES])
    named = f"/{name}".casefold()
    said = [each for each in root if (each.get("PartName") or "").casefold() == named]
    for element in said:
        root.remove(element)
    if kind:
        element = etree.SubElement(root, f"{{{_TYPES}}}Override")
        element.attrib.update({"PartName": f"/{name}", "ContentType": kind})
    if said or kind:
        parts[CONTENT_TYPES] = _spell(root)


def rename_part(parts: MutableMapping[str, bytes], old: str, new: str) -> None:
    """Move a part to another name, with everything that leads to it and from it."""
    kind = read_content_type(parts, old)
    owners = {owner for owner, link in walk_relationships(parts) if link.part == old}
    for owner in {*owners, old}:
        _point(parts, owner, old, new)
    relationships = parts.pop(name_relationships(old), None)
    if relationships is not None:
        parts[name_relationships(new)] = relationships
    if CONTENT_TYPES in parts:
        set_content_type(parts, old, "")
        set_content_type(parts, new, kind)
    parts[new] = parts.pop(old)


def _point(parts: MutableMapping[str, bytes], owner: str, old: str, new: str) -> None:
    """Write targets in full where the part they lead to, or their owner, moves."""
    name = name_relationships(owner)
    if name not in parts:
        return
    root = etree.fromstring(parts[name])
    for element in root.iter(f"{{{_RELATIONS}}}Relationship"):
        link = _read(parts, owner, element)
        if link.part and (owner == old or link.part == old):
            element.set("Target", f"/{new if link.part == old else link.part}")
    parts[name] = _spell(root)


def _read(parts: Parts, owner: str, element: etree._Element) -> Relationship:
    target = element.get("Target") or ""
    external = element.get("TargetMode") == "External"
    part = "" if external else find_part(parts, owner, target)
    return Relationship(element.get("Id") or "", element.get("Type") or "", target, part, external)


def _spell(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
