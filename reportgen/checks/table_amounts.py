"""Amounts typed in the cells of a table, with their signs, units and decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_EMPTY = frozenset({"", "-", "–", "—", "―", "−", "‐", "·", "ㆍ", "․", "없음", "해당없음"})
_NARROW = str.maketrans("０１２３４５６７８９，．％（）－＋", "0123456789,.%()-+")
_MINUS = "△▲▽▼−–Δ∆ㅿ▵-"
_AMOUNT = re.compile(
    rf"(?:총|계|약)?\s*[₩￦]?\s*(?P<sign>[+{_MINUS}])?\s*[₩￦]?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?\s*(?P<unit>[^\d\s.,()]{0,5})"
)
_WON = {"원": 0, "천원": 3, "만원": 4, "백만원": 6, "천만원": 7, "억원": 8, "억": 8, "조원": 12}
_NO_AMOUNT = frozenset(
    {
        *("년", "월", "일", "시", "분", "초", "주", "년도", "개월", "학년"),
        *("차", "호", "위", "급", "세", "번", "기", "조", "항", "회차", "차시", "반", "등"),
        *("절", "장", "층", "동", "%", "%p", "‰", "배", "점", "도", "℃"),
        *(":", "~", "/", "-", "."),
    }
)
"""Units of what nobody adds up: days, ranks, rates, names."""

_NO_SUM = re.compile(
    r"[율률](?:\(.*\))?$|비율|비중|구성비|평균|단가|인당|[건명개회곳월]당|만족도|지수|순위|"
    r"평점|점수|누계|누적|최고|최대|최저|최소|배율|%|진도|달성도|실인원|"
    r"(?:연번|순번|번호|No\.?|연도|년도|일자|날짜|기간|시기|전화|연락처|코드|등급|나이|연령|"
    r"일수|회차|차수)(?:\(.*\))?$",
    re.IGNORECASE,
)


class TypedAmount(NamedTuple):
    """What a cell says.

    :ivar value: in won where it is money whose unit is said.
    :ivar unit: its word; empty for a bare number.
    :ivar step: what the last digit behind the point counts; 0 where there is no point.
    :ivar is_bracketed: whether it stands in brackets: below zero, or a part of another amount.
    """

    value: Decimal
    unit: str = ""
    step: Decimal = Decimal(0)
    is_bracketed: bool = False

    @property
    def measure(self) -> str:
        """What is counted; all units of money measure the same."""
        return "원" if self.unit in _WON else self.unit

    def with_unit(self, unit: str) -> TypedAmount:
        """A bare number in the unit that the other cells of its column have."""
        if self.unit or not unit:
            return self
        scale = _WON.get(unit, 0)
        return self._replace(
            value=self.value.scaleb(scale), unit=unit, step=self.step.scaleb(scale)
        )

    def as_rounded(self) -> TypedAmount:
        """The same amount, whose last digit stands for what was rounded to it, but in won."""
        if self.unit == "원" and not self.step:
            return self
        whole = Decimal(1).scaleb(_WON.get(self.unit, 0))
        return self._replace(step=self.step or whole)

    def spell(self, value: Decimal) -> str:
        """Another value in the unit of this one."""
        shown = value.scaleb(-_WON.get(self.unit, 0))
        whole = shown == shown.to_integral_value()
        return f"{shown.to_integral_value() if whole else shown.normalize():,f}{self.unit}"


NOTHING = TypedAmount(Decimal(0))
"""An empty cell, or a sign for nothing."""


def parse_cell(text: str) -> TypedAmount | None:
    """The amount, or None for words and for numbers that can't be added up.

    >>> parse_cell("△1,234").value, parse_cell("12건").unit, parse_cell("3월") is None
    (Decimal('-1234'), '건', True)
    """
    narrow = text.translate(_NARROW).strip()
    if "".join(narrow.split()) in _EMPTY:
        return NOTHING
    bracketed = narrow.startswith("(") and narrow.endswith(")")
    match = _AMOUNT.fullmatch(narrow[1:-1].strip() if bracketed else narrow)
    if match is None or match["unit"] in _NO_AMOUNT:
        return None
    fraction, scale = match["fraction"] or "", _WON.get(match["unit"], 0)
    value = Decimal(match["digits"].replace(",", "") + fraction).scaleb(scale)
    if bracketed or (match["sign"] or "+") in _MINUS:
        value = -value
    step = Decimal(1).scaleb(scale - len(fraction) + 1) if fraction else Decimal(0)
    return TypedAmount(value, match["unit"], step, bracketed)


def can_be_added(header: str) -> bool:
    """Whether amounts below the header may have a total; rates, prices and numbers have none.

    >>> can_be_added("건수"), can_be_added("집행률 (%)"), can_be_added("단가")
    (True, False, False)
    >>> can_be_added("기간(개월)"), can_be_added("소요일수")
    (False, False)
    """
    return not _NO_SUM.search("".join(header.translate(_NARROW).split()))
