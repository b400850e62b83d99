"""Charts on the template of the sample, as an officer puts them there."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

from reportgen.renderers.xlsx import RenderedWorkbook
from tests.renderers.annex_sample import LEDGER, edit_template, render_sample
from tests.renderers.package_sample import change_texts, read_parts

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
SHEET = "그림"
"""A sheet that is made for the chart."""

NAME, LABELS, VALUES = "'집행'!$C$3", "'집행'!$A$6", "'집행'!$C$6"
"""Heading, names and commitments of the programmes."""


def make_chart(
    values: str = VALUES, categories: str = LABELS, name: str = NAME, kind: type = BarChart
) -> ChartBase:
    """A chart of one series."""
    chart = kind()
    assert isinstance(chart, ChartBase)
    chart.series.append(make_series(values, categories, name))
    return chart


def make_series(values: str = VALUES, categories: str = LABELS, name: str = NAME) -> Series:
    """A series of references."""
    return Series(
        tx=SeriesLabel(strRef=StrRef(name)),
        cat=AxDataSource(strRef=StrRef(categories)),
        val=NumDataSource(NumRef(values)),
    )


def draw(path: Path, chart: ChartBase, sheet: str = SHEET, rows: tuple[int, int] = (2, 12)) -> Path:
    """The template with a chart over these rows of a sheet, both included; it is the only one."""

    def edit(workbook: Workbook) -> None:
        for drawn in workbook:
            drawn._charts = []  # type: ignore[attr-defined]
        target = workbook[sheet] if sheet in workbook else workbook.create_sheet(sheet)
        anchor = TwoCellAnchor("twoCell")
        anchor._from = AnchorMarker(col=8, row=rows[0] - 1)
        anchor.to = AnchorMarker(col=12, row=rows[1])
        chart.anchor = anchor  # type: ignore[assignment]
        target.add_chart(chart)

    return edit_template(path, edit)


def draw_xml(path: Path, old: str, new: str, sheet: str = SHEET) -> Path:
    """The template with a chart, of whose XML a part is replaced."""
    draw(path, make_chart(), sheet)
    change_texts(path, "xl/charts/", lambda xml: xml.replace(old, new))
    return path


def render_chart(template: Path, table: str = LEDGER) -> etree._Element:
    """The chart of the finished workbook."""
    return find_chart(render_sample(table, template=template))


def find_chart(workbook: RenderedWorkbook) -> etree._Element:
    """The chart."""
    return etree.fromstring(read_parts(workbook.data)["xl/charts/chart1.xml"])


def formulas_of(chart: etree._Element) -> list[str]:
    """Every reference of a chart: name, categories, values of each series."""
    return [formula.text or "" for formula in chart.iter(f"{CHART}f")]


def cached(chart: etree._Element, name: str) -> list[list[str]]:
    """The values beside each reference that is written as an element of this name."""
    return [
        [value.text or "" for value in one.iter(f"{CHART}v")] for one in chart.iter(CHART + name)
    ]
