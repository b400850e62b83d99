"""Draws the sheet of charts of the annex workbook's template.

Its charts point to the marked rows of other sheets; the renderer makes them follow the data.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree
from openpyxl import Workbook
from openpyxl.chart import BarChart, PieChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumFmt, NumRef, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.styles import Alignment
from openpyxl.utils import absolute_coordinate, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.renderers.xlsx import drawingml
from reportgen.renderers.xlsx.spreadsheetml import Element
from reportgen.templating.packages.package import write_package
from tools.draw_workbook.looks import FACE, GREY_TEXT, NAVY, RULE, make_font
from tools.draw_workbook.page import name_row, protect, set_up_page

SHEET = "도표"
AFTER = "집행"

_SHADES = (NAVY, "5B7AAE", "8EA4C8", "C5D0E3", "7F7F7F", "BFBFBF")
"""From dark to light, so that neighbours differ in grey print too; then greys."""

_COLUMNS, _WIDTH = 14, 10.5
_TOP, _BOTTOM, _MIDDLE = 3, 36, 5
"""Rows above and below the charts, and the column between them, counted from 0."""

_DESCRIPTIONS = {
    "세출 구성": "성질별 세출예산의 구성을 보이는 원그래프. 값은 시트 세출의 예산현액과 같다.",
    "사업별 집행률": (
        "세부사업마다 예산현액에 대한 원인행위액과 지출액의 비율을 보이는 가로 막대그래프. "
        "값은 시트 집행의 집행률과 같다."
    ),
}
"""The name of each chart in its drawing, and what is read out in its place."""


def draw_charts(workbook: Workbook) -> None:
    """Add the sheet behind that of the execution; its charts lead to marked rows."""
    sheet = workbook.create_sheet(SHEET, workbook.sheetnames.index(AFTER) + 1)
    _draw_page(sheet)
    for number, role in enumerate(("title", "unit"), 1):
        name_row(workbook, sheet, f"charts_{role}", number, _COLUMNS)
    _place(sheet, _draw_composition(workbook), 0, _MIDDLE)
    _place(sheet, _draw_execution(workbook), _MIDDLE, _COLUMNS)


def finish_charts(data: bytes) -> bytes:
    """The workbook with what openpyxl can't write, or writes wrong."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in parts:
        if name.startswith("xl/drawings/drawing"):
            parts[name] = _edit(parts[name], _describe)
        elif name.startswith("xl/charts/chart"):
            parts[name] = _edit(parts[name], _finish_labels)
    return write_package(parts)


def _edit(data: bytes, change: Callable[[Element], None]) -> bytes:
    root = etree.fromstring(data)
    change(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _describe(root: Element) -> None:
    """Names and alternative texts, in the order of the charts."""
    frames = root.iter(drawingml.xdr("graphicFrame"))
    for frame, (name, description) in zip(frames, _DESCRIPTIONS.items(), strict=True):
        properties = frame.find(f"./*/{drawingml.xdr('cNvPr')}")
        assert properties is not None, "every frame has a name"
        properties.set("name", name)
        properties.set("descr", description)


def _finish_labels(root: Element) -> None:
    """Formats of their own, and a line each for the name and the value of a slice."""
    for labels in root.iter(drawingml.chart("dLbls")):
        for code in labels.iterfind(drawingml.chart("numFmt")):
            code.set("sourceLinked", "0")
        before = labels.find(drawingml.chart("showBubbleSize"))
        if before is not None and root.find(f".//{drawingml.chart('pieChart')}") is not None:
            separator = etree.Element(drawingml.chart("separator"))
            separator.text = "\n"
            before.addnext(separator)


def _draw_page(sheet: Worksheet) -> None:
    texts = (("A1", "{{ title }}", 14, NAVY), ("A2", "{{ description }}", 9, GREY_TEXT))
    for address, text, size, colour in texts:
        sheet[address].value = text
        sheet[address].font = make_font(size, colour, bold=address == "A1")
        sheet[address].alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 30, 18
    for number in range(1, _COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTH
    sheet.print_area = f"A1:{get_column_letter(_COLUMNS)}{_BOTTOM + 1}"
    set_up_page(sheet, 0)
    protect(sheet)


def _place(sheet: Worksheet, chart: ChartBase, left: int, right: int) -> None:
    anchor = TwoCellAnchor("oneCell")
    anchor._from = AnchorMarker(col=left, row=_TOP)
    anchor.to = AnchorMarker(col=right, row=_BOTTOM)
    chart.anchor = anchor  # type: ignore[assignment]
    sheet.add_chart(chart)


def _draw_composition(workbook: Workbook) -> PieChart:
    chart = PieChart()
    _set_up(chart, "성질별 세출예산 (천원)")
    series = _make_series(workbook, "expenditure_body", "current", "예산현액")
    series.dPt = [_make_slice(number, shade) for number, shade in enumerate(_SHADES)]
    series.dLbls = _make_labels("#,##0", 9)
    series.dLbls.showCatName = True
    chart.series.append(series)
    chart.legend = None
    chart.layout = Layout(ManualLayout("inner", "edge", "edge", x=0.17, y=0.27, w=0.66, h=0.5))
    return chart


def _draw_execution(workbook: Workbook) -> BarChart:
    chart = BarChart()
    _set_up(chart, "세부사업별 집행률 (예산현액 대비)")
    chart.type, chart.gapWidth, chart.overlap = "bar", 45, -5
    rates = (("commitment_rate", "원인행위", NAVY), ("disbursement_rate", "지출", "8EA4C8"))
    for key, name, colour in rates:
        series = _make_series(workbook, "execution_body", key, name)
        series.spPr = GraphicalProperties(solidFill=colour)
        series.dLbls = _make_labels("0.0%", 8)
        series.invertIfNegative = False
        chart.series.append(series)
    assert chart.legend is not None, "openpyxl makes it with the chart"
    chart.legend.position, chart.legend.txPr = "b", _make_text(9)
    _draw_axes(chart)
    return chart


def _draw_axes(chart: BarChart) -> None:
    """The first programme stands on top; the rates begin at zero."""
    names, rates = chart.x_axis, chart.y_axis
    names.delete = rates.delete = False
    names.scaling.orientation, names.majorTickMark = "maxMin", "none"
    names.txPr, names.spPr = _make_text(9), GraphicalProperties(ln=LineProperties(solidFill=RULE))
    names.numFmt = NumFmt("General", sourceLinked=False)
    rates.crosses, rates.scaling.min, rates.majorTickMark = "max", 0, "none"
    rates.numFmt, rates.txPr = NumFmt("0%", sourceLinked=False), _make_text(9)
    rates.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    lines = GraphicalProperties(ln=LineProperties(solidFill="E3E3E3", w=6350))
    rates.majorGridlines = ChartLines(lines)


def _make_series(workbook: Workbook, row: str, key: str, name: str) -> Series:
    """A series over a column of a marked row, with the names of that row.

    :param row: the name that marks it.
    """
    categories = AxDataSource(strRef=StrRef(_find(workbook, row, "name")))
    values = NumDataSource(NumRef(_find(workbook, row, key)))
    return Series(tx=SeriesLabel(v=name), cat=categories, val=values)


def _find(workbook: Workbook, row: str, key: str) -> str:
    """The cell of a marked row that shows a column of data."""
    sheet, area = workbook.defined_names[row].attr_text.rsplit("!", 1)
    for cell in workbook[sheet.strip("'")][area][0]:
        if cell.value == f"{{{{ row.{key} }}}}":
            return f"{sheet}!{absolute_coordinate(cell.coordinate)}"
    raise KeyError(key)


def _set_up(chart: ChartBase, title: str) -> None:
    run = RegularTextRun(_make_font(12, NAVY, bold=True), title)
    chart.title = Title(Text(rich=RichText(p=[Paragraph(r=[run])])), overlay=False)
    chart.roundedCorners = False
    chart.graphical_properties = GraphicalProperties(
        solidFill="FFFFFF", ln=LineProperties(solidFill=RULE)
    )


def _make_slice(number: int, shade: str) -> DataPoint:
    look = GraphicalProperties(solidFill=shade, ln=LineProperties(solidFill="FFFFFF", w=12700))
    return DataPoint(idx=number, bubble3D=False, spPr=look)


def _make_labels(code: str, size: float) -> DataLabelList:
    labels = DataLabelList(dLblPos="outEnd", numFmt=code, txPr=_make_text(size))
    labels.showVal = True
    labels.showLegendKey = labels.showCatName = labels.showSerName = False
    labels.showPercent = labels.showBubbleSize = labels.showLeaderLines = False
    return labels


def _make_text(size: float) -> RichText:
    properties = ParagraphProperties(defRPr=_make_font(size, "000000"))
    paragraph = Paragraph(pPr=properties, endParaRPr=CharacterProperties(lang="ko-KR"))
    paragraph.r = []
    return RichText(RichTextProperties(), p=[paragraph])


def _make_font(size: float, colour: str, bold: bool = False) -> CharacterProperties:
    """The font of a text, in points."""
    face = Font(typeface=FACE)
    return CharacterProperties(
        sz=round(size * 100), b=bold, solidFill=colour, latin=face, ea=face, lang="ko-KR"
    )
