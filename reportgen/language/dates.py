"""Days in every form in which they are written in Korean offices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from reportgen.i18n import translate as _
from reportgen.language.date_readings import DateError, list_readings, tidy_date

_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SERIAL = re.compile(r"(?P<number>[2-7]\d{4})(?:\.\d+)?", re.ASCII)
_NO_YEAR = re.compile(r"\d{1,2}\s*(?:[-./]\s*\d{1,2}\s*\.?|월(?:\s*\d{1,2}\s*일?)?|일)", re.ASCII)

_FIRST_DAY = date(1899, 12, 30)
"""The day 0 of a spreadsheet, from the first of March 1900 on."""


def read_day(text: str) -> date:
    """The day that is written.

    :raises DateError: when it is no day, doesn't exist, or may be several.

    >>> [str(read_day(text)) for text in ("’26. 5. 31.", "26-5-31", "20260531", "2026/5/31(일)")]
    ['2026-05-31', '2026-05-31', '2026-05-31', '2026-05-31']
    """
    if _ISO.fullmatch(text):
        return _read_iso(text)
    plain = tidy_date(text)
    readings = list_readings(plain)
    if not readings:
        raise DateError(explain_no_date(plain))
    found = choose(reading.iso for reading in readings)
    if len(found) == len("2026-05"):
        raise DateError(_("the day is missing"))
    return date.fromisoformat(found)


def explain_date(text: str) -> str:
    """Why a text is no day, and what to write; empty for a day, and where nobody can know."""
    try:
        read_day(text)
    except DateError as error:
        return error.cause
    return ""


def _read_iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DateError(_("the calendar has no {day}", day=text)) from None


def choose(readings: Iterable[str]) -> str:
    """The one reading.

    :raises DateError: when there are several.
    """
    *others, last = dict.fromkeys(readings)
    if others:
        found = _("{choices} or {last}", choices=", ".join(others), last=last)
        raise DateError(_("it may be {readings}; write the one that is meant", readings=found))
    return last


def explain_no_date(plain: str) -> str:
    """Why a text without any reading is no day, as far as that can be known."""
    if match := _SERIAL.fullmatch(plain):
        day = _FIRST_DAY + timedelta(int(match["number"]))
        return _(
            "it may be a spreadsheet's number for {day}; write that day, or format the cell "
            "as a date",
            day=day.isoformat(),
        )
    return _("the year is missing; write it with four digits") if _NO_YEAR.fullmatch(plain) else ""
