"""Ledger entries from their rows: every cell that can't be read is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.budget import EntryKind, LedgerEntry
from reportgen.money import THOUSAND, Won, parse_amount
from reportgen.readers.ledger_table import LedgerRow, read_rows

KINDS = {
    EntryKind.OPENING: ("opening", "예산현액", "개시"),
    EntryKind.COMMITMENT: ("commitment", "원인행위", "원인행위액"),
    EntryKind.DISBURSEMENT: ("disbursement", "지출", "지출액"),
}
"""Entry kinds, and the words that finance uses for them."""

_DATE = re.compile(r"(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?")
Value = TypeVar("Value")


def read_ledger(path: Path, name: str, diagnostics: list[Diagnostic]) -> list[LedgerEntry]:
    """The entries of one file; rows with mistakes are left out and reported."""
    entries = (_read_entry(row, diagnostics) for row in read_rows(path, name, diagnostics))
    return [entry for entry in entries if entry is not None]


def parse_date(text: str) -> date | None:
    """The day that is written, or None.

    >>> parse_date("2025. 6. 5."), parse_date("2025-02-30")
    (datetime.date(2025, 6, 5), None)
    """
    match = _DATE.fullmatch(text.strip())
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _parse_kind(text: str) -> EntryKind | None:
    return next((kind for kind, words in KINDS.items() if text in words), None)


def _read_entry(row: LedgerRow, diagnostics: list[Diagnostic]) -> LedgerEntry | None:
    day = _read_cell(row, "date", parse_date, _("a date such as 2025-06-05"), diagnostics)
    kinds = ", ".join(kind.value for kind in EntryKind)
    kind = _read_cell(row, "kind", _parse_kind, _("one of {choices}", choices=kinds), diagnostics)
    thousands = _read_cell(
        row, "amount", parse_amount, _("whole thousands of won, such as 273,600"), diagnostics
    )
    stage = _read_cell(row, "stage", _parse_text, _("a budget stage"), diagnostics)
    account = _read_cell(row, "account", _parse_text, _("the id of an account"), diagnostics)
    if day is None or kind is None or thousands is None or stage is None or account is None:
        return None
    amount = Won(thousands * THOUSAND)
    reference, note = row.cells["reference"], row.cells["note"]
    return LedgerEntry(day, stage, kind, account, amount, reference, note, row.source)


def _parse_text(text: str) -> str | None:
    return text or None


def _read_cell(
    row: LedgerRow,
    column: str,
    parse: Callable[[str], Value | None],
    expected: str,
    diagnostics: list[Diagnostic],
) -> Value | None:
    text = row.cells[column]
    value = parse(text)
    if value is None:
        diagnostics.append(
            Diagnostic(
                f"ledger-{column}",
                row.places[column],
                _("{column}: found {found}", column=column, found=text or _("nothing")),
                published=text,
                computed=expected,
                hint=_("expected {expected}", expected=expected),
            )
        )
    return value
