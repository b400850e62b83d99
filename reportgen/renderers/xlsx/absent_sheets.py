"""Sheets of the template whose annex has no data: they are left out of the workbook."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from reportgen.renderers.xlsx.addresses import split_reference
from reportgen.renderers.xlsx.spreadsheetml import Element, main
from reportgen.renderers.xlsx.template import WORKBOOK_RELATIONS, WorkbookTemplate

_TYPES = "[Content_Types].xml"
_TABS = ("activeTab", "firstSheet")


def leave_out(template: WorkbookTemplate, keys: Collection[str]) -> WorkbookTemplate:
    """The template without the sheets on which only rows of these annexes are marked.

    Names that belong to such a sheet, or lead to it, go with it; the indices of those that
    belong to other sheets move up (ECMA-376, 18.2.5: ``localSheetId``).
    """
    gone = {marker.sheet for marker in template.mark(keys).markers}
    if not gone:
        return template
    workbook = deepcopy(template.workbook)
    _remove_names(workbook, gone, _remove_sheets(workbook, gone))
    for view in workbook.iter(main("workbookView")):
        for attribute in _TABS:
            view.attrib.pop(attribute, "")
    parts = {sheet.part for sheet in template.sheets if sheet.name in gone}
    return replace(
        template,
        parts=_remove_parts(template, parts),
        workbook=workbook,
        sheets=tuple(sheet for sheet in template.sheets if sheet.name not in gone),
    )


def _remove_sheets(workbook: Element, gone: Collection[str]) -> dict[int, int]:
    """Where each sheet that stays stood, and where it stands now."""
    sheets = workbook.find(main("sheets"))
    assert sheets is not None, "a workbook has sheets"
    kept = [number for number, sheet in enumerate(sheets) if sheet.get("name") not in gone]
    for sheet in [sheet for sheet in sheets if sheet.get("name") in gone]:
        sheets.remove(sheet)
    return {old: new for new, old in enumerate(kept)}


def _remove_names(workbook: Element, gone: Collection[str], moved: Mapping[int, int]) -> None:
    for name in list(workbook.iterfind(f"{main('definedNames')}/{main('definedName')}")):
        local = name.get("localSheetId")
        leads_to = split_reference((name.text or "").split(",")[0])
        parent = name.getparent()
        assert parent is not None
        if (leads_to and leads_to[0] in gone) or (local and int(local) not in moved):
            parent.remove(name)
        elif local:
            name.set("localSheetId", str(moved[int(local)]))


def _remove_parts(template: WorkbookTemplate, gone: Collection[str]) -> dict[str, bytes]:
    """The parts without the sheets and their own relations; what these led to may stay."""
    parts = {name: data for name, data in template.parts.items() if name not in gone}
    for name in gone:
        folder, _, file = name.rpartition("/")
        parts.pop(f"{folder}/_rels/{file}.rels", None)
    targets = {f"/{name}" for name in gone}
    parts[_TYPES] = _filter(parts[_TYPES], "PartName", targets)
    relative = {name.removeprefix("xl/") for name in gone}
    parts[WORKBOOK_RELATIONS] = _filter(parts[WORKBOOK_RELATIONS], "Target", targets | relative)
    return parts


def _filter(data: bytes, attribute: str, gone: Collection[str]) -> bytes:
    root = etree.fromstring(data)
    for child in [child for child in root if child.get(attribute) in gone]:
        root.remove(child)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
