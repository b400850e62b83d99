"""Months and quarters in headers: amounts of that time, or all up to its end."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_MONTH = r"(?<!\d)(?P<month>1[0-2]|0?[1-9])\s*월"
_QUARTER = r"(?<!\d)(?P<quarter>[1-4])\s*(?:/\s*4\s*)?분기"
_HALF = r"(?P<half>[상하])반기"
_YEAR = r"(?:(?:\d{4}|['’‘]?\d{2})\s*(?:년도?|\.)\s*)?"
_SINCE = r"(?P<since>~|∼|-|1\s*[~∼-]\s*|1\s*월\s*[~∼-]\s*)?"
_PERIOD = re.compile(
    rf"{_YEAR}{_SINCE}(?:{_MONTH}|{_QUARTER}|{_HALF})"
    r"\s*(?P<until>말까지|까지|말\s*현재|현재|말\s*기준|말)?\s*(?P<within>분|중)?\s*(?:누계(?P<total>))?"
)


class Period(NamedTuple):
    """A part of the year that a header names.

    :ivar months: the first and the last of its months.
    :ivar is_running: whether all the year up to its end is meant.
    :ivar rest: what else the header says, without blanks.
    """

    months: tuple[int, int]
    is_running: bool
    rest: str


def find_period(label: str) -> Period | None:
    """The period of a squeezed header, or None where it names none.

    >>> find_period("6월지출액")
    Period(months=(6, 6), is_running=False, rest='지출액')
    >>> find_period("6월말까지").is_running, find_period("2/4분기").months, find_period("정원의달")
    (True, (4, 6), None)
    """
    plain = unicodedata.normalize("NFKC", label)
    match = _PERIOD.search(plain)
    if match is None:
        return None
    rest = plain[: match.start()] + plain[match.end() :]
    is_running = bool(match["since"] or match["until"]) or match["total"] is not None
    return Period(_find_months(match), is_running, "".join(rest.split()).strip("()[]·,"))


def _find_months(match: re.Match[str]) -> tuple[int, int]:
    if match["month"]:
        return int(match["month"]), int(match["month"])
    if match["quarter"]:
        last = int(match["quarter"]) * 3
        return last - 2, last
    return (1, 6) if match["half"] == "상" else (7, 12)
