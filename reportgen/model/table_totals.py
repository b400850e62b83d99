"""The rows of a typed table that add up others: 소계, 계, 합계, 총계, 누계."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportgen.model.blocks import Table
from reportgen.model.table_layout import cell_text

_RANKS = {
    "소계": 1,
    "계": 2,
    "누계": 3,
    "합계": 3,
    "total": 3,
    "총계": 4,
    "총액": 4,
    "총합": 4,
    "총합계": 4,
    "subtotal": 1,
}
_LABEL = re.compile(
    r"(?P<before>.{0,10}?)(?P<word>총합계|총계|합계|소계|계|누계|총액|총합|sub-?total|total)"
    r"(?:[(\[（〔].*|[①-\u2473A-Z])?",
    re.IGNORECASE,
)
_FRAME = "[](){}<>〈〉《》「」『』【】〔〕［］（）＜＞:：*＊※†=＝.,·-–—"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CHINESE = str.maketrans("合小總総总計计累", "합소총총총계계누")
_BEFORE = re.compile(r"(?:.*\s)?\S{2,}\s+계\W*")
"""A word of its own before 계, as in 사업비 계; 회계 and 기 계 are words."""

_ALONE = frozenset({"총액", "총합", "누계"})
"""Words that say a total only where nothing stands before them."""

_PART = re.compile(
    r"\s*(?:[-\u2013·ㆍ\u2219\u2022○ㅇ└\u25b8※*]|그\s*중|이\s*중|[(\[（［〔].*[)\]）］〕]\s*$)"
)
_BESIDE = re.compile(r"\s*(?:전년|작년|지난해|전기|전월|증감|대비|비교)")
"""What is told beside a total and isn't a part of it."""

_NUMBER = re.compile(r"[^\d]{0,2}\d[\d,.]*\s*\D{0,4}")


class TotalRow(NamedTuple):
    """A row that adds up others.

    :ivar column: the typed column in which its label stands; further left adds up more.
    :ivar rank: what its word adds up, 소계 the least.
    :ivar is_behind: whether it stands behind the amounts, and belongs in the first column.
    """

    row: int
    column: int
    rank: int
    is_behind: bool = False

    @property
    def label_column(self) -> int:
        """The typed column that holds its word, or -1 where that is none of the amounts."""
        return -1 if self.is_behind else self.column

    def encloses(self, other: TotalRow) -> bool:
        """Whether the rows of the other one end where this one stands."""
        return (-self.column, self.rank) >= (-other.column, other.rank)


def find_totals(table: Table) -> Mapping[int, TotalRow]:
    """The rows that are totals, by their number from 0."""
    found = (_read_total(table, row) for row in range(len(table.rows)))
    return {total.row: total for total in found if total}


def count_items(table: Table, rows: range) -> int:
    """How many of the rows are no totals."""
    return sum(_read_total(table, row) is None for row in rows)


def list_parts(table: Table, totals: Mapping[int, TotalRow], total: TotalRow) -> list[list[int]]:
    """The rows that a total may add up, in every reading of the table, the likeliest first.

    A total may stand above its rows or below them. Those of the same group are meant where the
    columns to the left of its label say groups; else those up to the next total that is as high.
    """
    every = range(len(table.rows))
    above = list(_walk(totals, total, range(total.row - 1, -1, -1)))[::-1]
    below = list(_walk(totals, total, range(total.row + 1, len(table.rows))))
    near = [below, above] if _leads(totals, total) else [above, below]
    readings = [*near, list(every[: total.row]), list(every[total.row + 1 :]), list(every)]
    group = _find_group(table, total)
    is_named = any(cell_text(cell).strip() for cell in table.rows[total.row][: total.column])
    is_likely = total.column and (is_named or len(group) - 1 > 1)
    readings.insert(0 if is_likely else len(near), group)
    items = [_choose(totals, total, rows) for rows in readings]
    items = [*(_drop(table, rows, _BESIDE) for rows in items), *items]
    items += [_drop(table, rows, _PART) for rows in items]
    return [rows for at, rows in enumerate(items) if rows and rows not in items[:at]]


def _read_total(table: Table, row: int) -> TotalRow | None:
    is_behind = False
    texts = [cell_text(cell) for cell in table.rows[row]]
    for column, text in enumerate(texts):
        if word := read_total_word(text):
            return TotalRow(row, 0 if is_behind else column, _RANKS[word], is_behind)
        if column and _NUMBER.fullmatch("".join(text.split())):
            if not is_behind and any(before.strip() for before in texts[:column]):
                return None
            is_behind = True
    return None


@lru_cache(maxsize=4096)
def read_total_word(text: str) -> str:
    """The word of a total that the text is, as it is usually spelled; empty for other texts.

    >>> read_total_word("[합 계]"), read_total_word("사업비 계"), read_total_word("회계")
    ('합계', '계', '')
    """
    plain = text.translate(_INVISIBLE).translate(_CHINESE).strip()
    match = _LABEL.fullmatch("".join(plain.split()).strip(_FRAME))
    if match is None:
        return ""
    word = match["word"].lower().replace("-", "")
    if match["before"] and (word in _ALONE or (word == "계" and not _BEFORE.fullmatch(plain))):
        return ""
    return word


def _walk(totals: Mapping[int, TotalRow], total: TotalRow, rows: range) -> Iterator[int]:
    """The rows up to the next total that encloses this one."""
    for row in rows:
        if row in totals and totals[row].encloses(total):
            return
        yield row


def _leads(totals: Mapping[int, TotalRow], total: TotalRow) -> bool:
    """Whether totals of this kind stand above their rows: the first of them has none above."""
    alike = (one for one in totals.values() if one[1:] == total[1:])
    first = next(alike)
    return all(row in totals for row in range(first.row))


def _find_group(table: Table, total: TotalRow) -> list[int]:
    """The rows around a total that have the same texts to the left of its label."""
    keys: list[tuple[str, ...]] = []
    last = ("",) * total.column
    for cells in table.rows:
        texts = [cell_text(cell).strip() for cell in cells[: total.column]]
        last = tuple(text or before for text, before in zip(texts, last, strict=False))
        keys.append(last)
    first = last_row = total.row
    while first and keys[first - 1] == keys[total.row]:
        first -= 1
    while last_row + 1 < len(keys) and keys[last_row + 1] == keys[total.row]:
        last_row += 1
    return list(range(first, last_row + 1))


def _choose(totals: Mapping[int, TotalRow], total: TotalRow, rows: list[int]) -> list[int]:
    """The items among the rows; where there are none, the totals that stand for them."""
    items = [row for row in rows if row not in totals]
    if items:
        return items
    lower = [totals[row] for row in rows if row != total.row and not totals[row].encloses(total)]
    highest = max(((-one.column, one.rank) for one in lower), default=None)
    return [one.row for one in lower if (-one.column, one.rank) == highest]


def _drop(table: Table, rows: list[int], label: re.Pattern[str]) -> list[int]:
    """The rows without those that only say what another consists of, or is held against."""
    return [row for row in rows if not label.match(_label(table, row))]


def _label(table: Table, row: int) -> str:
    texts = (cell_text(cell) for cell in table.rows[row])
    return next((text for text in texts if text.strip()), "")
