"""The defined names of the finished workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.renderers.xlsx.addresses import Position, quote_sheet, split_reference
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.spreadsheetml import Element, main, put_child
from reportgen.renderers.xlsx.worksheet import map_area

_BETWEEN_REFERENCES = re.compile(r",(?=(?:[^']*'[^']*')*[^']*$)")
_LIKE_AN_ADDRESS = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*")


def spell_name(figure: str) -> str:
    """The defined name of a figure (ECMA-376, 18.2.5: letters, digits, ``_``; no address).

    >>> spell_name("appropriation.ai_admin_rnd"), spell_name("count.추가 수요"), spell_name("r1")
    ('appropriation_ai_admin_rnd', 'count_추가_수요', 'figure_r1')
    """
    name = re.sub(r"\W", "_", figure)
    odd = _LIKE_AN_ADDRESS.fullmatch(name) or not (name[:1].isalpha() or name[:1] == "_")
    return f"figure_{name}" if odd else name


def put_names(
    workbook: Element,
    typed: Iterable[Element],
    layouts: Mapping[str, SheetLayout],
    ledger: Mapping[str, str],
    homes: Mapping[str, Position],
) -> None:
    """Replace the names of the template: its own moved, those of ledger columns and figures added.

    A figure goes without a name when another name is spelled the same.

    :param typed: the template's names that mark no row.
    :param layouts: by the name of the sheet.
    """
    names: dict[tuple[str, str], Element] = {}
    for element in typed:
        _move(element, layouts)
        names[element.get("name", "").lower(), element.get("localSheetId", "")] = element
    added = {**{spell_name(figure): at.absolute for figure, at in homes.items()}, **ledger}
    for name, reference in added.items():
        names.setdefault((name.lower(), ""), _make(name, reference))
    _replace(workbook, [names[key] for key in sorted(names)])


def _make(name: str, reference: str) -> Element:
    element = etree.Element(main("definedName"), name=name)
    element.text = reference
    return element


def _move(element: Element, layouts: Mapping[str, SheetLayout]) -> None:
    references = _BETWEEN_REFERENCES.split(element.text or "")
    element.text = ",".join(_move_reference(reference, layouts) for reference in references)


def _move_reference(reference: str, layouts: Mapping[str, SheetLayout]) -> str:
    """The reference in the finished workbook; what is no area of a sheet stays as it is."""
    found = split_reference(reference)
    if found is None or found[0] not in layouts:
        return reference
    sheet, area = found
    moved = map_area(layouts[sheet], area)
    return f"{quote_sheet(sheet)}!{moved.spell('$')}" if moved else "#REF!"


def _replace(workbook: Element, names: list[Element]) -> None:
    old = workbook.find(main("definedNames"))
    if old is not None:
        workbook.remove(old)
    if names:
        element = etree.Element(main("definedNames"))
        element.extend(names)
        put_child(workbook, element)
