"""Columns of names below the accounts: 과목 beside 세부사업 names parts, not accounts."""

from __future__ import annotations

from dataclasses import replace

from reportgen.importing.account_index import AccountIndex
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import find_summed, is_total
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import LEVELS, Role


def settle_items(table: Table, index: AccountIndex) -> Table:
    """The table; a column of names that no account has, right of one of accounts, is of parts."""
    names = [c for c in table.columns if c.meaning is Role.NAME or c.meaning in LEVELS]
    accounts = [column.number for column in names if _names_accounts(table, column, index)]
    if not accounts:
        return table
    columns = tuple(
        replace(column, meaning=Role.ITEM)
        if column.meaning is Role.NAME
        and column.number > accounts[-1]
        and _names_only_parts(table, column)
        else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def _names_accounts(table: Table, column: Column, index: AccountIndex) -> bool:
    return any(
        index.find(text) or index.find(find_summed(text))
        for row in table.rows
        if (text := table.sheet.text(row, column.number)) and not is_total(text)
    )


def _names_only_parts(table: Table, column: Column) -> bool:
    return any(table.sheet.text(row, column.number) for row in table.rows)
