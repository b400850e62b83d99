"""Objects and spaces as Hancom Office writes them.

Measured on 75 HWPX and 35 HWP files that Hancom Office wrote: where a section has several
tables or shapes, each has a ``zOrder`` of its own, mostly 0, 1, 2 … in the order of the text,
and no file holds U+00A0; a space that must not break is ``hp:nbSpace``, control character 30
in HWP. The version that :mod:`reportgen.renderers.hwp` writes, 5.1.1.0, is that of 21 of the
35. All have a picture of their first page but two HWPX, which stand without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

NO_BREAK_SPACE = "\xa0"
NB_SPACE = "<hp:nbSpace/>"
_ORDER = re.compile(r'zOrder="(-?\d+)(?=")')
_BEGIN_ORDER = 'zOrder="'
_OBJECT = re.compile(r"<hp:\w+ (?:[^<>]* )?")
_TEXT = re.compile(r"<hp:t(?:\s[^>]*)?>.*?</hp:t>", re.DOTALL)
_INSIDE = re.compile(r"(?<=>)[^<>]+(?=<)")


def order_objects(sections: Mapping[str, str]) -> dict[str, str]:
    """The sections with a ``zOrder`` for every object, from 0 and each once.

    What the template puts above another object stays above it; tables that are printed from
    one prototype follow each other.
    """
    found = [order for text in sections.values() for order in list_orders(text)]
    ranks = iter(rank_orders(found))
    return {name: put_ranks(text, ranks) for name, text in sections.items()}


def list_orders(text: str) -> list[int]:
    """The order of each object in a text that tears no tag apart."""
    return [int(match[1]) for match in _find_orders(text)]


def rank_orders(orders: Sequence[int]) -> list[int]:
    """The place of each among all in ascending order, equal ones as they come."""
    ranks = [0] * len(orders)
    for rank, at in enumerate(sorted(range(len(orders)), key=orders.__getitem__)):
        ranks[at] = rank
    return ranks


def put_ranks(text: str, ranks: Iterator[int]) -> str:
    """The text with the next ranks as the orders of its objects."""
    pieces: list[str] = []
    at = 0
    for match in _find_orders(text):
        pieces += (text[at : match.start(1)], str(next(ranks)))
        at = match.end(1)
    return "".join((*pieces, text[at:]))


def _find_orders(text: str) -> Iterator[re.Match[str]]:
    """Every ``zOrder`` of an object, found by its name: most elements have none."""
    at = text.find(_BEGIN_ORDER)
    while at >= 0:
        match = _ORDER.match(text, at)
        if match and _OBJECT.fullmatch(text, text.rfind("<", 0, at), at):
            yield match
        at = text.find(_BEGIN_ORDER, at + 1)


def spell_spaces(section: str) -> str:
    """The section with U+00A0 of its texts as elements."""
    if NO_BREAK_SPACE not in section:
        return section
    return _TEXT.sub(_spell_text, section)


def _spell_text(text: re.Match[str]) -> str:
    if NO_BREAK_SPACE not in text[0]:
        return text[0]
    return _INSIDE.sub(lambda inside: inside[0].replace(NO_BREAK_SPACE, NB_SPACE), text[0])
