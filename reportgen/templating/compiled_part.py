"""What a part with tags becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.templating.tables.printed_rows import PrintedRows
    from reportgen.templating.tags.tags import Tag


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """Jinja source, and the tag that stands on each of its lines (counted from 1).

    A line without a tag of its own has that of the line before it.

    :ivar rowless: the tags for which a table may come out without a row, by its number.
    :ivar printed_rows: the tags that print rows into a table, by its number.
    """

    source: str
    tags: tuple[Tag | None, ...]
    rowless: tuple[Tag, ...] = ()
    printed_rows: tuple[PrintedRows, ...] = ()

    def find_tag(self, line: int) -> Tag | None:
        """The tag on that line of the source."""
        return self.tags[min(line, len(self.tags)) - 1] if line and self.tags else None
