"""Rows of HWPX tables are counted and numbered once the section is complete."""

from __future__ import annotations

import re
from itertools import count as count_up

import pytest
from lxml import etree

from reportgen.templating.counted_rows import CountedText, mark_orders, mark_table

_HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"


def draw(rows: str) -> str:
    """A section with one table."""
    return f'<hp:s xmlns:hp="{_HP}"><hp:tbl rowCnt="9"><hp:sz height="9"/>{rows}</hp:tbl></hp:s>'


def row(height: int, content: str = "") -> str:
    """A row of one cell."""
    return (
        f'<hp:tr><hp:tc>{content}<hp:cellAddr colAddr="0" rowAddr="9"/>'
        f'<hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz height="{height}"/></hp:tc></hp:tr>'
    )


def count(section: str) -> str:
    """The section after every table in it was marked and counted."""
    root = etree.fromstring(section)
    for table in root.iter(f"{{{_HP}}}tbl"):
        mark_table(table, list(table.iterfind(f"{{{_HP}}}tr")))
    return str(CountedText([etree.tostring(root, encoding="unicode")], count_up()))


def test_rows_are_counted_and_numbered_and_their_heights_added() -> None:
    counted = count(draw(row(100) + row(250)))
    assert 'rowCnt="2"' in counted
    assert '<hp:sz height="350"/>' in counted
    assert [part[0] for part in counted.split('rowAddr="')[1:]] == ["0", "1"]


def test_a_table_in_a_cell_is_counted_by_itself() -> None:
    inner = f'<hp:tbl rowCnt="9"><hp:sz height="9"/>{row(10)}{row(10)}{row(10)}</hp:tbl>'
    counted = count(draw(row(100) + row(100, inner)))
    assert [part[0] for part in counted.split('rowCnt="')[1:]] == ["2", "3"]
    assert [part[0] for part in counted.split('rowAddr="')[1:]] == ["0", "0", "1", "2", "1"]


def test_no_mark_is_left() -> None:
    assert not [mark for mark in count(draw(row(100))) if "\ufdd0" <= mark <= "\ufdef"]


def mark(section: str) -> str:
    """The section with the marks of its tables and objects, not counted yet."""
    root = etree.fromstring(section)
    for table in root.iter(f"{{{_HP}}}tbl"):
        mark_table(table, list(table.iterfind(f"{{{_HP}}}tr")))
    mark_orders(root)
    return etree.tostring(root, encoding="unicode")


INNER = f'<hp:tbl zOrder="2"><hp:sz height="9"/>{row(10)}{row(10)}</hp:tbl>'
NESTED = draw(row(100, "가") + row(100, INNER) + row(50)).replace("<hp:tbl ", '<hp:tbl zOrder="7" ')
NESTED = NESTED.replace('zOrder="7" zOrder="2"', 'zOrder="2"')


@pytest.mark.parametrize("length", [40, 200, 1000])
def test_it_is_the_same_however_the_text_comes_in_pieces(length: int) -> None:
    """Marks that belong together are never torn, as each stands in fixed text."""
    marked = mark(NESTED)
    pieces, rest = [], marked
    while rest:
        at = rest.find("<", length)
        pieces.append(rest[:at] if at > 0 else rest)
        rest = rest[len(pieces[-1]) :]
    assert str(CountedText(pieces, count_up())) == str(CountedText([marked], count_up()))


def test_orders_are_listed_and_can_be_replaced() -> None:
    text = CountedText([mark(NESTED)], count_up())
    assert text.orders == [7, 2]
    assert re.findall('zOrder="(.*?)"', str(text)) == ["7", "2"]
    assert re.findall('zOrder="(.*?)"', "".join(text.texts([0, 1]))) == ["0", "1"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(row(10), False), (f"{row(10)}<hp:tr/>", True), (f"<hp:tr> </hp:tr>{row(10)}", True)],
)
def test_a_row_without_cells_is_noticed(rows: str, expected: bool) -> None:
    assert CountedText([mark(draw(rows))], count_up()).has_empty_rows is expected


def test_a_row_whose_cells_were_all_left_out_is_noticed() -> None:
    before, _cell, after = re.split("(<hp:tc>.*?</hp:tc>)", mark(draw(row(10))))
    assert CountedText([before, after], count_up()).has_empty_rows
