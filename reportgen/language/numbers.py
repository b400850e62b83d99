"""How numbers end when they are read in Korean."""

from __future__ import annotations

from reportgen.language.ending import Ending, end_syllable

_DIGITS = "영일이삼사오육칠팔구"
_SMALL = ("", "십", "백", "천")
_LARGE = ("", "만", "억", "조", "경", "해", "자", "양")


def end_number(digits: str) -> Ending | None:
    """The ending of a number that is written in digits, with commas or decimals or without.

    >>> [str(end_number(digits)) for digits in ("1,000", "20000", "3.10", "6", "10**9")]
    ['consonant', 'consonant', 'consonant', 'consonant', 'None']
    >>> str(end_number("3,000,000,000,000")), str(end_number("0.2")), str(end_number("17"))
    ('vowel', 'vowel', 'ㄹ')
    """
    whole, point, decimals = digits.replace(",", "").partition(".")
    read = decimals if point and decimals else whole
    if not (read.isascii() and read.isdigit()):
        return None
    return end_syllable(_DIGITS[int(read[-1])] if point and decimals else _read_last(whole))


def _read_last(whole: str) -> str:
    """The last syllable of a whole number."""
    zeros = len(whole) - len(whole.rstrip("0"))
    if zeros == len(whole):
        return _DIGITS[0]
    large, small = divmod(zeros, 4)
    if large >= len(_LARGE) or (not large and not small):
        return _DIGITS[int(whole[-1])]
    return _LARGE[large] or _SMALL[small]
