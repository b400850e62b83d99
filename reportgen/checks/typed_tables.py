"""Tables typed in the content: rows are complete, and a typed total is the sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.figures.content import cell_text
from reportgen.i18n import translate as _
from reportgen.model.blocks import Table, TableCell
from reportgen.money import parse_amount

_TOTAL = re.compile(r"(합|총|소)?계")


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
    """A row named 계 or 합계 whose amounts are not the sum of the rows of its table."""
    for table, place in _tables(subject):
        labels = ["".join(cell_text(row[0]).split()) if row else "" for row in table.rows]
        totals = [number for number, label in enumerate(labels) if label in ("계", "합계", "총계")]
        parts = [number for number, label in enumerate(labels) if not _TOTAL.fullmatch(label)]
        for total in totals:
            yield from _compare_row(table, place, total, parts)


def _compare_row(
    table: Table, place: SourceRef, total: int, parts: list[int]
) -> Iterator[Diagnostic]:
    for column in range(1, len(table.typed_columns)):
        cells = [_amount(table, number, column) for number in (total, *parts)]
        if cells[0] is None or any(amount is None for amount in cells[1:]):
            continue
        computed = sum(amount for amount in cells[1:] if amount is not None)
        if cells[0] != computed:
            yield Diagnostic(
                "table-sum",
                place,
                _(
                    "{column}: the total says {typed}, the rows add up to {computed}",
                    column=table.typed_columns[column].name,
                    typed=f"{cells[0]:,}",
                    computed=f"{computed:,}",
                ),
                f"{cells[0]:,}",
                f"{computed:,}",
                _("correct the total or the row that is wrong"),
            )


def _amount(table: Table, row: int, column: int) -> int | None:
    cells = table.rows[row]
    return parse_amount(cell_text(cells[column])) if column < len(cells) else None
