"""What an office file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from reportgen.templating.printed import Printed
from reportgen.views.descriptions import NOTHING_SAID, Description


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author and date of a document; the date is the report's, never today's.

    :ivar author: the organization that answers for it.
    :ivar subject: what it is about, the title without year and mark.
    :ivar category: what sort of document it is.
    :cvar language: of the text (BCP 47).
    """

    title: str
    author: str
    day: date
    subject: str = ""
    category: str = ""
    described: Description = NOTHING_SAID
    language: ClassVar[str] = "ko-KR"

    @classmethod
    def of_year(
        cls,
        year: int,
        title: str,
        mark: str,
        author: str,
        day: date,
        *,
        category: str = "",
        described: Description = NOTHING_SAID,
    ) -> Metadata:
        """With a title that names the year once, and the mark of every page before it.

        >>> Metadata.of_year(2026, "주요업무 보고", "예시", "재단", date(2026, 6, 30)).title
        '[예시] 2026 주요업무 보고'
        >>> Metadata.of_year(2026, "2026년도 제1회 추경", "", "재단", date(2026, 6, 30)).title
        '2026년도 제1회 추경'
        """
        dated = date_title(year, title)
        whole = f"[{mark}] {dated}" if mark else dated
        return cls(whole, author, day, title, category, described)

    @property
    def timestamp(self) -> str:
        """The day's midnight in UTC, as ISO 8601."""
        return f"{self.day.isoformat()}T00:00:00Z"

    @property
    def summary(self) -> str:
        """문서요지; empty where the content gives none."""
        return str(self.described.summary)

    @property
    def printed(self) -> Iterator[Printed]:
        """The texts that show figures."""
        texts = (self.described.summary, *self.described.keywords)
        return (text for text in texts if text.shown)

    def join_keywords(self, separator: str) -> str:
        """키워드 in one text; empty where the content gives none."""
        return separator.join(word for word in self.described.keywords if word)


def date_title(year: int, title: str) -> str:
    """The title, with the year before it unless it names the year itself."""
    return title if re.search(rf"(?<!\d){year}(?!\d)", title) else f"{year} {title}"
