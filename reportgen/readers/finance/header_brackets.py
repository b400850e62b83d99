"""What stands in brackets behind a header, and whether it says another amount than the header."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.units import UNITS, find_unit
from reportgen.readers.finance.words import RUNNING, UNCLEAR, Meaning, Role, find_meaning

_BRACKET = re.compile(r"[(\[〔]([^()\[\]〔〕]*)[)\]〕]")
_FORMULA = re.compile(r"[A-Za-z\d①-⑮ⓐ-ⓩ㉠-㉻=+\-−–×/÷*.,:·~∼<>△▲▽▼Δ]*")
_OPERATOR = re.compile(r"[-+−–/÷=×*·,~∼]")
_YEAR = re.compile(r"(?:(?:19|20)\d{2}|['’‘`]\d{2})(?:년도?)?")
_WORDS = "안 확정 최종 현재 세입 세출 일반회계 특별회계 원화 계속 합산 전체 순"
_HARMLESS = frozenset(_WORDS.split())


class Bracket(StrEnum):
    """What a text in brackets does to a header."""

    NOTHING = "nothing"
    """it repeats or numbers it"""
    SETTLES = "settles"
    """it says which of several meanings is meant"""
    RATE = "rate"
    """it makes a rate of it"""
    TOTAL = "total"
    """it says that all up to the day is meant"""
    OTHER = "other"
    """it says something else, such as 예정 or 국비"""


def list_brackets(label: str) -> list[str]:
    """The texts in brackets, without blanks.

    >>> list_brackets("지출액(국비, 예정) [A]")
    ['국비,예정', 'A']
    """
    plain = unicodedata.normalize("NFKC", label)
    return [squeeze(match[1]) for match in _BRACKET.finditer(plain) if match[1].strip()]


def judge_bracket(text: str, meaning: Meaning) -> Bracket:
    """What a text in brackets does to a header of that meaning.

    >>> judge_bracket("B-A", Role.CHANGE).value, judge_bracket("예정", Role.SPENT).value
    ('nothing', 'other')
    """
    if text == "%":
        return Bracket.RATE
    if text in UNITS or find_unit(text) or text in _HARMLESS or _FORMULA.fullmatch(text):
        return Bracket.NOTHING
    if text in RUNNING:
        return Bracket.TOTAL
    inside = find_meaning(text)
    if inside is meaning:
        return Bracket.NOTHING
    if inside and meaning in UNCLEAR and inside in UNCLEAR[Role(meaning)]:
        return Bracket.SETTLES
    tokens = [token for token in _OPERATOR.split(text) if token]
    if len(tokens) > 1 and all(find_meaning(t) or _FORMULA.fullmatch(t) for t in tokens):
        return Bracket.NOTHING
    return Bracket.OTHER


def find_bracket_year(text: str) -> int | None:
    """The year that a text in brackets is.

    >>> find_bracket_year("’25"), find_bracket_year("2025"), find_bracket_year("A")
    (2025, 2025, None)
    """
    match = _YEAR.fullmatch(text)
    digits = int("".join(mark for mark in text if mark.isdigit())) if match else 0
    if not match:
        return None
    return digits if digits > 99 else 2000 + digits
