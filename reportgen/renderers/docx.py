"""DOCX from its template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.package import write_package

_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_PROPERTIES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def render_docx(
    template: OfficeTemplate, context: Mapping[str, Any], metadata: Metadata
) -> tuple[bytes, tuple[Printed, ...]]:
    """The document, and every text with figures that it prints.

    :raises DataError: as :meth:`OfficeTemplate.render` does.
    """
    rendering = template.render(context)
    parts = rendering.parts
    if _CORE in parts:
        parts[_CORE] = _describe(parts[_CORE], metadata)
    return write_package(parts), rendering.printed


def _describe(core: bytes, metadata: Metadata) -> bytes:
    """Core properties (ECMA-376 part 2, clause 11) with the report's own values."""
    root = etree.fromstring(core)
    texts = {
        f"{_DC}title": metadata.title,
        f"{_DC}creator": metadata.author,
        f"{_PROPERTIES}lastModifiedBy": metadata.author,
        f"{_TERMS}created": metadata.timestamp,
        f"{_TERMS}modified": metadata.timestamp,
    }
    for tag, text in texts.items():
        element = root.find(tag)
        if element is None:
            element = etree.SubElement(root, tag)
        element.text = text
        if tag.startswith(_TERMS):
            element.set(_TYPE, "dcterms:W3CDTF")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
