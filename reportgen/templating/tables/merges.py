"""Neighbouring cells that say the same, merged across a row and down the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from reportgen.i18n import translate as _
from reportgen.templating.tables.shown_cells import ShownCell


@dataclass(frozen=True, slots=True)
class Turn:
    """What all rounds of a loop have in common until it begins anew."""

    loop: int
    number: int


class Mergeable(Protocol):
    """A cell as it is merged with others."""

    column: int
    columns: int
    covered: str
    down: object
    across: object
    spans_data: bool
    below: list[int]

    shown: ShownCell


_Tops = dict[tuple[int, int], Mergeable]
"""By column and width, the first cell of each group."""


def merge_across(cells: Sequence[Mergeable]) -> None:
    """Merge cells of a row that have the same ``across``; all but the first are covered."""
    first: Mergeable | None = None
    for cell in cells:
        if first is None or cell.across is None or first.across != cell.across:
            first = None if cell.across is None else cell
            continue
        _check_shown(first.shown, cell.shown)
        first.columns += cell.columns
        cell.covered = "left"


def merge_down(rows: Sequence[Sequence[Mergeable]]) -> None:
    """Merge cells below each other that have the same ``down``.

    A cell is merged with the one above only where the merged cell to its left is, too: so
    groups stand in groups.
    """
    above: _Tops = {}
    ended: dict[int, set[Turn]] = {}
    for number, cells in enumerate(rows):
        tops = _merge_row(number, cells, above, ended)
        for (column, _columns), top in above.items():
            if isinstance(top.down, Turn) and not any(top is kept for kept in tops.values()):
                ended.setdefault(column, set()).add(top.down)
        above = tops


def _merge_row(
    number: int, cells: Sequence[Mergeable], above: _Tops, ended: Mapping[int, Set[Turn]]
) -> _Tops:
    """The first cells of the groups that reach into the row."""
    tops: _Tops = {}
    begins = False
    for cell in cells:
        if cell.covered == "left" or (cell.down is None and not cell.spans_data):
            continue
        place = cell.column, cell.columns
        top = above.get(place)
        if cell.spans_data:
            begins = cell.covered != "above"
        elif top is not None and not begins and top.down == cell.down:
            _check_shown(top.shown, cell.shown)
            top.below.append(number)
            cell.covered = "above"
            tops[place] = top
        else:
            if not begins:
                _check_whole(cell, ended.get(cell.column, frozenset()))
            begins = True
            tops[place] = cell
    return tops


def _check_whole(cell: Mergeable, ended: Set[Turn]) -> None:
    if isinstance(cell.down, Turn) and cell.down in ended:
        raise ValueError(_("a row between has another cell there, so the loop can't be one cell"))


def _check_shown(first: ShownCell, other: ShownCell) -> None:
    """What a covered cell shows is not printed, so it must not show anything else."""
    if other.text and other.text != first.text:
        raise ValueError(
            _(
                "cells with different texts would be one: «{first}» and «{other}»",
                first=first.text[:40],
                other=other.text[:40],
            )
        )
    text = first.text[:40]
    if other.objects and other.objects != first.objects:
        raise ValueError(
            _("cells with different pictures, links or marks would be one: «{text}»", text=text)
        )
    if other.fill != first.fill:
        raise ValueError(_("cells of different colours would be one: «{text}»", text=text))
