"""Charts of the template follow the rows of data, and carry the values of the cells."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, LineChart, PieChart, ScatterChart
from openpyxl.chart.data_source import AxDataSource, MultiLevelStrRef, NumDataSource, NumRef
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties

from reportgen.renderers.xlsx.addresses import Area
from reportgen.renderers.xlsx.cell_values import MOST_NOTED
from reportgen.renderers.xlsx.chart_references import LongReferenceError, Reference
from reportgen.renderers.xlsx.chart_series import ManySeriesError
from reportgen.views.annexes import Annexes
from tests.renderers.annex_sample import open_values, render_sample
from tests.renderers.chart_sample import (
    CHART,
    cached,
    draw,
    draw_xml,
    find_chart,
    formulas_of,
    make_chart,
    make_series,
    render_chart,
)
from tests.renderers.package_sample import find_loose_ends, read_parts
from tests.renderers.test_xlsx_recalculation import calculate


def only_totals(annexes: Annexes) -> Annexes:
    """The sample with the first row of 집행 alone."""
    sheets = tuple(
        replace(sheet, grid=replace(sheet.grid, rows=sheet.grid.rows[:1]))
        if sheet.key == "execution"
        else sheet
        for sheet in annexes.sheets
    )
    return replace(annexes, sheets=sheets)


def test_a_series_reaches_over_all_rows_of_its_role(tmp_path: Path) -> None:
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart()))
    assert formulas_of(chart) == ["'집행'!$C$3", "'집행'!$A$6:$A$8", "'집행'!$C$6:$C$8"]


def test_rows_that_others_part_become_a_union(tmp_path: Path) -> None:
    values, names = "'사업예산'!$D$5", "'사업예산'!$C$5"
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart(values, names)))
    assert formulas_of(chart)[1:] == [
        "('사업예산'!$C$5:$C$6,'사업예산'!$C$8)",
        "('사업예산'!$D$5:$D$6,'사업예산'!$D$8)",
    ]
    assert cached(chart, "strCache")[1] == ["마을정원", "하천", "책방"]
    assert cached(chart, "numCache") == [["300000", "250500", "400000"]]


def test_a_union_of_the_template_is_followed(tmp_path: Path) -> None:
    values = "('집행'!$C$4,'집행'!$C$6)"
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart(values)))
    assert formulas_of(chart)[2] == "('집행'!$C$4,'집행'!$C$6:$C$8)"


def test_the_values_and_formats_of_the_cells_stand_in_the_chart(tmp_path: Path) -> None:
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart()))
    assert cached(chart, "strCache") == [["원인행위액"], ["마을정원", "하천", "책방"]]
    assert cached(chart, "numCache") == [["150000", "250500", "0"]]
    assert chart.findtext(f".//{CHART}formatCode") == '[>=0]#,##0;[<=-0.5]"△"#,##0;#,##0'


def test_a_point_with_another_format_says_so(tmp_path: Path) -> None:
    values = "('집행'!$C$6,'집행'!$E$4)"
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart(values)))
    codes = [point.get("formatCode") for point in chart.findall(f".//{CHART}numCache/{CHART}pt")]
    assert codes == [None, None, None, '[>=0]#,##0.0%;[<=-0.0005]"△"#,##0.0%;#,##0.0%']


def test_a_heading_with_a_tag_is_a_name(tmp_path: Path) -> None:
    chart = make_chart("'세입'!$B$5", "'세입'!$A$5", "'세입'!$B$3")
    assert cached(render_chart(draw(tmp_path / "t.xlsx", chart)), "strCache") == [
        ["current 열"],
        ["출연금", "수수료"],
    ]


def test_a_word_among_numbers_is_no_point(tmp_path: Path) -> None:
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart("'세입'!$E$5", "'세입'!$A$5")))
    cache = chart.find(f".//{CHART}numCache")
    assert cache is not None
    assert [point.get("idx") for point in cache.iter(f"{CHART}pt")] == ["0"]
    assert cache.find(f"{CHART}ptCount").get("val") == "2"  # type: ignore[union-attr]


def test_names_declared_as_numbers_become_texts(tmp_path: Path) -> None:
    chart = make_chart()
    chart.series[0].cat = AxDataSource(numRef=NumRef("'집행'!$A$6"))
    finished = render_chart(draw(tmp_path / "t.xlsx", chart))
    assert cached(finished, "strCache")[1] == ["마을정원", "하천", "책방"]


def test_days_declared_as_texts_become_numbers(tmp_path: Path) -> None:
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart("'원장'!$G$4", "'원장'!$A$4")))
    days = chart.find(f".//{CHART}cat/{CHART}numRef/{CHART}numCache")
    assert days is not None
    assert days.findtext(f"{CHART}formatCode") == "yyyy-mm-dd"
    assert len(days.findall(f"{CHART}pt")) == 12


def test_names_in_several_columns_become_levels(tmp_path: Path) -> None:
    chart = make_chart("'사업예산'!$D$5", name="'사업예산'!$D$3")
    levels = MultiLevelStrRef("'사업예산'!$B$5:$C$5")
    chart.series[0].cat = AxDataSource(multiLvlStrRef=levels)
    finished = render_chart(draw(tmp_path / "t.xlsx", chart))
    inner, outer = finished.findall(f".//{CHART}lvl")
    assert [value.text for value in inner.iter(f"{CHART}v")] == ["마을정원", "하천", "책방"]
    # The name of a unit stands in the row of its subtotal, which the series doesn't show.
    assert list(outer) == []


def test_a_series_along_a_row_takes_its_names_from_a_row(tmp_path: Path) -> None:
    chart = make_chart("'집행'!$B$4:$D$4", "'집행'!$B$3:$D$3", "'집행'!$A$4")
    finished = render_chart(draw(tmp_path / "t.xlsx", chart))
    assert cached(finished, "strCache") == [["계"], ["예산현액", "원인행위액", "지출액"]]
    assert cached(finished, "numCache") == [["950500", "400500", "100000"]]


def test_a_series_along_a_marked_row_becomes_one_for_each_row(tmp_path: Path) -> None:
    chart = make_chart("'집행'!$B$6:$D$6", "'집행'!$B$3:$D$3", "'집행'!$A$6", LineChart)
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill="1F3864")
    finished = render_chart(draw(tmp_path / "t.xlsx", chart))
    assert formulas_of(finished)[3:6] == ["'집행'!$A$7", "'집행'!$B$3:$D$3", "'집행'!$B$7:$D$7"]
    assert cached(finished, "strCache")[::2] == [["마을정원"], ["하천"], ["책방"]]
    assert cached(finished, "numCache") == [
        ["300000", "150000", "100000"],
        ["250500", "250500", "0"],
        ["400000", "0", "0"],
    ]
    series = finished.findall(f".//{CHART}ser")
    assert [one.find(f"{CHART}idx").get("val") for one in series] == ["0", "1", "2"]  # type: ignore[union-attr]
    assert [one.find(f"{CHART}spPr") is None for one in series] == [False, True, True]


def test_more_series_than_a_chart_holds_are_refused(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart("'원장'!$F$4:$G$4"))
    with pytest.raises(
        ManySeriesError, match=r"^a chart would need 256 series for the rows of 원장"
    ):
        render_sample("2026-01-01 opening grant 1\n" * 256, template=template)


def test_points_of_a_scatter_chart_follow(tmp_path: Path) -> None:
    chart = ScatterChart()
    data = AxDataSource(numRef=NumRef("'집행'!$B$6"))
    chart.series.append(Series(xVal=data, yVal=NumDataSource(NumRef("'집행'!$C$6"))))
    finished = render_chart(draw(tmp_path / "t.xlsx", chart))
    assert formulas_of(finished) == ["'집행'!$B$6:$B$8", "'집행'!$C$6:$C$8"]
    assert cached(finished, "numCache") == [
        ["300000", "250500", "400000"],
        ["150000", "250500", "0"],
    ]


def test_records_are_followed(tmp_path: Path) -> None:
    chart = render_chart(draw(tmp_path / "t.xlsx", make_chart("'원장'!$G$4", "'원장'!$E$4")))
    assert formulas_of(chart)[2] == "'원장'!$G$4:$G$15"
    assert cached(chart, "numCache")[0][:3] == ["700000", "0", "600000"]


def test_more_cells_than_are_noted_are_left_to_excel(tmp_path: Path) -> None:
    table = "2026-01-01 opening grant 1\n" * (MOST_NOTED + 1)
    template = draw(tmp_path / "t.xlsx", make_chart("'원장'!$G$4", "'원장'!$E$4"))
    chart = render_chart(template, table)
    assert formulas_of(chart)[2] == f"'원장'!$G$4:$G${MOST_NOTED + 4}"
    assert cached(chart, "numCache") == []
    assert cached(chart, "strCache") == [["원인행위액"]]


def test_a_series_without_rows_goes(tmp_path: Path) -> None:
    chart = make_chart()
    chart.series.append(make_series("'집행'!$C$4", "'집행'!$A$4"))
    template = draw(tmp_path / "t.xlsx", chart)
    finished = find_chart(render_sample(change=only_totals, template=template))
    assert formulas_of(finished) == ["'집행'!$C$3", "'집행'!$A$4", "'집행'!$C$4"]


def test_a_plot_without_series_goes_with_its_axes(tmp_path: Path) -> None:
    chart, lines = make_chart("'집행'!$C$4", "'집행'!$A$4"), make_chart(kind=LineChart)
    lines.y_axis.axId = 200  # type: ignore[attr-defined]
    chart += lines  # type: ignore[operator]
    template = draw(tmp_path / "t.xlsx", chart)
    full = find_chart(render_sample(template=template))
    bare = find_chart(render_sample(change=only_totals, template=template))
    assert [len(full.findall(f".//{CHART}{name}")) for name in ("lineChart", "valAx")] == [1, 2]
    assert [len(bare.findall(f".//{CHART}{name}")) for name in ("lineChart", "valAx")] == [0, 1]


def test_a_chart_without_series_leaves_nothing_behind(tmp_path: Path) -> None:
    finished = render_sample(template=draw(tmp_path / "t.xlsx", make_chart("'추경 세입'!$B$5")))
    parts = read_parts(finished.data)
    assert [name for name in parts if "chart" in name or "drawing" in name] == []
    assert [name for name, data in parts.items() if b"relationships/drawing" in data] == []
    assert find_loose_ends(finished.data) == set()
    assert "그림" in open_values(finished).sheetnames


def test_a_chart_over_data_that_are_none_goes(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart("'원장'!$G$4", "'원장'!$E$4"))
    assert "xl/charts/chart1.xml" not in read_parts(render_sample("", template=template).data)


def test_a_name_without_cells_goes_alone(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart(name="'추경 세입'!$B$3"))
    assert formulas_of(render_chart(template)) == ["'집행'!$A$6:$A$8", "'집행'!$C$6:$C$8"]


def test_a_title_without_its_cell_goes_for_good(tmp_path: Path) -> None:
    title = "<title><tx><strRef><f>'추경 세입'!$B$3</f></strRef></tx></title><plotArea>"
    chart = render_chart(draw_xml(tmp_path / "t.xlsx", "<plotArea>", title))
    deleted = chart.find(f"{CHART}chart/{CHART}autoTitleDeleted")
    assert chart.find(f".//{CHART}title") is None
    assert deleted is not None
    assert deleted.get("val") == "1"


def test_a_title_from_a_cell_is_filled(tmp_path: Path) -> None:
    title = "<title><tx><strRef><f>'집행'!$A$1</f></strRef></tx></title><plotArea>"
    chart = render_chart(draw_xml(tmp_path / "t.xlsx", "<plotArea>", title))
    assert cached(chart, "strCache")[0] == ["집행"]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (("{{ title }} 도표",), ["집행 도표"]),
        (("그림: ", "{{ ", "title", " }}"), ["그림: 집행", "", "", ""]),
        (("{{ title }}", " (천원)"), ["집행", " (천원)"]),
    ],
)
def test_tags_in_a_title_are_filled(
    runs: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    text = "http://schemas.openxmlformats.org/drawingml/2006/main"
    spelled = "".join(f"<a:r><a:t>{run}</a:t></a:r>" for run in runs)
    title = f'<title><tx><rich><a:bodyPr/><a:p xmlns:a="{text}">{spelled}</a:p></rich></tx></title>'
    title = title.replace("<a:bodyPr/>", f'<a:bodyPr xmlns:a="{text}"/>')
    template = draw_xml(tmp_path / "t.xlsx", "<plotArea>", f"{title}<plotArea>", "집행")
    chart = render_chart(template)
    assert [run.text or "" for run in chart.iter(f"{{{text}}}t")] == expected


def test_labels_from_cells_follow(tmp_path: Path) -> None:
    namespace = "http://schemas.microsoft.com/office/drawing/2012/chart"
    labels = (
        f'</val><extLst><ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}"'
        f" xmlns:c15=\"{namespace}\"><c15:datalabelsRange><c15:f>'집행'!$E$6</c15:f>"
        "<c15:dlblRangeCache/></c15:datalabelsRange></ext></extLst>"
    )
    chart = render_chart(draw_xml(tmp_path / "t.xlsx", "</val>", labels))
    found = chart.find(f".//{{{namespace}}}datalabelsRange")
    assert found is not None
    assert found.findtext(f"{{{namespace}}}f") == "'집행'!$E$6:$E$8"
    assert [value.text for value in found.iter(f"{CHART}v")] == ["0.5", "1", "0"]


def test_what_a_filter_hides_is_forgotten(tmp_path: Path) -> None:
    namespace = "http://schemas.microsoft.com/office/drawing/2012/chart"
    hidden = (
        f'</ser><extLst><ext uri="x" xmlns:c15="{namespace}"><c15:filteredBarSeries><c15:ser>'
        "<val><numRef><f>'집행'!$B$6</f></numRef></val></c15:ser></c15:filteredBarSeries>"
        "</ext></extLst>"
    )
    chart = render_chart(draw_xml(tmp_path / "t.xlsx", "</ser>", hidden))
    assert len(formulas_of(chart)) == 3


def test_a_reference_that_no_formula_can_hold_is_refused() -> None:
    runs = tuple(("집행", Area(2, row, 2, row)) for row in range(1, 2000, 2))
    with pytest.raises(LongReferenceError, match=r"^a chart would need a reference of \d+ char"):
        Reference(runs).spell()


@pytest.mark.parametrize("kind", [BarChart, LineChart, PieChart])
def test_other_programs_read_the_chart(kind: type, tmp_path: Path) -> None:
    finished = render_sample(template=draw(tmp_path / "t.xlsx", make_chart(kind=kind)))
    sheet = openpyxl.load_workbook(BytesIO(finished.data))["그림"]
    values = sheet._charts[0].series[0].val.numRef  # type: ignore[attr-defined]
    assert values.f == "'집행'!$C$6:$C$8"
    assert [point.v for point in values.numCache.pt] == [150000, 250500, 0]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart())
    assert render_sample(template=template).data == render_sample(template=template).data


@pytest.mark.slow
def test_libreoffice_reads_the_same_points_from_a_union(tmp_path: Path) -> None:
    template = draw(tmp_path / "t.xlsx", make_chart("'사업예산'!$D$5", "'사업예산'!$C$5"))
    computed = calculate(render_sample(template=template).data, tmp_path)
    series = computed["그림"]._charts[0].series[0]  # type: ignore[attr-defined]
    assert [point.v for point in series.val.numRef.numCache.pt] == [300000, 250500, 400000]
    assert [point.v for point in series.cat.strRef.strCache.pt] == ["마을정원", "하천", "책방"]
