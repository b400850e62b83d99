"""How many pages a document has at least: those that its own page breaks begin.

The true number is known only once an office program has laid the text out.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from io import BytesIO
from itertools import chain

from reportgen.templating.filled_text import cut_blocks

_WORD_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)"[^>]*>(.*?)</w:style>', re.DOTALL)
_WORD_PARAGRAPH = re.compile(r"<w:pPr>(.*?)</w:pPr>", re.DOTALL)
_WORD_STYLE_OF = re.compile(r'<w:pStyle w:val="([^"]+)"')
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_WORD_BREAK = "<w:pageBreakBefore/>"
_WORD_PARTED = '<w:br w:type="page"/>'
_WORD_END, _HANGUL_BEGIN = "</w:p>", "<hp:p "
"""Where no paragraph, or at least none of its properties, is torn apart."""
_CHUNK = 1 << 16
_HANGUL_BREAK = re.compile(r'<hp:p [^>]*pageBreak="1"')
_HANGUL_SHAPE = re.compile(r'<hh:paraPr id="(\d+)".*?pageBreakBefore="(\d)"', re.DOTALL)
_HANGUL_PARAGRAPH = re.compile(r'<hp:p [^>]*paraPrIDRef="(\d+)"')


def count_page_starts(data: bytes) -> int:
    """The pages of a finished DOCX or HWPX that begin by a page break, and the first one."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if _BODY in names:
            styles = archive.read(_STYLES).decode() if _STYLES in names else ""
            return 1 + _count_word(styles, _read_blocks(archive, _BODY, _WORD_END))
        header = archive.read("Contents/header.xml").decode()
        sections = [name for name in names if "/section" in name]
        blocks = (_read_blocks(archive, name, _HANGUL_BEGIN) for name in sections)
        return 1 + _count_hangul(header, chain.from_iterable(blocks))


def _read_blocks(archive: zipfile.ZipFile, name: str, before: str) -> Iterator[str]:
    """A part in blocks, since a long one takes much memory as a whole."""
    with archive.open(name) as stream:
        chunks = iter(partial(stream.read, _CHUNK), b"")
        yield from cut_blocks(codecs.iterdecode(chunks, "utf-8"), before)


def _count_word(styles: str, body: Iterable[str]) -> int:
    breaking = {name for name, style in _WORD_STYLE.findall(styles) if _WORD_BREAK in style}
    return sum(_count_in_word(block, breaking) for block in body)


def _count_in_word(body: str, breaking: Collection[str]) -> int:
    return body.count(_WORD_PARTED) + sum(
        _WORD_BREAK in properties
        or any(style in breaking for style in _WORD_STYLE_OF.findall(properties))
        for properties in _WORD_PARAGRAPH.findall(body)
    )


def _count_hangul(header: str, sections: Iterable[str]) -> int:
    breaking = {shape for shape, breaks in _HANGUL_SHAPE.findall(header) if breaks == "1"}
    return sum(
        sum(shape in breaking for shape in _HANGUL_PARAGRAPH.findall(block))
        + len(_HANGUL_BREAK.findall(block))
        for block in sections
    )
