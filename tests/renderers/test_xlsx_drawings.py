"""Charts and pictures keep their place among the rows, and leave nothing behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl import Workbook

from reportgen.renderers.xlsx import RenderedWorkbook
from reportgen.views.annexes import AbsentAnnex, Annexes
from tests.renderers.annex_sample import LEDGER, TEMPLATE, edit_template, render_sample
from tests.renderers.chart_sample import DRAWING, draw, make_chart
from tests.renderers.package_sample import (
    PICTURE,
    PIXEL,
    change_texts,
    find_loose_ends,
    put_picture,
    read_parts,
)

ENTRIES = len(LEDGER.splitlines())
GROWTH = ENTRIES - 1
"""How many rows the ledger's sheet has more than its template."""


def find_rows(workbook: RenderedWorkbook) -> list[tuple[int, int]]:
    """Row and offset of both corners of what is drawn, rows counted from 1."""
    parts = read_parts(workbook.data)
    drawing = next(name for name in parts if name.startswith("xl/drawings/drawing"))
    corners = etree.fromstring(parts[drawing]).iter(f"{DRAWING}from", f"{DRAWING}to")
    return [
        (
            int(corner.findtext(f"{DRAWING}row") or 0) + 1,
            int(corner.findtext(f"{DRAWING}rowOff") or 0),
        )
        for corner in corners
    ]


def number_of(sheet: str) -> int:
    """The number of a sheet's part in a template that openpyxl has written."""
    return openpyxl.load_workbook(TEMPLATE).sheetnames.index(sheet) + 1


def with_picture(path: Path, sheet: str, first: int, last: int) -> Path:
    """The template with the picture on a sheet, and no chart."""

    def edit(workbook: Workbook) -> None:
        for drawn in workbook:
            drawn._charts = []  # type: ignore[attr-defined]

    edit_template(path, edit)
    put_picture(path, number_of(sheet), first, last)
    return path


def without_execution(annexes: Annexes) -> Annexes:
    """The sample without data for 집행."""
    sheets = tuple(sheet for sheet in annexes.sheets if sheet.key != "execution")
    absent = AbsentAnnex("execution", "집행", "없음")
    return replace(annexes, sheets=sheets, absent=(*annexes.absent, absent))


def test_a_chart_below_the_data_moves_down_with_them(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(), "원장", rows=(8, 20))
    assert find_rows(render_sample(template=template)) == [(8 + GROWTH, 0), (21 + GROWTH, 0)]


def test_a_chart_above_the_data_stays(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(), "원장", rows=(1, 2))
    assert find_rows(render_sample(template=template)) == [(1, 0), (3, 0)]


def test_a_chart_beside_the_data_keeps_its_height(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(), "원장", rows=(4, 8))
    # One row of 18, one of 6 and three of 15 points are three rows of 18 and 15 points.
    assert find_rows(render_sample(template=template)) == [(4, 0), (7, 15 * 12_700)]


def test_a_chart_on_a_sheet_without_data_stays(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(), rows=(3, 30))
    assert find_rows(render_sample(template=template)) == [(3, 0), (31, 0)]


def test_an_anchor_of_one_cell_moves(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(), "원장", rows=(8, 20))

    def change(xml: str) -> str:
        start, rest = xml.split("<to>" if "<to>" in xml else "<xdr:to>")
        end = rest.split("to>", 1)[1]
        size = '<xdr:ext cx="1" cy="1"/>' if "<xdr:to>" in xml else '<ext cx="1" cy="1"/>'
        return (start + size + end).replace("twoCellAnchor", "oneCellAnchor")

    change_texts(template, "xl/drawings/drawing", change)
    finished = render_sample(template=template)
    assert find_rows(finished) == [(8 + GROWTH, 0)]


@pytest.mark.parametrize(("sheet", "row", "expected"), [("표지", 1, 1), ("원장", 9, 9 + GROWTH)])
def test_a_picture_stays_as_it_is(sheet: str, row: int, expected: int, tmp_path: Path) -> None:
    template = with_picture(tmp_path / "t.xlsx", sheet, row, row)
    finished = render_sample(template=template)
    assert read_parts(finished.data)[PICTURE] == PIXEL
    assert find_rows(finished) == [(expected, 0), (expected + 1, 0)]
    assert find_loose_ends(finished.data) == set()


def test_a_sheet_that_is_left_out_takes_its_chart_along(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart("'세입'!$B$5", "'세입'!$A$5"), "집행")
    finished = render_sample(change=without_execution, template=template)
    assert not any("chart" in name or "drawing" in name for name in read_parts(finished.data))
    assert find_loose_ends(finished.data) == set()


def test_a_picture_that_only_a_left_out_sheet_shows_goes(tmp_path: Path) -> None:
    template = with_picture(tmp_path / "t.xlsx", "집행", 1, 2)
    finished = render_sample(change=without_execution, template=template)
    assert PICTURE not in read_parts(finished.data)
    assert find_loose_ends(finished.data) == set()


def test_a_picture_that_another_sheet_shows_too_stays(tmp_path: Path) -> None:
    template = with_picture(tmp_path / "t.xlsx", "집행", 1, 2)
    put_picture(template, number_of("표지"), 1, 2)
    finished = render_sample(change=without_execution, template=template)
    assert read_parts(finished.data)[PICTURE] == PIXEL
    assert find_loose_ends(finished.data) == set()


def test_a_picture_beside_a_chart_that_goes_stays(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart("'추경 세입'!$B$5"), "세입")
    picture = (
        '<xdr:absoluteAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
        'spreadsheetDrawing"><xdr:pos x="0" y="0"/><xdr:ext cx="1" cy="1"/><xdr:pic><xdr:nvPicPr>'
        '<xdr:cNvPr id="9" name="logo" descr="로고"/><xdr:cNvPicPr/></xdr:nvPicPr></xdr:pic>'
        "<xdr:clientData/></xdr:absoluteAnchor>"
    )
    change_texts(template, "xl/drawings/drawing", lambda xml: _before_the_end(xml, picture))
    parts = read_parts(render_sample(template=template).data)
    drawing = etree.fromstring(parts["xl/drawings/drawing1.xml"])
    assert [etree.QName(child).localname for child in drawing] == ["absoluteAnchor"]
    assert "xl/charts/chart1.xml" not in parts
    assert "xl/drawings/_rels/drawing1.xml.rels" not in parts


def _before_the_end(xml: str, added: str) -> str:
    at = xml.rindex("</")
    return xml[:at] + added + xml[at:]


def test_tags_in_an_alternative_text_are_filled(tmp_path: Path) -> None:
    template = with_picture(tmp_path / "t.xlsx", "세입", 9, 10)
    change_texts(template, "xl/drawings/", lambda xml: xml.replace("로고", "{{ title }}의 그림"))
    parts = read_parts(render_sample(template=template).data)
    drawing = next(name for name in parts if name.startswith("xl/drawings/drawing"))
    assert 'descr="세입의 그림"' in parts[drawing].decode()


def test_a_chart_that_is_a_sheet_follows_too(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        for drawn in workbook:
            drawn._charts = []  # type: ignore[attr-defined]
        workbook.create_chartsheet("집행 그림").add_chart(make_chart())

    finished = render_sample(template=edit_template(tmp_path / "t.xlsx", edit))
    parts = read_parts(finished.data)
    assert "'집행'!$C$6:$C$8" in parts["xl/charts/chart1.xml"].decode()
    assert find_loose_ends(finished.data) == set()
