"""Totals of typed tables against their rows, as the expressions in them print both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from reportgen.checks.subject import Subject
from reportgen.checks.table_cross_sums import find_wrong_cross_sums
from reportgen.checks.table_sums import WrongSum, find_wrong_sums
from reportgen.checks.typed_tables import explain_cross_sum, explain_sum, list_added
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.figures import Figure, Unit
from reportgen.model.blocks import Table, TableCell
from reportgen.model.table_layout import TypedCell
from reportgen.model.table_totals import read_total_word
from reportgen.templating.printed import Printed
from reportgen.templating.tags.tags import split_tags

Fill = Callable[[str, SourceRef], Printed]
"""Prints the expressions of a text."""

_Figures = Mapping[tuple[int, int], int | None]
"""Won of the figure that a cell shows, by row and column; None where it shows several."""


def find_printed_sums(subject: Subject, fill: Fill) -> Iterator[Diagnostic]:
    """A total that isn't what is printed above or beside it, in a table with expressions."""
    for table, place, is_bounded in list_added(subject):
        if not is_bounded or not any(
            split_tags(line) for row in table.rows for cell in row for line in _lines(cell)
        ):
            continue
        printed, figures = _print_table(table, place, fill)
        for wrong in find_wrong_sums(printed, figures.keys()):
            if not _is_noted(printed, wrong, figures):
                yield explain_sum(printed, place, wrong)
        for cell in find_wrong_cross_sums(printed, figures.keys()):
            yield explain_cross_sum(printed, place, cell)


def _lines(cell: TypedCell) -> tuple[str, ...]:
    inner = cell.text if isinstance(cell, TableCell) else cell
    return (inner,) if isinstance(inner, str) else inner


def _print_table(table: Table, place: SourceRef, fill: Fill) -> tuple[Table, _Figures]:
    """The table with every cell filled, and which of them show amounts of money."""
    figures: dict[tuple[int, int], int | None] = {}
    rows: list[tuple[TypedCell, ...]] = []
    for number, row in enumerate(table.rows):
        cells: list[TypedCell] = []
        for column, cell in enumerate(row):
            lines = tuple(fill(line, place) for line in _lines(cell))
            shown = [figure for figure, _text in chain(*(line.shown for line in lines))]
            won = [one for one in shown if isinstance(one, Figure) and one.unit is Unit.WON]
            if won:
                figures[number, column] = int(won[0].value or 0) if len(won) == 1 else None
            filled = tuple(map(str, lines))
            if isinstance(cell, TableCell):
                cells.append(cell.model_copy(update={"text": filled}))
            else:
                cells.append(filled)
        rows.append(tuple(cells))
    return table.model_copy(update={"rows": tuple(rows)}), figures


def _is_noted(table: Table, wrong: WrongSum, figures: _Figures) -> bool:
    """Whether only rounding keeps the figures from adding up, which a note on the page says."""
    label = "".join(map(str, _lines(table.rows[wrong.total.row][wrong.total.column])))
    if not wrong.is_rounding or read_total_word(label) == "소계":
        return False
    total = figures.get((wrong.total.row, wrong.column))
    parts = [figures.get((row, wrong.column)) for row in wrong.rows]
    known = [part for part in parts if part is not None]
    return len(known) == len(parts) and total == sum(known)
