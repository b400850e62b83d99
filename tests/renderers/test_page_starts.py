"""Pages that a document's own page breaks begin."""

from __future__ import annotations

import pytest

from reportgen.renderers.page_starts import count_page_starts
from reportgen.templating.packages.package import write_package

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Text"><w:pPr/></w:style>'
)
HEADER = (
    '<hh:paraPr id="0"><hh:breakSetting pageBreakBefore="0"/></hh:paraPr>'
    '<hh:paraPr id="1"><hh:breakSetting pageBreakBefore="1"/></hh:paraPr>'
)


def word(*properties: str) -> bytes:
    """A DOCX with a paragraph for each of the properties."""
    body = "".join(f"<w:p><w:pPr>{text}</w:pPr></w:p>" for text in properties)
    parts = {"word/styles.xml": STYLES.encode(), "word/document.xml": body.encode()}
    return write_package(parts)


def hangul(*attributes: str) -> bytes:
    """An HWPX with a paragraph for each of the attributes."""
    section = "".join(f'<hp:p id="1" {text}></hp:p>' for text in attributes)
    parts = {"Contents/header.xml": HEADER.encode(), "Contents/section0.xml": section.encode()}
    return write_package(parts)


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        pytest.param(word('<w:pStyle w:val="Text"/>'), 1, id="DOCX without a break"),
        pytest.param(word('<w:pStyle w:val="Chapter"/>'), 2, id="DOCX, break of a style"),
        pytest.param(
            word('<w:pStyle w:val="Text"/><w:pageBreakBefore/>'), 2, id="DOCX, break of its own"
        ),
        pytest.param(hangul('paraPrIDRef="0" pageBreak="0"'), 1, id="HWPX without a break"),
        pytest.param(hangul('paraPrIDRef="1" pageBreak="0"'), 2, id="HWPX, break of a shape"),
        pytest.param(hangul('paraPrIDRef="0" pageBreak="1"'), 2, id="HWPX, break of its own"),
    ],
)
def test_a_page_begins_at_a_break(data: bytes, pages: int) -> None:
    assert count_page_starts(data) == pages


def test_a_document_without_styles_has_the_breaks_that_it_says() -> None:
    body = b"<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"
    assert count_page_starts(write_package({"word/document.xml": body})) == 2


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(word(*['<w:pStyle w:val="Chapter"/>'] * 5_000), id="DOCX"),
        pytest.param(hangul(*['paraPrIDRef="1" pageBreak="0"'] * 5_000), id="HWPX"),
    ],
)
def test_pages_are_counted_across_the_blocks_of_a_long_part(data: bytes) -> None:
    assert count_page_starts(data) == 5_001
