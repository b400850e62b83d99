"""HWPX from its template, and HWP 5.0 from the HWPX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain, islice
from typing import Any

from lxml import etree

from reportgen.renderers.hwpx_objects import (
    list_orders,
    put_ranks,
    rank_orders,
    spell_spaces,
)
from reportgen.renderers.hwpx_rows import drop_empty_rows
from reportgen.renderers.hwpx_shapes import Shapes, read_shapes
from reportgen.renderers.hwpx_tabs import fit_tabs
from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.filled_text import FilledText
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
    filling = template.fill(context)
    parts, texts = filling.parts, filling.texts
    parts.pop(_IMAGE, None)
    names = sorted(filter(_SECTION.fullmatch, parts), key=lambda name: (len(name), name))
    for name in set(template.bodies).difference(names):
        text = str(texts.pop(name)) if name in texts else parts[name].decode()
        parts[name] = spell_spaces(drop_empty_rows(text)).encode()
    sections = {name: texts.get(name) or _keep_whole(parts[name]) for name in names}
    parts[_PREVIEW] = _preview(sections.values()).encode()
    if _MANIFEST in parts:
        parts[_MANIFEST] = _describe(parts[_MANIFEST], metadata)
    finished = _finish_sections(sections, read_shapes(parts[_HEADER]))
    return write_package({**parts, **finished}), filling.printed


def _keep_whole(section: bytes) -> FilledText:
    return FilledText([drop_empty_rows(section.decode())], is_plain=True)


def _finish_sections(
    sections: Mapping[str, FilledText], shapes: Shapes
) -> dict[str, Iterator[str]]:
    """The blocks of each section, with the orders of objects, tabs and spaces."""
    orders = {
        name: list(chain.from_iterable(text.scan(list_orders))) for name, text in sections.items()
    }
    ranks = iter(rank_orders(list(chain.from_iterable(orders.values()))))
    own = {name: iter(list(islice(ranks, len(found)))) for name, found in orders.items()}
    return {name: _finish(text.blocks(), own[name], shapes) for name, text in sections.items()}


def _finish(blocks: Iterable[str], ranks: Iterator[int], shapes: Shapes) -> Iterator[str]:
    for block in blocks:
        yield spell_spaces(put_ranks(fit_tabs(block, shapes), ranks))


def _preview(sections: Iterable[FilledText]) -> str:
    """The beginning of the text, a line a paragraph."""
    pieces: list[str] = []
    length = 0
    blocks = (block for section in sections for block in section.read())
    for match in chain.from_iterable(map(_PIECES.finditer, blocks)):
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
