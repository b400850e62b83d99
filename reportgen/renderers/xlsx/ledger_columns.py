"""The ledger's columns as formulas see them: a defined name each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from reportgen.figures import FigureTable
from reportgen.figures.figure import Condition, Criterion
from reportgen.renderers.xlsx.addresses import Area, quote_sheet
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.views.annex_records import Kind
from reportgen.views.grid import EMPTY, Cell

LEDGER = "ledger"
"""The key of the annex that shows the ledger, and the prefix of its names."""

AMOUNT = "amount"
"""The ledger's column of amounts, in won."""

_WILDCARDS = re.compile(r"([~*?])")

Written = int | str


class LedgerColumns:
    """The ledger as it is written on its sheet."""

    def __init__(self, layout: SheetLayout, figures: FigureTable) -> None:
        numbers = layout.prototypes.values()
        runs = layout.map_rows(min(numbers), max(numbers))
        columns = layout.columns_of(layout.template.row(min(numbers)))
        sheet = quote_sheet(layout.template.name)
        last = runs[-1][1] + _has_closing_row(layout, max(numbers))
        self.names: Mapping[str, str] = {
            f"{LEDGER}_{key}": f"{sheet}!" + Area(at, runs[0][0], at, last).spell("$")
            for key, at in columns.items()
        }
        records = layout.annex.records if layout.annex else None
        self._columns = records.columns if records else {}
        asked = {name for figure in figures.values() for name, _ in figure.formula.criteria}
        self._written = _collect(layout, asked)

    def spell_sum(self, criteria: Iterable[Criterion]) -> str:
        """The sum of the amounts whose other columns hold what the criteria say."""
        terms = [
            f"{LEDGER}_{column},{self._spell_criterion(column, value)}"
            for column, value in criteria
        ]
        if not terms:
            return f"SUM({LEDGER}_{AMOUNT})"
        return f"SUMIFS({LEDGER}_{AMOUNT},{','.join(terms)})"

    def _spell_criterion(self, column: str, value: str | Condition) -> str:
        if isinstance(value, Condition):
            return self._spell_condition(column, value)
        shown = self._columns.get(column)
        if shown and shown.kind is Kind.TEXT:
            return spell_criterion(shown.words.get(value, value))
        written = self._written.get(column, {})
        return spell_criterion(written.get(value, int(value) if value.isdecimal() else value))

    def _spell_condition(self, column: str, condition: Condition) -> str:
        value = condition.value
        shown = self._columns.get(column)
        if isinstance(value, str) and shown:
            value = shown.words.get(value, value)
        return spell_condition(condition.sign, value)


def spell_condition(sign: str, value: str | date) -> str:
    """A criterion that holds for more than one value; a day is right in every date system.

    >>> spell_condition(">=", date(2026, 3, 1)), spell_condition("<>", "지출액")
    ('">="&DATE(2026,3,1)', '"<>지출액"')
    """
    if isinstance(value, date):
        return f"{quote_text(sign)}&DATE({value.year},{value.month},{value.day})"
    return quote_text(sign + _WILDCARDS.sub(r"~\1", value))


def spell_criterion(written: Written) -> str:
    """A criterion that matches exactly what is written, though it looks like a pattern.

    >>> spell_criterion(2025), spell_criterion("ai*"), spell_criterion("=1+1")
    ('2025', '"ai~*"', '"==1+1"')
    """
    if isinstance(written, int):
        return str(written)
    text = _WILDCARDS.sub(r"~\1", written)
    return quote_text(f"={text}" if text[:1] in ("", "=", "<", ">") else text)


def quote_text(text: str) -> str:
    """A text as a formula spells it.

    >>> quote_text('"-"')
    '\"\"\"-\"\"\"'
    """
    return '"' + text.replace('"', '""') + '"'


def _has_closing_row(layout: SheetLayout, last: int) -> bool:
    """Whether an empty row closes the table; the names reach over it.

    A row that is inserted above it, below the last entry, is then counted as well.
    """
    below = layout.template.rows.get(last + 1)
    return below is not None and not any(cell.text or cell.content[1] for cell in below.cells)


def _collect(layout: SheetLayout, asked: set[str]) -> dict[str, dict[str, Written]]:
    """What is written in a grid's columns asked for, by the value that criteria name."""
    written: dict[str, dict[str, Written]] = {column: {} for column in asked}
    for _number, _look, row in layout.data_lines():
        for column, values in written.items():
            cell = row.columns.get(column, EMPTY)
            raw = str(cell) if cell.value is None else str(cell.value)
            if raw not in values:
                values[raw] = _write(cell)
    return written


def _write(cell: Cell) -> Written:
    return cell.value if isinstance(cell.value, int) else str(cell)
