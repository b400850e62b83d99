"""The unit of amounts, as a unit line, a header or an option names it."""

from __future__ import annotations

import re
import unicodedata

UNITS = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000, "억원": 100_000_000}
"""Units by their names, in won."""

_LINE = re.compile(r"(?:단위\s*[:;은는]?|금액\s*[:;])\s*(?P<units>[^)\]〕}]*)")
_FIRST = re.compile(r"\s*(?P<unit>(?:천|백만|만|억)?\s*원)(?=\s*[\d(’']|\s{2}|\s+[가-힣]+\s*[:：])")
_BRACKET = re.compile(r"[(\[〔]\s*(?P<unit>[^)\]〕]*)[)\]〕]")


def find_unit(text: str) -> str:
    """The one unit of money that a unit line names; empty when it names none or several.

    >>> find_unit("(’25. 6. 5. 기준, 단위 : 백만 원, %)"), find_unit("[단위:천원/명]")
    ('백만원', '천원')
    """
    plain = unicodedata.normalize("NFKC", text)
    found = [
        unit
        for match in _LINE.finditer(plain)
        for part in re.split(r"[,/·、]", match["units"])
        if (unit := _read_unit(part))
    ]
    return found[0] if len(set(found)) == 1 else ""


def _read_unit(part: str) -> str:
    """The unit that a part of a unit line is, or that stands before a number or a bracket in it."""
    whole = "".join(part.split())
    if whole in UNITS:
        return whole
    match = _FIRST.match(part)
    return "".join(match["unit"].split()) if match else ""


def find_header_unit(text: str) -> str:
    """The unit in brackets behind a header.

    >>> find_header_unit("예산현액 (천원)"), find_header_unit("집행률(B/A)")
    ('천원', '')
    """
    plain = unicodedata.normalize("NFKC", text)
    inside = ("".join(match["unit"].split()) for match in _BRACKET.finditer(plain))
    return find_unit(plain) or next((unit for unit in inside if unit in UNITS), "")
