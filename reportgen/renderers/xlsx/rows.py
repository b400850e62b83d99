"""The rows of a sheet as XML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reportgen.figures import Figure
from reportgen.renderers.xlsx.addresses import Position, read_column, spell_column
from reportgen.renderers.xlsx.formulas import FormulaSpeller, spell_number, spell_thousands
from reportgen.renderers.xlsx.layout import Line, SheetLayout
from reportgen.renderers.xlsx.ledger_columns import AMOUNT, LEDGER
from reportgen.renderers.xlsx.sheet_template import TemplateCell, TemplateRow
from reportgen.renderers.xlsx.spreadsheetml import escape
from reportgen.renderers.xlsx.strings import SharedStrings
from reportgen.renderers.xlsx.survey import shown_figure
from reportgen.renderers.xlsx.tags import column_of, fill, has_tags, sheet_values
from reportgen.views.grid import EMPTY, Cell

_EMPTY = "/>"
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
"""Day 0 of the two date systems (ECMA-376, 18.17.4.1)."""


class _Slot(NamedTuple):
    """A cell of a template row, ready for any row number.

    :ivar key: the column of data, empty for a fixed cell.
    :ivar is_won: whether plain numbers are won, to be written in thousands.
    """

    letters: str
    style: str
    key: str
    is_won: bool
    fixed: str


class RowSpeller:
    """Spells the rows of one sheet."""

    def __init__(
        self,
        layout: SheetLayout,
        strings: SharedStrings,
        formulas: FormulaSpeller,
        counts_from_1904: bool,
    ) -> None:
        self._sheet = layout.template.name
        self._key = layout.annex.key if layout.annex else ""
        self._values = sheet_values(layout.annex) if layout.annex else {}
        self._marked = frozenset(layout.prototypes.values())
        self._strings = strings
        self._formulas = formulas
        self._epoch = _EPOCH_1904 if counts_from_1904 else _EPOCH
        self._slots: dict[int, tuple[_Slot, ...]] = {}

    def spell(self, line: Line) -> str:
        """One ``row`` element."""
        number, look, row = line
        parts = [f'<row r="{number}"{look.attributes}>']
        for slot in self._slots.get(look.number) or self._prepare(look):
            content = slot.fixed
            if slot.key and row is not None:
                cell = row.columns.get(slot.key, EMPTY)
                content = self._spell_content(cell, slot, number)
            parts.append(f'<c r="{slot.letters}{number}"{slot.style}{content}')
        parts.append("</row>")
        return "".join(parts)

    def _prepare(self, look: TemplateRow) -> tuple[_Slot, ...]:
        slots = tuple(self._make_slots(look))
        self._slots[look.number] = slots
        return slots

    def _make_slots(self, look: TemplateRow) -> Iterator[_Slot]:
        marked = look.number in self._marked
        for cell in look.cells:
            key = column_of(cell.text) if marked else ""
            is_won = (self._key, key) == (LEDGER, AMOUNT)
            fixed = _EMPTY if key else self._spell_fixed(cell)
            yield _Slot(spell_column(cell.column), cell.style, key, is_won, fixed)

    def _spell_fixed(self, cell: TemplateCell) -> str:
        kind, value = cell.content
        if value:
            return f"{kind}>{value}</c>"
        if has_tags(cell.text):
            return self._spell_text(fill(cell.text, self._values))
        if cell.rich:
            return f' t="s"><v>{self._strings.number_of_rich(cell.rich)}</v></c>'
        return self._spell_text(cell.text)

    def _spell_content(self, cell: Cell, slot: _Slot, number: int) -> str:
        """What follows the style of a cell; this runs once for every cell of the ledger."""
        if cell.covered:
            return _EMPTY
        if cell.shown and (figure := shown_figure(cell)):
            return self._spell_figure(figure, str(cell), slot, number)
        value = cell.value
        if value is None or isinstance(value, str):
            return self._spell_text(cell)
        if isinstance(value, (int, Decimal)):
            return f"><v>{spell_thousands(value) if slot.is_won else spell_number(value)}</v></c>"
        return f"><v>{(value - self._epoch).days}</v></c>"

    def _spell_figure(self, figure: Figure, text: str, slot: _Slot, number: int) -> str:
        at = Position(self._sheet, read_column(slot.letters), number)
        formula, value, is_text = self._formulas.spell(figure, text, at)
        if formula:
            kind = ' t="str"' if is_text else ""
            return f"{kind}><f>{escape(formula)}</f><v>{escape(value)}</v></c>"
        return self._spell_text(value) if is_text else f"><v>{value}</v></c>"

    def _spell_text(self, text: str) -> str:
        return f' t="s"><v>{self._strings.number_of(text)}</v></c>' if text else _EMPTY
