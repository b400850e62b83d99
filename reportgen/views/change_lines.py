"""Lines of a comparison of budgets: a tree whose amounts are rounded alike, or made to foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.figures import Figure
from reportgen.figures.figure import whole
from reportgen.money import MoneyUnit, round_units
from reportgen.views.footing import Pair, foot_pairs, round_pair


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line: an account or a total, with the lines it is the sum of.

    :ivar basis: why the account changes (산출근거).
    """

    label: str
    role: str
    level: int
    present: Figure
    change: Figure
    amended: Figure
    rate: Figure
    children: tuple[ChangeLine, ...] = ()
    basis: str = ""

    def walk(self) -> Iterator[ChangeLine]:
        """The line itself, then those below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class ShownAmounts:
    """What a line prints, in whole units."""

    present: int
    amended: int
    change: int


def show_amounts(root: ChangeLine, unit: MoneyUnit, footing: bool) -> list[ShownAmounts]:
    """The amounts of every line in the order of :meth:`ChangeLine.walk`.

    The change is the difference of the two amounts that are printed.

    :param footing: let the lines below a line add up to it, and a line that doesn't change
        print no change; else every budget is rounded by itself, half up.
    """
    won = unit.won
    if not footing:
        budgets = [
            tuple(round_units(whole(figure), won) for figure in (line.present, line.amended))
            for line in root.walk()
        ]
    else:
        total = round_pair(whole(root.present), whole(root.amended), won)
        budgets = [(pair.shown_present, pair.shown_amended) for pair in _foot(root, total, won)]
    return [ShownAmounts(present, amended, amended - present) for present, amended in budgets]


def _foot(line: ChangeLine, shown: Pair, won: int) -> Iterator[Pair]:
    yield shown
    amounts = [(whole(child.present), whole(child.amended)) for child in line.children]
    parts = foot_pairs(amounts, won, shown) if amounts else []
    for child, part in zip(line.children, parts, strict=True):
        yield from _foot(child, part, won)
