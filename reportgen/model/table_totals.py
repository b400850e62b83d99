"""The rows of a typed table that add up others: 소계, 계, 합계, 총계."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportgen.model.blocks import Table
from reportgen.model.table_layout import cell_text

_RANKS = {"소계": 1, "계": 2, "합계": 3, "총계": 4, "총합계": 4, "subtotal": 1, "total": 3}
_LABEL = re.compile(
    r"(?P<before>.{0,10}?)(?P<word>총합계|총계|합계|소계|계|sub-?total|total)"
    r"(?:[(\[（〔].*|[①-\u2473A-Z])?",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*[-–·ㆍ∙•○ㅇ└▸※*]")
_NUMBER = re.compile(r"[^\d]{0,2}\d[\d,.]*\s*\D{0,4}")


class TotalRow(NamedTuple):
    """A row that adds up others.

    :ivar column: the typed column in which its label stands; further left adds up more.
    :ivar rank: what its word adds up, 소계 the least.
    """

    row: int
    column: int
    rank: int

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
    items += [_drop_parts(table, rows) for rows in items]
    return [rows for at, rows in enumerate(items) if rows and rows not in items[:at]]


def _read_total(table: Table, row: int) -> TotalRow | None:
    for column, cell in enumerate(table.rows[row]):
        text = "".join(cell_text(cell).split())
        match = _LABEL.fullmatch(text)
        if match and (not match["before"] or match["word"] != "계"):
            word = match["word"].lower().replace("-", "")
            return TotalRow(row, column, _RANKS[word])
        if column and _NUMBER.fullmatch(text):
            return None
    return None


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


def _drop_parts(table: Table, rows: list[int]) -> list[int]:
    """The rows without those that only say what another row consists of (- 시설비)."""
    return [row for row in rows if not _PART.match(_label(table, row))]


def _label(table: Table, row: int) -> str:
    texts = (cell_text(cell) for cell in table.rows[row])
    return next((text for text in texts if text.strip()), "")
