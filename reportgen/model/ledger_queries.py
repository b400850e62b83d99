"""Entries of a ledger found by its columns: only those that are found become objects."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import compress, count, pairwise
from typing import TypeVar

from reportgen.model.entries import Ledger
from reportgen.model.ledger import LedgerEntry
from reportgen.model.ledger_columns import EntryClass

Item = TypeVar("Item")


class _Everything(Container[str]):
    def __contains__(self, item: object) -> bool:
        return True


EVERY_ACCOUNT: Container[str] = _Everything()


def list_amounts(ledger: Ledger) -> Iterator[tuple[EntryClass, str, int]]:
    """Class, account and won of every entry, in their order."""
    columns = ledger.columns
    rows = zip(columns.class_of, columns.account_of, columns.amounts, strict=True)
    for number, account, won in _choose(ledger, rows):
        yield columns.classes[number], columns.accounts[account], won


def list_rows(ledger: Ledger, *names: str) -> Iterator[tuple[int, EntryClass, str, int, list[str]]]:
    """Row in the columns, class, account, won and some texts of every entry, in their order.

    :param names: of ``TEXTS``.
    """
    columns = ledger.columns
    texts = [columns.list_texts(name) for name in names]
    rows = zip(count(), columns.class_of, columns.account_of, columns.amounts, *texts, strict=False)
    for row, number, account, won, *found in _choose(ledger, rows):
        yield row, columns.classes[number], columns.accounts[account], won, found


def list_texts(ledger: Ledger, name: str) -> Iterator[tuple[str, int, str]]:
    """Account, won and the text in one column of every entry, in their order.

    :param name: one of ``TEXTS``.
    """
    columns = ledger.columns
    rows = zip(columns.account_of, columns.amounts, columns.list_texts(name), strict=False)
    for account, won, text in _choose(ledger, rows):
        yield columns.accounts[account], won, text


def find_on_accounts(
    ledger: Ledger, accounts_of: Callable[[EntryClass], Container[str]]
) -> Iterator[LedgerEntry]:
    """The entries whose account is among those that are asked for in their class, in order.

    :param accounts_of: should give the same few objects over and over: each is compared with
        the accounts of the ledger once.
    """
    columns = ledger.columns
    asked: dict[int, tuple[Container[str], bytes]] = {}
    marks = [b""] * len(columns.classes)
    for number, found in ledger.classes.items():
        accounts = accounts_of(found)
        if id(accounts) not in asked:
            # The object is kept, so that its id stays its own.
            marked = bytes([account in accounts for account in columns.accounts])
            asked[id(accounts)] = accounts, marked
        marks[number] = asked[id(accounts)][1]
    if not any(any(marked) for _accounts, marked in asked.values()):
        return
    rows = _choose(ledger, zip(count(), columns.class_of, columns.account_of, strict=False))
    found_rows = [row for row, number, account in rows if marks[number][account]]
    yield from map(columns.entry, found_rows)


def find_by_text(
    ledger: Ledger, name: str, is_asked: Callable[[str, str], bool]
) -> Iterator[LedgerEntry]:
    """The entries with a text in that column for which the answer is yes, in their order.

    :param name: one of ``TEXTS``.
    :param is_asked: told the account and the text, which is never empty.
    """
    columns = ledger.columns
    texts = columns.list_texts(name)
    rows = _choose(ledger, zip(count(), columns.account_of, texts, strict=False))
    for row, account, text in rows:
        if text and is_asked(columns.accounts[account], text):
            yield columns.entry(row)


def find_present(ledger: Ledger) -> Iterator[LedgerEntry]:
    """The entries that say the budget they begin from (기정액), in their order."""
    columns = ledger.columns
    rows = (row for row in columns.present if columns.class_of[row] in ledger.classes)
    yield from map(columns.entry, rows)


def find_alike(ledger: Ledger) -> Iterator[LedgerEntry]:
    """The entries that have a fellow of the same class, account and amount, in their order.

    Now and then one without a fellow is among them, as long as there are very many.
    """
    columns = ledger.columns
    rows = zip(columns.class_of, columns.account_of, columns.amounts, strict=True)
    # A number for each row takes a tenth of the memory of its columns in a set.
    keys = array("q", map(hash, _choose(ledger, rows)))
    alike = {key for key, following in pairwise(sorted(keys)) if key == following}
    if alike:
        every = _choose(ledger, range(len(columns)))
        yield from map(columns.entry, compress(every, map(alike.__contains__, keys)))


def _choose(ledger: Ledger, rows: Iterable[Item]) -> Iterator[Item]:
    """What stands in the rows of the ledger, of what stands in all rows of its columns."""
    return iter(rows) if ledger.is_whole else compress(rows, ledger.marks())
