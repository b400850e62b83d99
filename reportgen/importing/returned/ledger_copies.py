"""Our own ledger as it comes back: rows of the annexes, or of an export, that were edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.importing.basis.ledger_basis import LedgerBasis
from reportgen.importing.returned.copy_layout import find_digests, find_layout, find_stage
from reportgen.importing.rows.account_index import AccountIndex
from reportgen.model.ledger import KINDS, Approval, EntryKind
from reportgen.money import Won
from reportgen.readers.digits import expect
from reportgen.readers.finance.amounts import AmountError, as_won, read_amount
from reportgen.readers.finance.days import explain_day, find_as_of, parse_day
from reportgen.readers.finance.grid import Book, GridCell, Sheet
from reportgen.readers.finance.names import is_total, squeeze
from reportgen.readers.finance.units import UNITS, find_unit
from reportgen.readers.ledger_words import (
    explain_word,
    list_approvals,
    list_kinds,
    name_column,
    parse_approval,
    parse_kind,
)

Value = TypeVar("Value")

_THOUSANDS = "천원"
"""The unit of the annexes."""


@dataclass(frozen=True, slots=True)
class CopiedEntry:
    """One row as it came back; the amount is in won.

    :ivar row: its number in the sheet.
    :ivar origin: the place of the ledger that it names as its source.
    """

    date: date
    stage: str
    kind: EntryKind
    account: str
    amount: Won
    reference: str
    note: str
    approval: Approval
    funding: str
    place: SourceRef
    row: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class LedgerCopy:
    """The ledger in a workbook.

    :ivar columns: the numbers of its columns by their keys.
    :ivar as_of: the day up to which it holds entries: the one that it states, else that of
        its last entry which says from where in the ledger it comes.
    :ivar stage: the last stage that it shows, if it says so.
    :ivar digests: of each ledger file that it was made from how many entries it shows, and the
        beginning of their SHA-256.
    :ivar is_annex: whether the workbook holds formulas of ours beside it.
    :ivar unit: the name of the unit of its amounts.
    """

    sheet: Sheet
    columns: Mapping[str, int]
    entries: tuple[CopiedEntry, ...]
    as_of: date | None
    stage: str
    digests: Mapping[str, tuple[int, str]]
    is_annex: bool
    unit: str
    diagnostics: tuple[Diagnostic, ...]

    def text(self, row: int, key: str) -> str:
        """The text of a cell by the key of its column; empty where there is no such column."""
        column = self.columns.get(key)
        return self.sheet.text(row, column) if column else ""


def read_copy(
    book: Book, around: LedgerBasis, unit: str = "", approval: Approval = Approval.PASSED
) -> LedgerCopy:
    """The rows that came back, and what is wrong with them.

    :param unit: of the amounts, if not the one that the sheet states.
    :param approval: of new rows, if the sheet has no column for it.
    """
    layout = find_layout(book)
    assert layout is not None
    sheet = layout.sheet
    texts = [text for row, _column, text in sheet.texts() if row <= layout.header]
    stated = layout.unit or next((found for text in texts if (found := find_unit(text))), "")
    unit = unit or stated or _THOUSANDS
    reader = _CopyReader(sheet, layout.columns, around, unit, approval)
    rows = [row for row in sheet.rows if row > layout.header]
    entries = [entry for row in rows if (entry := reader.read(row))]
    as_of = next((day for text in texts if (day := find_as_of(text))), None)
    if as_of is None:
        as_of = max((e.date for e in entries if reader.is_ours(e.place)), default=None)
    return LedgerCopy(
        sheet,
        layout.columns,
        tuple(entries),
        as_of,
        find_stage(book),
        find_digests(book),
        any(name.startswith("appropriation_") for name in book.names),
        unit,
        tuple(reader.diagnostics),
    )


class _CopyReader:
    """Reads row by row and notes every cell that can't be read."""

    def __init__(
        self,
        sheet: Sheet,
        columns: Mapping[str, int],
        around: LedgerBasis,
        unit: str,
        approval: Approval,
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._sheet = sheet
        self._columns = columns
        self._around = around
        self._unit = UNITS[unit]
        self._approval = approval
        self._index = AccountIndex(around.accounts)
        self._ours: set[SourceRef] = set()

    def read(self, row: int) -> CopiedEntry | None:
        """The entry of a row, or None for an empty row, a sum, and one with mistakes."""
        if not any(self._text(row, key) for key in ("date", "kind", "account", "amount")):
            return None
        if any(is_total(self._text(row, key)) for key in ("date", "stage", "account_name")):
            return None
        day = self._cell(row, "date", self._read_day)
        kind = self._cell(row, "kind", lambda cell: parse_kind(cell.text))
        stage = self._cell(row, "stage", self._find_stage)
        account = self._cell(row, "account", self._find_account, "account_name")
        amount = self._cell(row, "amount", self._read_amount)
        approval = self._read_approval(row)
        if day is None or kind is None or stage is None or account is None or amount is None:
            return None
        if approval is None:
            return None
        if self._text(row, "source"):
            self._ours.add(self._place(row, "amount"))
        return CopiedEntry(
            day,
            stage,
            kind,
            account,
            amount,
            self._text(row, "reference"),
            self._text(row, "note"),
            approval,
            self._text(row, "funding"),
            self._place(row, "amount"),
            row,
            self._text(row, "source"),
        )

    def is_ours(self, place: SourceRef) -> bool:
        """Whether the row of a place says from where in the ledger it comes."""
        return place in self._ours

    def _cell(
        self,
        row: int,
        key: str,
        parse: Callable[[GridCell], Value | None],
        instead: str = "",
    ) -> Value | None:
        """What a cell says; of an empty one what the cell of another column does."""
        cell = self._get(row, key) or (self._get(row, instead) if instead else None)
        value = parse(cell) if cell else None
        if value is None:
            found = cell.text if cell else _("nothing")
            self.diagnostics.append(self._explain(row, key, found))
        return value

    def _explain(self, row: int, key: str, found: str) -> Diagnostic:
        place = self._place(row, key)
        expected = self._expect(key)
        message = _("{column}: found {found}", column=name_column(key), found=found)
        hint = _("expected {expected}", expected=expected)
        if key == "account":
            close = ", ".join(f"{a.name} ({a.id})" for a in self._index.suggest(found))
            hint = _("did you mean {names}?", names=close) if close else hint
            return Diagnostic("import-account", place, message, found, close, hint)
        if key == "amount":
            return Diagnostic("import-amount", place, message, found, expected, hint)
        if key == "date":
            hint = expect(expected, found, explain_day(found))
            return Diagnostic("import-date", place, message, found, expected, hint)
        if key == "kind":
            hint = expect(expected, found, explain_word(KINDS, found))
        rule = "import-stage" if key == "stage" else "import-kind"
        return Diagnostic(rule, place, message, found, expected, hint)

    def _expect(self, key: str) -> str:
        choices = {
            "date": _("a date such as 2025-06-05"),
            "account": _("the id of an account"),
            "amount": _("an amount such as 273,600 or △1,500"),
            "kind": _("one of {choices}", choices=list_kinds()),
            "stage": _("one of {choices}", choices=", ".join(self._around.report.stages)),
            "approval": _("one of {choices}", choices=list_approvals()),
        }
        return choices[key]

    def _read_approval(self, row: int) -> Approval | None:
        """Whether the entry is in force; what the file has no column for, the user says."""
        if "approval" not in self._columns:
            return self._approval
        text = self._text(row, "approval")
        approval = parse_approval(text)
        if approval is None:
            self.diagnostics.append(self._explain(row, "approval", text))
        return approval

    def _read_day(self, cell: GridCell) -> date | None:
        return parse_day(cell.value, self._around.report.year)

    def _find_stage(self, cell: GridCell) -> str | None:
        stages = self._around.report.stages
        return next((s for s in stages if squeeze(s) == squeeze(cell.text)), None)

    def _find_account(self, cell: GridCell) -> str | None:
        """The id, or that of the one account of that name which entries can name."""
        if cell.text in self._index.by_id:
            return cell.text
        found = [account for account in self._index.find(cell.text) if account.is_leaf]
        return found[0].id if len(found) == 1 else None

    def _read_amount(self, cell: GridCell) -> Won | None:
        try:
            amount = read_amount(cell, self._unit)
        except AmountError:
            return None
        return None if amount is None else as_won(Decimal(amount))

    def _get(self, row: int, key: str) -> GridCell | None:
        column = self._columns.get(key)
        cell = self._sheet.cell(row, column) if column else None
        return cell if cell and cell.text else None

    def _text(self, row: int, key: str) -> str:
        cell = self._get(row, key)
        return cell.text if cell else ""

    def _place(self, row: int, key: str) -> SourceRef:
        return self._sheet.place(row, self._columns.get(key, 1))
