"""Parts and relationships that are added to a DOCX (ECMA-376 part 2, Open Packaging)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from lxml import etree

from reportgen.templating.tree import Element

_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = "[Content_Types].xml"
_MEDIA = {"png": "image/png", "jpg": "image/jpeg"}
_NUMBER = re.compile(r"rId(\d+)")


class WordPackage:
    """What is added to the package of a template; the same is added once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._relations: dict[str, Element] = {}
        self._known: dict[tuple[str, str, str], str] = {}
        self._next: dict[str, int] = {}
        self._media: dict[bytes, str] = {}
        self._added: dict[str, bytes] = {}
        self._extensions: set[str] = set()

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship from a part to a target.

        :param kind: ``image`` or ``hyperlink``.
        """
        key = part, kind, target
        if key not in self._known:
            relations = self._open_relations(part)
            number = self._next[part]
            self._next[part] += 1
            self._known[key] = f"rId{number}"
            values = {"Id": f"rId{number}", "Type": f"{_OFFICE}/{kind}", "Target": target}
            if external:
                values["TargetMode"] = "External"
            etree.SubElement(relations, f"{{{_RELATION}}}Relationship", values)
        return self._known[key]

    def add_picture(self, part: str, data: bytes, extension: str) -> str:
        """The id of the relationship from a part to a picture."""
        if data not in self._media:
            self._extensions.add(extension)
            name = self._choose_name(extension)
            self._media[data], self._added[name] = name, data
        folder = posixpath.dirname(part) or "."
        return self.relate(part, "image", posixpath.relpath(self._media[data], folder))

    def finish(self, parts: dict[str, bytes]) -> None:
        """Put all of it into the package."""
        for part, relations in self._relations.items():
            parts[_name_relations(part)] = _write(relations)
        parts.update(self._added)
        if self._extensions:
            parts[_CONTENT_TYPES] = self._declare(parts.get(_CONTENT_TYPES))

    def _choose_name(self, extension: str) -> str:
        taken = {posixpath.splitext(name)[0] for name in (*self._parts, *self._added)}
        number = len(self._media) + 1
        while f"word/media/picture{number}" in taken:
            number += 1
        return f"word/media/picture{number}.{extension}"

    def _open_relations(self, part: str) -> Element:
        if part not in self._relations:
            data = self._parts.get(_name_relations(part))
            root = etree.fromstring(data or f'<Relationships xmlns="{_RELATION}"/>')
            numbers = (_NUMBER.fullmatch(str(one.get("Id"))) for one in root)
            self._next[part] = 1 + max((int(match[1]) for match in numbers if match), default=0)
            self._relations[part] = root
        return self._relations[part]

    def _declare(self, data: bytes | None) -> bytes:
        """The content types, with those of the pictures."""
        root = etree.fromstring(data or f'<Types xmlns="{_TYPES}"/>')
        known = {
            str(one.get("Extension")).lower(): one.get("ContentType")
            for one in root.iterfind(f"{{{_TYPES}}}Default")
        }
        for at, extension in enumerate(sorted(self._extensions - known.keys())):
            values = {"Extension": extension, "ContentType": _MEDIA[extension]}
            root.insert(at, etree.Element(f"{{{_TYPES}}}Default", values))
        for name in self._added:
            kind = _MEDIA[name.rpartition(".")[2]]
            if known.get(name.rpartition(".")[2], kind) != kind:
                values = {"PartName": f"/{name}", "ContentType": kind}
                etree.SubElement(root, f"{{{_TYPES}}}Override", values)
        return _write(root)


def _name_relations(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _write(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
