"""Tables typed in the content: rows are complete, and a typed total is the sum."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.checks.table_cross_sums import WrongCrossSum, find_wrong_cross_sums
from reportgen.checks.table_sums import WrongSum, find_wrong_sums
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.figures.content import cell_text
from reportgen.i18n import translate as _
from reportgen.limits import MOST_ADDED
from reportgen.model.blocks import Table, TableCell
from reportgen.model.table_totals import find_totals, read_total_word


def list_tables(subject: Subject) -> Iterator[tuple[Table, SourceRef]]:
    """Every typed table, and the place of its rows."""
    for _account, blocks in subject.folder.block_sequences():
        for block in blocks:
            if block.table:
                yield block.table, block.table.source.of("rows")


def check_table_shapes(subject: Subject) -> Iterator[Diagnostic]:
    """A row with more or fewer cells than the table has columns."""
    for table, place in list_tables(subject):
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
    for table, _place in list_tables(subject):
        for column in table.columns:
            if column.label is not None and not column.merge:
                yield Diagnostic(
                    "unused-label",
                    column.source.of("label"),
                    _("the label of {column} is not printed", column=column.title),
                    published=column.label,
                    hint=_("write «merge: true» beside it, or remove it"),
                    severity=Severity.WARNING,
                )


def check_table_spans(subject: Subject) -> Iterator[Diagnostic]:
    """A cell that spans beyond its table, or over the text or the span of another."""
    for table, place in list_tables(subject):
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
    for table, place, is_bounded in list_added(subject):
        if not is_bounded:
            yield _explain_effort(place, len(find_totals(table)), len(table.rows))
            continue
        for wrong in find_wrong_sums(table):
            yield explain_sum(table, place, wrong)
        for cell in find_wrong_cross_sums(table):
            yield explain_cross_sum(table, place, cell)


def list_added(subject: Subject) -> Iterator[tuple[Table, SourceRef, bool]]:
    """Every typed table, the place of its rows, and whether its sums are few enough to check."""
    added = 0
    for table, place in list_tables(subject):
        effort = len(find_totals(table)) * len(table.rows) * len(table.typed_columns)
        is_bounded = added + effort <= MOST_ADDED
        added += effort if is_bounded else 0
        yield table, place, is_bounded


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


def explain_sum(table: Table, place: SourceRef, wrong: WrongSum) -> Diagnostic:
    """That a total isn't the sum of its rows."""
    column = table.typed_columns[wrong.column].title
    texts = [" ".join(cell_text(cell).split()) for cell in table.rows[wrong.total.row]]
    label = next(text for text in texts if read_total_word(text))
    if len(find_totals(table)) > 1:
        column = _(
            "row {row} ({label}), {column}", row=wrong.total.row + 1, label=label, column=column
        )
    hint = _explain_correction()
    if wrong.is_rounding:
        hint += "; " + _("rounding may explain it, but who adds up the page doesn't see that")
    is_open = wrong.is_rounding or read_total_word(label) == "누계"
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
        Severity.WARNING if is_open else Severity.ERROR,
    )


def explain_cross_sum(table: Table, place: SourceRef, wrong: WrongCrossSum) -> Diagnostic:
    """That a total isn't the sum of the columns beside it."""
    return Diagnostic(
        "table-sum",
        place,
        _(
            "row {row}, {column}: the total says {typed}, the columns beside it add up to "
            "{computed}",
            row=wrong.row + 1,
            column=table.typed_columns[wrong.column].title,
            typed=wrong.typed,
            computed=wrong.computed,
        ),
        wrong.typed,
        wrong.computed,
        _explain_correction(),
        Severity.WARNING if wrong.is_doubtful else Severity.ERROR,
    )


def _explain_correction() -> str:
    return _(
        "correct the total or the row that is wrong; where a column doesn't add up, "
        "write «sum: false» in it"
    )
