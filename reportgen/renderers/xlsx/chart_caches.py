"""The values that a chart carries beside its references (ECMA-376, 21.2.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from reportgen.renderers.xlsx.cell_values import MOST_NOTED, CellValue, CellValues
from reportgen.renderers.xlsx.chart_references import Reference
from reportgen.renderers.xlsx.drawingml import chart, chart_2012, local, remove_all
from reportgen.renderers.xlsx.number_formats import GENERAL
from reportgen.renderers.xlsx.spreadsheetml import Element

_CATEGORIES = ("cat", "xVal")
"""What may hold numbers or texts; in all else the schema allows one of them."""

_CACHES = ("numCache", "strCache", "multiLvlStrCache")
_NUMBERS, _TEXTS, _LEVELS = "numRef", "strRef", "multiLvlStrRef"

Level = Sequence[CellValue | None]


def fill_reference(
    element: Element, reference: Reference, by_row: bool, values: CellValues
) -> None:
    """Write what the cells hold into ``numRef``, ``strRef`` or ``multiLvlStrRef``.

    More cells than are noted are left to the program that shows the chart: half a chart
    would be a wrong one.

    :param by_row: whether the series runs from left to right.
    """
    remove_all(child for child in element if local(child) in _CACHES)
    if reference.count > MOST_NOTED:
        return
    levels = _read_levels(reference, by_row, values)
    parent = element.getparent()
    if parent is not None and local(parent) in _CATEGORIES:
        element.tag = chart(_choose(levels))
    cache = etree.SubElement(element, element.tag.removesuffix("Ref") + "Cache")
    element.insert(1, cache)
    flat = [value for level in zip(*levels, strict=True) for value in level]
    if element.tag == chart(_NUMBERS):
        _put_numbers(cache, flat)
    elif element.tag == chart(_TEXTS):
        _put_texts(cache, flat)
    else:
        _put_levels(cache, levels)


def fill_labels(element: Element, reference: Reference, values: CellValues) -> None:
    """Write what the cells hold into ``datalabelsRange``, the labels that come from cells."""
    name = chart_2012("dlblRangeCache")
    remove_all(element.iterfind(name))
    if reference.count <= MOST_NOTED:
        cache = etree.SubElement(element, name)
        _put_texts(cache, [values.find(*cell) for row in reference.rows() for cell in row])


def _read_levels(reference: Reference, by_row: bool, values: CellValues) -> list[Level]:
    """The columns of the cells, or their rows, from the outermost to the innermost."""
    rows: list[Level] = [[values.find(*cell) for cell in row] for row in reference.rows()]
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        return [[value for row in rows for value in row]]
    return rows if by_row else [list(column) for column in zip(*rows, strict=True)]


def _choose(levels: list[Level]) -> str:
    if len(levels) > 1:
        return _LEVELS
    there = [value for value in levels[0] if value]
    return _NUMBERS if there and all(value.is_number for value in there) else _TEXTS


def _put_numbers(cache: Element, values: Level) -> None:
    """Numbers with their formats; a text is no number, and has no point."""
    numbers = [value if value and value.is_number else None for value in values]
    code = next((value.code for value in numbers if value), GENERAL)
    _put(cache, "formatCode").text = code
    _put(cache, "ptCount", val=str(len(values)))
    for point, value in _put_points(cache, numbers):
        if value.code != code:
            point.set("formatCode", value.code)


def _put_texts(cache: Element, values: Level) -> None:
    _put(cache, "ptCount", val=str(len(values)))
    for _point in _put_points(cache, values):
        pass


def _put_levels(cache: Element, levels: list[Level]) -> None:
    """The innermost level comes first."""
    _put(cache, "ptCount", val=str(len(levels[0])))
    for level in reversed(levels):
        for _point in _put_points(_put(cache, "lvl"), level):
            pass


def _put_points(parent: Element, values: Level) -> Iterator[tuple[Element, CellValue]]:
    for number, value in enumerate(values):
        if value is not None:
            point = _put(parent, "pt", idx=str(number))
            _put(point, "v").text = value.text
            yield point, value


def _put(parent: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(parent, chart(name), attributes)
