"""The template as bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lxml import etree
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.templating.packages.package import write_package
from tools.draw_workbook.charts import draw_charts, finish_charts
from tools.draw_workbook.cover import draw_cover
from tools.draw_workbook.lists_sheet import NAME as LISTS
from tools.draw_workbook.lists_sheet import draw_lists
from tools.draw_workbook.looks import make_font
from tools.draw_workbook.sheet import draw_sheet
from tools.draw_workbook.sheets import SHEETS

LOW_EXECUTION = "low_execution"
"""The rate below which an execution rate is marked; officers change it in the Name Manager."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STYLES = "xl/styles.xml"
_FONT_PARTS = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def draw_workbook() -> bytes:
    """The template, the same bytes every time."""
    workbook = Workbook()
    workbook._named_styles["Normal"].font = make_font(10, "000000")  # type: ignore[attr-defined]
    workbook._fonts[0] = make_font(10, "000000")  # type: ignore[attr-defined]
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    draw_cover(cover, workbook)
    for drawing in SHEETS:
        draw_sheet(workbook.create_sheet(drawing.name), workbook, drawing)
    draw_lists(workbook.create_sheet(LISTS), workbook)
    draw_charts(workbook)
    workbook.defined_names[LOW_EXECUTION] = DefinedName(LOW_EXECUTION, attr_text="0.3")
    workbook.properties.creator = ""
    # The engine version of current Excel; an older one makes it ask to save on closing.
    workbook.calculation.calcId = 191029
    workbook.calculation.fullCalcOnLoad = False
    return finish_charts(_without_time(workbook))


def _order_fonts(styles: bytes) -> bytes:
    """The styles with the parts of each font in the order of Excel; openpyxl has its own."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda part: _FONT_PARTS.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without_time(workbook: Workbook) -> bytes:
    """The workbook with a fixed day in place of today, in its properties and in the zip."""
    buffer = BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _DATES.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[core])
    parts[_STYLES] = _order_fonts(parts[_STYLES])
    return write_package(parts)
