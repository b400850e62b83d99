"""Rows of HWPX tables are counted and numbered once the section is complete."""

from __future__ import annotations

import re

from lxml import etree

from reportgen.templating.counted_rows import ROW_NUMBER, count_rows, mark_table

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


def cell(column: int, rows: int, height: int, columns: int = 1) -> str:
    """A cell."""
    return (
        f'<hp:tc><hp:cellAddr colAddr="{column}" rowAddr="9"/>'
        f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/><hp:cellSz height="{height}"/></hp:tc>'
    )


def extents(section: str) -> list[tuple[str, ...]]:
    """Row, rows and height of every cell."""
    cells = etree.fromstring(section).iter(f"{{{_HP}}}tc")
    parts = [("cellAddr", "rowAddr"), ("cellSpan", "rowSpan"), ("cellSz", "height")]
    return [
        tuple(element.find(f"{{{_HP}}}{tag}").get(name, "") for tag, name in parts)
        for element in cells
    ]


def count_cells(*rows: list[str]) -> str:
    """A section with one table whose rows, each 100 high, came out with these cells."""
    prototypes = "".join(row(100, f"ROW{at}") for at in range(len(rows)))
    root = etree.fromstring(draw(prototypes))
    table = next(root.iter(f"{{{_HP}}}tbl"))
    mark_table(table, list(table.iterfind(f"{{{_HP}}}tr")))
    text = etree.tostring(root, encoding="unicode")
    for at, cells in enumerate(rows):
        shown = "".join(cells).replace('rowAddr="9"', f'rowAddr="{ROW_NUMBER}"')
        text = re.sub(rf"<hp:tc>ROW{at}<.*?</hp:tc>", shown, text)
    return count_rows(text)


def test_a_row_without_cells_is_left_out_and_what_reached_over_it_is_lower() -> None:
    counted = count_cells(
        [cell(0, 1, 100) + cell(1, 1, 100)],
        [cell(0, 2, 200) + cell(1, 2, 200)],
        [],
        [cell(0, 3, 300) + cell(1, 1, 100)],
        [cell(1, 2, 200)],
        [],
        [cell(0, 1, 100) + cell(1, 1, 100)],
    )
    assert 'rowCnt="5"' in counted
    assert '<hp:sz height="500"/>' in counted
    assert "<hp:tr></hp:tr>" not in counted
    assert extents(counted) == [
        ("0", "1", "100"),
        ("0", "1", "100"),
        ("1", "1", "100"),
        ("1", "1", "100"),
        ("2", "2", "200"),
        ("2", "1", "100"),
        ("3", "1", "100"),
        ("4", "1", "100"),
        ("4", "1", "100"),
    ]


def test_an_empty_row_of_a_table_in_a_cell_is_left_out_of_that_table() -> None:
    inner = '<hp:tbl rowCnt="9"><hp:sz height="9"/><hp:tr>INNER</hp:tr><hp:tr/></hp:tbl>'
    section = draw(row(100, inner.replace("INNER", cell(0, 2, 20))))
    counted = count(section)
    assert [part[0] for part in counted.split('rowCnt="')[1:]] == ["1", "1"]
