"""The plots of a chart, such as its bars and its lines, and their axes."""

from __future__ import annotations

from lxml import etree

from reportgen.renderers.xlsx.drawingml import chart, local, remove, remove_all
from reportgen.renderers.xlsx.spreadsheetml import Element

_AXES = ("valAx", "catAx", "dateAx", "serAx")


def close_gaps(root: Element) -> None:
    """Take out plots that have no series beside others that have some, and their axes."""
    for area in root.iter(chart("plotArea")):
        plots = [child for child in area if local(child).endswith("Chart")]
        shown = [plot for plot in plots if plot.find(chart("ser")) is not None]
        if shown and len(shown) < len(plots):
            remove_all(plot for plot in plots if plot not in shown)
            _remove_axes(area, {axis for plot in shown for axis in _axes_of(plot)})


def remove_title(title: Element) -> None:
    """Take a title out; the program that shows the chart must not invent another."""
    parent = title.getparent()
    remove(title)
    if parent is None or parent.tag != chart("chart"):
        return
    deleted = parent.find(chart("autoTitleDeleted"))
    if deleted is None:
        deleted = etree.SubElement(parent, chart("autoTitleDeleted"))
        parent.insert(0, deleted)
    deleted.set("val", "1")


def _axes_of(plot: Element) -> list[str]:
    return [axis.get("val", "") for axis in plot.iterfind(chart("axId"))]


def _remove_axes(area: Element, used: set[str]) -> None:
    for axis in [child for child in area if local(child) in _AXES]:
        identity = axis.find(chart("axId"))
        if identity is not None and identity.get("val") not in used:
            remove(axis)
