"""The particle (josa) behind a word, in the form that its last sound asks for."""

from __future__ import annotations

import re

from reportgen.i18n import translate as _
from reportgen.language.ending import Ending
from reportgen.language.reading import find_ending

_IRREGULAR = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("아", "야"))
_LINKING = ("으", "이")
"""Vowels that stand only behind a consonant: 으로/로, 이나/나, 이라/라, 이며/며 …"""
_PAIR = re.compile(r"\s*([가-힣]{1,6})\s*/\s*([가-힣]{1,6})\s*")


def attach_josa(text: str, pair: str) -> str:
    """The text with the form of the particle that fits; with both where that is not known.

    :param pair: both forms, such as ``은/는`` or ``으로/로``.
    :raises ValueError: where the two are no forms of one particle.

    >>> [attach_josa(word, "으로/로") for word in ("재단", "서울", "R&D", "豫算")]
    ['재단으로', '서울로', 'R&D로', '豫算(으)로']
    >>> attach_josa("273,600천원", "을/를"), attach_josa("豫算", "은/는")
    ('273,600천원을', '豫算은(는)')
    """
    return text + choose_josa(text, pair)


def choose_josa(text: str, pair: str) -> str:
    """The form of the particle that fits the text."""
    closed, opened = _read_pair(pair)
    ending = find_ending(text)
    if ending is None:
        return f"({closed[0]}){opened}" if closed == closed[0] + opened else f"{closed}({opened})"
    if ending is Ending.RIEUL and closed.startswith("으"):
        return opened
    return opened if ending is Ending.VOWEL else closed


def _read_pair(pair: str) -> tuple[str, str]:
    """The form behind a consonant, and the one behind a vowel, in whatever order they stand."""
    match = _PAIR.fullmatch(pair)
    forms = (match[1], match[2]) if match else ("", "")
    for closed, opened in (forms, forms[::-1]):
        if closed[1:] == opened and closed[:1] in _LINKING and opened:
            return closed, opened
        for known in _IRREGULAR:
            if (closed[:1], opened[:1]) == known and closed[1:] == opened[1:]:
                return closed, opened
    raise ValueError(_("«{pair}» is no josa; write both forms: 은/는, 이/가, 으로/로", pair=pair))
