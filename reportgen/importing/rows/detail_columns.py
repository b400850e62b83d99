"""Columns of names below the accounts: 과목 beside 세부사업 names parts, not accounts."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.importing.rows.account_index import CHAIN, AccountIndex, Level
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import find_summed, is_total, squeeze
from reportgen.readers.finance.periods import find_period
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import (
    AMOUNTS,
    LEVELS,
    Derived,
    Role,
    find_derived,
    find_meaning,
)

_YEAR = re.compile(r"(?:(?:19|20)\d{2}|['’‘]\d{2})(?:회계)?(?:년도?|연도)?")
_WORDS = (
    "계획 실적 목표 달성 달성률 달성율 결산 요구 요구액 조정 조정액 확정 전년 전년도 금년 금년도 "
    "당해 당해연도 당월 전월 금월 증가 감소 추정 전망 예정"
)
_ASPECTS = frozenset(_WORDS.split())


def settle_items(table: Table, index: AccountIndex) -> Table:
    """The table; a column of names right of one of programmes, and itself of none, is of parts."""
    names = [c for c in table.columns if c.meaning is Role.NAME or c.meaning in LEVELS]
    programmes = [c.number for c in names if _names(table, c, index, (*CHAIN, Level.REVENUE))]
    if not programmes:
        return table
    columns = tuple(
        replace(column, meaning=Role.ITEM)
        if column.meaning is Role.NAME
        and column.number > programmes[0]
        and column.number not in programmes
        and any(table.sheet.text(row, column.number) for row in table.rows)
        else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def is_aspect(label: str) -> bool:
    """Whether a name says which amount is meant (계획, 실적, 2025년), and not a part of one.

    >>> is_aspect("실적"), is_aspect("2025년"), is_aspect("예산현액"), is_aspect("사무관리비")
    (True, True, True, False)
    """
    plain = squeeze(label)
    if plain in _ASPECTS or find_meaning(label) in AMOUNTS:
        return True
    derived = find_derived(label)
    period = find_period(plain)
    return (
        (derived is not None and derived is not Derived.TOTAL)
        or (period is not None and not period.rest)
        or bool(_YEAR.fullmatch(plain))
    )


def _names(table: Table, column: Column, index: AccountIndex, levels: tuple[Level, ...]) -> bool:
    """Whether a column names accounts of some levels."""
    return any(
        account.level in levels
        for row in table.rows
        if (text := table.sheet.text(row, column.number)) and not is_total(text)
        for account in (*index.find(text), *index.find(find_summed(text)))
    )
