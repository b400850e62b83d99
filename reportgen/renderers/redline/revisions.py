"""Marks of tracked changes (ECMA-376 part 1, 17.13.5), and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportgen.renderers.redline.elements import make
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_NAMES = "ins del rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange"
CHANGES = tuple(f"{W}{name}" for name in _NAMES.split())
"""Every mark that is made."""


class Mark(StrEnum):
    """What happened to a piece of the document; the value is the element's local name."""

    INSERTED = "ins"
    DELETED = "del"


@dataclass(slots=True)
class Revisions:
    """Who changed the document and when, and a running count.

    :ivar unmarked: changes for which WordprocessingML has no mark.
    """

    author: str
    day: date
    insertions: int = 0
    deletions: int = 0
    unmarked: int = 0

    def count(self, mark: Mark) -> None:
        """One more passage, row or table was inserted or deleted."""
        if mark is Mark.INSERTED:
            self.insertions += 1
        else:
            self.deletions += 1

    def make(self, name: str) -> Element:
        """An element such as ``w:ins`` or ``w:pPrChange``; ids are numbered at the end."""
        element = make(name)
        element.set(f"{W}id", "")
        element.set(f"{W}author", self.author)
        element.set(f"{W}date", f"{self.day.isoformat()}T00:00:00Z")
        return element
