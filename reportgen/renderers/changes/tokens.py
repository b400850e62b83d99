"""The words of a text: what is compared, and what a mark of change never cuts in two."""

from __future__ import annotations

import re
from collections import Counter

OBJECT = "\0"
"""The first character of a key that stands for something other than text: no text has it."""

_TOKEN = re.compile(r"[△▲▽▼]?\d+(?:[.,]\d+)*(?:%p?)?|[^\W\d_]+|\s+|.", re.DOTALL)
_NUMBER = re.compile(r"[△▲▽▼]?\d")
_LETTER = re.compile(r"[^\W\d_]")


def split_text(text: str) -> tuple[str, ...]:
    """Words, numbers, white space and single marks; together they are the text again.

    >>> split_text("집행액 △4,419,500천원(12.5%)")
    ('집행액', ' ', '△4,419,500', '천원', '(', '12.5%', ')')
    """
    return tuple(_TOKEN.findall(text))


def is_glue(token: str) -> bool:
    """Whether a token only stands between words: white space or a mark.

    >>> [is_glue(token) for token in split_text("가, 1")]
    [False, True, True, False]
    """
    return not is_object(token) and not any(map(str.isalnum, token))


def is_object(token: str) -> bool:
    """Whether a token stands for something other than text."""
    return token.startswith(OBJECT)


def has_letters(text: str) -> bool:
    """Whether a text names something, and is not a number or empty.

    >>> has_letters("12.5%"), has_letters("합계")
    (False, True)
    """
    return _LETTER.search(text) is not None


def count_features(text: str, shapes: bool = False) -> Counter[str]:
    """What makes a text like another: pairs of neighbouring letters, and whole numbers.

    Pairs of letters let Korean words meet although their endings differ.

    :param shapes: that there is a number counts too, whatever its value.

    >>> sorted(count_features("정원을 1,200"))
    [' 정', '1,200', '원을', '정원']
    """
    found: Counter[str] = Counter()
    for token in _TOKEN.findall(text):
        if _NUMBER.match(token):
            found[token] += 1
            if shapes:
                found["#"] += 1
        elif not is_glue(token):
            word = f" {token}"
            found.update(word[at : at + 2] for at in range(len(token)))
    return found
