"""How a text ends when it is read aloud: words, numbers, units, dates, letters, brackets."""

from __future__ import annotations

import re
import unicodedata

from reportgen.language.ending import Ending, end_syllable
from reportgen.language.english import end_word
from reportgen.language.numbers import end_number
from reportgen.letters import normalize

_LOOKED_AT = 400
"""The characters at the end of a text that decide."""

_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "〕": "〔", "】": "【"}
"""What explains the word before it, which is the one that is heard."""
_MARKS = frozenset("<>\"'”’」』》〉›»`´*_.,;:!?…·ㆍ․‥。，、~ \t\n\r\xa0\u200b\ufeff")
"""What is not heard."""

_CONSONANT, _RIEUL, _VOWEL = Ending.CONSONANT, Ending.RIEUL, Ending.VOWEL
_SIGNS = {
    **dict.fromkeys("%％℃℉°㎡㎥㎢㎝㎜㎞㎖㎘ℓ㎾㎿㏊㈜+", _VOWEL),
    **dict.fromkeys("㎏㎎㎍", _CONSONANT),
    "‰": _RIEUL,
}
"""퍼센트, 도, 미터, 리터, 와트, 헥타르, 주, 플러스; 킬로그램; 퍼밀."""
_METRES, _WATTS = ["m", "cm", "mm", "km", "m2", "km2", "m3"], ["W", "kW", "MW", "kWh", "MWh"]
_UNIT_WORDS = {
    **dict.fromkeys(["%p", "%P", "ha", "l", "L", "ml", "mL", "kL", *_METRES, *_WATTS], _VOWEL),
    **dict.fromkeys(["KB", "MB", "GB", "TB", "Hz", "kHz", "MHz", "GHz"], _VOWEL),
    **dict.fromkeys(["g", "kg", "mg", "t"], _CONSONANT),
    **dict.fromkeys(["dB", "px"], _RIEUL),
}
"""Units behind a number; elsewhere the same letters are letters."""
_UNIT = re.compile(r"\d\s?(%[pP]|[a-zA-Z]{1,3}[23]?)\Z")
_DATE = re.compile(
    r"(?:\d\.\s?|~\s?)\d{1,2}\.\Z|\d\.\s\d\d?\.\s\d\d?\Z|(?<!\d)\d{4}-\d\d(?:-\d\d)?\Z"
)
"""Days and months: ``’25. 6. 5.``, ``’25. 6. ~ 11.``, ``2025-06-05``. 일 and 월 end alike."""
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:(\d\d)\Z")
_SHARE = re.compile(r"(?<![\d/.,])(\d+)/(\d+)\Z")
_NUMBER = re.compile(r"(?:\d[\d,]*\.)?\d[\d,]*\Z")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?\Z")
_JAMO = re.compile("[ㄱ-ㆎ]")


def find_ending(text: str) -> Ending | None:
    """The ending of a text; None where it is not known, as of Chinese characters.

    What stands in brackets explains the word before it and is left out, closing quotes and
    marks of a sentence are not heard.

    >>> [str(find_ending(text)) for text in ("누리재단(AI)", "「법」", "273,600천원", "12%")]
    ['consonant', 'consonant', 'consonant', 'vowel']
    >>> [str(find_ending(text)) for text in ("’25. 6. 5.", "3~5", "R&D", "10㎡", "豫算")]
    ['ㄹ', 'vowel', 'vowel', 'vowel', 'None']
    """
    heard = _strip(normalize(text[-_LOOKED_AT:]).translate(_SPELLED))
    if _DATE.search(heard):
        return _RIEUL
    heard = heard.rstrip("".join(_MARKS))
    return _end_heard(heard) if heard else None


_SPELLED = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    ord("²"): "2",
    ord("³"): "3",
}


def _strip(text: str) -> str:
    """The text without marks and brackets at its end, but with the point of a date."""
    while text:
        if opening := _BRACKETS.get(text[-1]):
            before = _skip_bracket(text, opening).rstrip()
            inside = text[:-1].rstrip()
            text = before if before.rstrip("".join(_MARKS)) else inside
        elif text[-1] in _MARKS and not _DATE.search(text):
            text = text[:-1]
        else:
            break
    return text


def _skip_bracket(text: str, opening: str) -> str:
    """What stands before the bracket that closes at the end; nothing where it never opened."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == text[-1]) - (text[at] == opening)
        if not depth:
            return text[:at]
    return ""


def _end_heard(text: str) -> Ending | None:
    last = text[-1]
    if found := end_syllable(last) or _SIGNS.get(last):
        return found
    if _JAMO.match(last):
        return _end_jamo(last)
    if (unit := _UNIT.search(text)) and unit[1] in _UNIT_WORDS:
        return _UNIT_WORDS[unit[1]]
    if clock := _CLOCK.search(text):
        return _VOWEL if clock[1] == "00" else _CONSONANT
    if share := _SHARE.search(text):
        readings = {end_number(share[1]), end_number(share[2])}  # 삼분의 일, or a day
        return readings.pop() if len(readings) == 1 else None
    if number := _NUMBER.search(text):
        return end_number(number[0].rstrip(","))
    if word := _WORD.search(text):
        return end_word(re.sub("['’]", "", word[0]))
    return _end_numeral(last)


def _end_numeral(letter: str) -> Ending | None:
    """The ending of ``Ⅲ`` or ``③``."""
    value = unicodedata.numeric(letter, None)
    if value is None or value != int(value) or unicodedata.category(letter) == "Lo":
        return None
    return end_number(str(int(value)))


def _end_jamo(letter: str) -> Ending:
    """The ending of the name of a single letter: 기역, 리을, 아."""
    if letter == "ㄹ":
        return _RIEUL
    return _VOWEL if "ㅏ" <= letter <= "ㅣ" or letter > "ㆆ" else _CONSONANT
