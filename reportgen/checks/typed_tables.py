"""Tables typed in the content: rows are complete, and a typed total is the sum."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.checks.table_sums import WrongSum, find_wrong_sums
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.figures.content import cell_text
from reportgen.i18n import translate as _
from reportgen.limits import MOST_ADDED
from reportgen.model.blocks import Table, TableCell
from reportgen.model.table_totals import find_totals


def _tables(subject: Subject) -> Iterator[tuple[Table, SourceRef]]:
    for _account, blocks in subject.pages():
        for block in blocks:
            if block.table:
                yield block.table, block.table.source.of("rows")


def check_table_shapes(subject: Subject) -> Iterator[Diagnostic]:
    """A row with more or fewer cells than the table has columns."""
    for table, place in _tables(subject):
        width = len(table.typed_columns)
        for number, row in enumerate(table.rows, 1):
            if len(row) != width:
                yield Diagnostic(
                    "table-shape",
                    place,
                    _(
                        "row {row} has {found} cells, not {expected}",
                        row=number,
                        found=len(row),
                        expected=width,
                    ),
                    str(len(row)),
                    str(width),
                    _('write one cell for each column; an empty one is ""'),
                )


def check_table_labels(subject: Subject) -> Iterator[Diagnostic]:
    """A label that is never printed, since equal cells of its column aren't merged."""
    for table, _place in _tables(subject):
        for column in table.columns:
            if column.label is not None and not column.merge:
                yield Diagnostic(
                    "unused-label",
                    column.source.of("label"),
                    _("the label of {column} is not printed", column=column.name),
                    published=column.label,
                    hint=_("write «merge: true» beside it, or remove it"),
                    severity=Severity.WARNING,
                )


def check_table_spans(subject: Subject) -> Iterator[Diagnostic]:
    """A cell that spans beyond its table, or over the text or the span of another."""
    for table, place in _tables(subject):
        covered: set[tuple[int, int]] = set()
        columns = [number for number, column in enumerate(table.columns) if not column.serial]
        for at, row in enumerate(table.rows):
            for number, cell in zip(columns, row, strict=False):
                if (at, number) in covered and cell_text(cell):
                    yield _explain_span(place, at + 1, cell_text(cell), _("is covered"))
                if not isinstance(cell, TableCell):
                    continue
                reached = _reach(at, number, cell)
                if max(reached) >= (len(table.rows), 0) or any(
                    beside >= len(table.columns) for _below, beside in reached
                ):
                    yield _explain_span(place, at + 1, cell_text(cell), _("spans beyond the table"))
                elif covered & reached:
                    yield _explain_span(place, at + 1, cell_text(cell), _("overlaps another span"))
                covered |= reached - {(at, number)}


def _reach(at: int, number: int, cell: TableCell) -> set[tuple[int, int]]:
    """Every position that a cell takes up, row and column."""
    rows, columns = range(at, at + cell.rowspan), range(number, number + cell.colspan)
    return {(row, column) for row in rows for column in columns}


def _explain_span(place: SourceRef, row: int, text: str, problem: str) -> Diagnostic:
    return Diagnostic(
        "table-span",
        place,
        _("row {row}: the cell «{text}» {problem}", row=row, text=text, problem=problem),
        published=text,
        hint=_('make the span smaller, or leave the cells that it covers empty ("")'),
    )


def check_table_sums(subject: Subject) -> Iterator[Diagnostic]:
    """A row named 소계, 계, 합계 or 총계 whose amounts are not the sum of its rows."""
    added = 0
    for table, place in _tables(subject):
        count = len(find_totals(table))
        several = count > 1
        effort = count * len(table.rows) * len(table.typed_columns)
        if added + effort > MOST_ADDED:
            yield _explain_effort(place, count, len(table.rows))
            continue
        added += effort
        for wrong in find_wrong_sums(table):
            yield _explain_sum(table, place, wrong, several)


def _explain_effort(place: SourceRef, totals: int, rows: int) -> Diagnostic:
    return Diagnostic(
        "table-sum",
        place,
        _(
            "{totals} totals in {rows} rows are too many to be checked",
            totals=f"{totals:,}",
            rows=f"{rows:,}",
        ),
        str(totals),
        hint=_("split the table, or remove rows that are no totals but are named so"),
    )


def _explain_sum(table: Table, place: SourceRef, wrong: WrongSum, several: bool) -> Diagnostic:
    column = table.typed_columns[wrong.column].name
    if several:
        row = table.rows[wrong.total.row]
        column = _(
            "row {row} ({label}), {column}",
            row=wrong.total.row + 1,
            label=" ".join(cell_text(row[wrong.total.column]).split()),
            column=column,
        )
    hint = _("correct the total or the row that is wrong")
    if wrong.is_rounding:
        hint += "; " + _("rounding may explain it, but who adds up the page doesn't see that")
    return Diagnostic(
        "table-sum",
        place,
        _(
            "{column}: the total says {typed}, the rows add up to {computed}",
            column=column,
            typed=wrong.typed,
            computed=wrong.computed,
        ),
        wrong.typed,
        wrong.computed,
        hint,
        Severity.WARNING if wrong.is_rounding else Severity.ERROR,
    )
