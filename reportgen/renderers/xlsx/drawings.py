"""What is drawn on the sheets of the template: charts and pictures, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from reportgen.renderers.xlsx.addresses import spell_address
from reportgen.renderers.xlsx.drawingml import DECORATIVE, chart, read_number, xdr
from reportgen.renderers.xlsx.relations import Relation, list_relations
from reportgen.renderers.xlsx.spreadsheetml import (
    DOCUMENT_RELATIONS,
    RELATIONS,
    Element,
    main,
    parse_part,
    parse_xml,
)
from reportgen.renderers.xlsx.template import WORKBOOK, WorkbookTemplate

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


class Frame(NamedTuple):
    """A chart on a sheet.

    :ivar relation: the id by which the drawing leads to the part.
    :ivar is_followed: whether it is a chart of a kind whose references can be followed.
    """

    element: Element
    relation: str
    part: str
    is_followed: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of one or more things on a sheet.

    :ivar cell: the one in which it begins.
    """

    element: Element
    cell: str
    frames: tuple[Frame, ...]

    def undescribed(self) -> Iterator[Element]:
        """Charts and pictures for which no text can be read out."""
        for shape in self.element.iter(xdr("pic"), xdr("graphicFrame"), xdr("grpSp")):
            groups = shape.iterancestors(xdr("grpSp"))
            if shape.tag == xdr("grpSp") or any(_is_described(group) for group in groups):
                continue
            if not _is_described(shape) and (shape.tag == xdr("pic") or self._is_frame(shape)):
                yield shape

    def _is_frame(self, shape: Element) -> bool:
        return any(frame.element is shape for frame in self.frames)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing of one sheet.

    :ivar sheet: the name of the sheet.
    :ivar owner: the part of the sheet.
    :ivar relation: the id by which the sheet leads to the drawing.
    :ivar is_chart_sheet: whether the sheet is nothing but a chart.
    """

    sheet: str
    owner: str
    relation: str
    part: str
    root: Element
    anchors: tuple[Anchor, ...]
    is_chart_sheet: bool = False


def read_drawings(template: WorkbookTemplate) -> Iterator[Drawing]:
    """The drawing of each sheet that has one, read anew, so that it may be changed.

    :raises DataError: when a drawing can't be read.
    """
    links = {link.identity: link for link in list_relations(template.parts, WORKBOOK)}
    for sheet in template.workbook.iterfind(f"{main('sheets')}/{main('sheet')}"):
        link = links.get(sheet.get(f"{DOCUMENT_RELATIONS}id") or "")
        if link is None or link.kind not in ("worksheet", "chartsheet"):
            continue
        for drawing in list_relations(template.parts, link.target):
            if drawing.kind == "drawing":
                yield _read(template, sheet.get("name", ""), link, drawing)


def parse_chart(template: WorkbookTemplate, part: str) -> Element | None:
    """The root of a chart, or None when it can't be read."""
    try:
        root = parse_xml(template.parts.get(part, b""))
    except etree.XMLSyntaxError:
        return None
    _name_series(root)
    return root


def _name_series(root: Element) -> None:
    """Say the names of series plainly that LibreOffice wrote as formulas, such as ``"지출"``."""
    for name in root.iter(chart("tx")):
        typed = name.findtext(f"{chart('strRef')}/{chart('f')}", "").strip()
        if len(typed) > 1 and typed[0] == typed[-1] == '"':
            for element in list(name):
                name.remove(element)
            etree.SubElement(name, chart("v")).text = typed[1:-1].replace('""', '"')


def _read(template: WorkbookTemplate, sheet: str, owner: Relation, link: Relation) -> Drawing:
    root = parse_part(template.parts, link.target, template.file)
    charts = {
        relation.identity: relation
        for relation in list_relations(template.parts, link.target)
        if relation.kind in ("chart", "chartEx")
    }
    found = root.iter(*map(xdr, _ANCHORS))
    anchors = tuple(_read_anchor(element, charts) for element in found)
    is_chart_sheet = owner.kind == "chartsheet"
    return Drawing(sheet, owner.target, link.identity, link.target, root, anchors, is_chart_sheet)


def _read_anchor(element: Element, charts: dict[str, Relation]) -> Anchor:
    start = element.find(xdr("from"))
    column, row = (0 if start is None else read_number(start, name) for name in ("col", "row"))
    return Anchor(element, spell_address(column + 1, row + 1), tuple(_read_frames(element, charts)))


def _read_frames(anchor: Element, charts: dict[str, Relation]) -> Iterator[Frame]:
    for element in anchor.iter(xdr("graphicFrame")):
        for shown in element.iter("{*}chart"):
            link = charts.get(shown.get(f"{{{RELATIONS}}}id") or "")
            if link:
                followed = shown.tag == chart("chart")
                yield Frame(element, link.identity, link.target, followed)


def _is_described(shape: Element) -> bool:
    properties = shape.find(f"./*/{xdr('cNvPr')}")
    if properties is None:
        return False
    decorative = next(properties.iter(DECORATIVE), None)
    if decorative is not None and decorative.get("val") in ("1", "true"):
        return True
    return bool((properties.get("descr") or "").strip())
