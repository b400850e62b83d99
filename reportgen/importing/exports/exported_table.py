"""The ledger as a table that finance can edit and send back: its columns, and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO

from reportgen.harmless import make_harmless
from reportgen.model.ledger import KIND_WORDS, Approval, LedgerEntry
from reportgen.money import THOUSAND, name_unit

HEADERS: Mapping[str, str] = {
    "date": "일자",
    "stage": "단계",
    "kind": "종류",
    "account": "계정",
    "account_name": "계정명",
    "amount": "금액",
    "reference": "근거",
    "note": "비고",
    "approval": "의결",
    "funding": "재원",
    "source": "출처",
}
"""Headers by column; each column of the workbook also has the name ``ledger_…``."""

Value = str | int | date


def spell_table(entries: Sequence[LedgerEntry], names: Mapping[str, str]) -> bytes:
    """A CSV in UTF-8 with a byte order mark, with the unit in the header of the amounts."""
    unit = choose_unit(entries)
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    headers = {**HEADERS, "amount": f"{HEADERS['amount']}({name_unit(unit)})"}
    writer.writerow(headers.values())
    for entry in entries:
        values = list_values(entry, names, unit)
        writer.writerow(make_harmless(v) if isinstance(v, str) else v for v in values)
    return buffer.getvalue().encode("utf-8-sig")


def list_values(entry: LedgerEntry, names: Mapping[str, str], unit: int) -> tuple[Value, ...]:
    """One row below the headers; the amount in the unit."""
    return (
        entry.date,
        entry.stage,
        KIND_WORDS[entry.kind][0],
        entry.account,
        names.get(entry.account, ""),
        entry.amount // unit,
        entry.reference,
        entry.note,
        "" if entry.approval is Approval.PASSED else entry.approval.value,
        entry.funding,
        str(entry.source),
    )


def choose_unit(entries: Sequence[LedgerEntry]) -> int:
    """Thousands of won, unless an amount has a part of a thousand."""
    return 1 if any(entry.amount % THOUSAND for entry in entries) else THOUSAND
