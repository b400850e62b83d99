"""What stands in the cells of records, a column at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from reportgen.renderers.xlsx.numbers import (
    spell_date,
    spell_number,
    spell_quotient,
    spell_thousands,
)
from reportgen.renderers.xlsx.spreadsheetml import escape_text
from reportgen.renderers.xlsx.strings import EMPTY, SharedStrings
from reportgen.views.annex_formulas import Ratio, Values
from reportgen.views.annex_records import Column, Kind

TEXT_TYPE = ' t="str"'
"""The type of a formula whose value is a text (ECMA-376, 18.18.11 ST_CellType)."""


class _Dates(dict[date | None, str]):
    """What follows the style of a cell, by its day; the same days come again and again."""

    def __init__(self, counts_from_1904: bool) -> None:
        super().__init__({None: EMPTY})
        self._counts_from_1904 = counts_from_1904

    def __missing__(self, day: date) -> str:
        content = self[day] = f"><v>{spell_date(day, self._counts_from_1904)}</v></c>"
        return content


class RecordValues:
    """Spells the values of the records of a workbook."""

    def __init__(self, strings: SharedStrings, counts_from_1904: bool) -> None:
        dates = _Dates(counts_from_1904)
        self._spell: dict[Kind, Callable[[Any], str]] = {
            Kind.TEXT: strings.__getitem__,
            Kind.DATE: dates.__getitem__,
            Kind.NUMBER: _number_content,
            Kind.WON: _won_content,
        }

    def spell_contents(self, column: Column, values: Values) -> list[str]:
        """What follows the style of each cell of a column without a formula."""
        if column.words:
            values = [column.words.get(value, value) for value in values]
        return list(map(self._spell[column.kind], values))


def spell_results(column: Column, values: Values) -> list[str]:
    """What the formulas of a column make, as it stands in ``v``."""
    formula = column.formula
    if isinstance(formula, Ratio):
        texts = escape_text(formula.from_zero), escape_text(formula.of_nothing)
        return [spell_quotient(part, base) if base else texts[not part] for part, base in values]
    spell = spell_thousands if column.kind is Kind.WON else spell_number
    return list(map(spell, values))


def spell_types(values: Values) -> list[str]:
    """The type attributes of cells with a ratio, which is a text where it has no base."""
    return ["" if base else TEXT_TYPE for _part, base in values]


def _number_content(value: Any) -> str:
    return EMPTY if value is None else f"><v>{spell_number(value)}</v></c>"


def _won_content(won: Any) -> str:
    return EMPTY if won is None else f"><v>{spell_thousands(won)}</v></c>"
