"""What finished documents say, so that only documents that say the same are compared."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

_BODY = re.compile(r"word/document\.xml|Contents/section\d+\.xml")
_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
_HANGUL_HEADER = "{http://www.hancom.co.kr/hwpml/2011/paragraph}header"


def read_body(document: bytes) -> list[str]:
    """The text of each paragraph of a DOCX or HWPX that has any, in its order."""
    return _read_parts(document, _BODY)


def read_edges(document: bytes) -> list[str]:
    """The headers and footers of a DOCX."""
    return _read_parts(document, _EDGES)


def count_tables(docx: bytes) -> tuple[int, int]:
    """How many tables and rows a DOCX has."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        body = archive.read("word/document.xml")
    return body.count(b"</w:tbl>"), body.count(b"</w:tr>")


def _read_parts(document: bytes, parts: re.Pattern[str]) -> list[str]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        names = sorted(name for name in archive.namelist() if parts.fullmatch(name))
        roots = [etree.fromstring(archive.read(name)) for name in names]
    return [text for root in roots for text in _read_paragraphs(root)]


def _read_paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter("{*}p"):
        if next(paragraph.iterancestors(_HANGUL_HEADER), None) is not None:
            continue
        pieces = [
            "".join(map(str, text.itertext()))
            for text in paragraph.iter("{*}t")
            if next(text.iterancestors("{*}p")) is paragraph
        ]
        if joined := "".join(pieces).strip():
            yield joined
