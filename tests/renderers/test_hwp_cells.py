"""Plain cells taken out of sections, and written as python-hwpx writes them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import escape

from reportgen.renderers.hwp_cells import PlainCells
from tests.renderers.hangul_parts import (
    DECLARATION,
    draw_cell,
    draw_paragraph,
    draw_plain_cell,
    draw_section,
    draw_table,
    write_ours,
    write_theirs,
)
from tests.templating.small_packages import quick

PLAIN_TEXTS = {
    "a figure": "1,234,567",
    "a decrease": "△12.3%",
    "Hangul": "가온시 누리재단",
    "no text": "",
    "beyond the basic plane": "𠮷野家 😀👩‍🌾",
    "spaces of all kinds": " \u00a0\u3000\u200b\u2028",
    "C1 controls": "\x7f\x85\x9f",
    "so long that its record has a long header": "정원 " * 800,
}
PLAIN_CELLS = {
    "a header cell": draw_plain_cell("a").replace('header="0"', 'header="1"'),
    "a named cell": draw_plain_cell("a").replace('name=""', 'name="꽃 &lt;밭&gt; &amp;"'),
    "a merged cell": draw_plain_cell("a", columns=2),
    "a page break": draw_plain_cell("a").replace('pageBreak="0"', 'pageBreak="1"'),
    "the largest id": draw_plain_cell("a").replace('id="3"', 'id="4294967295"'),
    "an id past 32 bits": draw_plain_cell("a").replace('id="3"', 'id="9999999999"'),
    "an address past 16 bits": draw_plain_cell("a", 70000, 80000),
    "no margin": draw_plain_cell("a").replace('<hp:cellMargin left="5"', '<hp:other left="5"'),
    "no span": draw_plain_cell("a").replace("<hp:cellSpan ", "<hp:other "),
    "other line wrap": draw_plain_cell("a").replace("BREAK", "SQUEEZE"),
}
OTHER_CONTENTS = {
    "escaped signs": "<hp:t>나무 &lt;a&gt; &amp; 꽃 &#x1F600;</hp:t>",
    "a tab": '<hp:t>a<hp:tab width="900" leader="1" type="2"/>b</hp:t>',
    "a typed tab": "<hp:t>a\tb</hp:t>",
    "a line break": "<hp:t>a<hp:lineBreak/>b</hp:t>",
    "a typed line break": "<hp:t>a\nb\r\nc</hp:t>",
    "special spaces": "<hp:t>a<hp:nbSpace/>b<hp:fwSpace/>c<hp:hyphen/></hp:t>",
    "an empty text": "<hp:t/>",
    "no text": "",
    "two texts": "<hp:t>a</hp:t><hp:t>b</hp:t>",
    "a character style": '<hp:t charStyleIDRef="2">a</hp:t>',
    "a highlight": '<hp:t><hp:markpenBegin color="#FFFF00"/>a<hp:markpenEnd/>b</hp:t>',
    "a bookmark": '<hp:ctrl><hp:bookmark name="누리"/></hp:ctrl><hp:t>a</hp:t>',
    "a field": (
        '<hp:ctrl><hp:fieldBegin id="5" type="CLICK_HERE" name="n"/></hp:ctrl><hp:t>a</hp:t>'
        '<hp:ctrl><hp:fieldEnd beginIDRef="5"/></hp:ctrl>'
    ),
    "a footnote": (
        f'<hp:ctrl><hp:footNote number="1"><hp:subList>{draw_paragraph("<hp:t>b</hp:t>")}'
        "</hp:subList></hp:footNote></hp:ctrl><hp:t>a</hp:t>"
    ),
}
OTHER_CELLS = {
    **{name: draw_cell(draw_paragraph(content)) for name, content in OTHER_CONTENTS.items()},
    "two runs": draw_cell(draw_paragraph("<hp:t>a</hp:t>", "<hp:t>b</hp:t>")),
    "two paragraphs": draw_cell(draw_paragraph("<hp:t>a</hp:t>") + draw_paragraph("")),
    "no paragraph": draw_cell(""),
    "laid out lines": draw_plain_cell("a").replace(
        "</hp:run></hp:p>",
        '</hp:run><hp:linesegarray><hp:lineseg textpos="0" vertpos="7"/></hp:linesegarray></hp:p>',
    ),
    "an address below zero": draw_plain_cell("a", -1, -1),
    "a prefix bound by the section": draw_plain_cell("a").replace("<hp:tc ", '<hp:tc hc:x="1" '),
    "the mark of another cell": draw_cell(
        draw_paragraph("<hp:t/>"), attributes='plainCell="0" name=""'
    ),
    "another order": draw_plain_cell("a").replace('id="3" paraPrIDRef="1"', 'paraPrIDRef="1"'),
}
CELL = draw_plain_cell("b", 1)


def is_taken(section: bytes, cell: str) -> bool:
    """Whether a cell is not in the section any more once plain cells are taken out."""
    assert cell.encode() in section
    return cell.encode() not in PlainCells().take_out(section)


@pytest.mark.parametrize("text", PLAIN_TEXTS.values(), ids=PLAIN_TEXTS)
def test_a_text_alone_is_taken_out_and_written_alike(text: str) -> None:
    cell = draw_plain_cell(text)
    section = draw_section(draw_table([cell, CELL], columns=2))
    assert is_taken(section, cell)
    assert write_ours(section) == write_theirs(section)


@pytest.mark.parametrize("cell", PLAIN_CELLS.values(), ids=PLAIN_CELLS)
def test_a_cell_with_other_attributes_is_taken_out_and_written_alike(cell: str) -> None:
    section = draw_section(draw_table([cell], [draw_plain_cell("b", row=1)]))
    assert is_taken(section, cell)
    assert write_ours(section) == write_theirs(section)


@pytest.mark.parametrize("cell", OTHER_CELLS.values(), ids=OTHER_CELLS)
def test_any_other_cell_stays_and_is_written_alike(cell: str) -> None:
    section = draw_section(draw_table([cell, CELL]))
    assert not is_taken(section, cell)
    assert is_taken(section, CELL)
    assert write_ours(section) == write_theirs(section)


def test_a_table_in_a_cell_has_plain_cells_of_its_own_level() -> None:
    inner = draw_table([CELL], columns=2)
    section = draw_section(draw_table([draw_cell(draw_paragraph(inner)), CELL]), "<hp:t>a</hp:t>")
    assert is_taken(section, CELL)
    assert write_ours(section) == write_theirs(section)


def test_cells_of_one_kind_keep_what_is_their_own() -> None:
    cells = [
        draw_plain_cell(f"{number:,}", number % 9, number // 9).replace('id="3"', f'id="{number}"')
        for number in range(900, 990)
    ]
    assert write_ours(draw_section(draw_table(cells, columns=9))) == write_theirs(
        draw_section(draw_table(cells, columns=9))
    )


def test_a_memo_of_an_earlier_section_keeps_its_table() -> None:
    memo = (
        '<hp:ctrl><hp:fieldBegin id="5" type="MEMO"><hp:subList>'
        f"{draw_paragraph(draw_table([CELL]))}</hp:subList></hp:fieldBegin></hp:ctrl>"
        '<hp:t>a</hp:t><hp:ctrl><hp:fieldEnd beginIDRef="5"/></hp:ctrl>'
    )
    last = draw_section(draw_table([draw_plain_cell("c")]))
    assert write_ours(draw_section(memo), last) == write_theirs(draw_section(memo), last)


UNCLEAR = {
    "a comment": draw_section(draw_table([CELL, f"<!--{CELL}-->"])),
    "an instruction": draw_section(draw_table([CELL, f"<?x {CELL}?>"])),
    "a text that spells a cell": draw_section(
        draw_table([CELL]), f"<hp:t><![CDATA[{CELL}]]></hp:t>"
    ),
    "an entity": draw_section(
        draw_table([draw_plain_cell("a").replace('name=""', 'name="&n;"'), CELL]),
        declaration=f'{DECLARATION}<!DOCTYPE x [<!ENTITY n "꽃">]>',
    ),
    "a prefix of two meanings": draw_section(draw_table([CELL], [CELL])).replace(
        b"<hp:tr>", b"<hp:tr xmlns:hp = 'urn:x'>", 1
    ),
    "the prefix for something else": draw_section(draw_table([CELL])).replace(
        b"2011/paragraph", b"2031/paragraph"
    ),
    "another prefix": draw_section(draw_table([CELL]))
    .replace(b"<hp:", b"<p:")
    .replace(b"</hp:", b"</p:")
    .replace(b"xmlns:hp=", b"xmlns:p="),
    "no declaration": draw_section(draw_table([CELL]), declaration=""),
    "another encoding": draw_section(
        draw_table([CELL, draw_plain_cell("é")]),
        declaration='<?xml version="1.0" encoding="ISO-8859-1"?>',
    ),
    "UTF-16": draw_section(draw_table([CELL])).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
}


@pytest.mark.parametrize("section", UNCLEAR.values(), ids=UNCLEAR)
def test_a_section_that_is_not_clear_stays_and_is_written_alike(section: bytes) -> None:
    assert PlainCells().take_out(section) == section
    assert write_ours(section) == write_theirs(section)


@pytest.mark.parametrize(
    "broken",
    [
        draw_plain_cell("a\uffff"),
        draw_plain_cell("a\x01"),
        draw_plain_cell("a").replace('name=""', 'header="1"'),
        draw_plain_cell("a").replace("<hp:tc ", "<hp:tc <"),
        draw_plain_cell("a").replace("<hp:tc ", "<hp:tc x:y='1' "),
    ],
    ids=["forbidden character", "control character", "attribute twice", "tag in a tag", "prefix"],
)
def test_a_section_that_is_no_xml_fails_as_before(broken: str) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        write_ours(draw_section(draw_table([broken, CELL])))


def test_numbers_too_large_for_a_hwp_fail_as_in_python_hwpx() -> None:
    wide = draw_plain_cell("a").replace('paraPrIDRef="1"', 'paraPrIDRef="70000"')
    earlier = draw_paragraph("<hp:t/>").replace('merged="0"', 'merged="70000"')
    section = draw_section(draw_table([draw_cell(earlier), wide]))
    with pytest.raises(struct.error) as theirs:
        write_theirs(section)
    with pytest.raises(struct.error) as ours:
        write_ours(section)
    assert str(ours.value) == str(theirs.value)


XML_TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=("Cs",)
    ).filter(lambda sign: sign >= " " or sign in "\t\n\r")
)


@quick
@given(texts=st.lists(XML_TEXTS, min_size=2, max_size=6), ids=st.integers(0, 2**32 - 1))
def test_any_text_is_written_alike_in_cells_and_paragraphs(texts: list[str], ids: int) -> None:
    spelled = [str(escape(text)) for text in texts]
    cells = [
        draw_plain_cell(text, number).replace('id="3"', f'id="{ids}"')
        for number, text in enumerate(spelled)
    ]
    paragraphs = [f"<hp:t>{text}</hp:t>" for text in spelled]
    table = draw_table(cells, columns=len(cells))
    assert write_ours(draw_section(table, *paragraphs, "")) == write_theirs(
        draw_section(table, *paragraphs, "")
    )
