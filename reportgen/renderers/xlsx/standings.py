"""Where every figure stands, and which of its cells is its home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.figures import Figure
from reportgen.renderers.xlsx.addresses import Position
from reportgen.renderers.xlsx.survey import Standing


class Standings:
    """The cells of every figure.

    The home of a figure is where it is computed: on the first sheet that also shows all of
    its operands, else where it stands first. Its other cells refer to the home, so that a
    formula leads to its sources and never back.

    :ivar figures: every figure that is the value of a cell.
    """

    def __init__(self, printed: Iterable[Standing]) -> None:
        self._positions: dict[str, list[Position]] = {}
        self.figures: dict[str, Figure] = {}
        for _cell, position, figure in printed:
            if figure is not None:
                self.figures[figure.name] = figure
                self._positions.setdefault(figure.name, []).append(position)
        self._only = {name: at[0] for name, at in self._positions.items() if len(at) == 1}
        self.homes: Mapping[str, Position] = {
            name: self._find_home(figure) for name, figure in self.figures.items()
        }

    def find(self, name: str, near: Position) -> Position | None:
        """The cell of a figure to refer to: in the same row, column or sheet, else its home."""
        only = self._only.get(name)
        if only is not None:
            return only
        neighbours = [at for at in self._positions.get(name, ()) if at.sheet == near.sheet]
        if not neighbours:
            return self.homes.get(name)
        return min(neighbours, key=lambda at: (at.row != near.row, at.column != near.column))

    def find_on(self, name: str, sheet: str) -> Position | None:
        """The first cell of a figure on a sheet."""
        return next((at for at in self._positions.get(name, ()) if at.sheet == sheet), None)

    def _find_home(self, figure: Figure) -> Position:
        positions = self._positions[figure.name]
        operands = figure.formula.operands
        if len(positions) == 1 or not operands:
            return positions[0]
        complete = (at for at in positions if self._shows(at.sheet, operands))
        return next(complete, positions[0])

    def _shows(self, sheet: str, names: Iterable[str]) -> bool:
        return all(any(at.sheet == sheet for at in self._positions.get(name, ())) for name in names)
