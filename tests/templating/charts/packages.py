"""DOCX packages with charts, as Word draws them, and what other libraries read in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.chartspace import ChartSpace
from openpyxl.xml.functions import tostring

from reportgen.templating import OfficeTemplate
from tests.templating.small_packages import WORD, compile_parts

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OPC = "application/vnd.openxmlformats-package.relationships+xml"
OFFICE = "application/vnd.openxmlformats-officedocument"
COLOURS = ("1F3864", "C00000")
CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
CHART_RELS = "word/charts/_rels/chart1.xml.rels"

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{OPC}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="xlsx" ContentType="{OFFICE}.spreadsheetml.sheet"/>'
    '<Override PartName="/word/document.xml" '
    f'ContentType="{OFFICE}.wordprocessingml.document.main+xml"/>'
    f'<Override PartName="/{CHART}" ContentType="{OFFICE}.drawingml.chart+xml"/></Types>'
)


def relationships(*relations: tuple[str, str, str]) -> bytes:
    """A part of relationships from id, type and target."""
    drawn = "".join(
        f'<Relationship Id="{found}" Type="{R}/{kind}" Target="{target}"/>'
        for found, kind, target in relations
    )
    return f'<Relationships xmlns="{RELS}">{drawn}</Relationships>'.encode()


def drawing(alternative: str, title: str = "") -> str:
    """A paragraph with the chart."""
    return (
        f'<w:p><w:pPr/><w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="4800000" cy="2700000"/><wp:docPr id="1" name="차트 1"'
        f' descr="{alternative}" title="{title}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{A}">'
        f'<a:graphicData uri="{C[1:-1]}"><c:chart xmlns:c="{C[1:-1]}" xmlns:r="{R}"'
        ' r:id="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def make_chart(kind: type[ChartBase] = BarChart, series: int = 2, grouping: str = "") -> bytes:
    """A chart of the template, of two names."""
    sheet = Workbook().active
    assert sheet is not None
    sheet.title = "자료"
    chart = kind()
    columns = Reference(sheet, min_col=2, max_col=1 + series, min_row=1, max_row=3)  # type: ignore[arg-type]
    chart.add_data(columns, titles_from_data=True)  # type: ignore[attr-defined]
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=3))  # type: ignore[attr-defined, arg-type]
    for one, colour in zip(chart.series, COLOURS, strict=False):
        one.graphicalProperties.solidFill = colour
    if grouping:
        chart.grouping, chart.overlap = grouping, 100  # type: ignore[attr-defined]
    root = etree.fromstring(tostring(chart._write()))
    for values in root.iter(f"{C}numRef"):
        cache = etree.SubElement(values, f"{C}numCache")
        etree.SubElement(cache, f"{C}formatCode").text = "#,##0"
    data = etree.SubElement(root, f"{C}externalData")
    data.set(f"{{{R}}}id", "rId1")
    return etree.tostring(root)


def make_parts(body: str, chart: bytes) -> dict[str, bytes]:
    """A whole package."""
    return {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": WORD.document(body),
        "word/_rels/document.xml.rels": relationships(("rId9", "chart", "charts/chart1.xml")),
        CHART: chart,
        CHART_RELS: relationships(
            ("rId1", "package", "../embeddings/Microsoft_Excel_Sheet1.xlsx"),
            ("rId2", "chartUserShapes", "../drawings/drawing1.xml"),
        ),
        "word/drawings/drawing1.xml": b"<a/>",
        BOOK: b"the numbers of the template",
    }


def compile_chart(
    alternative: str, chart: bytes | None = None, body: str | None = None
) -> OfficeTemplate:
    """A template with a chart."""
    drawn = drawing(alternative) if body is None else body
    return compile_parts(WORD, make_parts(drawn, make_chart() if chart is None else chart))


def find_ids(parts: Mapping[str, bytes]) -> list[str]:
    """The ids of the charts on the page."""
    root = etree.fromstring(parts["word/document.xml"])
    return [str(one.get(f"{{{R}}}id")) for one in root.iter(f"{C}chart")]


def find_targets(parts: Mapping[str, bytes], rels: str) -> dict[str, str]:
    """The targets of a part's relationships by id."""
    return {str(one.get("Id")): str(one.get("Target")) for one in etree.fromstring(parts[rels])}


def read_chart(data: bytes) -> list[tuple[str, list[str], list[float]]]:
    """Name, names and numbers of every series as openpyxl reads the caches of a chart."""
    root = etree.fromstring(data)
    for external in root.findall(f"{C}externalData"):
        root.remove(external)  # openpyxl does not know the namespace of its id
    space = ChartSpace.from_tree(root)  # type: ignore[arg-type]
    (plot,) = space.chart.plotArea._charts
    return [
        (
            one.tx.strRef.strCache.pt[0].v,
            [point.v for point in one.cat.strRef.strCache.pt],
            [float(point.v) for point in one.val.numRef.numCache.pt],
        )
        for one in plot.ser
    ]


def read_book(data: bytes) -> list[list[object]]:
    """The only sheet of the workbook within a chart."""
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def read_formulas(data: bytes) -> list[str]:
    """Every reference of a chart."""
    return [str(one.text) for one in etree.fromstring(data).iter(f"{C}f")]


def read_colours(data: bytes) -> list[str]:
    """The colour of every series; empty for one of its program's choice."""
    series = etree.fromstring(data).iter(f"{C}ser")
    found = (one.find(f"{C}spPr/{{{A}}}solidFill/{{{A}}}srgbClr") for one in series)
    return ["" if one is None else str(one.get("val")) for one in found]


def alternative_of(parts: Mapping[str, bytes]) -> str:
    """The alternative text of the only chart."""
    (found,) = etree.fromstring(parts["word/document.xml"]).iter(f"{{{WP}}}docPr")
    return str(found.get("descr"))
