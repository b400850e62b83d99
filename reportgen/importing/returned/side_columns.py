"""Columns of a ledger that came back which no import takes: what was edited there is told."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.returned.ledger_copies import CopiedEntry, LedgerCopy
from reportgen.importing.rows.account_index import AccountIndex
from reportgen.model.budget import Accounts
from reportgen.readers.finance.names import squeeze

_NAME, _YEAR = "account_name", "year"


def find_side_edits(
    copy: LedgerCopy, accounts: Accounts, new: frozenset[int]
) -> Iterator[Diagnostic]:
    """Names of accounts, fiscal years and other texts that don't go with what is taken.

    :param new: the rows that become entries of their own; where such a row names two accounts,
        either may be meant.
    """
    official = {account.id: account.name for account in accounts.named()}
    names = {
        account.id: frozenset(map(squeeze, (account.name, *account.former_names)))
        for account in accounts.named()
    }
    index = AccountIndex(accounts)
    for row in copy.entries:
        is_new = row.row in new
        name, year = copy.text(row.row, _NAME), copy.text(row.row, _YEAR)
        expected = names.get(row.account, frozenset({""}))
        if copy.columns.get(_NAME) and squeeze(name) not in expected and (name or not is_new):
            other = any(account.id != row.account for account in index.find(name))
            yield _explain(
                copy, row, _NAME, official.get(row.account, ""), is_error=is_new and other
            )
        if copy.columns.get(_YEAR) and not _is_year(year, row) and (year or not is_new):
            yield _explain(copy, row, _YEAR, str(row.date.year), is_error=False)
    yield from _find_added_columns(copy)


def _is_year(text: str, row: CopiedEntry) -> bool:
    return text.removesuffix("도").removesuffix("년") == str(row.date.year)


def _explain(
    copy: LedgerCopy, row: CopiedEntry, key: str, text: str, *, is_error: bool
) -> Diagnostic:
    found = copy.text(row.row, key)
    return Diagnostic(
        "import-ignored",
        copy.sheet.place(row.row, copy.columns[key]),
        _(
            "the cell says «{found}», the row is of {account}, {date}: «{text}»; the column isn't "
            "taken",
            found=found,
            account=row.account,
            date=row.date.isoformat(),
            text=text,
        ),
        published=found,
        computed=text,
        hint=_("correct the account and the day of the row, or put the cell back"),
        severity=Severity.ERROR if is_error else Severity.WARNING,
    )


def _find_added_columns(copy: LedgerCopy) -> Iterator[Diagnostic]:
    """Columns that finance has added: the first cell of each."""
    known = set(copy.columns.values())
    seen: set[int] = set()
    for row in copy.entries:
        for column, cell in copy.sheet.rows[row.row].items():
            if column not in known and column not in seen and cell.text:
                seen.add(column)
                yield Diagnostic(
                    "import-ignored",
                    copy.sheet.place(row.row, column),
                    _("«{found}» stands in a column that isn't taken", found=cell.text),
                    published=cell.text,
                    hint=_("enter it as a note, if it is to be kept"),
                    severity=Severity.WARNING,
                )
