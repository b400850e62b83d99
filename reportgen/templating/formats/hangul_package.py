"""A template of Hancom Office made into the package of a document.

Which part is what stands in ``Contents/content.hpf``; its sections get the names that Hancom
Office gives, by which they are found again. Scripts and signatures belong to the file that an
officer edits; they don't leave with a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.packages.file_kinds import Kind, explain_kind, identify_parts
from reportgen.templating.packages.relationships import PACKAGE, find_part
from reportgen.templating.tree import Element

HEADER, MANIFEST = "Contents/header.xml", "Contents/content.hpf"
_CONTAINER = "META-INF/container.xml"
_SECTION = re.compile(r"Contents/section\d+\.xml")
_LEFT_BEHIND = re.compile(r"Scripts/|META-INF/[^/]*signature", re.IGNORECASE)
_MASTER = b"masterPage"
_VERSION = "http://www.hancom.co.kr/hwpml/2011/"
_PACKAGE_TYPE = "application/hwpml-package+xml"
_PREVIEW = "Preview/PrvText.txt"
_LISTS = (MANIFEST, _CONTAINER, "META-INF/container.rdf", "META-INF/manifest.xml")


def prepare_hangul(given: Mapping[str, bytes], file: str) -> dict[str, bytes]:
    """The parts of the finished document, not filled yet.

    :raises DataError: when it is no HWPX.
    """
    parts = dict(given)
    if "mimetype" not in parts and any(map(_SECTION.fullmatch, parts)):
        return parts
    kind = identify_parts(parts)
    if kind is not Kind.HWPX:
        raise DataError((explain_kind(kind, file),))
    if manifest := _find_manifest(parts):
        _spell_addresses(parts, manifest)
        _rename(parts, {manifest: MANIFEST})
        _rename(parts, _plan_names(parts, file))
        _leave_behind(parts)
    if _PREVIEW in parts:
        parts[_PREVIEW] = b""  # made anew from what is printed
    if not list_bodies(parts) or HEADER not in parts:
        raise DataError((_explain_empty(file),))
    return parts


def list_bodies(parts: Mapping[str, bytes]) -> list[str]:
    """The sections and the master pages, in the order of the package."""
    return [
        name
        for name, data in parts.items()
        if _SECTION.fullmatch(name)
        or (
            b"masterPage" in data[:8192]
            and name.endswith(".xml")
            and _read_root(data)[1] == "masterPage"
        )
    ]


def _find_manifest(parts: Mapping[str, bytes]) -> str:
    if _CONTAINER in parts:
        for element in etree.fromstring(parts[_CONTAINER]).iter("{*}rootfile"):
            if element.get("media-type") == _PACKAGE_TYPE:
                return find_part(parts, "", element.get("full-path") or "")
    return MANIFEST if MANIFEST in parts else ""


def _plan_names(parts: Mapping[str, bytes], file: str) -> dict[str, str]:
    """The usual names of the header and of the sections, which follow each other in the spine."""
    names: dict[str, str] = {}
    sections = 0
    for name in _list_spine(parts):
        namespace, local = _read_root(parts[name])
        if local not in ("head", "sec"):
            continue
        if not namespace.startswith(_VERSION):
            raise DataError((_explain_version(file, name, namespace),))
        if local == "head":
            names[name] = HEADER
        else:
            names[name] = f"Contents/section{sections}.xml"
            sections += 1
    return names


def _list_spine(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The parts of the spine in order, then the others of the manifest, each once."""
    root = etree.fromstring(parts[MANIFEST])
    items = {item.get("id"): item for item in root.iter("{*}item")}
    listed = [
        items[ref.get("idref")] for ref in root.iter("{*}itemref") if ref.get("idref") in items
    ]
    found = (item.get("href") or "" for item in dict.fromkeys([*listed, *items.values()]))
    yield from dict.fromkeys(name for name in found if name in parts and name.endswith(".xml"))


def _spell_addresses(parts: dict[str, bytes], manifest: str) -> None:
    """Have the addresses of the list start at the package, not at the folder of the list."""
    root = etree.fromstring(parts[manifest])
    changed = False
    for item in root.iter("{*}item"):
        href = item.get("href") or ""
        name = find_part(parts, PACKAGE, href) or find_part(parts, manifest, href)
        if name not in ("", href):
            item.set("href", name)
            changed = True
    if changed:
        parts[manifest] = _spell(root)


def _rename(parts: dict[str, bytes], names: Mapping[str, str]) -> None:
    """Give parts other names, in the lists of parts, too; what had them and isn't listed goes."""
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return
    kept = {
        changed.get(name, name): data
        for name, data in parts.items()
        if name in changed or name not in changed.values()
    }
    parts.clear()
    parts.update(kept)
    for name in _LISTS:
        if name in parts:
            parts[name] = _rename_in_list(parts[name], changed)


def _rename_in_list(data: bytes, changed: Mapping[str, str]) -> bytes:
    root = etree.fromstring(data)
    spelled = dict(changed)
    spelled.update({f"/{old}": new for old, new in changed.items()})
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] in ("href", "full-path", "about", "resource"):
                element.set(key, spelled.get(str(value), str(value)))
    return _spell(root)


def _leave_behind(parts: dict[str, bytes]) -> None:
    gone = [name for name in parts if _LEFT_BEHIND.match(name)]
    for name in gone:
        del parts[name]
    root = etree.fromstring(parts[MANIFEST])
    items = [item for item in root.iter("{*}item") if _LEFT_BEHIND.match(item.get("href") or "")]
    ids = {item.get("id") for item in items}
    items += [ref for ref in root.iter("{*}itemref") if ref.get("idref") in ids]
    for item in items:
        item.getparent().remove(item)  # type: ignore[union-attr]
    if items:
        parts[MANIFEST] = _spell(root)


def _read_root(data: bytes) -> tuple[str, str]:
    """The namespace and the name of a part's first element."""
    _event, root = next(iter(etree.iterparse(BytesIO(data), events=("start",))))
    name = etree.QName(root)
    return name.namespace or "", name.localname


def _spell(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _explain_empty(file: str) -> Diagnostic:
    return Diagnostic(
        "template-file",
        SourceRef(file),
        _("nothing in the file says which part is the text of the document"),
        hint=_("open the file in the office program, let it be repaired, and save it again"),
    )


def _explain_version(file: str, part: str, namespace: str) -> Diagnostic:
    return Diagnostic(
        "template-file",
        SourceRef(file, sheet=part, cell="?"),
        _("the part is written in a version of HWPX that isn't known: {name}", name=namespace),
        hint=_("save it again in Hancom Office as 한글 표준 문서 (*.hwpx)"),
    )
