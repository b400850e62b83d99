"""The YAML before the text: what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from reportgen.renderers.markdown.lines import Line
from reportgen.renderers.markdown.nodes import list_printed
from reportgen.renderers.metadata import Metadata

_FENCE = Line("---")
_WIDE = 1_000_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands there beside the metadata.

    :ivar title: with the year, without the mark.
    :ivar mark: the words of every page, 초안 of a draft among them.
    :ivar unit: that of the amounts in tables that name no other.
    """

    metadata: Metadata
    title: str
    unit: str
    mark: str = ""
    committee: str = ""
    session: str = ""

    def list_lines(self) -> Iterator[Line]:
        """The lines between fences; what is not known is left out."""
        yield _FENCE
        for key, value in self._list_values():
            shown = self._find_shown(key)
            text = yaml.safe_dump({key: value}, allow_unicode=True, width=_WIDE)
            first, *others = text.splitlines()
            yield Line(first, tuple(list_printed(shown)))
            yield from map(Line, others)
        yield _FENCE

    def _list_values(self) -> Iterator[tuple[str, object]]:
        described = self.metadata.described
        values = {
            "title": self.title,
            "mark": self.mark,
            "organization": self.metadata.author,
            "committee": self.committee,
            "session": self.session,
            "base_date": self.metadata.day,
            "unit": self.unit,
            "summary": described.summary,
            "keywords": [str(word) for word in described.keywords if word],
            "language": self.metadata.language,
        }
        for key, value in values.items():
            if value:
                yield key, str(value) if isinstance(value, str) else value

    def _find_shown(self, key: str) -> tuple[str, ...]:
        described = self.metadata.described
        return {"summary": (described.summary,), "keywords": described.keywords}.get(key, ())
