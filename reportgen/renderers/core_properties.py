"""The core properties of DOCX and XLSX (ECMA-376 part 2, clause 11)."""

from __future__ import annotations

from lxml import etree

from reportgen.renderers.metadata import Metadata

CORE = "docProps/core.xml"
_NAMES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_SEPARATOR = "; "
"""What Office puts between keywords, and Windows takes them apart by."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def describe_core(core: bytes, metadata: Metadata) -> bytes:
    """The template's properties with the document's own values, each said once.

    What the content doesn't say stays as the template says it; what follows from the sort of
    document only fills what the template leaves empty.
    """
    root = etree.fromstring(core, _PARSER)
    texts = {
        "dc:title": metadata.title,
        "dc:creator": metadata.author,
        "cp:lastModifiedBy": metadata.author,
        "dcterms:created": metadata.timestamp,
        "dcterms:modified": metadata.timestamp,
    }
    said = {
        "dc:description": metadata.summary,
        "cp:keywords": metadata.join_keywords(_SEPARATOR),
    }
    texts |= {name: text for name, text in said.items() if text}
    usual = {
        "dc:subject": metadata.subject,
        "cp:category": metadata.category,
        "dc:language": metadata.language,
    }
    texts |= {name: text for name, text in usual.items() if text and not _says(root, name)}
    for name, text in texts.items():
        _set(root, name, text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _says(root: etree._Element, name: str) -> bool:
    return bool((root.findtext(_spell(name)) or "").strip())


def _spell(name: str) -> str:
    prefix, _colon, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _set(root: etree._Element, name: str, text: str) -> None:
    prefix, tag = name.partition(":")[0], _spell(name)
    element, *others = root.findall(tag) or [
        etree.SubElement(root, tag, nsmap={prefix: _NAMES[prefix]})
    ]
    for other in others:
        root.remove(other)
    element.text = text
    if prefix == "dcterms":
        element.set(_TYPE, "dcterms:W3CDTF")
