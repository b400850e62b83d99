"""The annex workbook: one grid a sheet, declared apart from how a workbook spells it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.views.grid import Grid


@dataclass(frozen=True, slots=True)
class Annex:
    """One sheet.

    :ivar key: the prefix of the sheet's defined names in the template workbook.
    :ivar title: the name of the sheet and its heading.
    :ivar description: what the cover says the sheet is.
    """

    key: str
    title: str
    description: str
    grid: Grid


@dataclass(frozen=True, slots=True)
class Annexes:
    """The workbook: what its cover says, and its sheets in order.

    :ivar cover: label and text of each line of the cover, by key.
    """

    title: str
    cover: tuple[tuple[str, str], ...]
    sheets: tuple[Annex, ...]
