"""The parts of the charts in one document: the chart, its workbook, and what leads to them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.limits import MOST_CHARTS
from reportgen.templating.charts.data import ChartData, ChartError, list_undefined, read_data
from reportgen.templating.charts.drawing import C, ChartDrawing
from reportgen.templating.charts.workbook import write_workbook
from reportgen.templating.packages.open_packaging import (
    CONTENT_TYPES,
    OFFICE,
    RELS,
    TYPES,
    find_free,
    find_free_id,
    name_rels,
    read_rels,
    relate,
    resolve_target,
    spell_part,
)
from reportgen.templating.tree import Element

_CHART, _PACKAGE = f"{OFFICE}/chart", f"{OFFICE}/package"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEHIND_DATA = ("printSettings", "userShapes", "extLst")

_SIGNATURE = signature(read_data)

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
    :param write: makes the text of a value that is none yet.
    """

    def __init__(
        self, parts: Mapping[str, bytes], sites: Iterable[Site], write: Callable[[Any], Any] = str
    ) -> None:
        self._parts, self._sites, self._write_text = parts, sorted(sites), write
        self._drawings: dict[Site, ChartDrawing] = {}
        self._uses: list[_Use] = []
        self._kept: set[Site] = set()

    def use(self, part: str, found: str, *given: Any, **named: Any) -> str:
        """Print the chart with data; its id.

        :raises ChartError: when the chart can't show it.
        """
        for missing in list_undefined((*given, *named.values())):
            str(missing)
            return found
        try:
            bound = _SIGNATURE.bind(self._write_text, *given, **named)
        except TypeError as error:
            raise ChartError(_("write a table, or names=… and series=…")) from error
        data = read_data(*bound.args, **bound.kwargs)
        if len(self._uses) >= MOST_CHARTS:
            raise ChartError(_("the document has more than {limit} charts", limit=MOST_CHARTS))
        site = part, found
        if site not in self._drawings:
            self._drawings[site] = ChartDrawing(self._parts[self._find_chart(site)])
        self._drawings[site].check(data)
        count = sum(use.site == site for use in self._uses)
        self._uses.append(_Use(site, found if not count else f"{found}x{count + 1}", data))
        return self._uses[-1].id

    def keep(self, part: str, found: str) -> str:
        """Leave the chart as the template has it; its id."""
        self._kept.add((part, found))
        return found

    def _find_chart(self, site: Site) -> str:
        rels = read_rels(self._parts, site[0])
        for relation in rels.iterfind(f"{RELS}Relationship"):
            if relation.get("Id") == site[1] and relation.get("Type") == _CHART:
                return resolve_target(site[0], relation.get("Target", ""))
        raise ChartError(_("the chart is not in the file"))

    def finish(self, parts: dict[str, bytes]) -> None:
        """Write what was printed into the parts of the document, and drop what was not."""
        if not self._sites:
            return
        templates = {use.site: self._find_chart(use.site) for use in self._uses}
        originals = {name: parts[name] for name in templates.values()}
        related = {name: read_rels(parts, name) for name in templates.values()}
        for site in self._sites:
            if site not in templates and site not in self._kept:
                self._drop(site, parts)
        for name, rels in related.items():
            _drop_books(parts, name, rels)
        types = etree.fromstring(parts[CONTENT_TYPES])
        taken: set[str] = set()
        for use in self._uses:
            source = templates[use.site]
            name = source if source not in taken else find_free(parts, source)
            taken.add(name)
            self._write(use, name, originals[source], related[source], parts, types)
            if use.id != use.site[1]:
                relate(parts, use.site[0], use.id, _CHART, name)
        parts[CONTENT_TYPES] = spell_part(types)

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
        book = find_free(parts, posixpath.join(folder, "Microsoft_Excel_Worksheet1.xlsx"))
        rels = etree.fromstring(etree.tostring(related))
        for relation in list(rels):
            if relation.get("Type") == _PACKAGE or relation.get("Id") == _linked(drawing.root):
                rels.remove(relation)
        found = find_free_id(rels)
        target = posixpath.relpath(book, posixpath.dirname(name))
        etree.SubElement(rels, f"{RELS}Relationship", Id=found, Type=_PACKAGE, Target=target)
        _link(drawing.root, found)
        codes = drawing.list_codes(len(use.data.series))
        parts[book] = write_workbook(use.data, drawing.sheet, codes)
        parts[name], parts[name_rels(name)] = drawing.write(), spell_part(rels)
        _declare(types, name)

    def _drop(self, site: Site, parts: dict[str, bytes]) -> None:
        """Take a chart out that no page shows, with the numbers of the template in it."""
        name = self._find_chart(site)
        rels = read_rels(parts, site[0])
        for relation in list(rels):
            if relation.get("Id") == site[1]:
                rels.remove(relation)
        parts[name_rels(site[0])] = spell_part(rels)
        _drop_books(parts, name, read_rels(parts, name))
        for part in (name, name_rels(name)):
            parts.pop(part, None)
        types = etree.fromstring(parts[CONTENT_TYPES])
        for override in types.findall(f"{TYPES}Override"):
            if override.get("PartName") == f"/{name}":
                types.remove(override)
        parts[CONTENT_TYPES] = spell_part(types)


def _drop_books(parts: dict[str, bytes], chart: str, rels: Element) -> None:
    """Take the workbooks of a chart out of the package, unless another part has them, too."""
    for relation in rels:
        is_book = relation.get("Type") == _PACKAGE and relation.get("TargetMode") != "External"
        book = posixpath.basename(relation.get("Target", "")).encode()
        others = (
            data
            for name, data in parts.items()
            if name.endswith(".rels") and name != name_rels(chart)
        )
        if is_book and not any(book in data for data in others):
            parts.pop(resolve_target(chart, relation.get("Target", "")), None)


def _linked(root: Element) -> str:
    data = root.find(f"{C}externalData")
    return "" if data is None else data.get(f"{{{OFFICE}}}id", "")


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
    data.set(f"{{{OFFICE}}}id", found)


def _declare(types: Element, name: str) -> None:
    """Have the package say of what kind a chart and its workbook are."""
    known = {each.get("PartName") for each in types.iterfind(f"{TYPES}Override")}
    if f"/{name}" not in known:
        etree.SubElement(types, f"{TYPES}Override", PartName=f"/{name}", ContentType=_CHART_TYPE)
    endings = {each.get("Extension", "").lower() for each in types.iterfind(f"{TYPES}Default")}
    if "xlsx" not in endings:
        default = etree.Element(f"{TYPES}Default", Extension="xlsx", ContentType=_BOOK_TYPE)
        types.insert(0, default)
