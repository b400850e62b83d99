"""What an office file says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author and date of a document; the date is the report's, never today's.

    :ivar author: the organization that answers for it.
    """

    title: str
    author: str
    day: date

    @classmethod
    def of_year(cls, year: int, title: str, mark: str, author: str, day: date) -> Metadata:
        """With a title that names the year once, and the mark of every page before it.

        >>> Metadata.of_year(2026, "주요업무 보고", "예시", "재단", date(2026, 6, 30)).title
        '[예시] 2026 주요업무 보고'
        >>> Metadata.of_year(2026, "2026년도 제1회 추경", "", "재단", date(2026, 6, 30)).title
        '2026년도 제1회 추경'
        """
        dated = title if re.search(rf"(?<!\d){year}(?!\d)", title) else f"{year} {title}"
        return cls(f"[{mark}] {dated}" if mark else dated, author, day)

    @property
    def timestamp(self) -> str:
        """The day's midnight in UTC, as ISO 8601."""
        return f"{self.day.isoformat()}T00:00:00Z"
