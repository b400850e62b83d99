"""The defined names of the finished workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from reportgen.renderers.xlsx.addresses import (
    Position,
    quote_sheet,
    spell_column,
    split_reference,
    split_union,
)
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.spreadsheetml import (
    Element,
    escape_text,
    main,
    put_child,
)
from reportgen.renderers.xlsx.worksheet import map_area

PLACE = "names of figures"
"""The text of the comment that stands for names spelled apart."""

_NOT_IN_NAMES = re.compile(r"\W")
_LIKE_AN_ADDRESS = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*")


def spell_name(figure: str) -> str:
    """The defined name of a figure (ECMA-376, 18.2.5: letters, digits, ``_``; no address).

    >>> spell_name("appropriation.ai_admin_rnd"), spell_name("count.추가 수요"), spell_name("r1")
    ('appropriation_ai_admin_rnd', 'count_추가_수요', 'figure_r1')
    """
    name = figure.replace(".", "_")
    if "_" in name and name.isascii() and name.isidentifier():
        return name
    name = _NOT_IN_NAMES.sub("_", figure)
    odd = _LIKE_AN_ADDRESS.fullmatch(name) or not (name[:1].isalpha() or name[:1] == "_")
    return f"figure_{name}" if odd else name


def put_names(
    workbook: Element,
    typed: Iterable[Element],
    layouts: Mapping[str, SheetLayout],
    ledger: Mapping[str, str],
    homes: Mapping[str, Position],
) -> str:
    """Replace the names of the template by those of its own that mark no row, moved.

    :param typed: those names.
    :param layouts: by the name of the sheet.
    :returns: the elements of ledger columns and figures, which belong in the place of the
        comment ``PLACE``; thousands of them are spelled in a fraction of the time that a tree
        takes. A figure goes without a name when another name is spelled the same.
    """
    old = workbook.find(main("definedNames"))
    if old is not None:
        workbook.remove(old)
    element = etree.Element(main("definedNames"))
    element.extend([_move(name, layouts) for name in typed])
    taken = {name.get("name", "").lower() for name in element if not name.get("localSheetId")}
    tag = "definedName" if workbook.prefix is None else f"{workbook.prefix}:definedName"
    added = "".join(
        f'<{tag} name="{name}">{reference}</{tag}>'
        for name, reference in _list_names(taken, ledger, homes)
    )
    if added:
        element.append(etree.Comment(PLACE))
    if len(element):
        put_child(workbook, element)
    return added


def _list_names(
    taken: set[str], ledger: Mapping[str, str], homes: Mapping[str, Position]
) -> Iterator[tuple[str, str]]:
    """Names with what they refer to, both as XML, in the order of the names."""
    added = {name.lower(): (name, escape_text(reference)) for name, reference in ledger.items()}
    sheets = {at.sheet: escape_text(quote_sheet(at.sheet)) for at in homes.values()}
    for figure, (sheet, column, row, _address) in homes.items():
        name = spell_name(figure)
        added.setdefault(name.lower(), (name, f"{sheets[sheet]}!${spell_column(column)}${row}"))
    return (added[name] for name in sorted(added.keys() - taken))


def _move(name: Element, layouts: Mapping[str, SheetLayout]) -> Element:
    moved = deepcopy(name)
    references = split_union(name.text or "")
    moved.text = ",".join(_move_reference(reference, layouts) for reference in references)
    moved.tail = None
    return moved


def _move_reference(reference: str, layouts: Mapping[str, SheetLayout]) -> str:
    """The reference in the finished workbook; what is no area of a sheet stays as it is."""
    found = split_reference(reference)
    if found is None or found[0] not in layouts:
        return reference
    sheet, area = found
    moved = map_area(layouts[sheet], area)
    return f"{quote_sheet(sheet)}!{moved.spell('$')}" if moved else "#REF!"
