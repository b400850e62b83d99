"""How many pages a document has at least: those that its own page breaks begin.

The true number is known only once an office program has laid the text out.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_WORD_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)"[^>]*>(.*?)</w:style>', re.DOTALL)
_WORD_PARAGRAPH = re.compile(r"<w:pPr>(.*?)</w:pPr>", re.DOTALL)
_WORD_STYLE_OF = re.compile(r'<w:pStyle w:val="([^"]+)"')
_WORD_PARTS = ("styles", "document")
_WORD_BREAK = "<w:pageBreakBefore/>"
_WORD_PARTED = '<w:br w:type="page"/>'
_HANGUL_BREAK = re.compile(r'<hp:p [^>]*pageBreak="1"')
_HANGUL_SHAPE = re.compile(r'<hh:paraPr id="(\d+)".*?pageBreakBefore="(\d)"', re.DOTALL)
_HANGUL_PARAGRAPH = re.compile(r'<hp:p [^>]*paraPrIDRef="(\d+)"')


def count_page_starts(data: bytes) -> int:
    """The pages of a finished DOCX or HWPX that begin by a page break, and the first one."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if "word/document.xml" in names:
            found = [f"word/{name}.xml" for name in _WORD_PARTS]
            styles, body = (archive.read(name).decode() if name in names else "" for name in found)
            return 1 + _count_word(styles, body)
        header = archive.read("Contents/header.xml").decode()
        sections = (archive.read(name).decode() for name in names if "/section" in name)
        return 1 + sum(_count_hangul(header, section) for section in sections)


def _count_word(styles: str, body: str) -> int:
    breaking = {name for name, style in _WORD_STYLE.findall(styles) if _WORD_BREAK in style}
    parted = body.count(_WORD_PARTED)
    return parted + sum(
        _WORD_BREAK in properties
        or any(style in breaking for style in _WORD_STYLE_OF.findall(properties))
        for properties in _WORD_PARAGRAPH.findall(body)
    )


def _count_hangul(header: str, section: str) -> int:
    breaking = {shape for shape, breaks in _HANGUL_SHAPE.findall(header) if breaks == "1"}
    by_shape = sum(shape in breaking for shape in _HANGUL_PARAGRAPH.findall(section))
    return by_shape + len(_HANGUL_BREAK.findall(section))
