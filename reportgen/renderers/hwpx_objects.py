"""Objects and spaces as Hancom Office writes them.

Measured on 75 HWPX and 35 HWP files that Hancom Office wrote: where a section has several
tables or shapes, each has a ``zOrder`` of its own, mostly 0, 1, 2 … in the order of the text,
and no file holds U+00A0; a space that must not break is ``hp:nbSpace``, control character 30
in HWP. The version that :mod:`reportgen.renderers.hwp` writes, 5.1.1.0, is that of 21 of the
35. All have a picture of their first page but two HWPX, which stand without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

NO_BREAK_SPACE = "\xa0"
NB_SPACE = "<hp:nbSpace/>"
_ORDER = re.compile(r' zOrder="(-?\d+)(?=")')
_TEXT = re.compile(r"<hp:t(?:\s[^>]*)?>.*?</hp:t>", re.DOTALL)
_INSIDE = re.compile(r"(?<=>)[^<>]+(?=<)")


def order_objects(sections: Mapping[str, str]) -> dict[str, str]:
    """The sections with a ``zOrder`` for every object, from 0 and each once.

    What the template puts above another object stays above it; tables that are printed from
    one prototype follow each other.
    """
    found = {name: list(_find_orders(text)) for name, text in sections.items()}
    orders = [int(text[start:end]) for name, text in sections.items() for start, end in found[name]]
    ranks = iter(_rank(orders))
    return {name: _replace(text, found[name], ranks) for name, text in sections.items()}


def _find_orders(section: str) -> Iterator[tuple[int, int]]:
    """Where each number stands that orders an object; what looks so in a text is none."""
    for match in _ORDER.finditer(section):
        opening = section.rfind("<", 0, match.start())
        inside = section[opening : match.start()]
        if inside.startswith("<hp:") and ">" not in inside:
            yield match.span(1)


def _replace(text: str, spans: list[tuple[int, int]], numbers: Iterator[int]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], str(next(numbers)))
        at = end
    return "".join((*pieces, text[at:]))


def spell_spaces(section: str) -> str:
    """The section with U+00A0 of its texts as elements."""
    if NO_BREAK_SPACE not in section:
        return section
    return _TEXT.sub(_spell_text, section)


def _spell_text(text: re.Match[str]) -> str:
    if NO_BREAK_SPACE not in text[0]:
        return text[0]
    return _INSIDE.sub(lambda inside: inside[0].replace(NO_BREAK_SPACE, NB_SPACE), text[0])


def _rank(orders: list[int]) -> list[int]:
    """The place of each among all in ascending order, equal ones as they come."""
    ranks = [0] * len(orders)
    for rank, at in enumerate(sorted(range(len(orders)), key=orders.__getitem__)):
        ranks[at] = rank
    return ranks
