"""How a word ends when it is read aloud: what a josa goes by."""

from __future__ import annotations

from enum import StrEnum


class Ending(StrEnum):
    """With a vowel, with ㄹ, or with another consonant."""

    VOWEL = "vowel"
    RIEUL = "ㄹ"
    CONSONANT = "consonant"


_FIRST, _LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
"""Hangul syllables of Unicode, and how many finals each pair of letters goes through."""


def end_syllable(syllable: str) -> Ending | None:
    """The ending of a Hangul syllable; None for any other letter.

    >>> end_syllable("단"), end_syllable("일"), end_syllable("비"), end_syllable("A")
    (<Ending.CONSONANT: 'consonant'>, <Ending.RIEUL: 'ㄹ'>, <Ending.VOWEL: 'vowel'>, None)
    """
    if not _FIRST <= ord(syllable) <= _LAST:
        return None
    final = (ord(syllable) - _FIRST) % _FINALS
    if not final:
        return Ending.VOWEL
    return Ending.RIEUL if final == _RIEUL else Ending.CONSONANT
