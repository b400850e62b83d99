"""Ledger entries from their rows: every cell that can't be read is reported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, explain_more
from reportgen.i18n import translate as _
from reportgen.language.date_readings import DateError
from reportgen.language.dates import explain_date, read_day
from reportgen.letters import tidy_name
from reportgen.limits import MOST_FINDINGS
from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS, LedgerEntry
from reportgen.model.ledger_columns import EntryClass, LedgerColumns
from reportgen.readers.digits import expect
from reportgen.readers.ledger_amounts import read_amount
from reportgen.readers.ledger_blocks import BlockReader
from reportgen.readers.ledger_lines import LedgerRow
from reportgen.readers.ledger_table import read_parts
from reportgen.readers.ledger_words import (
    explain_word,
    list_approvals,
    list_kinds,
    name_column,
    parse_approval,
    parse_kind,
)

Value = TypeVar("Value")

_KEPT = 1 << 12
"""Cells that are remembered; a ledger has few different days and words."""


def read_ledger(path: Path, name: str, diagnostics: list[Diagnostic]) -> Ledger:
    """The entries of one file; rows with mistakes are left out and reported."""
    columns = LedgerColumns()
    add_ledger(columns, path, name, diagnostics)
    return Ledger(columns)


def add_ledger(
    columns: LedgerColumns, path: Path, name: str, diagnostics: list[Diagnostic]
) -> None:
    """Read one more file into the columns, as :func:`read_ledger` does."""
    blocks = BlockReader(columns, parse_class)
    known = len(diagnostics)
    for part in read_parts(path, name, diagnostics):
        if isinstance(part, LedgerRow):
            _add_row(columns, part, diagnostics)
        elif block := blocks.read(part):
            columns.extend(block)
        else:
            for row in part.rows():
                _add_row(columns, row, diagnostics)
        if len(diagnostics) - known > MOST_FINDINGS:
            diagnostics.append(explain_more(diagnostics[-1].location))
            return


def _add_row(columns: LedgerColumns, row: LedgerRow, diagnostics: list[Diagnostic]) -> None:
    entry = _read_entry(row, diagnostics)
    if entry is not None:
        columns.append(entry)
    elif row.cells["present"] or row.cells["present_won"]:
        columns.unfilled.add(row.cells["stage"])


def parse_class(day: str, stage: str, kind: str, approval: str) -> EntryClass | None:
    """What these four cells say together, or None when one of them can't be read."""
    parsed = (parse_date(day), _parse_text(stage), parse_kind(kind), parse_approval(approval))
    return None if None in parsed else EntryClass(*parsed)  # type: ignore[arg-type]


@lru_cache(maxsize=_KEPT)
def parse_date(text: str) -> date | None:
    """The day that is written, or None.

    >>> parse_date("2025. 6. 5."), parse_date("2025-02-30")
    (datetime.date(2025, 6, 5), None)
    """
    try:
        return read_day(text.strip())
    except DateError:
        return None


def _read_entry(row: LedgerRow, diagnostics: list[Diagnostic]) -> LedgerEntry | None:
    day = _read_cell(row, "date", parse_date, diagnostics)
    kind = _read_cell(row, "kind", parse_kind, diagnostics)
    amount = read_amount(row, diagnostics)
    stage = _read_cell(row, "stage", _parse_text, diagnostics)
    account = _read_cell(row, "account", _parse_text, diagnostics)
    approval = _read_cell(row, "approval", parse_approval, diagnostics)
    if day is None or kind is None or amount.amount is None or stage is None:
        return None
    if account is None or approval is None:
        return None
    return LedgerEntry(
        day,
        stage,
        kind,
        account,
        amount.amount,
        row.cells["reference"],
        row.cells["note"],
        row.source,
        approval,
        row.cells["funding"],
        amount.present,
        row.cells["account_name"],
    )


def _expect(column: str) -> str:
    """What may stand in a cell of the column."""
    expected = {
        "kind": _("one of {choices}", choices=list_kinds()),
        "approval": _("one of {choices}", choices=list_approvals()),
        "date": _("a date such as 2025-06-05"),
        "stage": _("a budget stage"),
        "account": _("the id of an account"),
    }
    return expected[column]


def _find_cause(column: str, text: str) -> str:
    """Why a cell of the column can't be read, and what to write; empty where nobody can know."""
    if column == "kind":
        return explain_word(KINDS, text)
    return explain_date(text) if column == "date" else ""


def _parse_text(text: str) -> str | None:
    return tidy_name(text) or None


def _read_cell(
    row: LedgerRow,
    column: str,
    parse: Callable[[str], Value | None],
    diagnostics: list[Diagnostic],
) -> Value | None:
    text = row.cells[column]
    value = parse(text)
    if value is None:
        expected, name = _expect(column), name_column(column)
        diagnostics.append(
            Diagnostic(
                f"ledger-{column}",
                row.places[column],
                _("{column}: found {found}", column=name, found=text or _("nothing")),
                published=text,
                computed=expected,
                hint=expect(expected, text, _find_cause(column, text)),
            )
        )
    return value
