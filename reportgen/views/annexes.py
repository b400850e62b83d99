"""The annex workbook: one grid a sheet, declared apart from how a workbook spells it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.views.annex_records import Records
from reportgen.views.descriptions import NOTHING_SAID, Description
from reportgen.views.grid import Grid


@dataclass(frozen=True, slots=True)
class Annex:
    """One sheet.

    :ivar key: the prefix of the sheet's defined names in the template workbook.
    :ivar title: the name of the sheet and its heading.
    :ivar description: what the cover says the sheet is.
    :ivar records: rows that all look alike, in place of the rows of the grid; they have the
        role ``body``.
    """

    key: str
    title: str
    description: str
    grid: Grid
    records: Records | None = None

    @property
    def described(self) -> str:
        """What the sheet is, and that its amounts don't add up as they are shown."""
        note = self.grid.rounding_note
        return " ※ ".join(text for text in (self.description, note) if text)

    @property
    def columns(self) -> frozenset[str]:
        """The columns that rows of data can show."""
        if self.records is not None:
            return frozenset(self.records.columns)
        shown = (key for row in self.grid.rows[:1] for key in row.columns)
        return frozenset((*self.grid.columns, *shown))


@dataclass(frozen=True, slots=True)
class AbsentAnnex:
    """A sheet of the template that this state of the budget has nothing for.

    :ivar reason: what the ledger or the content lacks.
    """

    key: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Annexes:
    """The workbook: what its cover says, and its sheets in order.

    :ivar cover: label and text of each line of the cover, by key.
    :ivar author: the organization that the file's properties name.
    :ivar report: the title of the report to which it belongs.
    :ivar described: what the report says of itself.
    """

    title: str
    cover: tuple[tuple[str, str], ...]
    sheets: tuple[Annex, ...]
    absent: tuple[AbsentAnnex, ...] = ()
    author: str = ""
    report: str = ""
    described: Description = NOTHING_SAID
