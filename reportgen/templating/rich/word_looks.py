"""Run properties (``w:rPr``, 17.3.2) with a look laid over them."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from reportgen.templating.rich.rich_text import Look
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath", "rPrChange"),
)
"""The order in which the standard wants them."""
_RANK = {f"{_W}{name}": rank for rank, name in enumerate(_ORDER)}
_NAMESPACE = re.compile(r"\bxmlns(?::\w+)?=\"[^\"]*\"")
_ROOT = re.compile(r"<[A-Za-z][^>]*>")


def find_namespaces(text: str) -> str:
    """The declarations of the root, for a piece that is parsed by itself."""
    root = _ROOT.search(text)
    return " ".join(_NAMESPACE.findall(root[0])) if root else ""


@lru_cache(maxsize=1024)
def lay_over(properties: str, look: Look, namespaces: str) -> str:
    """The properties as XML, with what the look says in place of their own.

    :param properties: ``<w:rPr>…</w:rPr>``, or nothing.
    """
    if look.is_plain:
        return properties
    holder = etree.fromstring(f"<x {namespaces}>{properties or '<w:rPr/>'}</x>")
    for name, value in _list_values(look):
        _put(holder[0], f"{_W}{name}", value)
    made = etree.tostring(holder, encoding="unicode")
    return made[made.index(">") + 1 : made.rindex("<")]


def _list_values(look: Look) -> list[tuple[str, str]]:
    values: list[tuple[str, str]] = []
    for names, switch in ((("b", "bCs"), look.bold), (("i", "iCs"), look.italic)):
        values += [(name, _spell_switch(switch)) for name in names if switch is not None]
    if look.strike is not None:
        values.append(("strike", _spell_switch(look.strike)))
    if look.color is not None:
        values.append(("color", look.color))
    if look.half_points is not None:
        values += [("sz", str(look.half_points)), ("szCs", str(look.half_points))]
    if look.underline is not None:
        values.append(("u", "single" if look.underline else "none"))
    if look.script is not None:
        values.append(("vertAlign", look.script or "baseline"))
    return values


def _spell_switch(value: bool) -> str:
    return "1" if value else "0"


def _put(properties: Element, tag: str, value: str) -> None:
    """Set one property; it stands where the standard wants it."""
    for old in properties.findall(tag):
        properties.remove(old)
    before = sum(_RANK.get(str(child.tag), len(_RANK)) < _RANK[tag] for child in properties)
    made = etree.Element(tag)
    made.set(f"{_W}val", value)
    properties.insert(before, made)
