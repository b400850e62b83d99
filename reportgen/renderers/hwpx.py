"""HWPX from its template, and HWP 5.0 from the HWPX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain, islice
from typing import Any

from lxml import etree

from reportgen.renderers.hwpx_objects import rank_orders, spell_spaces
from reportgen.renderers.hwpx_rows import drop_empty_rows
from reportgen.renderers.hwpx_shapes import Shapes, read_shapes
from reportgen.renderers.hwpx_tabs import PARAGRAPH, fit_tabs
from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.filled_text import FilledText
from reportgen.templating.package import write_package

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
    parts = filling.parts
    parts.pop(_IMAGE, None)
    shapes = read_shapes(parts[_HEADER])
    texts = dict(sorted(filling.texts.items(), key=lambda item: (len(item[0]), item[0])))
    sections = _order_sections(texts)
    if any(text.has_empty_rows for text in texts.values()):
        sections = {name: [drop_empty_rows("".join(sections[name]))] for name in filling.texts}
    finished = {name: _finish(blocks, shapes) for name, blocks in sections.items()}
    parts[_PREVIEW] = _preview(texts.values()).encode()
    if _MANIFEST in parts:
        parts[_MANIFEST] = _describe(parts[_MANIFEST], metadata)
    return write_package({**parts, **finished}), filling.printed


def _order_sections(texts: Mapping[str, FilledText]) -> dict[str, Iterable[str]]:
    """The blocks of every section, whose objects know their place above each other."""
    ranks = rank_orders([order for text in texts.values() for order in text.orders])
    rest = iter(ranks)
    return {
        name: text.blocks(list(islice(rest, len(text.orders))), before=PARAGRAPH)
        for name, text in texts.items()
    }


def _finish(blocks: Iterable[str], shapes: Shapes) -> Iterator[str]:
    """The blocks of a section, of which each begins with a paragraph, with tabs and spaces."""
    for block in blocks:
        yield spell_spaces(fit_tabs(block, shapes))


def _preview(sections: Iterable[FilledText]) -> str:
    """The beginning of the text, a line a paragraph."""
    pieces: list[str] = []
    length = 0
    blocks = (block for section in sections for block in section.read(PARAGRAPH))
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
    texts = {
        "creator": metadata.author,
        "lastsaveby": metadata.author,
        "CreatedDate": metadata.timestamp,
        "ModifiedDate": metadata.timestamp,
        "date": metadata.day.isoformat(),
    }
    found: dict[str | None, etree._Element] = {}
    for element in holder.iterfind(f"{_OPF}meta"):
        if found.setdefault(element.get("name"), element) is not element:
            others.append(element)
    for other in others:
        holder.remove(other)
    for name, text in texts.items():
        if name not in found:
            found[name] = etree.SubElement(holder, f"{_OPF}meta", name=name, content="text")
        found[name].text = text
