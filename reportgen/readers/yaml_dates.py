"""Dates that begin with a typed apostrophe, which YAML takes for an opening quote."""

from __future__ import annotations

import re

from reportgen.language.date_readings import DateError
from reportgen.language.periods import read_period

_VALUE = re.compile(
    r"(?P<key>\b(?:base_date|period):[ \t]+)(?P<typed>['`][^\n,}#]*?)"
    r"(?=[ \t]*(?:[,}\r\n]|[ \t]#|\Z))"
)
"""What stands behind a key of a date, up to the end of the line or of its place in it."""


def free_dates(text: str) -> str:
    """The text in which such dates have printed apostrophes; no other sign moves.

    Only for a text that is no YAML: what is quoted as a whole is no date with its quotes.

    >>> free_dates("base_date: '26. 5. 31.  # day"), free_dates("base_date: '26. 5. 31.'")
    ('base_date: ’26. 5. 31.  # day', "base_date: '26. 5. 31.'")
    """
    return _VALUE.sub(_free, text)


def _free(match: re.Match[str]) -> str:
    typed = match["typed"]
    try:
        read_period(typed)
    except DateError as error:
        if not error.cause:
            return match[0]
    return match["key"] + typed.translate({0x27: "’", 0x60: "’"})
