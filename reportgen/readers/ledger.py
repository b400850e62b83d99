"""Ledger entries from their rows: every cell that can't be read is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.ledger import KIND_WORDS, Approval, EntryKind, LedgerEntry
from reportgen.readers.ledger_amounts import read_amount
from reportgen.readers.ledger_table import LedgerRow, read_rows

APPROVALS = {
    Approval.PASSED: ("", "passed", "의결", "승인"),
    Approval.PROPOSED: ("proposed", "안", "제안"),
}
"""Approval states and their words; an empty cell means that the entry is in force."""

_KINDS_BY_WORD = {
    "".join(word.split()): kind
    for kind, words in KIND_WORDS.items()
    for word in (kind.value, *words)
}
_APPROVALS_BY_WORD = {word: approval for approval, words in APPROVALS.items() for word in words}

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
    return _KINDS_BY_WORD.get("".join(text.split()))


def _parse_approval(text: str) -> Approval | None:
    return _APPROVALS_BY_WORD.get(text)


def _read_entry(row: LedgerRow, diagnostics: list[Diagnostic]) -> LedgerEntry | None:
    day = _read_cell(row, "date", parse_date, _("a date such as 2025-06-05"), diagnostics)
    kind = _read_cell(row, "kind", _parse_kind, _list_choices(EntryKind), diagnostics)
    amount = read_amount(row, diagnostics)
    stage = _read_cell(row, "stage", _parse_text, _("a budget stage"), diagnostics)
    account = _read_cell(row, "account", _parse_text, _("the id of an account"), diagnostics)
    approval = _read_cell(row, "approval", _parse_approval, _list_choices(Approval), diagnostics)
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


def _list_choices(choices: type[StrEnum]) -> str:
    return _("one of {choices}", choices=", ".join(choices))


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
