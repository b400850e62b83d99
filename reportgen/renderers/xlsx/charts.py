"""A chart of the template that follows the rows of the finished workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from reportgen.renderers.xlsx.cell_values import CellValues
from reportgen.renderers.xlsx.chart_caches import fill_labels, fill_reference
from reportgen.renderers.xlsx.chart_plots import close_gaps, remove_title
from reportgen.renderers.xlsx.chart_series import (
    LABELS,
    follow_series,
    formula_of,
    is_main,
    link,
    list_referring,
    number_series,
)
from reportgen.renderers.xlsx.drawingml import chart, local, remove
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.spreadsheetml import Element

_FILTERS = ("fullRef", "levelRef", "formulaRef", "categoryFilterExceptions")
"""What a filter of the chart keeps (MS-ODRAWXML), besides ``filteredBarSeries`` and the like."""


class Chart:
    """A chart of which the series without cells are gone.

    :param root: is changed.
    """

    def __init__(self, root: Element, layouts: Mapping[str, SheetLayout]) -> None:
        self._root = root
        _forget_filters(root)
        series = list(root.iter(chart("ser")))
        links = [found for one in series for found in follow_series(one, layouts)]
        number_series(root)
        close_gaps(root)
        others = [one for one in list_referring(root) if _series_of(one) is None]
        links += [link(element, layouts) for element in others]
        for element, reference in links:
            if not reference.areas:
                _remove_holder(element)
        self._links = [(element, reference) for element, reference in links if reference.areas]
        for element, reference in self._links:
            formula = formula_of(element)
            assert formula is not None, "what refers to nothing is gone by now"
            formula.text = reference.spell()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to show."""
        return next(self._root.iter(chart("ser")), None) is None

    def ask(self, values: CellValues) -> None:
        """Have the cells noted that the chart shows."""
        for _element, reference in self._links:
            values.ask(reference)

    def spell(self, values: CellValues) -> Iterator[str]:
        """The part, once the sheets are written."""
        by_row = {
            _series_of(element)
            for element, reference in self._links
            if reference.is_row and is_main(element)
        }
        for element, reference in self._links:
            if element.tag == LABELS:
                fill_labels(element, reference, values)
            else:
                fill_reference(element, reference, _series_of(element) in by_row, values)
        data = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        yield data.decode()


def _forget_filters(root: Element) -> None:
    """Without what is hidden by a filter, which belongs to the rows of the template."""
    for extension in list(root.iter(chart("ext"))):
        names = [local(child) for child in extension]
        if any(name in _FILTERS or name.startswith("filtered") for name in names):
            remove(extension)


def _series_of(element: Element) -> Element | None:
    return next(element.iterancestors(chart("ser")), None)


def _remove_holder(element: Element) -> None:
    """Take out what makes no sense without the cells that an element refers to."""
    ancestors = (element.getparent(), *element.iterancestors(chart("title"), chart("errBars")))
    holder = ancestors[-1]
    assert holder is not None, "a reference stands in a chart"
    if holder.tag == chart("title"):
        remove_title(holder)
    else:
        remove(holder)
