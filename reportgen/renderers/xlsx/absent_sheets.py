"""Sheets of the template whose annex has no data: they are left out of the workbook."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import replace

from reportgen.renderers.xlsx.addresses import split_reference, split_union
from reportgen.renderers.xlsx.relations import drop_orphans, drop_relations, list_relations
from reportgen.renderers.xlsx.spreadsheetml import Element, main
from reportgen.renderers.xlsx.template import WORKBOOK, WorkbookTemplate

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
    return replace(
        template,
        parts=_remove_parts(
            template, {sheet.part for sheet in template.sheets if sheet.name in gone}
        ),
        workbook=workbook,
        sheets=tuple(sheet for sheet in template.sheets if sheet.name not in gone),
        left_out=template.left_out | gone,
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
        leads_to = split_reference(split_union(name.text or "")[0])
        parent = name.getparent()
        assert parent is not None
        if (leads_to and leads_to[0] in gone) or (local and int(local) not in moved):
            parent.remove(name)
        elif local:
            name.set("localSheetId", str(moved[int(local)]))


def _remove_parts(template: WorkbookTemplate, gone: Collection[str]) -> dict[str, bytes]:
    """The parts without the sheets, and without what only these led to."""
    links = list_relations(template.parts, WORKBOOK)
    identities = {link.identity for link in links if link.target in gone}
    return drop_orphans(template.parts, drop_relations(template.parts, WORKBOOK, identities))
