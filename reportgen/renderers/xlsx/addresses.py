"""Cell addresses: column letters, areas, and where a cell stands in the workbook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
"""The extent of a sheet (ECMA-376, 18.18.7; the limits of Excel)."""

_AREA = re.compile(
    r"\$?(?P<left>[A-Z]{1,3})?\$?(?P<top>\d+)?(?::\$?(?P<right>[A-Z]{1,3})?\$?(?P<bottom>\d+)?)?"
)
_BETWEEN_REFERENCES = re.compile(r",(?=(?:[^']*'[^']*')*[^']*$)")
_SHEET = re.compile(r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!\[\]]+))!(?P<area>[^!]+)")


@cache
def spell_column(column: int) -> str:
    """The letters of a column counted from 1.

    >>> spell_column(1), spell_column(28), spell_column(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


@cache
def read_column(letters: str) -> int:
    """The number of a column, counted from 1.

    >>> read_column("XFD")
    16384
    """
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


@cache
def quote_sheet(name: str) -> str:
    """A sheet's name as a formula spells it.

    >>> quote_sheet("'24 세입")
    "'''24 세입'"
    """
    return "'" + name.replace("'", "''") + "'"


def spell_address(column: int, row: int) -> str:
    """A cell within its sheet.

    >>> spell_address(2, 5)
    'B5'
    """
    return f"{spell_column(column)}{row}"


class Position(NamedTuple):
    """One cell of the workbook.

    :ivar address: column and row as ``B5``; kept, since every figure's is asked for many times.
    """

    sheet: str
    column: int
    row: int
    address: str


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells; whole rows and whole columns reach to the edge of the sheet."""

    left: int
    top: int
    right: int
    bottom: int

    def spell(self, sign: str = "") -> str:
        """The area as ``B4:D9``; with the sign ``$`` as ``$B$4:$D$9``.

        >>> parse_area("$B$4:$D$9").spell(), parse_area("$4:$5").spell("$")
        ('B4:D9', '$4:$5')
        """
        left, right = spell_column(self.left), spell_column(self.right)
        if (self.left, self.right) == (1, LAST_COLUMN):
            return f"{sign}{self.top}:{sign}{self.bottom}"
        if (self.top, self.bottom) == (1, LAST_ROW):
            return f"{sign}{left}:{sign}{right}"
        first, last = f"{sign}{left}{sign}{self.top}", f"{sign}{right}{sign}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def with_rows(self, top: int, bottom: int) -> Area:
        """The same columns in other rows."""
        return Area(self.left, top, self.right, bottom)


def parse_area(text: str) -> Area | None:
    """The area that is written, or None when it is none.

    >>> parse_area("B4"), parse_area("#REF!") is None
    (Area(left=2, top=4, right=2, bottom=4), True)
    """
    match = _AREA.fullmatch(text)
    if match is None or not (match["left"] or match["top"]):
        return None
    if ":" not in text:
        if not (match["left"] and match["top"]):
            return None
        column, row = read_column(match["left"]), int(match["top"])
        return Area(column, row, column, row)
    left, right = match["left"] or "A", match["right"] or spell_column(LAST_COLUMN)
    top, bottom = match["top"] or "1", match["bottom"] or str(LAST_ROW)
    return Area(read_column(left), int(top), read_column(right), int(bottom))


def split_reference(text: str) -> tuple[str, Area] | None:
    """Sheet and area of a reference such as ``'세입'!$A$4``, or None when it is no such thing.

    >>> split_reference("세입!$4:$4")
    ('세입', Area(left=1, top=4, right=16384, bottom=4))
    """
    match = _SHEET.fullmatch(text)
    area = parse_area(match["area"]) if match else None
    if match is None or area is None:
        return None
    return match["plain"] or match["quoted"].replace("''", "'"), area


def split_union(text: str) -> list[str]:
    """The references that stand in a list.

    >>> split_union("'가,나'!$A$1,세입!$1:$3")
    ["'가,나'!$A$1", '세입!$1:$3']
    """
    return _BETWEEN_REFERENCES.split(text)
