"""Paragraphs that were added, removed, changed or moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportgen.comparison.pairing import Position, Words, compare_lines
from reportgen.formats import Document
from reportgen.renderers.docx_text import Passage


class ChangeKind(StrEnum):
    """What happened to a figure, a paragraph, a table or a row."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph that is not the same at the same place."""

    document: Document
    position: Position
    old: Passage | None
    new: Passage | None

    @property
    def kind(self) -> ChangeKind:
        """What happened to it; only a paragraph with the same words is said to have moved."""
        return find_kind(self.position)

    @property
    def words(self) -> tuple[Words, ...]:
        """What became of its words."""
        return compare_lines(self.old.text if self.old else "", self.new.text if self.new else "")

    def reverse(self) -> TextChange:
        """The same change backwards."""
        return TextChange(self.document, self.position.reverse(), self.new, self.old)

    def as_json(self) -> dict[str, Any]:
        """The change as it stands in ``--json``."""
        return {
            "document": self.document.value,
            "kind": self.kind.value,
            "old": _as_json(self.old),
            "new": _as_json(self.new),
            "words": [{"old": words.old, "new": words.new} for words in self.words],
        }


def find_kind(position: Position) -> ChangeKind:
    """What happened to something that is not the same in both versions."""
    if position.old is None:
        return ChangeKind.ADDED
    if position.new is None:
        return ChangeKind.REMOVED
    return ChangeKind.MOVED if position.is_moved else ChangeKind.CHANGED


def _as_json(passage: Passage | None) -> dict[str, Any] | None:
    return None if passage is None else {"path": list(passage.path), "text": passage.text}
