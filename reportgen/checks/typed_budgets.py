"""The budget of a programme as a text types it behind (사업예산), in any spelling in use."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import NamedTuple

from reportgen.money import HUNDRED_MILLION, MILLION, THOUSAND, round_half_up

UNITS = {
    "조원": 10_000 * HUNDRED_MILLION,
    "억원": HUNDRED_MILLION,
    "천만원": 10 * MILLION,
    "백만원": MILLION,
    "만원": 10_000,
    "천원": THOUSAND,
    "원": 1,
}
"""Won in each unit that an amount is typed in."""

MOST_DECIMALS = 8
"""Of an amount in 억원 that is exact to the won; others have fewer."""

_LABEL = re.compile(
    r"[(\[（［〔【<〈]\s*(?P<name>총?\s*사업\s*예산|총?\s*예산(?:\s*현액|액)?|총\s*사업비)\s*"
    r"[)\]）］〕】>〉]\s*[:：]?|사업예산\)?\s*:?"
)
_WIDTHS = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_LEAD = re.compile(r"\s*(?P<about>약|대략)?\s*총?\s*(?P<sign>일?금|[₩￦])?\s*[₩￦]?\s*(?=\d)")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_PARTS = re.compile(
    rf"(?P<parts>{_NUMBER}(?:\s*(?:(?:[천백십]\s*)?[조억만]|[천백십])(?:\s*{_NUMBER})?)*)\s*"
    r"(?P<over>여)?\s*(?P<won>원)?(?P<later>여)?"
)
_PART = re.compile(rf"({_NUMBER})\s*((?:[천백십]\s*)?[조억만]|[천백십])?")
_GROUPED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_LOOSE = re.compile(
    r"(?<![\d,.])(?:\d[\d,.]*\s*(?:[조억만천백십]\s*)*원|\d{1,3}(?:,\d{3})+)|\d\s*[억만]"
)
_TENS = {"천": 3, "백": 2, "십": 1}
_MYRIADS = {"조": 12, "억": 8, "만": 4}
_SCALES = {
    **_TENS,
    **_MYRIADS,
    **{ten + name: one + many for ten, one in _TENS.items() for name, many in _MYRIADS.items()},
}


class TypedBudget(NamedTuple):
    """An amount behind the label of a budget.

    :ivar typed: as it stands there.
    :ivar unit: the one unit that it is typed in; empty where there are several.
    :ivar number: the number of that unit.
    :ivar won: None where it can't be read.
    :ivar step: won of its last digit.
    :ivar is_about: whether it says that it isn't exact: 약, 여.
    :ivar is_whole: whether it may be of several years: 총사업비.
    """

    typed: str
    unit: str = ""
    number: str = ""
    won: Decimal | None = None
    step: Decimal = Decimal(1)
    is_about: bool = False
    is_whole: bool = False

    def expect(self, won: int) -> Decimal:
        """What would be printed of that budget, with the digits that were typed."""
        return round_half_up(won / self.step) * self.step

    def agrees(self, won: int) -> bool:
        """Whether that budget is printed so; what is about it may be rounded either way."""
        steps = won / self.step
        ways = (ROUND_FLOOR, ROUND_CEILING) if self.is_about else ()
        either = {steps.to_integral_value(way) * self.step for way in ways}
        return self.won in {self.expect(won), *either}


def find_budget(text: str) -> TypedBudget | None:
    """The amount behind the first label of a budget; None without one, or with an expression.

    >>> find_budget("(사업예산) 2억 1천만원").won
    Decimal('210000000')
    """
    narrow = text.translate(_WIDTHS)
    label = _LABEL.search(narrow)
    if label is None:
        return None
    is_whole = (label["name"] or "").startswith("총")
    rest = narrow[label.end() :]
    lead = _LEAD.match(rest)
    match = _PARTS.match(rest, lead.end()) if lead else None
    if lead and match and (lead["sign"] or match["won"] or re.search("[조억만]", match["parts"])):
        is_about = bool(lead["about"] or match["over"] or match["later"])
        return _read(match, is_about)._replace(is_whole=is_whole)
    loose = _LOOSE.search(rest) if label["name"] and "\0" not in rest else None
    return TypedBudget(loose[0]) if loose else None


def _read(match: re.Match[str], is_about: bool) -> TypedBudget:
    """The sum of the parts; several have to go from the larger to the smaller unit."""
    parts = [(number, "".join(unit.split())) for number, unit in _PART.findall(match["parts"])]
    unit = f"{parts[0][1]}원" if len(parts) == 1 else ""
    typed = match[0].strip()
    if unit and unit in UNITS:
        typed = parts[0][0] + unit
    scales = _read_scales([unit for _number, unit in parts])
    is_open = len(parts) > 1 and parts[-1][1] in _TENS  # 1억 5천 is mostly 1억 5천만
    is_falling = not is_open and all(one > next_ for one, next_ in pairwise(scales))
    if not is_falling or not all(_GROUPED.fullmatch(number) for number, _unit in parts):
        return TypedBudget(typed, unit, parts[0][0])
    values = [Decimal(number.replace(",", "")) for number, _unit in parts]
    won = sum((one.scaleb(at) for one, at in zip(values, scales, strict=True)), Decimal(0))
    decimals = len(parts[-1][0].partition(".")[2])
    if decimals > MOST_DECIMALS:
        return TypedBudget(typed, unit, parts[0][0])
    step = Decimal(1).scaleb(scales[-1] - decimals)
    return TypedBudget(typed, unit, parts[0][0], won, step, is_about)


def _read_scales(units: list[str]) -> list[int]:
    """Powers of ten; 천 and 백 before a unit with 만 are of that unit (1천 5백만)."""
    scales: list[int] = []
    for at, unit in enumerate(units):
        later = (
            _MYRIADS[after[-1]] for after in units[at + 1 :] if after and after[-1] in _MYRIADS
        )
        scale = _SCALES.get(unit, 0)
        scales.append(scale + next(later, 0) if unit in _TENS else scale)
    return scales
