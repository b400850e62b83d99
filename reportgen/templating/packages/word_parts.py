"""Pictures and links that are added to a DOCX (ECMA-376 part 2, Open Packaging)."""

from __future__ import annotations

import posixpath

from lxml import etree

from reportgen.templating.packages.open_packaging import (
    CONTENT_TYPES,
    OFFICE,
    RELS,
    TYPES,
    find_type,
    name_rels,
    read_rels,
    spell_part,
)
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.tree import Element

_MEDIA = {"png": "image/png", "jpg": "image/jpeg"}


class WordPackage:
    """What is added to the package of a template; the same is added once."""

    def __init__(self, parts: SharedParts) -> None:
        self._parts = parts
        self._relations: dict[str, list[dict[str, str]]] = {}
        self._known: dict[tuple[str, str, str], str] = {}
        self._taken: dict[str, set[str]] = {}
        self._media: dict[bytes, str] = {}

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship from a part to a target.

        :param kind: ``image`` or ``hyperlink``.
        """
        key = part, kind, target
        if key not in self._known:
            self._known[key] = found = self._choose_id(part)
            values = {"Id": found, "Type": f"{OFFICE}/{kind}", "Target": target}
            if external:
                values["TargetMode"] = "External"
            self._relations.setdefault(part, []).append(values)
        return self._known[key]

    def add_picture(self, part: str, data: bytes, extension: str) -> str:
        """The id of the relationship from a part to a picture."""
        if data not in self._media:
            self._media[data] = name = self._choose_name(extension)
            self._parts.add(name, data)
        folder = posixpath.dirname(part) or "."
        return self.relate(part, "image", posixpath.relpath(self._media[data], folder))

    def finish(self, parts: dict[str, bytes]) -> None:
        """Have the parts of the document lead to what was added, and say what it is."""
        for part, relations in self._relations.items():
            rels = read_rels(parts, part)
            for values in relations:
                etree.SubElement(rels, f"{RELS}Relationship", values)
            parts[name_rels(part)] = spell_part(rels)
        if self._media:
            types = etree.fromstring(parts.get(CONTENT_TYPES) or f'<Types xmlns="{TYPES[1:-1]}"/>')
            for name in self._media.values():
                _declare(types, name)
            parts[CONTENT_TYPES] = spell_part(types)

    def _choose_name(self, extension: str) -> str:
        taken = {posixpath.splitext(name)[0] for name in self._parts}
        number = len(self._media) + 1
        while f"word/media/picture{number}" in taken:
            number += 1
        return f"word/media/picture{number}.{extension}"

    def _choose_id(self, part: str) -> str:
        """An id that no relationship of the part has, and that nobody else gives."""
        if part not in self._taken:
            self._taken[part] = {str(one.get("Id")) for one in read_rels(self._parts, part)}
        taken, number = self._taken[part], len(self._relations.get(part, ())) + 1
        while f"rIdP{number}" in taken:
            number += 1
        taken.add(f"rIdP{number}")
        return f"rIdP{number}"


def _declare(types: Element, name: str) -> None:
    """Say the content type of a picture by its ending, or by its name where that is taken."""
    extension = name.rpartition(".")[2]
    kind, said = _MEDIA[extension], find_type(types, name)
    if not said:
        values = {"Extension": extension, "ContentType": kind}
        types.insert(0, etree.Element(f"{TYPES}Default", values))
    elif said != kind:
        values = {"PartName": f"/{name}", "ContentType": kind}
        etree.SubElement(types, f"{TYPES}Override", values)
