"""Days in every form that finance writes."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from decimal import Decimal

from reportgen.language.date_readings import DateError
from reportgen.language.dates import explain_date, read_day
from reportgen.readers.finance.grid import Scalar

_YEAR = r"(?P<year>(?<!\d)(?:\d{4}|['’‘`´]?\s?\d{2}))"
_SEPARATOR = r"\s*(?:[-./]|년)\s*"
_DAY = (
    rf"{_YEAR}{_SEPARATOR}(?P<month>\d{{1,2}})\s*(?:[-./]|월)"
    r"\s*(?P<day>\d{1,2})(?!\d)\s*(?:\.|일)?"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_SHORT = re.compile(
    r"(?P<month>\d{1,2})\s*(?:[-./]|월)\s*(?P<day>\d{1,2})\s*(?:\.|일)?(?:\s*\([월화수목금토일]\))?"
)
_AS_OF = re.compile(rf"{_DAY}\s*\.?\s*(?:자|일자)?\s*(?:기준|현재)")
_MONTH = rf"{_YEAR}{_SEPARATOR}(?P<month>\d{{1,2}})\s*\.?\s*월?"
_MONTH_END = re.compile(rf"{_MONTH}\s*말?\s*\.?\s*(?:기준|현재)")
_STATED = re.compile(r"(?:기준|현재)\s*(?:일자?|시점|월|년월)?\s*[:;]?\s*(?P<rest>.*)")
_WHOLE_DAY = re.compile(_DAY)
_WHOLE_MONTH = re.compile(rf"{_MONTH}(?!\s*\d)")
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
    plain = _normalise(text)
    stated = _STATED.search(plain)
    rest = stated["rest"] if stated else ""
    match = _AS_OF.search(plain) or _WHOLE_DAY.match(rest) or _COMPACT.match(rest)
    if match:
        return _make(_read_year(match["year"]), match)
    month = _MONTH_END.search(plain) or _WHOLE_MONTH.match(rest)
    if month is None or not 1 <= int(month["month"]) <= 12:
        return None
    year = _read_year(month["year"])
    return date(year, int(month["month"]), monthrange(year, int(month["month"]))[1])


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
