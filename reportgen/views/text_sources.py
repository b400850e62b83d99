"""Where in the content or the ledger a text was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.diagnostics import SourceRef
from reportgen.model.base import Content
from reportgen.model.ledger import LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.texts import walk_texts


class TextSources:
    """Finds texts; nothing is read before the first one is asked for."""

    def __init__(self, folder: ProjectFolder, entries: Iterable[LedgerEntry]) -> None:
        self._folder = folder
        self._entries = entries

    def find(self, text: str, character: str) -> SourceRef | None:
        """The place of a text, or of the first that has the same word; None without one.

        :param character: a character of the text, by which the word is chosen. A text that
            was filled or joined is no longer the one that was typed, but its words are.
        """
        word = next((word for word in text.split() if character in word), character)
        similar: SourceRef | None = None
        for typed, source in self._read(character):
            if " ".join(typed.split()) == text:
                return source
            if similar is None and word in typed:
                similar = source
        return similar

    def _read(self, character: str) -> Iterator[tuple[str, SourceRef]]:
        folder = self._folder
        contents: Sequence[Content] = (
            folder.accounts,
            folder.report,
            folder.organization,
            *folder.amendments,
        )
        for content in contents:
            yield from ((typed.text, typed.place) for typed in walk_texts(content))
        for entry in self._entries:
            for text in (entry.reference, entry.note, entry.stage, entry.account):
                if character in text:
                    yield text, entry.source
