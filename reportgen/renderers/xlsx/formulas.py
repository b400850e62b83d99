"""A figure as a live formula beside the value that Excel computes for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.figures import Figure, FigureTable, Operation, Unit
from reportgen.renderers.xlsx.addresses import Area, Position, quote_sheet
from reportgen.renderers.xlsx.ledger_columns import LedgerColumns, quote_text
from reportgen.renderers.xlsx.numbers import spell_number, spell_quotient, spell_thousands
from reportgen.renderers.xlsx.standings import Standings
from reportgen.views.annex_checks import AGREES, DIFFERS
from reportgen.views.grid import Cell

NO_RATIO = "-"
"""What a ratio shows that has a value today, should its base become zero."""

_NO_RATIO = quote_text(NO_RATIO)
_AGREES, _DIFFERS = quote_text(AGREES), quote_text(DIFFERS)
_LONGEST = 8192
_MOST_ARGUMENTS = 255
"""The limits of a formula in Excel."""
_STEPS = (("", 0, 1), ("", 1, 0))
"""From one cell of a range to the next: down, or to the right."""


class _NoFormula(Exception):  # noqa: N818  (never leaves this module)
    """The figure is typed in the content, or too long to spell."""


class FormulaSpeller:
    """Spells figures in thousands of won, from the operations they were made by.

    :param ledger: None when no sheet shows the ledger; its sums are then typed values.
    :param sheets: the names of the sheets by the keys of their annexes.
    """

    def __init__(
        self,
        figures: FigureTable,
        standings: Standings,
        ledger: LedgerColumns | None,
        sheets: Mapping[str, str],
    ) -> None:
        self._figures = figures
        self._standings = standings
        self._ledger = ledger
        self._sheets = sheets

    def spell(self, figure: Figure, text: str, at: Position) -> str:
        """The formula of a cell without ``=``; empty when the figure is typed.

        :param text: what the cell shows, which is its value when the figure has none.
        """
        home = self._find_named(figure, text) or self._standings.homes.get(figure.name, at)
        if home != at:
            return self._refer(home, at)
        if figure.formula.operation is Operation.INPUT:
            return ""
        try:
            formula = self._spell(figure, text, at)
        except _NoFormula:
            return ""
        return formula if len(formula) <= _LONGEST else ""

    def compute(self, figure: Figure) -> str:
        """The value of a figure as Excel computes it: IEEE division of whole numbers, unrounded."""
        operation, operands = figure.formula.operation, figure.formula.operands
        if operation is Operation.RATIO and len(operands) == 2:
            part, base = self._whole(operands[0]), self._whole(operands[1])
            if part is not None and base:
                return spell_quotient(part, base)
        value = figure.value or 0
        return spell_thousands(value) if figure.unit is Unit.WON else spell_number(value)

    def _find_named(self, figure: Figure, text: str) -> Position | None:
        """The cell of a figure on the sheet that the text names."""
        sheet = self._sheets.get(text.sheet) if isinstance(text, Cell) else None
        return self._standings.find_on(figure.name, sheet) if sheet else None

    def _spell(self, figure: Figure, text: str, at: Position) -> str:
        operation, operands = figure.formula.operation, figure.formula.operands
        if operation is Operation.ENTRIES and self._ledger:
            return self._ledger.spell_sum(figure.formula.criteria)
        if operation is Operation.REST:
            # Sums of decimals may differ by less than a won, which is the third decimal here.
            difference = "-".join([self._operand(name, at) for name in operands])
            return f"ROUND({difference},3)"
        if operation is Operation.PRINTED_REST:
            shown, printed = (self._operand(name, at) for name in operands)
            return f"ROUND(ROUND({shown},3),0)-{printed}"
        if operation is Operation.AGREEMENT:
            return f"IF({self._operand(operands[0], at)}=0,{_AGREES},{_DIFFERS})"
        if operation is Operation.DISAGREEMENTS:
            return self._count_disagreements(operands, at)
        if operation is Operation.SUM and operands:
            return self._spell_sum(operands, at)
        if operation is Operation.DIFFERENCE and operands:
            return "-".join([self._operand(name, at) for name in operands])
        if operation is Operation.PRODUCT and operands:
            return "*".join([self._operand(name, at) for name in operands])
        if operation is Operation.RATIO and len(operands) == 2:
            part, base = self._operand(operands[0], at), self._operand(operands[1], at)
            return f"IF({base}=0,{_spell_instead(figure, text, part)},{part}/{base})"
        raise _NoFormula

    def _spell_sum(self, operands: tuple[str, ...], at: Position) -> str:
        """One operand stands for itself; cells below or beside each other become a range."""
        if len(operands) == 1:
            return self._operand(operands[0], at)
        found = [(self._standings.find(name, at), name) for name in operands]
        cells = [position for position, _name in found if position]
        arguments = list(self._spell_ranges(cells, at))
        arguments += [self._operand(name, at) for position, name in found if not position]
        if len(arguments) > _MOST_ARGUMENTS:
            raise _NoFormula
        return f"SUM({','.join(arguments)})"

    def _count_disagreements(self, operands: tuple[str, ...], at: Position) -> str:
        found = [self._standings.find(name, at) for name in operands]
        ranges = self._spell_ranges([position for position in found if position], at)
        counts = [f"COUNTIF({cells},{_DIFFERS})" for cells in ranges]
        if not counts or None in found:
            raise _NoFormula
        return "+".join(counts)

    def _spell_ranges(self, cells: list[Position], at: Position) -> Iterator[str]:
        for run in _join_neighbours(cells):
            first, last = run[0], run[-1]
            area = Area(first.column, first.row, last.column, last.row)
            yield self._prefix(first, at) + area.spell()

    def _operand(self, name: str, at: Position) -> str:
        """The cell of an operand, or its own formula where no cell shows it."""
        position = self._standings.find(name, at)
        if position:
            return self._refer(position, at)
        figure = self._figures.get(name)
        if figure is None:
            raise _NoFormula
        if figure.formula.operation in (Operation.INPUT, Operation.COUNT) or not (
            figure.formula.operands or figure.formula.criteria
        ):
            return f"({self.compute(figure)})"
        formula = self._spell(figure, NO_RATIO, at)
        return f"({formula})" if figure.formula.operation is Operation.DIFFERENCE else formula

    def _refer(self, position: Position, at: Position) -> str:
        if position.sheet == at.sheet:
            return position.address
        return f"{quote_sheet(position.sheet)}!{position.address}"

    def _prefix(self, position: Position, at: Position) -> str:
        return "" if position.sheet == at.sheet else f"{quote_sheet(position.sheet)}!"

    def _whole(self, name: str) -> int | None:
        figure = self._standings.figures.get(name) or self._figures.get(name)
        return figure.value if figure and isinstance(figure.value, int) else None


def _join_neighbours(cells: list[Position]) -> Iterator[list[Position]]:
    """The cells as runs that go down a column or along a row."""
    run: list[Position] = []
    for cell in cells:
        if run and _step(run[-1], cell) not in ((_step(*run[-2:]),) if run[1:] else _STEPS):
            yield run
            run = []
        run.append(cell)
    if run:
        yield run


def _step(cell: Position, following: Position) -> tuple[str, int, int]:
    """How far one cell is from the other: on which other sheet, columns, rows."""
    sheet = "" if cell.sheet == following.sheet else following.sheet
    return sheet, following.column - cell.column, following.row - cell.row


def _spell_instead(figure: Figure, text: str, part: str) -> str:
    """What a ratio shows while its base is zero, as an expression.

    :param part: the address of what is divided.
    """
    if isinstance(text, Cell) and text.from_zero:
        growth, decline, none = map(quote_text, text.from_zero)
        return f"IF({part}>0,{growth},IF({part}<0,{decline},{none}))"
    return quote_text(text) if figure.value is None else _NO_RATIO
