"""What other programs read in filled packages."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hwp_hwpx_parser import Reader
from hwpx import HwpxDocument

from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.metadata import Metadata
from reportgen.templating.packages.package import write_package
from tests.extraction import load_rhwp
from tests.templating.fields.test_named_fields import GUIDE, click_field, control
from tests.templating.offices import REPORT, wrap
from tests.templating.small_packages import HANGUL, WORD, compile_parts
from tests.templating.test_text_boxes import hangul_box

NAMES = ("report",)
_DRAWN = re.compile(r">([^<]+)</text>")
METADATA = Metadata("보고", "가온시 누리재단", date(2026, 6, 30))
TABLE = """
    |정책|단위|{%tc for y in ys %}|{% hm y[0] %}{{ y[0] }}|{%tc endfor %}|
    |{%tr for row in rows %}|||||
    |{% vm row[0] %}{{ row[0] }}|{% vm row[1] %}{{ row[1] }}|{%tc for y in ys %}|{{ row[2] }}|\
{%tc endfor %}|
    |{%tr endfor %}|||||
"""
DATA = {
    "report": REPORT,
    "ys": [(2025, 3), (2025, 4), (2026, 1)],
    "rows": [("가", "ㄱ", 1), ("가", "ㄱ", 2), ("가", "ㄴ", 3), ("나", "ㄴ", 4)],
}
HTML = (
    '<table><tr><td>정책</td><td>단위</td><td colspan="2">2025</td><td>2026</td></tr>'
    '<tr><td rowspan="3">가</td><td rowspan="2">ㄱ</td><td>1</td><td>1</td><td>1</td></tr>'
    "<tr><td>2</td><td>2</td><td>2</td></tr>"
    "<tr><td>ㄴ</td><td>3</td><td>3</td><td>3</td></tr>"
    "<tr><td>나</td><td>ㄴ</td><td>4</td><td>4</td><td>4</td></tr></table>"
)


def fill_docx(body: str, **context: object) -> bytes:
    """The whole document with that body."""
    return write_package(compile_parts(WORD, wrap(WORD, body), names=NAMES).render(context).parts)


def fill_hwpx(body: str, **context: object) -> bytes:
    """The same in HWPX."""
    return render_hwpx(compile_parts(HANGUL, wrap(HANGUL, body), names=NAMES), context, METADATA)[0]


def find_table(path: Path) -> str:
    """The only table with these policies, as rhwp reads it."""
    body = json.loads(load_rhwp().parse(str(path)).to_ir_json())["body"]
    (html,) = [block["html"] for block in body if block["kind"] == "table"]
    return str(html)


def test_python_docx_reads_merged_cells() -> None:
    table = Document(BytesIO(fill_docx(WORD.draw(TABLE), **DATA))).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [
        ["정책", "단위", "2025", "2025", "2026"],
        ["가", "ㄱ", "1", "1", "1"],
        ["가", "ㄱ", "2", "2", "2"],
        ["가", "ㄴ", "3", "3", "3"],
        ["나", "ㄴ", "4", "4", "4"],
    ]
    assert table.cell(1, 0)._tc is table.cell(3, 0)._tc
    assert table.cell(2, 1)._tc is not table.cell(3, 1)._tc


@pytest.mark.parametrize("ending", ["hwpx", "hwp"])
def test_rhwp_reads_merged_cells(tmp_path: Path, ending: str) -> None:
    data = fill_hwpx(HANGUL.draw(TABLE), **DATA)
    path = tmp_path / f"small.{ending}"
    path.write_bytes(data if ending == "hwpx" else render_hwp(data))
    assert find_table(path) == HTML


def test_python_hwpx_reads_merged_cells(tmp_path: Path) -> None:
    path = tmp_path / "small.hwpx"
    path.write_bytes(fill_hwpx(HANGUL.draw(TABLE), **DATA))
    with HwpxDocument.open(path) as document:
        (table,) = [table for paragraph in document.paragraphs for table in paragraph.tables]
        spans = [
            (cell.address, cell.span)
            for row in table.rows
            for cell in row.cells
            if cell.span != (1, 1)
        ]
    assert spans == [((0, 2), (1, 2)), ((1, 0), (3, 1)), ((1, 1), (2, 1))]


def test_hwp_hwpx_parser_reads_every_cell(tmp_path: Path) -> None:
    path = tmp_path / "small.hwp"
    path.write_bytes(render_hwp(fill_hwpx(HANGUL.draw(TABLE), **DATA)))
    with Reader(str(path)) as reader:
        text = reader.extract_text()
    assert [text.count(name) for name in ("정책", "나", "ㄱ", "ㄴ", "2025", "2026")] == [
        1,
        1,
        1,
        2,
        1,
        1,
    ]


def test_python_docx_reads_what_stands_in_place_of_a_content_control() -> None:
    data = fill_docx(control("report.title", GUIDE), report={**REPORT, "title": "R&D <본부>"})
    texts = [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]
    assert texts == ["제목: R&D <본부>."]


@pytest.mark.parametrize("ending", ["hwpx", "hwp"])
def test_rhwp_reads_what_stands_in_place_of_a_click_field(tmp_path: Path, ending: str) -> None:
    data = fill_hwpx(click_field("report.title", GUIDE), report={**REPORT, "title": "R&D <본부>"})
    path = tmp_path / f"small.{ending}"
    path.write_bytes(data if ending == "hwpx" else render_hwp(data))
    body = json.loads(load_rhwp().parse(str(path)).to_ir_json())["body"]
    assert [block["text"] for block in body if block["text"]] == ["제목: R&D <본부>."]
    with Reader(str(path)) as reader:
        assert "제목: R&D <본부>." in reader.extract_text()


@pytest.mark.parametrize("ending", ["hwpx", "hwp"])
def test_a_click_field_with_a_plain_name_stays_in_the_document(tmp_path: Path, ending: str) -> None:
    data = fill_hwpx(click_field("성명", GUIDE), report=REPORT)
    path = tmp_path / f"small.{ending}"
    path.write_bytes(data if ending == "hwpx" else render_hwp(data))
    with Reader(str(path)) as reader:
        assert GUIDE in reader.extract_text()


@pytest.mark.parametrize("ending", ["hwpx", "hwp"])
def test_two_readers_find_the_text_of_a_filled_text_box(tmp_path: Path, ending: str) -> None:
    body = hangul_box(HANGUL.draw("{%p for x in xs %}\n[{{ x }}]\n{%p endfor %}"), "beside")
    data = fill_hwpx(body, report=REPORT, xs=["one", "two"])
    path = tmp_path / f"small.{ending}"
    path.write_bytes(data if ending == "hwpx" else render_hwp(data))
    drawn = load_rhwp().parse(str(path)).render_svg(0)
    assert "[one][two]" in "".join(_DRAWN.findall(drawn))
    with Reader(str(path)) as reader:
        assert "[one]" in reader.extract_text()
