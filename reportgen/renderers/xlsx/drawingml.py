"""DrawingML in a workbook (ECMA-376 part 1, clauses 20.5 and 21.2): names of elements."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from reportgen.renderers.xlsx.spreadsheetml import Element

_SHEET = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART_2012 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
"""The mark of a picture that says nothing, so that nothing has to be said in its place."""


def xdr(name: str) -> str:
    """The name of an element that stands on a sheet."""
    return _SHEET + name


def chart(name: str) -> str:
    """The name of an element of a chart."""
    return _CHART + name


def text(name: str) -> str:
    """The name of an element of a text with formats."""
    return _TEXT + name


def chart_2012(name: str) -> str:
    """The name of an element of a chart that came with Office 2013."""
    return _CHART_2012 + name


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def read_number(corner: Element, name: str) -> int:
    """The column, row or offset of the corner of an anchor; 0 when none is written."""
    typed = (corner.findtext(xdr(name)) or "").strip()
    return int(typed) if typed.isdecimal() else 0


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    assert parent is not None, "a root is never taken out"
    parent.remove(element)


def remove_all(elements: Iterable[Element]) -> None:
    """Take elements out of their tree."""
    for element in list(elements):
        remove(element)
