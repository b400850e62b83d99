"""The charts that the tools draw: what they show of the sample, and that all programs agree."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase

from reportgen.renderers.xlsx import RenderedWorkbook, check_workbook_template, render_xlsx
from reportgen.state import State
from tests.renderers.annex_sample import DAY, TEMPLATE, render_sample
from tests.renderers.chart_sample import CHART, cached, formulas_of
from tests.renderers.package_sample import find_loose_ends, read_parts
from tests.renderers.test_xlsx_recalculation import calculate
from tools.draw_workbook.charts import SHEET, draw_charts, finish_charts

PROGRAMMES = ["마을정원", "하천", "책방"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "t.xlsx"
    path.write_bytes(draw())
    return path


@pytest.fixture(scope="module")
def workbook(template: Path) -> RenderedWorkbook:
    return render_sample(template=template)


def draw() -> bytes:
    """The template with its charts drawn anew."""
    workbook = openpyxl.load_workbook(TEMPLATE)
    if SHEET in workbook:
        del workbook[SHEET]
    draw_charts(workbook)
    buffer = BytesIO()
    workbook.save(buffer)
    return finish_charts(buffer.getvalue())


def read_charts(workbook: RenderedWorkbook) -> list[etree._Element]:
    parts = read_parts(workbook.data)
    return [etree.fromstring(parts[f"xl/charts/chart{number}.xml"]) for number in (1, 2)]


def read_points(chart: ChartBase) -> list[list[float]]:
    """The numbers beside the references of a chart that openpyxl has read."""
    return [[float(point.v) for point in one.val.numRef.numCache.pt] for one in chart.series]


def test_the_composition_is_that_of_the_expenditure(workbook: RenderedWorkbook) -> None:
    composition, _execution = read_charts(workbook)
    assert formulas_of(composition) == ["'세출'!$A$5", "'세출'!$B$5"]
    assert cached(composition, "numCache") == [["950500"]]


def test_the_rates_are_those_of_the_programmes(workbook: RenderedWorkbook) -> None:
    _composition, execution = read_charts(workbook)
    assert formulas_of(execution)[:2] == ["'집행'!$A$6:$A$8", "'집행'!$E$6:$E$8"]
    assert cached(execution, "strCache") == [PROGRAMMES, PROGRAMMES]
    assert cached(execution, "numCache") == [["0.5", "1", "0"], [str(1 / 3), "0", "0"]]


def test_every_chart_can_be_read_out(workbook: RenderedWorkbook) -> None:
    drawing = read_parts(workbook.data)["xl/drawings/drawing1.xml"].decode()
    assert drawing.count('descr="') == 2
    assert "세부사업마다 예산현액에 대한" in drawing


def test_the_sheet_is_one_page_behind_the_execution(workbook: RenderedWorkbook) -> None:
    finished = openpyxl.load_workbook(BytesIO(workbook.data))
    sheet = finished[SHEET]
    assert finished.sheetnames.index(SHEET) == finished.sheetnames.index("집행") + 1
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet.print_area == "'도표'!$A$1:$N$37"


def test_the_template_has_no_mistake(template: Path, state: State) -> None:
    assert check_workbook_template(template, state.annexes, state.context.figures) == ()


def test_nothing_dangles(workbook: RenderedWorkbook) -> None:
    assert find_loose_ends(workbook.data) == set()


def test_the_charts_are_drawn_the_same_every_time() -> None:
    charts = [
        {name: data for name, data in read_parts(draw()).items() if "chart" in name}
        for _time in range(2)
    ]
    assert charts[0] == charts[1]
    assert charts[0]


def test_labels_stand_in_the_order_of_the_schema(workbook: RenderedWorkbook) -> None:
    composition, _execution = read_charts(workbook)
    labels = composition.find(f".//{CHART}dLbls")
    assert labels is not None
    # ECMA-376, 21.2.2.49 CT_DLbls.
    assert [etree.QName(child).localname for child in labels] == [
        "numFmt",
        "txPr",
        "dLblPos",
        "showLegendKey",
        "showVal",
        "showCatName",
        "showSerName",
        "showPercent",
        "showBubbleSize",
        "separator",
        "showLeaderLines",
    ]


@pytest.mark.slow
def test_libreoffice_shows_the_same_values(template: Path, state: State, tmp_path: Path) -> None:
    figures = state.context.figures
    data = render_xlsx(state.annexes, figures, template, modified=DAY).data
    ours: Workbook = openpyxl.load_workbook(BytesIO(data))
    theirs = calculate(data, tmp_path)
    points = [
        [read_points(chart) for chart in book[SHEET]._charts]  # type: ignore[attr-defined]
        for book in (ours, theirs)
    ]
    assert [len(series) for series in points[0]] == [1, 2]
    assert points[1] == [
        [[pytest.approx(value, rel=1e-14) for value in values] for values in series]
        for series in points[0]
    ]
