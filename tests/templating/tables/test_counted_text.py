"""A section whose rows are counted while it leaves says what it says when counted as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.templating.filled_text import ID_TOKEN, FilledText
from reportgen.templating.tables.counted_rows import count_rows, mark_table
from reportgen.templating.tables.counted_text import CountedText
from tests.templating.tables.test_counted_rows import draw, row

_HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"
PARAGRAPH = f'<hp:p id="{ID_TOKEN}">가</hp:p>'
INNER = (
    f'<hp:tbl id="{ID_TOKEN}" rowCnt="2"><hp:sz height="9"/>{row(10, PARAGRAPH)}{row(20)}</hp:tbl>'
)
NESTED = draw(
    row(100, PARAGRAPH) + row(100, f"{PARAGRAPH}{INNER}{PARAGRAPH}{INNER}") + row(50, PARAGRAPH)
)


def mark(section: str) -> str:
    """The section with the marks of its tables, not counted yet."""
    root = etree.fromstring(section)
    for table in root.iter(f"{{{_HP}}}tbl"):
        mark_table(table, list(table.iterfind(f"{{{_HP}}}tr")))
    return etree.tostring(root, encoding="unicode")


def split(text: str, places: set[int]) -> list[str]:
    """The text in pieces that end before the tags of those numbers."""
    pieces = [""]
    for number, tag in enumerate(text.split("<")[1:]):
        pieces[-1] += f"<{tag}"
        if number in places:
            pieces.append("")
    return pieces


@given(st.sets(st.integers(0, 120)))
def test_it_is_the_same_however_the_text_comes_in_pieces(places: set[int]) -> None:
    text = CountedText(split(mark(NESTED), places))
    assert not text.is_uneven
    assert str(text) == str(FilledText([count_rows(mark(NESTED))]))


def test_rows_are_counted_across_many_blocks() -> None:
    whole = mark(draw(row(7, PARAGRAPH)))
    at, end = whole.index("<hp:tr>"), whole.index("</hp:tr>") + len("</hp:tr>")
    pieces = [whole[:at], *[whole[at:end], ""] * 3_000, whole[end:]]
    blocks = list(CountedText(pieces).blocks())
    assert len(blocks) > 20
    assert "".join(blocks) == str(FilledText([count_rows("".join(pieces))]))
    assert 'rowCnt="3000"' in blocks[0]
    assert '<hp:sz height="21000"/>' in blocks[0]
    assert {block[:6] for block in blocks[1:]} == {"<hp:p "}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(row(10), False), (f"{row(10)}<hp:tr/>", True), (f"<hp:tr> </hp:tr>{row(10)}", True)],
)
def test_a_row_without_cells_is_noticed(rows: str, expected: bool) -> None:
    assert CountedText([mark(draw(rows))]).is_uneven is expected


def test_a_row_whose_cells_were_all_left_out_is_noticed() -> None:
    whole = mark(draw(row(10)))
    at, end = whole.index("<hp:tc"), whole.index("</hp:tr>")
    assert CountedText([whole[:at], whole[end:]]).is_uneven


def test_a_cell_that_reaches_up_to_a_mark_is_noticed() -> None:
    assert CountedText([f"{mark(draw(row(10)))}\ufddf1;"]).is_uneven
