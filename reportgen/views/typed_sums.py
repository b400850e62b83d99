"""Whether the figures that a typed table prints add up to its total, as they do unrounded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.figures import Figure, Unit
from reportgen.model.table_totals import read_total_word
from reportgen.money import parse_amount
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Cell, Grid, Row

_SHOWN = re.compile(r"(?P<amount>[^가-힣]+)(?P<unit>[가-힣]*)")
_UNIT = "천원"
"""What a figure is printed in that has no filter."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount in won, and what is printed of it, in its unit."""

    won: int
    units: int
    unit: str


def note_typed_rounding(formatter: Formatter, grid: Grid) -> Grid:
    """The grid, which says so where the figures above a total don't add up as printed."""
    parts = [row for row in grid.rows if not _list_words(row)]
    for total in grid.rows:
        if _list_words(total) - {"소계"}:
            for key in total.columns:
                if unit := _find_rounded(total[key], [row[key] for row in parts]):
                    return replace(grid, rounding_note=formatter.rounding_note(unit))
    return grid


def _list_words(row: Row) -> set[str]:
    """The words of a total that stand in the row."""
    return {word for cell in row.cells if (word := read_total_word(cell))}


def _find_rounded(total: Cell, parts: Sequence[Cell]) -> str:
    """The unit in which a sum of figures isn't one any more; empty where it still is."""
    shown = [_read(cell) for cell in (total, *(part for part in parts if part))]
    amounts = [amount for amount in shown if amount]
    if len(amounts) < len(shown) or len(amounts) < 2 or len({one.unit for one in amounts}) > 1:
        return ""
    whole, *rest = amounts
    is_sum = whole.won == sum(part.won for part in rest)
    holds = whole.units == sum(part.units for part in rest)
    return whole.unit if is_sum and not holds else ""


def _read(cell: Cell) -> _Amount | None:
    """The one figure that a cell prints, and nothing beside it."""
    if len(cell.shown) != 1:
        return None
    figure, text = cell.shown[0]
    match = _SHOWN.fullmatch(text)
    units = parse_amount(match["amount"]) if match and text == cell else None
    if not isinstance(figure, Figure) or figure.unit is not Unit.WON or units is None:
        return None
    assert match
    return _Amount(int(figure.value or 0), units, match["unit"] or _UNIT)
