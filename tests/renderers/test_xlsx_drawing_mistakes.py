"""What is wrong with a chart or a picture of the template is reported with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.renderers.xlsx import check_workbook_template
from tests.renderers.annex_sample import compute_sample, make_annexes, read_entries
from tests.renderers.chart_sample import draw, draw_xml, make_chart
from tests.renderers.package_sample import change_texts, put_picture

HINT = "  hint: let it refer to cells of a sheet (Chart Design, Select Data)"


def find_mistakes(template: Path) -> list[str]:
    entries = read_entries()
    figures = compute_sample(entries)
    annexes = make_annexes(figures, entries)
    found = check_workbook_template(template, annexes, figures, name="t.xlsx")
    return [str(diagnostic) for diagnostic in found]


def test_a_right_chart_has_no_mistake(tmp_path: Path) -> None:
    assert find_mistakes(draw(tmp_path / "t.xlsx", make_chart())) == []


def test_a_sheet_that_is_left_out_is_no_mistake(tmp_path: Path) -> None:
    assert find_mistakes(draw(tmp_path / "t.xlsx", make_chart("'추경 세입'!$B$5"))) == []


@pytest.mark.parametrize("typed", ["#REF!", "[1]집행!$B$6", "ledger_amount", "", "집행!B6 B7"])
def test_a_reference_that_says_no_cells_is_reported(typed: str, tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(typed), rows=(4, 9))
    assert find_mistakes(template) == [
        f"t.xlsx!그림!I4: error [template-chart] the chart refers to {typed or '-'}, "
        f"which is no range of cells\n{HINT}"
    ]


def test_a_sheet_that_is_not_there_is_reported(tmp_path: Path) -> None:
    assert find_mistakes(draw(tmp_path / "t.xlsx", make_chart("'집 행'!$C$6"))) == [
        "t.xlsx!그림!I2: error [template-chart] the chart refers to the sheet 집 행, "
        f"which is not there\n{HINT}"
    ]


def test_a_chart_that_is_no_xml_is_reported(tmp_path: Path) -> None:
    template = draw_xml(tmp_path / "t.xlsx", "<plotArea>", "<plot>")
    assert find_mistakes(template) == [
        "t.xlsx!그림!I2: error [template-chart] the chart can't be read\n"
        "  hint: save it again from Excel as .xlsx"
    ]


def test_a_chart_of_a_later_kind_is_reported(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart())
    later = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    change_texts(
        template,
        "xl/drawings/drawing",
        lambda xml: xml.replace("http://schemas.openxmlformats.org/drawingml/2006/chart", later),
    )
    assert find_mistakes(template) == [
        "t.xlsx!그림!I2: error [template-chart] a chart of this kind can't follow the data\n"
        "  hint: choose bars, lines, a pie or another kind that Excel 2007 has"
    ]


@pytest.mark.parametrize("descr", ["", "   "])
def test_a_picture_without_a_text_to_read_out_is_reported(descr: str, tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart())
    put_picture(template, 1, 3, 4, descr)
    assert find_mistakes(template) == [
        "t.xlsx!표지!B3: error [template-alt-text] a chart or picture has no alternative text\n"
        "  hint: say what it shows (right click, View Alt Text), or mark it as decorative"
    ]


def test_a_chart_without_a_text_to_read_out_is_reported(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart())
    change_texts(template, "xl/drawings/drawing", lambda xml: xml.replace("descr=", "title="))
    assert [mistake.split(" a chart")[0] for mistake in find_mistakes(template)] == [
        "t.xlsx!그림!I2: error [template-alt-text]"
    ]


def test_a_decorative_picture_needs_no_text(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart())
    put_picture(template, 1, 3, 4, "")
    mark = (
        'descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"'
        ' val="1"/></a:ext></a:extLst></xdr:cNvPr>'
    )
    change_texts(template, "xl/drawings/drawing91", lambda xml: xml.replace('descr=""/>', mark))
    assert find_mistakes(template) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ titel }}", "error [template-undefined] titel is not defined\n  hint: known here: -"),
        (
            "{% if title %}",
            "error [template-syntax] {% if title %} can't be read\n"
            "  hint: a workbook's tag is one name, such as {{ row.amount }}",
        ),
    ],
)
def test_a_tag_that_can_not_be_filled_is_reported(text: str, message: str, tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart())
    change_texts(template, "xl/drawings/drawing", lambda xml: xml.replace("설명", text))
    assert find_mistakes(template) == [f"t.xlsx!그림!I2: {message}"]
    draw_xml(template, "<tx><strRef>", f"<tx><v>{text}</v></tx><tx><strRef>")
    assert find_mistakes(template) == [f"t.xlsx!그림!I2: {message}"]
