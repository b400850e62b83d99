"""The series of a chart over the rows of the finished workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.chart_references import Reference, map_reference, parse_reference
from reportgen.renderers.xlsx.drawingml import chart, chart_2012, local, remove, remove_all
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.spreadsheetml import Element

LABELS = chart_2012("datalabelsRange")
Link = tuple[Element, Reference]
"""An element that refers to cells, and the finished cells."""

_REFERENCES = (chart("numRef"), chart("strRef"), chart("multiLvlStrRef"))
_MAIN = ("val", "yVal", "xVal", "bubbleSize")
"""What a series can't do without."""

_MOST = 255
"""How many series a chart holds (limit of Excel)."""


class ManySeriesError(ReportgenError):
    """More rows than a chart can show as series."""

    def __init__(self, count: int, sheet: str) -> None:
        super().__init__(
            _(
                "a chart would need {count} series for the rows of {sheet}, a chart holds {most}",
                count=count,
                sheet=sheet,
                most=_MOST,
            )
        )


def list_referring(root: Element) -> Iterator[Element]:
    """Every element that refers to cells."""
    return root.iter(*_REFERENCES, LABELS)


def formula_of(element: Element) -> Element | None:
    """The element that holds the reference."""
    return element.find(chart_2012("f") if element.tag == LABELS else chart("f"))


def read_formula(element: Element) -> str:
    """The reference as it is written; empty when it is none."""
    formula = formula_of(element)
    return "" if formula is None else formula.text or ""


def is_main(element: Element) -> bool:
    """Whether an element refers to what a series can't do without."""
    parent = element.getparent()
    return parent is not None and local(parent) in _MAIN


def link(element: Element, layouts: Mapping[str, SheetLayout]) -> Link:
    """The element with the finished cells, which may be none."""
    reference = parse_reference(read_formula(element))
    return element, map_reference(reference, layouts) if reference else Reference(())


def follow_series(series: Element, layouts: Mapping[str, SheetLayout]) -> list[Link]:
    """What the series refers to; nothing when it is gone for want of cells.

    A series along a row that stands many times becomes as many series.

    :raises ManySeriesError: when a chart can't hold them.
    """
    links = [link(element, layouts) for element in list_referring(series)]
    main = [reference for element, reference in links if is_main(element)]
    if not all(reference.areas for reference in main):
        remove(series)
        return []
    along = next((reference for reference in main if reference.is_row), Reference(()))
    if along.height < 2:
        return links
    if along.height > _MOST:
        raise ManySeriesError(along.height, along.areas[0][0])
    return list(_repeat(series, links, along))


def number_series(root: Element) -> None:
    """Give each series a number of its own, where two have the same."""
    numbers = [number.get("val") for number in root.iterfind(f".//{chart('ser')}/{chart('idx')}")]
    if len(set(numbers)) == len(numbers):
        return
    for number, series in enumerate(root.iter(chart("ser"))):
        for element in (*series.iterfind(chart("idx")), *series.iterfind(chart("order"))):
            element.set("val", str(number))


def _repeat(series: Element, links: list[Link], along: Reference) -> Iterator[Link]:
    """The series once for each row; only the first keeps its colours."""
    rows = along.row_numbers()
    for at, (sheet, row) in enumerate(rows):
        copy = deepcopy(series)
        series.addprevious(copy)
        if at:
            remove_all(copy.iterfind(chart("spPr")))
            remove_all(copy.iterfind(f"{chart('marker')}/{chart('spPr')}"))
        for element, (_old, reference) in zip(list_referring(copy), links, strict=True):
            together = reference.row_numbers() == rows
            yield element, reference.in_row(sheet, row) if together else reference
    remove(series)
