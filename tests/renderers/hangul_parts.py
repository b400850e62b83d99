"""Small HWPX packages around invented sections, written as HWP by us and by python-hwpx."""

from __future__ import annotations

from collections.abc import Sequence

from hwpx.hwp5.writer import write_hwp5

from reportgen.renderers.hwp import render_hwp
from reportgen.templating.packages.package import write_package

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = (
    'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
    'xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core"'
)
_HEAD = b'<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"/>'
_PARAGRAPH = '<hp:p id="3" paraPrIDRef="1" styleIDRef="2" pageBreak="0" columnBreak="0" merged="0">'


def draw_run(content: str) -> str:
    """A run."""
    return f'<hp:run charPrIDRef="4">{content}</hp:run>'


def draw_paragraph(*contents: str) -> str:
    """A paragraph with a run for each content."""
    return f"{_PARAGRAPH}{''.join(map(draw_run, contents))}</hp:p>"


def draw_cell(
    paragraphs: str,
    column: int = 0,
    row: int = 0,
    columns: int = 1,
    rows: int = 1,
    attributes: str = 'name="" header="0"',
) -> str:
    """A cell that holds these paragraphs."""
    return (
        f'<hp:tc {attributes} hasMargin="1" protect="0" editable="0" dirty="0" borderFillIDRef="7">'
        '<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER">'
        f'{paragraphs}</hp:subList><hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
        f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/><hp:cellSz width="900" height="30"/>'
        '<hp:cellMargin left="5" right="6" top="4294967295" bottom="8"/></hp:tc>'
    )


def draw_plain_cell(
    text: str, column: int = 0, row: int = 0, columns: int = 1, rows: int = 1
) -> str:
    """A cell with nothing but a text."""
    return draw_cell(draw_paragraph(f"<hp:t>{text}</hp:t>"), column, row, columns, rows)


def draw_table(*rows: Sequence[str], columns: int = 2) -> str:
    """A table of these rows of cells."""
    drawn = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in rows)
    return (
        f'<hp:tbl id="9" rowCnt="{len(rows)}" colCnt="{columns}" borderFillIDRef="3">'
        '<hp:sz width="1800" height="60"/><hp:pos treatAsChar="1"/>'
        f'<hp:inMargin left="1" right="2" top="3" bottom="4"/>{drawn}</hp:tbl>'
    )


def draw_section(*contents: str, declaration: str = DECLARATION, names: str = NAMES) -> bytes:
    """A section with a paragraph for each content."""
    body = "".join(map(draw_paragraph, contents))
    return f"{declaration}<hs:sec {names}>{body}</hs:sec>".encode()


def make_parts(*sections: bytes) -> dict[str, bytes]:
    """The parts of a package that a HWP needs."""
    numbers = range(len(sections))
    items = "".join(
        f'<opf:item id="section{number}" href="Contents/section{number}.xml"/>'
        for number in numbers
    )
    order = "".join(f'<opf:itemref idref="section{number}"/>' for number in numbers)
    manifest = (
        '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>'
        f'<opf:item id="header" href="Contents/header.xml"/>{items}</opf:manifest>'
        f'<opf:spine><opf:itemref idref="header"/>{order}</opf:spine></opf:package>'
    )
    named = {f"Contents/section{number}.xml": sections[number] for number in numbers}
    return {"Contents/content.hpf": manifest.encode(), "Contents/header.xml": _HEAD, **named}


def write_ours(*sections: bytes) -> bytes:
    """The HWP as we write it."""
    return render_hwp(write_package(make_parts(*sections)))


def write_theirs(*sections: bytes) -> bytes:
    """The HWP as python-hwpx writes it."""
    data = write_hwp5(make_parts(*sections))
    assert isinstance(data, bytes)
    return data
