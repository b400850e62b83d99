"""How the parts of a package lead to each other (ECMA-376 part 2, clause 9.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from lxml import etree

from reportgen.renderers.xlsx.spreadsheetml import Element, parse_xml

TYPES = "[Content_Types].xml"


class Relation(NamedTuple):
    """One relation of a part.

    :ivar kind: the last word of its type, such as ``drawing``.
    :ivar target: the name of a part; empty when it leads out of the package.
    """

    identity: str
    kind: str
    target: str


def name_relations(part: str) -> str:
    """The part that holds the relations of a part; of the package, when the name is empty.

    >>> name_relations("xl/workbook.xml"), name_relations("")
    ('xl/_rels/workbook.xml.rels', '_rels/.rels')
    """
    folder, name = part.rsplit("/", 1) if "/" in part else ("", part)
    return join(folder, "_rels", f"{name}.rels")


def list_relations(parts: Mapping[str, bytes], part: str) -> tuple[Relation, ...]:
    """The relations of a part; none where they can't be read."""
    root = _parse(parts.get(name_relations(part), b""))
    return () if root is None else tuple(_read(element, part) for element in root)


def drop_relations(
    parts: Mapping[str, bytes], part: str, identities: Collection[str]
) -> dict[str, bytes]:
    """The parts without those relations of one part."""
    name = name_relations(part)
    kept = dict(parts)
    if not identities or name not in kept:
        return kept
    if all(relation.identity in identities for relation in list_relations(parts, part)):
        del kept[name]
    else:
        kept[name] = _filter(kept[name], "Id", identities)
    return kept


def drop_orphans(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without those that could be reached before and can't be any more.

    What nothing led to before stays; so does a picture that another sheet shows too.
    """
    gone = _reach(before) - _reach(after)
    if not gone:
        return dict(after)
    gone_relations = {name_relations(name) for name in gone}
    kept = {name: data for name, data in after.items() if name not in gone | gone_relations}
    kept[TYPES] = _filter(kept[TYPES], "PartName", {f"/{name}" for name in gone})
    return kept


def _reach(parts: Mapping[str, bytes]) -> set[str]:
    """Every part that a chain of relations leads to."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        targets = {relation.target for relation in list_relations(parts, waiting.pop())}
        new = (targets & parts.keys()) - reached
        reached |= new
        waiting.extend(sorted(new))
    return reached


def _read(element: Element, part: str) -> Relation:
    target = element.get("Target", "")
    inside = element.get("TargetMode") != "External" and not target.startswith("#")
    path = normpath(join("/", dirname(part), target)).lstrip("/") if inside else ""
    return Relation(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], path)


def _parse(data: bytes) -> Element | None:
    try:
        return parse_xml(data)
    except etree.XMLSyntaxError:
        return None


def _filter(data: bytes, attribute: str, values: Collection[str]) -> bytes:
    root = parse_xml(data)
    for child in [child for child in root if child.get(attribute) in values]:
        root.remove(child)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
