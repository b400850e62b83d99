"""Months, days and ranges of them, in every form in which they are written in Korean offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.i18n import translate as _
from reportgen.language.date_readings import DateError, Written, list_readings, tidy_date
from reportgen.language.dates import choose, explain_no_date

_BETWEEN = re.compile(r"\s*(?:(?:부터|에서)\s*[~-]?|[~/-])\s*")
"""What stands between two ends; a dash or a slash may stand inside one, too."""

_SHORT = re.compile(
    r"(?:(?P<month>\d{1,2})\s*(?:[-./]|월)\s*)?(?P<last>\d{1,2})\s*(?P<unit>[월일]?)\s*\.?"
    r"(?:\s*[(\[]\s*(?P<weekday>[월화수목금토일])(?:요일)?\s*[)\]])?",
    re.ASCII,
)
"""An end without the year, or without month and year, that it shares with the beginning."""


def read_period(text: str) -> str:
    """The month, the day or the range that is written, in ISO 8601.

    :raises DateError: when it is none, doesn't exist, ends before it begins, or may be several.

    >>> [read_period(text) for text in ("’26. 5.", "2026. 5. ~ 11.", "’26.5.1. ~ 5. 31.")]
    ['2026-05', '2026-05/2026-11', '2026-05-01/2026-05-31']
    """
    plain = tidy_date(text)
    problems: list[DateError] = []
    readings = [one.iso for one in _try(plain, False, problems)]
    if not readings:
        readings = [*_list_ranges(plain, problems)]
        readings += [one.iso for one in _try(plain, True, problems)]
    if readings:
        return choose(readings)
    raise next(iter(problems), DateError(explain_no_date(plain)))


def _try(plain: str, may_mix: bool, problems: list[DateError]) -> list[Written]:
    try:
        return list_readings(plain, may_mix)
    except DateError as error:
        problems.append(error)
        return []


def _list_ranges(plain: str, problems: list[DateError]) -> Iterator[str]:
    """Every range that the text may say, wherever its two ends meet."""
    for between in _BETWEEN.finditer(plain):
        begins = _try(plain[: between.start()], False, problems)
        rest = plain[between.end() :].removesuffix("까지").rstrip()
        for begin in begins:
            try:
                ends = list_readings_after(rest, begin)
            except DateError as error:
                problems.append(error)
                continue
            later = [end for end in ends if begin.iso <= end.iso]
            if ends and not later:
                problems.append(_explain_order(begin, ends[0], bool(_SHORT.fullmatch(rest))))
            yield from (f"{begin.iso}/{end.iso}" for end in later)


def list_readings_after(plain: str, begin: Written) -> list[Written]:
    """Every end that a text may say behind a beginning.

    :raises DateError: when none of them exists.
    """
    match = _SHORT.fullmatch(plain)
    if match is None or (match["month"] and not begin.day):
        return list_readings(plain, may_mix=False)
    if match["unit"] == ("월" if begin.day else "일"):
        return []
    month = match["month"] or str(begin.month)
    numbers = (month, match["last"]) if begin.day else (match["last"],)
    weekday = f"({match['weekday']})" if match["weekday"] else ""
    return list_readings(f"{begin.year:04}-{'-'.join(numbers)}{weekday}")


def _explain_order(begin: Written, end: Written, shares_year: bool) -> DateError:
    if not shares_year:
        return DateError(_("it ends before it begins"))
    period = f"{begin.iso}/{end._replace(year=begin.year + 1).iso}"
    return DateError(
        _("it ends before it begins; if the next year is meant, write {period}", period=period)
    )
