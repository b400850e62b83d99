"""Rows of a table with merged cells."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.renderers.docx_tables import join_header, read_rows

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MERGES = {
    "v": '<w:vMerge w:val="restart"/>',
    "^": "<w:vMerge/>",
    ">": '<w:gridSpan w:val="2"/>',
    "": "",
}


def _read(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Cells, carried cells and label of the body rows of a small text table."""
    _header, rows = read_rows(_table(text))
    return [(row.cells, row.carried, row.label) for row in rows]


def _table(text: str) -> etree._Element:
    """A table: ``v`` begins a merged cell, ``^`` continues it, ``>`` spans two columns."""
    rows = "".join(map(_row, text.strip().splitlines()))
    return etree.fromstring(f'<w:tbl xmlns:w="{W}">{rows}</w:tbl>')


def _row(line: str) -> str:
    header = "<w:trPr><w:tblHeader/></w:trPr>" if line.strip().startswith("#") else ""
    cells = (cell.strip() for cell in line.strip().strip("#|").split("|"))
    return f"<w:tr>{header}{''.join(map(_cell, cells))}</w:tr>"


def _cell(text: str) -> str:
    sign = text[:1] if text[:1] in ("v", "^", ">") else ""
    words = text.removeprefix(sign)
    return f"<w:tc><w:tcPr>{MERGES[sign]}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"


def test_a_merged_cell_is_carried_down() -> None:
    assert _read("v동네 | 꽃밭 | 1\n^ | 쉼터 | 2\nv학교 | 텃밭 | 3") == [
        (("동네", "꽃밭", "1"), ("동네", "꽃밭", "1"), ("동네", "꽃밭")),
        (("", "쉼터", "2"), ("동네", "쉼터", "2"), ("동네", "쉼터")),
        (("학교", "텃밭", "3"), ("학교", "텃밭", "3"), ("학교", "텃밭")),
    ]


def test_a_cell_over_two_columns_keeps_the_others_in_place() -> None:
    assert _read(">총예산 | 100") == [
        (("총예산", "", "100"), ("총예산", "", "100"), ("총예산",)),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("정원 | 100 | 비고", ("정원",)),
        ("1 | 정원 | 100", ("정원",)),
        ("1 | 2 | 3", ("1",)),
        (" | 정원 | 1", ("정원",)),
        (" | | ", ()),
    ],
)
def test_a_row_is_named_by_its_first_words(line: str, label: tuple[str, ...]) -> None:
    ((_cells, _carried, found),) = _read(line)
    assert found == label


def test_two_header_rows_make_one_name_for_each_column() -> None:
    header, rows = read_rows(_table("# v구분 | >증감\n# ^ | 금액 | 비율\n계 | 1 | 2"))
    assert join_header(header) == ("구분", "증감 금액", "증감 비율")
    assert len(rows) == 1
