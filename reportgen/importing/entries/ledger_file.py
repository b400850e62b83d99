"""Entries as a file of the ledger: CSV in UTF-8 with a byte order mark, as Excel reads it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from reportgen.harmless import make_harmless
from reportgen.model.ledger import Approval, LedgerEntry
from reportgen.money import THOUSAND

_OPTIONAL = ("amount_won", "present", "present_won", "approval", "funding")
_COLUMNS = (
    "date",
    "stage",
    "kind",
    "account",
    "amount",
    "amount_won",
    "present",
    "present_won",
    "approval",
    "funding",
    "reference",
    "note",
)


def spell_ledger(entries: Iterable[LedgerEntry]) -> bytes:
    """The file; columns that no entry needs are left out, texts can't become formulas."""
    rows = [_spell(entry) for entry in entries]
    columns = [
        column for column in _COLUMNS if column not in _OPTIONAL or any(row[column] for row in rows)
    ]
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _spell(entry: LedgerEntry) -> dict[str, str]:
    amount, amount_won = _split(entry.amount)
    present, present_won = _split(entry.present)
    return {
        "date": entry.date.isoformat(),
        "stage": entry.stage,
        "kind": entry.kind.value,
        "account": entry.account,
        "amount": amount,
        "amount_won": amount_won,
        "present": present,
        "present_won": present_won,
        "approval": "" if entry.approval is Approval.PASSED else entry.approval.value,
        "funding": entry.funding,
        "reference": make_harmless(entry.reference),
        "note": make_harmless(entry.note),
    }


def _split(won: int | None) -> tuple[str, str]:
    """The amount under the header of thousands, or of won where it has a part of a thousand."""
    if won is None:
        return "", ""
    thousands, rest = divmod(won, THOUSAND)
    return ("", str(won)) if rest else (str(thousands), "")
