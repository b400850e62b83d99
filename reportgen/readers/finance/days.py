"""Days in every form that finance writes."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from decimal import Decimal

from reportgen.language.date_readings import DateError, list_readings, tidy_signs
from reportgen.language.dates import explain_date, read_day
from reportgen.readers.finance.grid import Scalar

_SHORT = re.compile(
    r"(?P<month>\d{1,2})\s*(?:[-./]|월)\s*(?P<day>\d{1,2})\s*(?:\.|일)?(?:\s*\([월화수목금토일]\))?"
)
_STATED = re.compile(r"(?:기준|현재)\s*(?:일자?|시점|월|년월)?\s*[:;]?\s*(?P<rest>.*)")
_BEFORE = re.compile(r"(?P<before>.*?)\s*(?:일자|자|말)?\s*\.?\s*(?:기준|현재)")
_BEGIN = re.compile(r"'?\d+")
_INSIDE = re.compile(r".*\d\s*[-./년월]\s*", re.DOTALL)
"""What ends inside of a date."""
_RUN = re.compile(r"'?\d[\d\s'./()년월화수목금토일-]*")
_FISCAL = re.compile(
    r"(?<!\d)(?P<year>\d{4}|['’‘`´]\s?\d{2})"
    r"(?:\s*(?:년|회계|학년)|[.\s]|(?=예산|결산|최종|본예산|당초|추경|집행))"
)


def parse_day(value: Scalar, year: int | None = None) -> date | None:
    """The day that a cell names, or None.

    :param year: the year of days that are written without one.

    >>> [str(parse_day(text)) for text in ("2025. 6. 5.", "’25. 6. 5.", "2025년 6월 5일(목)")]
    ['2025-06-05', '2025-06-05', '2025-06-05']
    >>> str(parse_day("6월 5일", 2025)), parse_day("6월 5일"), parse_day(Decimal(20250605)).day
    ('2025-06-05', None, 5)
    """
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):
        value = str(int(value)) if value == value.to_integral_value() else ""
    short = _SHORT.fullmatch(_normalise(value))
    if short:
        return _make(year, short) if year else None
    try:
        return read_day(value)
    except DateError:
        return None


def explain_day(text: str) -> str:
    """Why a text is no day; empty where nobody can know, as of one whose year stands elsewhere."""
    return "" if _SHORT.fullmatch(_normalise(text)) else explain_date(text)


def find_as_of(text: str) -> date | None:
    """The day as of which a unit line or title speaks; of a month its last day.

    >>> str(find_as_of("(’25. 6. 5. 기준, 단위: 천원)")), str(find_as_of("2025년 6월말 현재"))
    ('2025-06-05', '2025-06-30')
    >>> str(find_as_of("기준일: 2025. 6. 30.")), str(find_as_of("기준월: 2025년 6월"))
    ('2025-06-30', '2025-06-30')
    """
    if "기준" not in text and "현재" not in text:
        return None
    plain = tidy_signs(text)
    before, stated = _BEFORE.match(plain), _STATED.search(plain)
    run = _RUN.match(stated["rest"]) if stated else None
    candidates = _list_ends(before["before"]) if before else []
    candidates += _list_beginnings(run[0]) if run else []
    found = (_read_end(candidate) for candidate in candidates)
    return next((day for day in found if day), None)


def _list_ends(text: str) -> list[str]:
    """What a text may end with that begins with a number, but inside of no date."""
    starts = (match.start() for match in _BEGIN.finditer(text))
    return [text[start:] for start in starts if not _INSIDE.fullmatch(text[:start])]


def _list_beginnings(text: str) -> list[str]:
    return [text[:end] for end in range(len(text), 3, -1)]


def _read_end(text: str) -> date | None:
    """The day, or the last day of the month, that a text is; None where it may be several."""
    try:
        readings = list_readings(text.strip())
    except DateError:
        return None
    if len(readings) != 1:
        return None
    year, month, day = readings[0]
    return date(year, month, day or monthrange(year, month)[1])


def find_year(text: str) -> int | None:
    """The fiscal year that a title or a header begins with or holds.

    >>> find_year("2025년 세출예산 집행현황"), find_year("’24 최종예산"), find_year("제1회 추경")
    (2025, 2024, None)
    """
    match = _FISCAL.search(_normalise(text) + " ")
    year = _read_year(match["year"]) if match else 0
    return year if 1990 <= year <= 2099 else None


def _normalise(text: str) -> str:
    # NFKC would turn ´ into a blank with an accent.
    return unicodedata.normalize("NFKC", text.replace("´", "'")).strip()


def _read_year(text: str) -> int:
    digits = int("".join(mark for mark in text if mark.isdigit()))
    return digits if digits > 99 else 2000 + digits


def _make(year: int | None, match: re.Match[str]) -> date | None:
    try:
        return date(year or 0, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
