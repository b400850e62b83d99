"""The defined names of the finished workbook."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from copy import deepcopy
from hashlib import sha256

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
_LIKE_AN_ADDRESS = re.compile(
    r"[A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*|true|false", re.IGNORECASE
)
_LONGEST = 255
"""UTF-16 code units of a name, the most that Excel reads."""
_DIGITS = 8


def spell_name(figure: str) -> str:
    """The defined name of a figure (ECMA-376, 18.2.5: letters, digits, ``_``; no address).

    >>> spell_name("appropriation.ai_admin_rnd"), spell_name("count.추가 수요"), spell_name("r1")
    ('appropriation_ai_admin_rnd', 'count_추가_수요', 'figure_r1')
    """
    name = figure.replace(".", "_")
    if "_" in name and name.isascii() and name.isidentifier():
        return name
    name = _NOT_IN_NAMES.sub("_", figure)
    if not name.isascii():
        name = "".join(mark if _may_stand(mark) else "_" for mark in name)
    odd = _LIKE_AN_ADDRESS.fullmatch(name) or not (name[:1].isalpha() or name[:1] == "_")
    return f"figure_{name}" if odd else name


def spell_names(figures: Iterable[str], taken: Set[str]) -> dict[str, str]:
    """A name of its own for every figure, the same whatever the order.

    Figures whose names Excel takes for the same, or that have the name of something else, are
    told apart by a digest of their own names. None of them has the plain name then: a formula
    of somebody else's that uses it shows ``#NAME?`` and not another figure.

    :param taken: other names, as :func:`fold_name` folds them.

    >>> names = spell_names(["a.b_c", "a.b.c", "d.e"], frozenset())
    >>> sorted(names.values())
    ['a_b_c_5b8f934a', 'a_b_c_845e3044', 'd_e']
    """
    plain = {figure: spell_name(figure) for figure in figures}
    counts = Counter(map(fold_name, plain.values()))
    used = counts.keys() | taken
    names: dict[str, str] = {}
    for figure, name in plain.items():
        folded = fold_name(name)
        if counts[folded] > 1 or folded in taken or _measure(name) > _LONGEST:
            name = _add_digest(figure, name, used)
            used.add(fold_name(name))
        names[figure] = name
    return names


def fold_name(name: str) -> str:
    """What is alike in names that Excel, or a program like it, takes for the same."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()


def _may_stand(mark: str) -> bool:
    """Whether it is a letter, a mark on one, a digit or ``_``; other numbers Excel refuses."""
    return mark == "_" or unicodedata.category(mark)[0] in "LM" or mark.isdecimal()


def _measure(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2


def _add_digest(figure: str, name: str, taken: Set[str]) -> str:
    """The name, cut where it is too long, with as many digits as make it one of its own."""
    digest = sha256(figure.encode()).hexdigest()
    count = _DIGITS
    while True:
        stem = name
        while _measure(stem) > _LONGEST - count - 1:
            stem = stem[:-1]
        made = f"{stem}_{digest[:count]}"
        if fold_name(made) not in taken:
            return made
        count += _DIGITS


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
        takes.
    """
    old = workbook.find(main("definedNames"))
    if old is not None:
        workbook.remove(old)
    element = etree.Element(main("definedNames"))
    element.extend([_move(name, layouts) for name in typed])
    taken = {fold_name(name.get("name", "")) for name in element}
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
    others = {fold_name(name): name for name in ledger}
    added = {
        key: (name, escape_text(ledger[name])) for key, name in others.items() if key not in taken
    }
    sheets = {at.sheet: escape_text(quote_sheet(at.sheet)) for at in homes.values()}
    names = spell_names(homes, taken | others.keys())
    for figure, (sheet, column, row, _address) in homes.items():
        name = names[figure]
        reference = f"{sheets[sheet]}!${spell_column(column)}${row}"
        added[fold_name(name)] = (name, reference)
    return (added[name] for name in sorted(added))


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
