"""Rows of HWPX tables are counted and numbered once the section is complete."""

from __future__ import annotations

from lxml import etree

from reportgen.templating.tables.counted_rows import count_rows, mark_table

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
    return count_rows(etree.tostring(root, encoding="unicode"))


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
