"""The rows of a sheet as XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from reportgen.figures import Figure
from reportgen.renderers.xlsx.addresses import Position, spell_column
from reportgen.renderers.xlsx.formulas import FormulaSpeller
from reportgen.renderers.xlsx.layout import Line, SheetLayout
from reportgen.renderers.xlsx.ledger_columns import AMOUNT, LEDGER
from reportgen.renderers.xlsx.numbers import spell_date, spell_number, spell_thousands
from reportgen.renderers.xlsx.sheet_template import TemplateCell, TemplateRow
from reportgen.renderers.xlsx.spreadsheetml import escape_text
from reportgen.renderers.xlsx.strings import EMPTY, SharedStrings
from reportgen.renderers.xlsx.tags import column_of, fill, has_tags, sheet_values
from reportgen.views.grid import Cell


class _Slot(NamedTuple):
    """A cell of a template row, ready for any row number.

    :ivar key: the column of data, empty for a fixed cell.
    :ivar is_won: whether plain numbers are won, to be written in thousands.
    :ivar fixed: what follows the style of a cell without data.
    """

    column: int
    letters: str
    style: str
    key: str
    is_won: bool
    fixed: str


class RowSpeller:
    """Spells the rows of one sheet.

    :param figures: those that are the value of a cell, by row and column.
    """

    def __init__(
        self,
        layout: SheetLayout,
        figures: Mapping[int, Mapping[int, tuple[Figure, Position]]],
        strings: SharedStrings,
        formulas: FormulaSpeller,
        counts_from_1904: bool,
    ) -> None:
        self._key = layout.annex.key if layout.annex else ""
        self._values = sheet_values(layout.annex) if layout.annex else {}
        self._marked = frozenset(layout.prototypes.values())
        self._figures = figures
        self._strings = strings
        self._formulas = formulas
        self._counts_from_1904 = counts_from_1904
        self._slots: dict[int, tuple[_Slot, ...]] = {}

    def spell(self, line: Line) -> str:
        """One ``row`` element."""
        number, look, row = line
        columns = row.columns if row else {}
        figures = self._figures.get(number, {})
        parts = [f'<row r="{number}"{look.attributes}>']
        for slot in self._slots.get(look.number) or self._prepare(look):
            cell = columns.get(slot.key)
            if cell is None:
                content = slot.fixed
            elif slot.column in figures:
                content = self._spell_figure(*figures[slot.column], cell)
            else:
                content = self._spell_content(cell, slot)
            parts.append(f'<c r="{slot.letters}{number}"{slot.style}{content}')
        parts.append("</row>")
        return "".join(parts)

    def spell_fixed(self, cell: TemplateCell) -> str:
        """What follows the style of a cell that shows no column of data."""
        kind, value = cell.content
        if value:
            return f"{kind}>{value}</c>"
        if has_tags(cell.text):
            return self._strings[fill(cell.text, self._values)]
        return self._strings.share_rich(cell.rich) if cell.rich else self._strings[cell.text]

    def _prepare(self, look: TemplateRow) -> tuple[_Slot, ...]:
        slots = tuple(self._make_slots(look))
        self._slots[look.number] = slots
        return slots

    def _make_slots(self, look: TemplateRow) -> Iterator[_Slot]:
        marked = look.number in self._marked
        for cell in look.cells:
            key = column_of(cell.text) if marked else ""
            is_won = (self._key, key) == (LEDGER, AMOUNT)
            fixed = EMPTY if key else self.spell_fixed(cell)
            yield _Slot(cell.column, spell_column(cell.column), cell.style, key, is_won, fixed)

    def _spell_content(self, cell: Cell, slot: _Slot) -> str:
        """What follows the style of a cell that shows no figure."""
        value = cell.value
        if cell.covered:
            return EMPTY
        if value is None or isinstance(value, str):
            return self._strings[cell]
        if isinstance(value, (int, Decimal)):
            return f"><v>{spell_thousands(value) if slot.is_won else spell_number(value)}</v></c>"
        return f"><v>{spell_date(value, self._counts_from_1904)}</v></c>"

    def _spell_figure(self, figure: Figure, at: Position, text: str) -> str:
        formula = self._formulas.spell(figure, text, at)
        if figure.value is None:
            if not formula:
                return self._strings[text]
            return f' t="str"><f>{escape_text(formula)}</f><v>{escape_text(text)}</v></c>'
        spelled = f"<f>{escape_text(formula)}</f>" if formula else ""
        return f">{spelled}<v>{self._formulas.compute(figure)}</v></c>"
