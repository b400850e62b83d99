"""The template workbook: its sheets, their rows, and the rows that defined names mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import join, normpath

from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.addresses import Area, split_reference
from reportgen.renderers.xlsx.sheet_template import SheetTemplate, read_sheet
from reportgen.renderers.xlsx.spreadsheetml import (
    DOCUMENT_RELATIONS,
    Element,
    main,
    parse_part,
    read_shared_strings,
)
from reportgen.renderers.xlsx.zero_formats import unsign_zeros
from reportgen.templating.packages.file_kinds import Kind, explain_kind, identify_parts
from reportgen.templating.packages.left_behind import leave_behind, say_type
from reportgen.templating.packages.markup import find_broken
from reportgen.templating.packages.package import read_package
from reportgen.templating.packages.relationships import walk_relationships

_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORKBOOK = "xl/workbook.xml"
WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
SHARED_STRINGS = "xl/sharedStrings.xml"

FIXED_ROWS = ("title", "unit", "header")
"""Named rows that stand once on a sheet, whatever the data."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A defined name that marks a row, such as ``revenue_total``.

    :ivar role: what follows the key of the annex: ``total``, ``body``, ``body_2``, ``header``.
    :ivar area: None when the name refers to no row.
    """

    name: str
    key: str
    role: str
    sheet: str
    area: Area | None


@dataclass(frozen=True, slots=True)
class WorkbookTemplate:
    """A template workbook, read once; rendering leaves it as it is.

    :ivar file: its path as diagnostics print it.
    :ivar markers: once the annexes are known, the names that mark rows for them.
    :ivar names: the elements of the other defined names.
    :ivar left_out: the names of sheets that it had, and that have nothing to show.
    """

    file: str
    parts: Mapping[str, bytes]
    workbook: Element
    sheets: tuple[SheetTemplate, ...]
    counts_from_1904: bool
    markers: tuple[Marker, ...] = ()
    names: tuple[Element, ...] = ()
    left_out: frozenset[str] = frozenset()

    def mark(self, keys: Iterable[str]) -> WorkbookTemplate:
        """The template with the rows marked for the annexes of these keys."""
        markers, names = _sort_names(self.workbook, sorted(keys, key=len, reverse=True))
        return replace(self, markers=markers, names=names)

    def sheet_of(self, key: str) -> SheetTemplate | None:
        """The sheet on which the rows of an annex are marked."""
        marked = {marker.sheet for marker in self.markers if marker.key == key}
        return next((sheet for sheet in self.sheets if sheet.name in marked), None)

    def prototypes_of(self, key: str) -> dict[str, int]:
        """The row of the sheet that shows how each role looks."""
        return {
            marker.role: marker.area.top
            for marker in self.markers
            if marker.key == key and marker.area and marker.role not in FIXED_ROWS
        }


def read_workbook_template(path: Path, file: str = "") -> WorkbookTemplate:
    """The template, which can be rendered any number of times.

    :param file: its path as diagnostics print it.
    :raises DataError: when the file is missing or is no office document.
    """
    name = file or path.as_posix()
    parts = _prepare(read_package(path, name), name)
    workbook = parse_part(parts, WORKBOOK, name)
    parts = unsign_zeros(parts, WORKBOOK)
    strings = read_shared_strings(parts, SHARED_STRINGS, name)
    sheets = tuple(
        read_sheet(sheet.get("name", ""), part, parse_part(parts, part, name), strings)
        for sheet, part in _sheet_parts(workbook, parse_part(parts, WORKBOOK_RELATIONS, name))
    )
    properties = workbook.find(main("workbookPr"))
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return WorkbookTemplate(name, parts, workbook, sheets, from_1904)


def _prepare(parts: dict[str, bytes], file: str) -> dict[str, bytes]:
    """The package as it may leave the house: a workbook without macros."""
    kind = identify_parts(parts)
    if kind is not Kind.XLSX:
        raise DataError((explain_kind(kind, file),))
    raise_errors(find_broken(file, _only_lists(parts)))
    if any(link.name == "control" for _owner, link in walk_relationships(parts)):
        problem = _("the workbook holds ActiveX controls, which are programs")
        hint = _("delete them in Excel (Developer, Design Mode), and save the workbook")
        raise DataError((Diagnostic("template-file", SourceRef(file), problem, hint=hint),))
    leave_behind(parts)
    say_type(parts, WORKBOOK, _WORKBOOK_TYPE)
    return parts


def _only_lists(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that say what the others are."""
    lists = ("[Content_Types].xml", "docProps/app.xml")
    return {name: data for name, data in parts.items() if name in lists or name.endswith(".rels")}


def _sheet_parts(workbook: Element, relations: Element) -> Iterator[tuple[Element, str]]:
    targets = {
        relation.get("Id"): normpath(join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in relations
        if relation.get("Type", "").endswith("/worksheet")
    }
    for sheet in workbook.iterfind(f"{main('sheets')}/{main('sheet')}"):
        part = targets.get(sheet.get(DOCUMENT_RELATIONS + "id"))
        if part:
            yield sheet, part


def _sort_names(
    workbook: Element, keys: list[str]
) -> tuple[tuple[Marker, ...], tuple[Element, ...]]:
    markers, others = [], []
    for element in workbook.iterfind(f"{main('definedNames')}/{main('definedName')}"):
        name = element.get("name", "")
        key = next((key for key in keys if name.startswith(f"{key}_")), None)
        if key is None:
            others.append(element)
            continue
        sheet, area = split_reference(element.text or "") or ("", None)
        markers.append(Marker(name, key, name[len(key) + 1 :], sheet, area))
    return tuple(markers), tuple(others)
