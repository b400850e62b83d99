"""The drawings of the finished workbook: charts that follow the data, at places that move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from reportgen.renderers.xlsx.anchors import move_anchor
from reportgen.renderers.xlsx.cell_values import CellValues
from reportgen.renderers.xlsx.charts import Chart
from reportgen.renderers.xlsx.drawing_texts import fill_texts
from reportgen.renderers.xlsx.drawingml import remove, xdr
from reportgen.renderers.xlsx.drawings import Anchor, Drawing, Frame, parse_chart, read_drawings
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.relations import drop_orphans, drop_relations
from reportgen.renderers.xlsx.tags import sheet_values
from reportgen.renderers.xlsx.template import WorkbookTemplate

_SHAPES = ("sp", "graphicFrame", "cxnSp", "pic", "contentPart")
"""What an anchor can hold, besides a group of them."""


class FinishedDrawings:
    """The drawings of a template, without what has nothing to show.

    :ivar parts: those of the template, with these drawings and without what belonged to
        others; the charts are to be replaced by :meth:`spell`.
    :ivar bare: the sheets that have lost their drawing.
    """

    def __init__(self, template: WorkbookTemplate, layouts: Mapping[str, SheetLayout]) -> None:
        self._template = template
        self._layouts = layouts
        self._charts: dict[str, Chart] = {}
        self.bare: set[str] = set()
        parts = dict(template.parts)
        for drawing in read_drawings(template):
            parts = self._finish(drawing, parts)
        self.parts: Mapping[str, bytes] = drop_orphans(template.parts, parts)

    def ask(self, values: CellValues) -> None:
        """Have the cells noted that the charts show."""
        for chart in self._charts.values():
            chart.ask(values)

    def spell(self, values: CellValues) -> dict[str, Iterator[str]]:
        """The parts of the charts, which are to be written after the sheets."""
        return {part: chart.spell(values) for part, chart in self._charts.items()}

    def _finish(self, drawing: Drawing, parts: dict[str, bytes]) -> dict[str, bytes]:
        layout = self._layouts.get(drawing.sheet)
        values = sheet_values(layout.annex) if layout and layout.annex else {}
        gone = self._follow_charts(drawing, values)
        if not any(isinstance(child.tag, str) for child in drawing.root):
            self.bare.add(drawing.sheet)
            return drop_relations(parts, drawing.owner, {drawing.relation})
        for anchor in drawing.anchors:
            if layout:
                move_anchor(anchor.element, layout)
        fill_texts(drawing.root, values)
        parts[drawing.part] = etree.tostring(
            drawing.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return drop_relations(parts, drawing.part, gone)

    def _follow_charts(self, drawing: Drawing, values: Mapping[str, str]) -> set[str]:
        """The relations of the charts that have nothing to show, which are taken out.

        A sheet that is nothing but a chart has to keep it.
        """
        gone = set()
        for anchor in drawing.anchors:
            for frame in anchor.frames:
                chart = self._read(frame, values)
                if chart.is_empty and not drawing.is_chart_sheet:
                    _take_out(anchor, frame)
                    gone.add(frame.relation)
                else:
                    self._charts[frame.part] = chart
        return gone

    def _read(self, frame: Frame, values: Mapping[str, str]) -> Chart:
        root = parse_chart(self._template, frame.part)
        assert root is not None, "a chart that can't be read is a mistake of the template"
        fill_texts(root, values)
        return Chart(root, self._layouts)


def _take_out(anchor: Anchor, frame: Frame) -> None:
    """Take a chart out, with its anchor if nothing else stands there."""
    remove(frame.element)
    if next(anchor.element.iter(*map(xdr, _SHAPES)), None) is None:
        remove(anchor.element)
