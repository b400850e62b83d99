"""Pictures in DOCX (DrawingML, ECMA-376 part 1, 20.4 and 20.2)."""

from __future__ import annotations

import re
from fractions import Fraction

from reportgen.templating.dialect import ID_TOKEN
from reportgen.templating.rich.insertion import escape_attribute
from reportgen.templating.rich.rich_text import Picture

_EMU = 36_000
_MILLIMETRES = Fraction(254, 14_400)
"""Of a twentieth of a point."""
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_PAGE_WIDTH = re.compile(r"<w:pgSz\b[^>]*?\bw:w=\"(\d+)\"")
_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_MARGIN = re.compile(r"\bw:(?:left|right|gutter)=\"(\d+)\"")
_CELL_WIDTH = re.compile(
    r"<w:tc(?:\s[^>]*)?>\s*<w:tcPr>(?:(?!</w:tcPr>).)*?<w:tcW\b([^>]*)>", re.DOTALL
)
_WIDTH = re.compile(r"\bw:w=\"(\d+)\"")
_CELL_EDGES = 216
"""The usual space at both sides of a cell, in twentieths of a point."""
_A4_TEXT = 9_026
_DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" '
    'cy="{high}"/><wp:docPr id="{id}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="{main}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic '
    'xmlns:a="{main}"><a:graphicData uri="{picture}"><pic:pic xmlns:pic="{picture}">'
    '<pic:nvPicPr><pic:cNvPr id="0" name="{name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom '
    'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def spell_drawing(picture: Picture, relation: str) -> str:
    """``w:drawing`` of a picture in the line."""
    return _DRAWING.format(
        wide=max(round(picture.width_mm * _EMU), 1),
        high=max(round(picture.height_mm * _EMU), 1),
        id=ID_TOKEN,
        name=escape_attribute(picture.name),
        alt=escape_attribute(picture.alt),
        main=_MAIN,
        picture=_PICTURE,
        relation=relation,
    )


def measure_text(document: str) -> Fraction:
    """The width of the text in millimetres, of the section that has the least."""
    widths = (_measure_section(match[0]) for match in _SECTION.finditer(document))
    return min((width for width in widths if width > 0), default=_A4_TEXT) * _MILLIMETRES


def _measure_section(section: str) -> int:
    page, margins = _PAGE_WIDTH.search(section), _MARGINS.search(section)
    if page is None or margins is None:
        return 0
    return int(page[1]) - sum(map(int, _MARGIN.findall(margins[0])))


def measure_cell(text: str, cell: int, end: int) -> Fraction:
    """The width in a cell that begins there, in millimetres; a large one where it isn't told."""
    match = _CELL_WIDTH.match(text, cell, end)
    width = _WIDTH.search(match[1]) if match and 'w:type="dxa"' in match[1] else None
    told = int(width[1]) - _CELL_EDGES if width else 0
    return (told if told > 0 else 1 << 20) * _MILLIMETRES
