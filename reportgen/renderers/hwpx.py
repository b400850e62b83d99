"""HWPX from its template, and HWP 5.0 from the HWPX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from reportgen.renderers.hwpx_objects import order_objects, spell_spaces
from reportgen.renderers.hwpx_rows import drop_empty_rows
from reportgen.renderers.hwpx_shapes import read_shapes
from reportgen.renderers.hwpx_tabs import fit_tabs
from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.packages.package import write_package

_SECTION = re.compile(r"Contents/section\d+\.xml")
_HEADER = "Contents/header.xml"
_MANIFEST = "Contents/content.hpf"
_PREVIEW = "Preview/PrvText.txt"
_IMAGE = "Preview/PrvImage.png"
_OPF = "{http://www.idpf.org/2007/opf/}"
_PIECES = re.compile(r"</hp:p>|<hp:t(?:\s[^>]*)?(?<!/)>(.*?)</hp:t>", re.DOTALL)
_BREAKS = (("<hp:lineBreak/>", "\r\n"), ("<hp:tab ", "\t<"))
_TAGS = re.compile(r"<[^>]*>")
_PREVIEW_LENGTH = 2000


def render_hwpx(
    template: OfficeTemplate, context: Mapping[str, Any], metadata: Metadata
) -> tuple[bytes, tuple[Printed, ...]]:
    """The document, and every text with figures that it prints.

    The preview text is made anew. A preview picture is dropped: it would show the template,
    and how the first page looks is known only once an office program has laid it out.

    :raises DataError: as :meth:`OfficeTemplate.render` does.
    """
    rendering = template.render(context)
    parts = rendering.parts
    parts.pop(_IMAGE, None)
    shapes = read_shapes(parts[_HEADER])
    names = sorted(filter(_SECTION.fullmatch, parts), key=lambda name: (len(name), name))
    sections = {name: fit_tabs(drop_empty_rows(parts[name].decode()), shapes) for name in names}
    ordered = order_objects(sections)
    parts.update({name: spell_spaces(text).encode() for name, text in ordered.items()})
    for name in set(template.bodies).difference(names):
        parts[name] = spell_spaces(drop_empty_rows(parts[name].decode())).encode()
    parts[_PREVIEW] = _preview("".join(sections.values())).encode()
    if _MANIFEST in parts:
        parts[_MANIFEST] = _describe(parts[_MANIFEST], metadata)
    return write_package(parts), rendering.printed


def _preview(sections: str) -> str:
    """The beginning of the text, a line a paragraph."""
    pieces: list[str] = []
    length = 0
    for match in _PIECES.finditer(sections):
        piece = "\r\n" if match[1] is None else _plain(match[1])
        pieces.append(piece)
        length += len(piece)
        if length > _PREVIEW_LENGTH:
            break
    return re.sub(r"(\r\n)+", "\r\n", "".join(pieces))[:_PREVIEW_LENGTH]


def _plain(xml: str) -> str:
    """The text of an ``hp:t``."""
    for element, character in _BREAKS:
        xml = xml.replace(element, character)
    return unescape(_TAGS.sub("", xml))


def _describe(manifest: bytes, metadata: Metadata) -> bytes:
    """The package's metadata (KS X 6101, content.hpf) with the report's own values."""
    root = etree.fromstring(manifest)
    holder = root.find(f"{_OPF}metadata")
    if holder is not None:
        _describe_report(holder, metadata)
    for item in list(root.iter(f"{_OPF}item")):
        if _IMAGE in (item.get("href") or ""):
            item.getparent().remove(item)  # type: ignore[union-attr]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _describe_report(holder: etree._Element, metadata: Metadata) -> None:
    title, *others = holder.findall(f"{_OPF}title") or [etree.SubElement(holder, f"{_OPF}title")]
    title.text = metadata.title
    found: dict[str | None, etree._Element] = {}
    for element in holder.iterfind(f"{_OPF}meta"):
        if found.setdefault(element.get("name"), element) is not element:
            others.append(element)
    for other in others:
        holder.remove(other)
    has_subject = "subject" in found and (found["subject"].text or "").strip()
    for name, text in _list_texts(metadata, has_subject=bool(has_subject)):
        if name not in found:
            found[name] = etree.SubElement(holder, f"{_OPF}meta", name=name, content="text")
        found[name].text = text


def _list_texts(metadata: Metadata, *, has_subject: bool) -> Iterator[tuple[str, str]]:
    """Name and text of every ``opf:meta``; of what the content doesn't say, none."""
    yield "creator", metadata.author
    yield "lastsaveby", metadata.author
    yield "CreatedDate", metadata.timestamp
    yield "ModifiedDate", metadata.timestamp
    yield "date", metadata.day.isoformat()
    said = {"description": metadata.summary, "keyword": metadata.join_keywords(", ")}
    if not has_subject:
        said["subject"] = metadata.subject
    yield from ((name, text) for name, text in said.items() if text)
