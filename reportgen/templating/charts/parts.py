"""The parts of the charts in one document: the chart, its workbook, and what leads to them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.limits import MOST_CHARTS
from reportgen.templating.charts.data import ChartData, ChartError, list_undefined, read_data
from reportgen.templating.charts.drawing import C, ChartDrawing
from reportgen.templating.charts.workbook import write_workbook
from reportgen.templating.tree import Element

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART, _PACKAGE = f"{_OFFICE}/chart", f"{_OFFICE}/package"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT_TYPES = "[Content_Types].xml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEHIND_DATA = ("printSettings", "userShapes", "extLst")

Site = tuple[str, str]
"""A part with a chart on it, and the chart's id there."""


@dataclass(frozen=True, slots=True)
class _Use:
    """One time that a chart of the template is printed."""

    site: Site
    id: str
    data: ChartData


class ChartParts:
    """The charts of one rendering.

    :param parts: those of the template.
    :param sites: every chart that a tag feeds.
    """

    def __init__(self, parts: Mapping[str, bytes], sites: Iterable[Site]) -> None:
        self._parts, self._sites = parts, sorted(sites)
        self._drawings: dict[Site, ChartDrawing] = {}
        self._uses: list[_Use] = []

    def use(self, part: str, found: str, *given: Any, **named: Any) -> str:
        """Print the chart with data; its id.

        :raises ChartError: when the chart can't show it.
        """
        for missing in list_undefined((*given, *named.values())):
            str(missing)
            return found
        try:
            data = read_data(*given, **named)
        except TypeError as error:
            raise ChartError(_("write a table, or names=… and series=…")) from error
        if len(self._uses) >= MOST_CHARTS:
            raise ChartError(_("the document has more than {limit} charts", limit=MOST_CHARTS))
        site = part, found
        if site not in self._drawings:
            self._drawings[site] = ChartDrawing(self._parts[self._find_chart(site)])
        self._drawings[site].check(data)
        count = sum(use.site == site for use in self._uses)
        self._uses.append(_Use(site, found if not count else f"{found}x{count + 1}", data))
        return self._uses[-1].id

    def _find_chart(self, site: Site) -> str:
        rels = _read_rels(self._parts, site[0])
        for relation in rels.iterfind(f"{_RELS}Relationship"):
            if relation.get("Id") == site[1] and relation.get("Type") == _CHART:
                return _resolve(site[0], relation.get("Target", ""))
        raise ChartError(_("the chart is not in the file"))

    def finish(self, parts: dict[str, bytes]) -> None:
        """Write what was printed into the parts of the document, and drop what was not."""
        if not self._sites:
            return
        templates = {use.site: self._find_chart(use.site) for use in self._uses}
        originals = {name: parts[name] for name in templates.values()}
        related = {name: _read_rels(parts, name) for name in templates.values()}
        for site in self._sites:
            if site not in templates:
                self._drop(site, parts)
        for name, rels in related.items():
            _drop_books(parts, name, rels)
        types = etree.fromstring(parts[_CONTENT_TYPES])
        taken: set[str] = set()
        for use in self._uses:
            source = templates[use.site]
            name = source if source not in taken else _free(parts, source)
            taken.add(name)
            self._write(use, name, originals[source], related[source], parts, types)
            if use.id != use.site[1]:
                _relate(parts, use.site[0], use.id, _CHART, name)
        parts[_CONTENT_TYPES] = _spell(types)

    def _write(
        self,
        use: _Use,
        name: str,
        original: bytes,
        related: Element,
        parts: dict[str, bytes],
        types: Element,
    ) -> None:
        drawing = ChartDrawing(original)
        drawing.fill(use.data)
        folder = posixpath.join(posixpath.dirname(posixpath.dirname(name)), "embeddings")
        book = _free(parts, posixpath.join(folder, "Microsoft_Excel_Worksheet1.xlsx"))
        rels = etree.fromstring(etree.tostring(related))
        for relation in list(rels):
            if relation.get("Type") == _PACKAGE or relation.get("Id") == _linked(drawing.root):
                rels.remove(relation)
        found = _next_id(rels)
        target = posixpath.relpath(book, posixpath.dirname(name))
        etree.SubElement(rels, f"{_RELS}Relationship", Id=found, Type=_PACKAGE, Target=target)
        _link(drawing.root, found)
        codes = drawing.list_codes(len(use.data.series))
        parts[book] = write_workbook(use.data, drawing.sheet, codes)
        parts[name], parts[_rels_of(name)] = drawing.write(), _spell(rels)
        _declare(types, name)

    def _drop(self, site: Site, parts: dict[str, bytes]) -> None:
        """Take a chart out that no page shows, with the numbers of the template in it."""
        name = self._find_chart(site)
        rels = _read_rels(parts, site[0])
        for relation in list(rels):
            if relation.get("Id") == site[1]:
                rels.remove(relation)
        parts[_rels_of(site[0])] = _spell(rels)
        _drop_books(parts, name, _read_rels(parts, name))
        for part in (name, _rels_of(name)):
            parts.pop(part, None)
        types = etree.fromstring(parts[_CONTENT_TYPES])
        for override in types.findall(f"{_TYPES}Override"):
            if override.get("PartName") == f"/{name}":
                types.remove(override)
        parts[_CONTENT_TYPES] = _spell(types)


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_rels(parts: Mapping[str, bytes], part: str) -> Element:
    data = parts.get(_rels_of(part))
    if data is None:
        return etree.Element(f"{_RELS}Relationships", nsmap={None: _RELS[1:-1]})  # type: ignore[dict-item]
    return etree.fromstring(data)


def _resolve(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _drop_books(parts: dict[str, bytes], chart: str, rels: Element) -> None:
    """Take the workbooks of a chart out of the package, unless another part has them, too."""
    for relation in rels:
        is_book = relation.get("Type") == _PACKAGE and relation.get("TargetMode") != "External"
        book = posixpath.basename(relation.get("Target", "")).encode()
        others = (
            data
            for name, data in parts.items()
            if name.endswith(".rels") and name != _rels_of(chart)
        )
        if is_book and not any(book in data for data in others):
            parts.pop(_resolve(chart, relation.get("Target", "")), None)


def _free(parts: Mapping[str, bytes], wanted: str) -> str:
    """The name, with the first number that no part has."""
    stem, ending = posixpath.splitext(wanted)
    stem, number = re.sub(r"\d+$", "", stem), 1
    while f"{stem}{number}{ending}" in parts:
        number += 1
    return f"{stem}{number}{ending}"


def _next_id(rels: Element) -> str:
    found = {relation.get("Id") for relation in rels}
    return next(
        f"rId{number}" for number in range(1, len(found) + 2) if f"rId{number}" not in found
    )


def _relate(parts: dict[str, bytes], part: str, found: str, kind: str, name: str) -> None:
    rels = _read_rels(parts, part)
    target = posixpath.relpath(name, posixpath.dirname(part))
    etree.SubElement(rels, f"{_RELS}Relationship", Id=found, Type=kind, Target=target)
    parts[_rels_of(part)] = _spell(rels)


def _linked(root: Element) -> str:
    data = root.find(f"{C}externalData")
    return "" if data is None else data.get(f"{{{_OFFICE}}}id", "")


def _link(root: Element, found: str) -> None:
    """Have the chart name its workbook."""
    data = root.find(f"{C}externalData")
    if data is None:
        data = etree.Element(f"{C}externalData")
        etree.SubElement(data, f"{C}autoUpdate", val="0")
        behind = [child for child in root if etree.QName(child).localname in _BEHIND_DATA]
        if behind:
            behind[0].addprevious(data)
        else:
            root.append(data)
    data.set(f"{{{_OFFICE}}}id", found)


def _declare(types: Element, name: str) -> None:
    """Have the package say of what kind a chart and its workbook are."""
    known = {each.get("PartName") for each in types.iterfind(f"{_TYPES}Override")}
    if f"/{name}" not in known:
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=_CHART_TYPE)
    endings = {each.get("Extension", "").lower() for each in types.iterfind(f"{_TYPES}Default")}
    if "xlsx" not in endings:
        default = etree.Element(f"{_TYPES}Default", Extension="xlsx", ContentType=_BOOK_TYPE)
        types.insert(0, default)


def _spell(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
