"""Where every figure stands, and which of its cells is its home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.figures import Figure
from reportgen.renderers.xlsx.addresses import Position
from reportgen.renderers.xlsx.survey import shown_figure
from reportgen.views.grid import Cell


class Standings:
    """The cells of every figure.

    The home of a figure is where it is computed: on the first sheet that also shows all of
    its operands, else where it stands first. Its other cells refer to the home, so that a
    formula leads to its sources and never back.
    """

    def __init__(self, printed: Iterable[tuple[Cell, Position]]) -> None:
        self._positions: dict[str, list[Position]] = {}
        self._sheets: dict[str, set[str]] = {}
        figures: dict[str, Figure] = {}
        for cell, position in printed:
            figure = shown_figure(cell)
            if figure is not None:
                figures[figure.name] = figure
                self._positions.setdefault(figure.name, []).append(position)
                self._sheets.setdefault(position.sheet, set()).add(figure.name)
        self.homes: Mapping[str, Position] = {
            name: self._find_home(figure) for name, figure in figures.items()
        }

    def find(self, name: str, near: Position) -> Position | None:
        """The cell of a figure to refer to: in the same row, column or sheet, else its home."""
        neighbours = [at for at in self._positions.get(name, ()) if at.sheet == near.sheet]
        if not neighbours:
            return self.homes.get(name)
        return min(neighbours, key=lambda at: (at.row != near.row, at.column != near.column))

    def _find_home(self, figure: Figure) -> Position:
        positions = self._positions[figure.name]
        operands = figure.formula.operands
        if not operands:
            return positions[0]
        complete = (at for at in positions if self._sheets[at.sheet].issuperset(operands))
        return next(complete, positions[0])
