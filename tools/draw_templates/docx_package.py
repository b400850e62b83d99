"""The DOCX template as a package of parts."""

from __future__ import annotations

from collections.abc import Iterable

from tools.draw_templates.docx_body import make_elements
from tools.draw_templates.docx_styles import (
    R,
    make_font_table,
    make_styles,
    twips,
    w,
)
from tools.draw_templates.docx_theme import make_theme
from tools.draw_templates.elements import Element, PageNumber, Paragraph, Run, text
from tools.draw_templates.looks import (
    EDGE_MM,
    HEADER_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    SIDE_MM,
)
from tools.draw_templates.report import HEADER
from tools.draw_templates.xml import DECLARATION, Node, make_maker, serialize

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_PARTS = {
    "document": "document.main+xml",
    "styles": "styles+xml",
    "settings": "settings+xml",
    "fontTable": "fontTable+xml",
    "header1": "header+xml",
    "footer1": "footer+xml",
}
_LINKED = ("styles", "settings", "fontTable", "header", "footer", "theme")
_DATE = "2025-01-01T00:00:00Z"


def make_docx(elements: Iterable[Element]) -> dict[str, bytes]:
    """The parts of the package by name, in the order they stand in it."""
    return {
        "[Content_Types].xml": _make_types(),
        "_rels/.rels": _make_package_links(),
        "docProps/core.xml": _make_core(),
        "word/document.xml": _make_document(elements),
        "word/_rels/document.xml.rels": _make_document_links(),
        "word/styles.xml": make_styles(),
        "word/settings.xml": _make_settings(),
        "word/fontTable.xml": make_font_table(),
        "word/theme/theme1.xml": make_theme(),
        "word/header1.xml": _make_edge_part("hdr", make_elements(HEADER)),
        "word/footer1.xml": _make_edge_part("ftr", make_elements([_make_page_number()])),
    }


def _make_page_number() -> Paragraph:
    return text("footer", Run("- "), PageNumber(), Run(" -"))


def _make_edge_part(tag: str, paragraphs: Iterable[Node]) -> bytes:
    return serialize(w(tag, None, *paragraphs))


def _make_document(elements: Iterable[Element]) -> bytes:
    body = w("body", None, *make_elements(elements), _make_section())
    return serialize(w("document", None, body))


def _make_section() -> Node:
    edge = twips(EDGE_MM)
    margins = {
        "top": twips(EDGE_MM + HEADER_MM),
        "right": twips(SIDE_MM),
        "bottom": twips(EDGE_MM + HEADER_MM),
        "left": twips(SIDE_MM),
        "header": edge,
        "footer": edge,
        "gutter": 0,
    }
    return w(
        "sectPr",
        None,
        w("headerReference", {"type": "default", f"{{{R}}}id": "rId4"}),
        w("footerReference", {"type": "default", f"{{{R}}}id": "rId5"}),
        w("pgSz", {"w": twips(PAGE_WIDTH_MM), "h": twips(PAGE_HEIGHT_MM)}),
        w("pgMar", margins),
        w("titlePg"),
    )


def _make_settings() -> bytes:
    office = "http://schemas.microsoft.com/office/word"
    compatible = w("compatSetting", {"name": "compatibilityMode", "uri": office, "val": 15})
    return serialize(
        w(
            "settings",
            None,
            w("zoom", {"percent": 100}),
            w("defaultTabStop", {"val": 800}),
            w("characterSpacingControl", {"val": "doNotCompress"}),
            w("compat", None, compatible),
            w("themeFontLang", {"val": "en-US", "eastAsia": "ko-KR"}),
            w("decimalSymbol", {"val": "."}),
            w("listSeparator", {"val": ","}),
        )
    )


def _make_types() -> bytes:
    uri = f"{_PACKAGE}content-types"
    make = make_maker({None: uri}, None)
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = {f"/word/{name}.xml": _TYPES + kind for name, kind in _PARTS.items()} | {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    nodes = [
        make("Default", {"Extension": end, "ContentType": kind}) for end, kind in defaults.items()
    ]
    nodes += [
        make("Override", {"PartName": name, "ContentType": kind})
        for name, kind in overrides.items()
    ]
    return serialize(make("Types", None, *nodes))


def _make_links(links: Iterable[tuple[str, str]]) -> bytes:
    uri = f"{_PACKAGE}relationships"
    make = make_maker({None: uri}, None)
    nodes = (
        make("Relationship", {"Id": f"rId{number}", "Type": kind, "Target": target})
        for number, (kind, target) in enumerate(links, 1)
    )
    return serialize(make("Relationships", None, *nodes))


def _make_package_links() -> bytes:
    core = f"{_PACKAGE}relationships/metadata/core-properties"
    return _make_links(
        (
            (f"{_OFFICE}officeDocument", "word/document.xml"),
            (core, "docProps/core.xml"),
        )
    )


def _make_document_links() -> bytes:
    targets = {"header": "header1.xml", "footer": "footer1.xml", "theme": "theme/theme1.xml"}
    return _make_links((_OFFICE + kind, targets.get(kind, f"{kind}.xml")) for kind in _LINKED)


def _make_core() -> bytes:
    terms, kind = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
    return (
        DECLARATION
        + (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="{terms}" '
            f'xmlns:xsi="{kind}">'
            "<dc:title>주요업무 보고</dc:title><dc:creator></dc:creator>"
            "<dc:language>ko-KR</dc:language>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:modified>'
            "</cp:coreProperties>"
        ).encode()
    )
