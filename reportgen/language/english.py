"""How Latin letters end when they are read in Korean.

Capitals are read by the names of the letters (R&D, KBS). A word with small letters is read by
the rules of foreign words (외래어 표기법) as far as its spelling tells: a final m, n, ng, l, p,
c or ck is a final consonant, and so are m, n and l before a silent e; r is not heard; s, t
behind a consonant and what else ends in a hiss or a stop gets a vowel of its own (``으``).
Where usage is divided (kit, unit; hub, club) nothing is said.
"""

from __future__ import annotations

import re

from reportgen.language.ending import Ending

_HEARD_CAPITALS = {"L": Ending.RIEUL, "M": Ending.CONSONANT, "N": Ending.CONSONANT}
_HEARD_CAPITALS |= {"R": Ending.RIEUL}
"""엘, 엠, 엔 and 알; the names of all other letters end with a vowel."""

_EXCEPTIONS = {
    "check": Ending.VOWEL,
    "hub": Ending.VOWEL,
    "jet": Ending.VOWEL,
    "recipe": Ending.VOWEL,
    "set": Ending.VOWEL,
    "club": Ending.CONSONANT,
    "job": Ending.CONSONANT,
    "lab": Ending.CONSONANT,
    "type": Ending.CONSONANT,
    "unit": Ending.CONSONANT,
    "web": Ending.CONSONANT,
}
"""Words, and ends of longer ones, that the rules get wrong or leave open."""

_RULES = (
    (r"[^aeiou]le|[aeiouy]le|l", Ending.RIEUL),
    (r"[aeiouy][mn]e", Ending.CONSONANT),
    (r"m|n|ng|mb|(?<!h)mn", Ending.CONSONANT),
    (r"(?<![aeiou])[aeiouy](?:p|ck)|roup", Ending.CONSONANT),
    (r"ook|[aeiou]c", Ending.CONSONANT),
    (r"(?<![aeiou])[aeou]t", Ending.CONSONANT),
    (r"(?<![aeiou])(?:it|[aeiou][bgk])|[aeiou]b", None),
)
"""The first that the end of a word matches; what matches none ends with a vowel."""
_ENDS = tuple((re.compile(rf"(?:{pattern})\Z"), ending) for pattern, ending in _RULES)
_LETTERS = re.compile(r"[A-Z]+\Z|(?<![A-Za-z])[a-z]\Z|(?<![A-Za-z])[b-df-hj-np-tv-xz]+\Z")


def end_word(word: str) -> Ending | None:
    """The ending of Latin letters; None where it is not known.

    >>> [str(end_word(word)) for word in ("AI", "KBS", "VR", "LLM", "iOS")]
    ['vowel', 'vowel', 'ㄹ', 'consonant', 'vowel']
    >>> [str(end_word(word)) for word in ("Seoul", "Team", "center", "workshop", "kit")]
    ['ㄹ', 'consonant', 'vowel', 'consonant', 'None']
    """
    if _LETTERS.search(word):
        return _HEARD_CAPITALS.get(word[-1].upper(), Ending.VOWEL)
    word = word.lower()
    known = (ending for end, ending in _EXCEPTIONS.items() if word.endswith(end))
    if found := next(known, None):
        return found
    return next((ending for end, ending in _ENDS if end.search(word)), Ending.VOWEL)
