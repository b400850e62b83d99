"""A row of which merged cells leave nothing is no row, in HWPX and in HWP."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from struct import unpack_from

import olefile
import pytest
from docx import Document
from hwpx.hwp5.records import TABLE, parse_records
from lxml import etree

from reportgen.formats import Format
from reportgen.renderers.docx import render_docx
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.hwpx_rows import drop_empty_rows
from reportgen.templating.formats.owpml import HP
from tests.renderers.documents import METADATA, compile_project_template
from tests.sample import GARDEN_PAGE, make_state
from tests.templating.small_packages import read_parts

PAGE = "content/projects/01-garden.yaml"
TABLES = """\
  - table:
      columns: [{name: 가, merge: true}, {name: 나, merge: true}]
      rows: [[빨강, 꽃], [빨강, 꽃], [파랑, 물], [파랑, 하늘]]
  - table:
      columns: [{name: 가}, {name: 나}]
      rows:
        - [{text: 둘, rowspan: 2}, {text: 셋, rowspan: 2}]
        - ["", ""]
        - [{text: 넷, colspan: 2, rowspan: 3}, ""]
        - ["", ""]
        - ["", ""]
        - [다섯, 여섯]
"""


def draw(*rows: str) -> str:
    """A section with one table."""
    lines = "".join(f"<hp:tr>{cells}</hp:tr>" for cells in rows)
    return (
        f'<hp:s xmlns:hp="{HP[1:-1]}"><hp:tbl rowCnt="{len(rows)}">'
        f'<hp:sz height="{100 * len(rows)}"/>{lines}</hp:tbl></hp:s>'
    )


def cell(row: int, column: int, rows: int = 1) -> str:
    """A cell, 100 high in each row."""
    return (
        f'<hp:tc><hp:subList/><hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
        f'<hp:cellSpan colSpan="1" rowSpan="{rows}"/><hp:cellSz height="{100 * rows}"/></hp:tc>'
    )


def describe(section: str) -> list[tuple[str, ...]]:
    """Row, rows and height of every cell."""
    parts = (("cellAddr", "rowAddr"), ("cellSpan", "rowSpan"), ("cellSz", "height"))
    cells = etree.fromstring(section.encode()).iter(f"{HP}tc")
    return [
        tuple(str(part.get(name)) for tag, name in parts for part in element.iterfind(f"{HP}{tag}"))
        for element in cells
    ]


def test_what_reaches_over_a_dropped_row_is_lower_by_it() -> None:
    section = drop_empty_rows(
        draw(
            cell(0, 0) + cell(0, 1),
            cell(1, 0, 2) + cell(1, 1, 2),
            "",
            cell(3, 0, 3) + cell(3, 1),
            cell(4, 1, 2),
            "",
            cell(6, 0) + cell(6, 1),
        )
    )
    assert 'rowCnt="5"' in section
    assert '<hp:sz height="500"/>' in section
    assert describe(section) == [
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


def test_a_section_without_such_a_row_stays_as_it_is() -> None:
    section = draw(cell(0, 0, 2) + cell(0, 1), cell(1, 1))
    assert drop_empty_rows(section) is section


def test_a_table_in_a_cell_is_mended_by_itself() -> None:
    inner = (
        f'<hp:tbl rowCnt="2"><hp:sz height="200"/><hp:tr>{cell(0, 0, 2)}</hp:tr><hp:tr/></hp:tbl>'
    )
    section = drop_empty_rows(draw(cell(0, 0).replace("<hp:subList/>", inner), cell(1, 0)))
    assert re.findall(r'rowCnt="(\d)"', section) == ["2", "1"]


@pytest.fixture(scope="module")
def hwpx(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    state = make_state(tmp_path_factory.mktemp("rows"), {PAGE: (BOX, TABLES + BOX)})
    template = compile_project_template(Format.HWPX, state.context.formatter)
    return render_hwpx(template, state.report, METADATA)[0]


BOX = "  - box:\n      title: 정원사 모집\n"
assert BOX in GARDEN_PAGE


def test_every_row_of_the_hwpx_has_a_cell(hwpx: bytes) -> None:
    section = etree.fromstring(read_parts(hwpx)["Contents/section0.xml"])
    tables = list(section.iter(f"{HP}tbl"))
    rows = [list(table.iterfind(f"{HP}tr")) for table in tables]
    assert all(row.find(f"{HP}tc") is not None for found in rows for row in found)
    assert [table.get("rowCnt") for table in tables] == [str(len(found)) for found in rows]


def test_every_row_of_the_hwp_has_a_cell(hwpx: bytes) -> None:
    with olefile.OleFileIO(BytesIO(render_hwp(hwpx))) as file:
        section = zlib.decompress(file.openstream("BodyText/Section0").read(), -15)
    tables = [
        record.payload
        for record in parse_records(section, "section").records
        if record.tag == TABLE
    ]
    counts = [unpack_from(f"<{unpack_from('<H', table, 4)[0]}H", table, 18) for table in tables]
    assert counts
    assert all(count for row in counts for count in row)


def test_every_row_of_the_docx_has_a_cell(tmp_path: Path) -> None:
    state = make_state(tmp_path, {PAGE: (BOX, TABLES + BOX)})
    template = compile_project_template(Format.DOCX, state.context.formatter)
    document = Document(BytesIO(render_docx(template, state.report, METADATA)[0]))
    assert all(row._tr.tc_lst for table in document.tables for row in table.rows)
