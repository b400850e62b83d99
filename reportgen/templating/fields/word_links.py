"""Links of Word whose addresses hold tags, turned into fields that stand where the links stood.

The address of a link is kept apart from its text, once for the whole part; in a loop each round
needs its own. A HYPERLINK field (ECMA-376 part 1, 17.16.5.25) holds it beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.templating.fields.field_places import Place
from reportgen.templating.packages.relationships import drop_relationships, read_relationships
from reportgen.templating.tags.braces import hide_escapes
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_KIND = "hyperlink"
_OPENINGS = re.compile(r"\{[{%#]")


def turn_links(parts: dict[str, bytes], owners: Iterable[str]) -> None:
    """Turn the links of these parts; what has no tag in its address stays as it is."""
    for owner in dict.fromkeys(owners):
        if addresses := _find_addresses(parts, owner):
            gone = _turn_links_of(parts, owner, addresses)
            drop_relationships(parts, owner, lambda link, gone=gone: link.id in gone)  # type: ignore[misc]


def _find_addresses(parts: Mapping[str, bytes], owner: str) -> dict[str, str]:
    """The addresses with tags, by the ids of their relationships."""
    found = (link for link in read_relationships(parts, owner) if link.external)
    links = {link.id: Place.ADDRESS.decode(link.target) for link in found if link.name == _KIND}
    return {
        key: address for key, address in links.items() if _OPENINGS.search(hide_escapes(address))
    }


def _turn_links_of(
    parts: dict[str, bytes], owner: str, addresses: Mapping[str, str]
) -> frozenset[str]:
    """Turn the links of one part, and say which relationships nothing needs any more."""
    root = etree.fromstring(parts[owner])
    for link in list(root.iter(f"{_W}hyperlink")):
        if (address := addresses.get(link.get(_ID) or "")) is not None:
            _turn(link, address)
    parts[owner] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    used = {str(value) for element in root.iter("*") for value in element.attrib.values()}
    return frozenset(addresses.keys() - used)


def _turn(link: Element, address: str) -> None:
    """Put the field in the place of the link, around the runs that it holds."""
    code = f' HYPERLINK "{address}"'
    for name, switch in (("anchor", "\\l"), ("tooltip", "\\o"), ("tgtFrame", "\\t")):
        if text := link.get(f"{_W}{name}"):
            code += f' {switch} "{text}"'
    holder = link.getparent()
    assert holder is not None
    runs = [_make_mark("begin"), _make_code(f"{code} "), _make_mark("separate"), *link]
    runs.append(_make_mark("end"))
    runs[-1].tail, link.tail = link.tail, None
    at = holder.index(link)
    holder.remove(link)
    for offset, run in enumerate(runs):
        holder.insert(at + offset, run)


def _make_mark(kind: str) -> Element:
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}fldChar").set(f"{_W}fldCharType", kind)
    return run


def _make_code(code: str) -> Element:
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}instrText").text = code
    return run
