"""What a name may have meant that nothing has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher

from reportgen.i18n import translate as _

_MOST_NEAR = 3
_MOST_LISTED = 40
"""A list that is longer helps nobody."""

_LIKENESS = 0.6
_EQUALLY_NEAR = 0.03
_NO_SIGN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
"""Blanks of every width, and characters that nobody sees."""


def fold_name(text: str) -> str:
    """The name without what the eye passes over: blanks, width and case of letters.

    >>> fold_name("２０２６ 제1회추경") == fold_name("2026 제1회 추경")
    True
    """
    return _NO_SIGN.sub("", unicodedata.normalize("NFKC", text)).casefold()


def find_near(found: str, known: Collection[str]) -> tuple[str, ...]:
    """The names that are most like it, never itself; several only where they are equally so."""
    folded = fold_name(found)
    matcher = SequenceMatcher(b=folded)
    ratios: dict[str, float] = {}
    for name in known:
        matcher.set_seq1(fold_name(name))
        if name == found or matcher.real_quick_ratio() < _LIKENESS:
            continue
        if matcher.quick_ratio() >= _LIKENESS:
            ratios[name] = matcher.ratio()
    best = max(ratios.values(), default=0)
    if best < _LIKENESS:
        return ()
    near = [name for name, ratio in ratios.items() if ratio >= best - _EQUALLY_NEAR]
    return tuple(sorted(near, key=lambda name: -ratios[name])[:_MOST_NEAR])


def suggest(found: str, known: Collection[str]) -> str:
    """The hint: what was meant most likely, or everything that fits."""
    near = find_near(found, known)
    if near and fold_name(near[0]) != fold_name(found):
        return _("did you mean {key}?", key=list_names(near))
    return list_choices(found, known)


def list_choices(found: str, known: Collection[str]) -> str:
    """The hint: everything that fits, unless one of it only looks different."""
    same = [name for name in known if name != found and fold_name(name) == fold_name(found)]
    if same:
        return _("did you mean {key}? Only blanks, width or case differ", key=list_names(same))
    return _("use one of {choices}", choices=list_names(known)) if known else _("there is none")


def list_names(names: Iterable[str]) -> str:
    """The names in their order, cut where there are too many.

    >>> list_names(["가", "나"])
    '가, 나'
    """
    listed = list(names)
    more = ["…"] if len(listed) > _MOST_LISTED else []
    return ", ".join([*listed[:_MOST_LISTED], *more])
