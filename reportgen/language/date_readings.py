"""What a day or a month may say in every form in which it is written in Korean offices.

The year comes first, as everybody writes it there: ``’26. 5. 31.``, ``26-5-31``, ``2026년 5월``.
It comes last only where it has four digits there, or where the first number has neither
apostrophe nor 년 and can be a month (1 to 12), as in the American ``05/31/26``; then the month may
come first, or the day. So ``26.5.31`` has one reading, and ``05/06/26`` has three. Two digits
are a year of this century.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.letters import tidy_name

MOST_LETTERS = 80
"""What is longer is no date."""

WEEKDAYS = "월화수목금토일"

_SIGNS = str.maketrans(
    {
        **{chr(0xFF01 + at): chr(0x21 + at) for at in range(94)},
        **dict.fromkeys("’‘‛`´′ʼ＇｀", "'"),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("∼〜～∽", "~"),
        **dict.fromkeys("·ㆍ․‧・。｡．", "."),
        **dict.fromkeys("∕⁄／", "/"),
        "年": "년",
        "月": "월",
        "日": "일",
    }
)
"""Signs as other keyboards and programs type them. Raised and circled digits are notes."""

_TAIL = (
    r"(?:\s*[(\[]\s*(?P<weekday>[월화수목금토일])(?:요일)?\s*[)\]]"
    r"|\s*(?P<spelled>[월화수목금토일])요일)?"
    r"(?:\s*[T ]\s*(?:(?:오전|오후|AM|PM)\s*)?\d{1,2}"
    r"(?::\d\d(?::\d\d(?:\.\d+)?)?|시(?:\s*\d{1,2}분)?))?"
)
_DAY = re.compile(
    r"(?P<mark>'?)\s*(?P<first>\d{1,4})\s*(?P<one>[-./]|년)\s*(?P<second>\d{1,2})\s*"
    rf"(?P<two>[-./]|월)\s*(?P<third>\d{{4}}|\d{{1,2}})\s*\.?\s*일?{_TAIL}",
    re.ASCII,
)
_MONTH = re.compile(
    r"(?P<mark>'?)\s*(?P<first>\d{1,4})\s*(?P<one>[-./]|년)\s*(?P<second>\d{4}|\d{1,2})\s*\.?\s*월?",
    re.ASCII,
)
_COMPACT = re.compile(rf"(?P<mark>'?)\s*(?P<digits>\d{{8}}|\d{{6}})\s*\.?{_TAIL}", re.ASCII)


class DateError(ReportgenError):
    """A text says no day and no month, or may say several.

    :ivar cause: what keeps it from being one, and what to write; empty where nobody can know.
    """

    def __init__(self, cause: str = "") -> None:
        super().__init__(cause)
        self.cause = cause


class Written(NamedTuple):
    """A day or a month as it is written, which may not exist.

    :ivar day: 0 where a whole month is meant.
    """

    year: int
    month: int
    day: int = 0

    @property
    def iso(self) -> str:
        """As ISO 8601 has it."""
        month = f"{self.year:04}-{self.month:02}"
        return f"{month}-{self.day:02}" if self.day else month

    def find_date(self) -> date | None:
        """The day, or the first day of the month; None where there is none."""
        try:
            return date(self.year, self.month, self.day or 1)
        except ValueError:
            return None


def tidy_date(text: str) -> str:
    """The text with signs and digits as a western keyboard types them.

    :raises DateError: when it is too long for a date.
    """
    if len(text) > MOST_LETTERS:
        raise DateError
    return tidy_signs(text)


def tidy_signs(text: str) -> str:
    """A text in which a date may stand, with signs and digits as in a tidied date."""
    return tidy_name(text).translate(_SIGNS)


def list_readings(plain: str, may_mix: bool = True) -> list[Written]:
    """Every day and month that a tidied text may say; nothing where it has no such form.

    :param may_mix: whether the signs between the three numbers may differ.
    :raises DateError: when none of them exists, or none falls on the weekday behind it.
    """
    match = _DAY.fullmatch(plain)
    if match and (may_mix or not _is_mixed(match)):
        mark = match["mark"] or match["one"] == "년"
        return _keep(_order(bool(mark), *match.group("first", "second", "third")), match)
    if match := _COMPACT.fullmatch(plain):
        return _keep(_split(bool(match["mark"]), match["digits"]), match)
    if match := _MONTH.fullmatch(plain):
        return _keep(_order_month(match), None)
    return []


def _is_mixed(match: re.Match[str]) -> bool:
    return match["one"] != match["two"] and match["one"] != "년" and match["two"] != "월"


def _order(is_marked: bool, first: str, second: str, third: str) -> Iterator[Written]:
    a, b, c = int(first), int(second), int(third)
    if len(third) == 4:
        if not is_marked and len(first) < 3:
            yield from _order_last(c, a, b)
        return
    if len(first) in (2, 4):
        yield Written(_complete(first), b, c)
    if not is_marked and len(first) < 3 and a <= 12 and len(third) == 2:
        yield from _order_last(_complete(third), a, b)


def _order_last(year: int, first: int, second: int) -> Iterator[Written]:
    """The month before the day, or behind it; a number above 12 is no month."""
    if first <= 12:
        yield Written(year, first, second)
    if second <= 12:
        yield Written(year, second, first)


def _split(is_marked: bool, digits: str) -> Iterator[Written]:
    """What digits alone may say: ``20260531``, ``260531``, or the month ``202605``."""
    if len(digits) == 6:
        yield from _order(is_marked, digits[:2], digits[2:4], digits[4:])
    centuries = ("19", "20") if len(digits) == 8 else ("20",)  # nobody means a month of 1901
    if digits[:2] in centuries and not is_marked:
        month = Written(int(digits[:4]), int(digits[4:6]), int(digits[6:] or "0"))
        if month.find_date() or len(digits) == 8:
            yield month


def _order_month(match: re.Match[str]) -> Iterator[Written]:
    first, second = match["first"], match["second"]
    is_marked = bool(match["mark"]) or match["one"] == "년"
    if len(second) == 4:
        if not is_marked and len(first) < 3:
            yield Written(int(second), int(first))
    elif len(first) == 4 or (len(first) == 2 and (is_marked or int(first) > 12)):
        yield Written(_complete(first), int(second))


def _complete(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def _keep(written: Iterable[Written], match: re.Match[str] | None) -> list[Written]:
    """Those that exist and fall on the weekday that is written.

    :raises DateError: when there are some, but none is left.
    """
    listed = list(dict.fromkeys(written))
    found = [one for one in listed if one.find_date()]
    if listed and not found:
        raise DateError(_("the calendar has no {day}", day=listed[0].iso))
    weekday = match and (match["weekday"] or match["spelled"])
    if not weekday:
        return found
    days = {one: WEEKDAYS[day.weekday()] for one in found if (day := one.find_date())}
    if days and weekday not in days.values():
        first, falls = next(iter(days.items()))
        raise DateError(
            _("{day} is a {weekday}요일; correct one of the two", day=first.iso, weekday=falls)
        )
    return [one for one, falls in days.items() if falls == weekday]
