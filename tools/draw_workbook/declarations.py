"""What a sheet of the template declares: its columns and its marked rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from openpyxl.utils import get_column_letter

from tools.draw_workbook.looks import GREY, Look


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the data, its heading, its width in characters, its look."""

    key: str
    heading: str
    width: float
    look: Look


@dataclass(frozen=True, slots=True)
class Role:
    """A marked row: the role it stands for and what sets it apart.

    :ivar centred: whether the name stands in the middle of its cell.
    """

    name: str
    bold: bool = False
    fill: str = ""
    indent: int = 0
    outline: int = 0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A conditional format; ``{first}`` and ``{last}`` are the marked rows.

    :ivar colour: of the text.
    :ivar fill: of the cell, if it is filled.
    """

    area: str
    formula: str
    colour: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be typed in a column (data validation).

    :ivar first: the list, or the least value, as a formula.
    :ivar last: the greatest value, where there is one.
    :ivar stops: whether anything else is refused, or only warned of.
    """

    column: str
    kind: Literal["list", "date", "decimal"]
    first: str
    last: str = ""
    title: str = ""
    message: str = ""
    stops: bool = True


@dataclass(frozen=True, slots=True)
class SheetDrawing:
    """A sheet: the key of its annex, its name, its columns and its marked rows.

    :ivar note: a line below the table.
    """

    key: str
    name: str
    columns: tuple[Column, ...]
    roles: tuple[Role, ...]
    height: float = 21
    filtered: bool = False
    marks: tuple[Mark, ...] = ()
    rules: tuple[Rule, ...] = ()
    note: str = ""
    frozen_columns: int = 1

    def letter(self, key: str) -> str:
        """The letter of the column of that key."""
        keys = [column.key for column in self.columns]
        return get_column_letter(keys.index(key) + 1)


TOTAL = Role("total", bold=True, fill=GREY)
