"""A chart's own part (ECMA-376 part 1, clause 21.2) with other names and numbers.

What the template says of looks stays: kind, colours, axes, labels, number formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.charts.data import ChartData, ChartError, Numbers, spell_number
from reportgen.templating.charts.workbook import name_column
from reportgen.templating.tree import Element

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_PIES = ("pieChart", "pie3DChart", "ofPieChart")
_PLOTS = (
    *_PIES,
    "barChart",
    "bar3DChart",
    "lineChart",
    "line3DChart",
    "areaChart",
    "area3DChart",
    "doughnutChart",
    "radarChart",
)
_SHEET = re.compile(r"'?([^'\[\]!]{1,31})'?!")
_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_STALE = ("fullRef", "levelRef", "formulaRef", "categoryFilterExceptions", "datalabelsRange")
"""Extensions that refer to the cells of the template (MS-ODRAWXML)."""

_GENERAL = "General"


class ChartDrawing:
    """A chart of the template.

    :raises ChartError: when it is of a kind that shows no names and numbers.
    """

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data)
        self._series = list(self.root.iterfind(f".//{C}plotArea/*/{C}ser"))
        for series in self._series:
            kind = _local(series.getparent())
            if kind not in _PLOTS or series.find(f"{C}val") is None:
                raise ChartError(_("a chart of the kind {kind} can't show it", kind=kind))
        if not self._series:
            raise ChartError(_("the chart has no series whose look could be kept"))
        self._series.sort(key=lambda series: _read(series, "order"))
        found = self.root.iter(f"{C}f")
        name = next((match[1] for each in found if (match := _SHEET.match(each.text or ""))), "")
        self.sheet = name or "Sheet1"
        self._codes = [
            series.findtext(f"{C}val//{C}formatCode") or _GENERAL for series in self._series
        ]

    def check(self, data: ChartData) -> None:
        """Whether the chart can show the data.

        :raises ChartError: when it can't.
        """
        is_pie = any(_local(series.getparent()) in _PIES for series in self._series)
        if is_pie and len(data.series) > 1:
            names = ", ".join(name for name, _numbers in data.series[:5])
            raise ChartError(_("a pie shows one series, not {names}", names=names))

    def list_codes(self, count: int) -> list[str]:
        """The number formats of so many series."""
        return [self._codes[min(at, len(self._codes) - 1)] for at in range(count)]

    def fill(self, data: ChartData) -> None:
        """Show the data instead of what the template shows."""
        self._forget()
        codes = self.list_codes(len(data.series))
        for at, series in enumerate(self._provide(len(data.series))):
            name, numbers = data.series[at]
            self._fill_series(series, at + 2, name, data.names, numbers, codes[at])
        for title in self.root.iter(f"{C}title"):
            for reference in title.iterfind(f"{C}tx/{C}strRef"):
                self._refer(reference, self._spell(2, 1, 1), [data.series[0][0]])

    def write(self) -> bytes:
        """The part."""
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _forget(self) -> None:
        """Drop what belongs to the cells of the template."""
        for extension in list(self.root.iter(f"{C}ext")):
            names = [_local(child) for child in extension]
            if any(name in _STALE or name.startswith("filtered") for name in names):
                _remove([extension])
        _remove(self.root.findall(f"{C}pivotSource"))
        for bars in list(self.root.iter(f"{C}errBars")):
            if next(bars.iter(f"{C}f"), None) is not None:
                _remove([bars])

    def _provide(self, count: int) -> list[Element]:
        """So many series: those of the template, and copies of the last one without its colour."""
        _remove(self._series[count:])
        series = self._series[:count]
        while len(series) < count:
            copy = deepcopy(series[-1])
            for name in ("spPr", "dPt", "extLst"):
                _remove(copy.findall(f"{C}{name}"))
            _remove(copy.findall(f"{C}marker/{C}spPr"))
            series[-1].addnext(copy)
            for name in ("idx", "order"):
                highest = max(_read(each, name) for each in series)
                _put(copy, name).set("val", str(highest + 1))
            series.append(copy)
        return series

    def _fill_series(
        self,
        series: Element,
        column: int,
        name: str,
        names: tuple[str, ...],
        numbers: Numbers,
        code: str,
    ) -> None:
        last = len(names) + 1
        _remove(series.findall(f"{C}tx"))
        title = etree.Element(f"{C}tx")
        _put(series, "order").addnext(title)
        self._refer(etree.SubElement(title, f"{C}strRef"), self._spell(column, 1, 1), [name])
        _remove(series.findall(f"{C}cat"))
        values = series.find(f"{C}val")
        assert values is not None
        categories = etree.Element(f"{C}cat")
        values.addprevious(categories)
        self._refer(etree.SubElement(categories, f"{C}strRef"), self._spell(1, 2, last), names)
        _remove(values)
        reference = etree.SubElement(values, f"{C}numRef")
        spelled = [None if number is None else spell_number(number) for number in numbers]
        self._refer(reference, self._spell(column, 2, last), spelled, code)
        points = (*series.findall(f"{C}dPt"), *series.findall(f"{C}dLbls/{C}dLbl"))
        _remove(point for point in points if _read(point, "idx") >= len(names))

    def _spell(self, column: int, first: int, last: int) -> str:
        sheet = self.sheet if _PLAIN.fullmatch(self.sheet) else f"'{self.sheet}'"
        letters = name_column(column)
        cells = f"${letters}${first}"
        return f"{sheet}!{cells}" if first == last else f"{sheet}!{cells}:${letters}${last}"

    def _refer(
        self, reference: Element, formula: str, values: Iterable[str | None], code: str = ""
    ) -> None:
        """Write a reference with the values that it leads to."""
        _remove(reference)
        etree.SubElement(reference, f"{C}f").text = formula
        cache = etree.SubElement(reference, f"{C}numCache" if code else f"{C}strCache")
        if code:
            etree.SubElement(cache, f"{C}formatCode").text = code
        points = list(values)
        etree.SubElement(cache, f"{C}ptCount", val=str(len(points)))
        for at, value in enumerate(points):
            if value is not None:
                point = etree.SubElement(cache, f"{C}pt", idx=str(at))
                etree.SubElement(point, f"{C}v").text = value


def _local(element: Element | None) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    return etree.QName(element).localname


def _read(element: Element, name: str) -> int:
    found = element.find(f"{C}{name}")
    return 0 if found is None else int(found.get("val", "0"))


def _put(series: Element, name: str) -> Element:
    """The element with a number of the series, which the standard asks for."""
    found = series.find(f"{C}{name}")
    if found is None:
        found = etree.Element(f"{C}{name}", val="0")
        series.insert(0 if name == "idx" else 1, found)
    return found


def _remove(elements: Iterable[Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
