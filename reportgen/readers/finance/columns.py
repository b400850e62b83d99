"""A table's columns: what each one's headers say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.readers.finance.days import find_year
from reportgen.readers.finance.names import squeeze, without_brackets
from reportgen.readers.finance.units import find_header_unit
from reportgen.readers.finance.words import (
    AMOUNTS,
    NAMING,
    PARTIAL,
    RUNNING,
    Meaning,
    find_meaning,
)
from reportgen.readers.sheet_columns import spell_column


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    :ivar number: counted from 1.
    :ivar labels: its headers from above, without repeats.
    :ivar meaning: None when no header of it is known.
    :ivar unit: the unit that its headers name; empty if they don't.
    :ivar year: the fiscal year that its headers name.
    :ivar partial: whether it is a part (당월) of the amount that its upper header names.
    """

    number: int
    labels: tuple[str, ...]
    meaning: Meaning | None
    unit: str = ""
    year: int | None = None
    partial: bool = False

    @property
    def letter(self) -> str:
        """The letters by which a workbook calls it."""
        return spell_column(self.number)

    @property
    def label(self) -> str:
        """Its headers in one line, as a profile names the column."""
        return " ".join(self.labels)

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts that may become entries."""
        return self.meaning in AMOUNTS

    @property
    def is_name(self) -> bool:
        """Whether it names accounts."""
        return self.meaning in NAMING


def describe_column(
    number: int, labels: tuple[str, ...], told: Mapping[str, Meaning] | None = None
) -> Column:
    """The column under these headers.

    :param told: meanings by squeezed header, which outdo the words that are known.
    """
    unit = next((unit for label in reversed(labels) if (unit := find_header_unit(label))), "")
    if not unit and any(label.strip().lower() == "amount_won" for label in labels):
        unit = "원"
    year = next((year for label in reversed(labels) if (year := find_year(label))), None)
    meaning, partial = _find_meaning(labels, told or {})
    return Column(number, labels, meaning, unit, year, partial)


def _find_meaning(
    labels: tuple[str, ...], told: Mapping[str, Meaning]
) -> tuple[Meaning | None, bool]:
    for text in (" ".join(labels), *reversed(labels[-1:])):
        if squeeze(text) in told:
            return told[squeeze(text)], False
    partial = False
    for depth, label in reversed(list(enumerate(labels))):
        plain = without_brackets(label)
        meaning = find_meaning(label)
        if plain in PARTIAL:
            partial = True
        elif not depth or not (plain in RUNNING or (find_year(label) and meaning is None)):
            return meaning, partial
    return None, partial
