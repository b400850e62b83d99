"""The bookmarks that tags make in one document, and the links to its bookmarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _


class Bookmarks:
    """What has to fit together when all parts are complete, those put in included."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[SourceRef, str]] = {}
        self._links: dict[str, Diagnostic] = {}

    def add(self, name: str, place: SourceRef, typed: str) -> None:
        """Note a bookmark, and the tag that made it."""
        self._made[name] = place, typed

    def add_links(self, links: Iterable[tuple[str, Diagnostic]]) -> None:
        """Note links by their bookmark, with what is to be told where there is none."""
        for name, told in links:
            self._links.setdefault(name, told)

    def merge(self, other: Bookmarks) -> None:
        """Note those of a document that was put in."""
        self._made.update(other._made)
        self.add_links(other._links.items())

    def __bool__(self) -> bool:
        return bool(self._made or self._links)

    def find_dead(self, counts: Mapping[str, int]) -> list[str]:
        """The bookmarks that links lead to and the document doesn't have.

        :param counts: how often each bookmark stands in the document.
        """
        return [name for name in self._links if not counts.get(name)]

    def check(self, counts: Mapping[str, int]) -> Iterator[Diagnostic]:
        """Links that lead nowhere, and bookmarks that tags made more than once."""
        yield from (self._links[name] for name in self.find_dead(counts))
        for name, (place, typed) in self._made.items():
            if counts.get(name, 0) > 1:
                problem = _("there is more than one bookmark «{name}»", name=name)
                yield Diagnostic(
                    "template-bookmark",
                    place,
                    f"{typed}: {problem}",
                    published=typed,
                    hint=_("let the name depend on what is repeated: {% anchor … ~ loop.index %}"),
                )


def count_bookmarks(parts: Mapping[str, bytes], bookmark: re.Pattern[str]) -> Mapping[str, int]:
    """How often each bookmark stands in a document.

    :param bookmark: finds their names, as they are written.
    """
    texts = (data.decode() for name, data in parts.items() if name.endswith(".xml"))
    return Counter(name for text in texts for name in bookmark.findall(text))
