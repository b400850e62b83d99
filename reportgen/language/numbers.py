"""Numbers in Korean words, and how they end when they are read."""

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


def spell_number(value: int) -> str:
    """A number in Korean words, every unit preceded by its digit as on cheques.

    >>> spell_number(113_560), spell_number(0), spell_number(-10)
    ('일십일만삼천오백육십', '영', '마이너스일십')
    """
    if value == 0:
        return _DIGITS[0]
    sign = "마이너스" if value < 0 else ""
    groups: list[str] = []
    rest = abs(value)
    for unit in _LARGE:
        rest, group = divmod(rest, 10_000)
        if group:
            groups.insert(0, _spell_group(group) + unit)
    return sign + "".join(groups)


def _spell_group(group: int) -> str:
    digits = f"{group:04d}"
    units = reversed(_SMALL)
    return "".join(
        _DIGITS[int(digit)] + unit
        for digit, unit in zip(digits, units, strict=True)
        if digit != "0"
    )
