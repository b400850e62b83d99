"""What an office file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author and date of a document; the date is the report's, never today's."""

    title: str
    author: str
    day: date

    @property
    def timestamp(self) -> str:
        """The day's midnight in UTC, as ISO 8601."""
        return f"{self.day.isoformat()}T00:00:00Z"
