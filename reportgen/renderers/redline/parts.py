"""What deleted content needs from the old package: pictures, links and styles."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STYLES = "word/styles.xml"
_STYLE = f"{W}style"
_STYLE_ID = f"{W}styleId"
_STYLE_USES = [f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle")]
_STYLE_LINKS = (f"{W}basedOn", f"{W}next", f"{W}link")

Parts = Mapping[str, bytes]


@dataclass(slots=True)
class Links:
    """The relationships of one part, of which the old version's may be added to the new one's.

    :ivar added: relationships that the new part hasn't got, by their new ids.
    :ivar copied: parts that they lead to, by new name, with their name in the old package.
    """

    part: str
    old: Parts
    new: Parts
    added: dict[str, Element] = field(default_factory=dict)
    copied: dict[str, str] = field(default_factory=dict)

    def translate(self, root: Element) -> None:
        """Let the old part's references use the new part's ids."""
        known = {
            _name(self.part, self.new, link): link for link in _read_links(self.part, self.new)
        }
        free = (f"rIdOld{number}" for number in count(1))
        ids: dict[str, str] = {}
        for link in _read_links(self.part, self.old):
            match = known.get(_name(self.part, self.old, link))
            ids[str(link.get("Id"))] = (
                str(match.get("Id")) if match is not None else self._add(link, next(free))
            )
        for element in root.iter(etree.Element):
            for key, value in element.items():
                if str(key).startswith(_RELATED) and value in ids:
                    element.set(key, ids[str(value)])

    def _add(self, link: Element, name: str) -> str:
        added = deepcopy(link)
        added.set("Id", name)
        if link.get("TargetMode") != "External":
            target = _resolve(self.part, link)
            stem, extension = posixpath.splitext(target)
            self.copied[f"{stem}-old{len(self.copied) + 1}{extension}"] = target
            copy = list(self.copied)[-1]
            added.set("Target", posixpath.relpath(copy, posixpath.dirname(self.part)))
        self.added[name] = added
        return name

    def complete(self, root: Element, parts: dict[str, bytes]) -> None:
        """Add what the marked part really uses to the package."""
        used = {str(value) for element in root.iter(etree.Element) for value in element.values()}
        needed = [link for name, link in self.added.items() if name in used]
        if not needed:
            return
        path = _relationships_of(self.part)
        holder = etree.fromstring(parts[path]) if path in parts else _make_relationships()
        holder.extend(needed)
        parts[path] = write_xml(holder)
        for link in needed:
            copy = _resolve(self.part, link)
            if copy in self.copied:
                parts[copy] = self.old[self.copied[copy]]
                _copy_type(self.copied[copy], copy, self.old, parts)


def add_styles(roots: list[Element], old: Parts, parts: dict[str, bytes]) -> None:
    """Add the old version's styles that deleted text uses and the new one hasn't got."""
    if _STYLES not in old or _STYLES not in parts or old[_STYLES] == parts[_STYLES]:
        return
    holder = etree.fromstring(parts[_STYLES])
    known = {style.get(_STYLE_ID) for style in holder.iter(_STYLE)}
    styles = {style.get(_STYLE_ID): style for style in etree.fromstring(old[_STYLES]).iter(_STYLE)}
    wanted = [use.get(f"{W}val") for root in roots for use in root.iter(*_STYLE_USES)]
    added = False
    while wanted:
        name = wanted.pop()
        if name in known or name not in styles:
            continue
        known.add(name)
        wanted.extend(link.get(f"{W}val") for link in styles[name].iterchildren(*_STYLE_LINKS))
        holder.append(styles[name])
        added = True
    if added:
        parts[_STYLES] = write_xml(holder)


def write_xml(root: Element) -> bytes:
    """The part, as office programs write it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_links(part: str, parts: Parts) -> Iterator[Element]:
    data = parts.get(_relationships_of(part))
    if data is not None:
        yield from etree.fromstring(data).iter(_RELATIONSHIP)


def _resolve(part: str, link: Element) -> str:
    target = str(link.get("Target"))
    folder = posixpath.dirname(part)
    return target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


def _name(part: str, parts: Parts, link: Element) -> tuple[str | None, str | bytes | None]:
    """Equal for relationships that lead to the same thing."""
    if link.get("TargetMode") == "External":
        return link.get("Type"), link.get("Target")
    target = _resolve(part, link)
    # A header or the styles are compared part by part; a picture is what its bytes are.
    is_picture = "/media/" in target
    return link.get("Type"), parts.get(target) if is_picture else link.get("Target")


def _make_relationships() -> Element:
    namespace = _RELATIONSHIP[1:].split("}")[0]
    return etree.fromstring(f'<Relationships xmlns="{namespace}"/>')


def _copy_type(source: str, target: str, old: Parts, parts: dict[str, bytes]) -> None:
    """Declare the copied part's type as the old package does."""
    types, known = (etree.fromstring(side[_TYPES]) for side in (old, parts))
    extension = posixpath.splitext(source)[1][1:].lower()
    if any((item.get("Extension") or "").lower() == extension for item in known):
        return
    for item in types.iter(f"{_TYPE}Default"):
        if (item.get("Extension") or "").lower() == extension:
            known.insert(0, item)
            parts[_TYPES] = write_xml(known)
            return
    for item in types.iter(f"{_TYPE}Override"):
        if item.get("PartName") == f"/{source}":
            item.set("PartName", f"/{target}")
            known.append(item)
            parts[_TYPES] = write_xml(known)
            return
