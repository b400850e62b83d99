"""Tables on a sheet: where the header is, however many rows it has, and which rows follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from reportgen.money import MINUS_SIGNS
from reportgen.readers.finance.columns import Column, describe_column
from reportgen.readers.finance.days import find_as_of
from reportgen.readers.finance.grid import GridCell, Sheet
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.numbers import parse_number
from reportgen.readers.finance.units import find_unit
from reportgen.readers.finance.words import UNCLEAR, Meaning, Role, find_meaning

MOST_HEADER_ROWS = 3
_YEARS = range(1990, 2100)
_MARK = re.compile(r"[(\[]?(?:[A-Za-z]|[①-⑮])(?:\s*[=/+–−-]\s*.*)?[)\]]?")
_DIGITS = re.compile(rf"[+(\[{MINUS_SIGNS}]*[)\]]?\s*\d[\d,.]*[)\]]?")


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    :ivar top: the first row of the header.
    :ivar bottom: its last row.
    :ivar rows: the rows below that aren't empty, in order.
    :ivar repeats: rows below that repeat the header.
    """

    sheet: Sheet
    top: int
    bottom: int
    columns: tuple[Column, ...]
    rows: tuple[int, ...] = ()
    repeats: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Header:
    top: int
    bottom: int
    columns: tuple[Column, ...]

    @property
    def quality(self) -> tuple[int, int, int]:
        """How many different meanings it gives, how few columns share one, how many are clear."""
        known = [_tell_apart(column) for column in self.columns if column.meaning]
        amounts = [_tell_apart(column) for column in self.columns if column.is_amount]
        clear = sum(column.is_amount and column.meaning not in UNCLEAR for column in self.columns)
        return len(set(known)), len(set(amounts)) - len(amounts), clear


def _begins_anew(sheet: Sheet, above: Table, header: _Header) -> bool:
    """Whether a day or a unit of its own stands above a header that says the same again."""
    last = max((row for row in above.rows if _holds_amounts(sheet, row)), default=above.bottom)
    texts = [text for row, _column, text in sheet.texts() if last < row < header.top]
    return any(find_as_of(text) or find_unit(text) for text in texts)


def _holds_amounts(sheet: Sheet, row: int) -> bool:
    return any(is_number(cell) for cell in sheet.rows[row].values())


@dataclass(frozen=True, slots=True)
class NearHeader:
    """A row of texts above a row of numbers, which may head a table of unknown words."""

    row: int
    columns: tuple[Column, ...]


def find_near_headers(
    sheet: Sheet, told: Mapping[str, Meaning] | None = None
) -> tuple[NearHeader, ...]:
    """The first row of a sheet that looks like a header, though no table is found by its words."""
    numbers = list(sheet.rows)
    for row, after in pairwise(numbers):
        above, below = sheet.rows[row], sheet.rows[after]
        heads = [n for n, cell in above.items() if isinstance(cell.value, str) and cell.text]
        amounts = [n for n, cell in below.items() if is_number(cell) and n in heads]
        if len(heads) > 1 and amounts and not any(is_number(cell) for cell in above.values()):
            columns = (describe_column(n, (above[n].text,), told) for n in heads)
            return (NearHeader(row, tuple(columns)),)
    return ()


def _tell_apart(column: Column) -> tuple[object, ...]:
    """What makes two columns say different things."""
    part = (column.partial, column.sign, column.months, column.is_total)
    return column.meaning, column.year, part


def find_tables(sheet: Sheet, told: Mapping[str, Meaning] | None = None) -> tuple[Table, ...]:
    """Every table of a sheet; a header that repeats the one above continues its table.

    :param told: meanings by squeezed header, from a profile.
    """
    reader = _HeaderReader(sheet, told or {})
    headers = list(reader.find())
    found: list[Table] = []
    numbers = list(sheet.rows)
    ends = [header.top for header in headers[1:]] + numbers[-1:]
    for header, end in zip(headers, ends, strict=False):
        last = end + (header is headers[-1])
        rows = tuple(row for row in numbers if header.bottom < row < last)
        repeated = range(header.top, header.bottom + 1)
        if (
            found
            and _HeaderReader.is_same(found[-1], header)
            and not _begins_anew(sheet, found[-1], header)
        ):
            above = found[-1]
            found[-1] = Table(
                sheet,
                above.top,
                above.bottom,
                above.columns,
                (*above.rows, *rows),
                (*above.repeats, *repeated),
            )
        else:
            found.append(Table(sheet, header.top, header.bottom, header.columns, rows))
    return tuple(part for table in found for part in _split(table))


def _split(table: Table) -> Iterator[Table]:
    """Tables beside each other: each begins with a column of names that follows amounts."""
    blocks: list[list[Column]] = [[]]
    for column in table.columns:
        if column.is_name and any(other.is_amount for other in blocks[-1]):
            blocks.append([])
        blocks[-1].append(column)
    while len(blocks) > 1 and not any(column.is_amount for column in blocks[-1]):
        last = blocks.pop()
        blocks[-1] += last
    yield from (replace(table, columns=tuple(block)) for block in blocks)


class _HeaderReader:
    """Looks for rows in which names and amounts are headed by words that are known."""

    def __init__(self, sheet: Sheet, told: Mapping[str, Meaning]) -> None:
        self._sheet = sheet
        self._told = told
        self._spread = _spread_merges(sheet)
        self._cache: dict[str, bool] = {}

    @staticmethod
    def is_same(table: Table, header: _Header) -> bool:
        """Whether a header says what that of the table above says."""
        labels = [(column.number, column.labels) for column in table.columns]
        return labels == [(column.number, column.labels) for column in header.columns]

    def find(self) -> Iterator[_Header]:
        """The headers from above."""
        after = 0
        for row in self._sheet.rows:
            if row <= after or not self._may_begin(row):
                continue
            best = self._read_best(row)
            if best is None:
                continue
            below = self._read_best(row + 1) if self._may_begin(row + 1) else None
            if below and below.quality > best.quality:
                best = below
            after = best.bottom
            yield best

    def _may_begin(self, row: int) -> bool:
        """A quick look, since a sheet has many rows and few headers."""
        labels = self._labels(row)
        return len(labels) > 1 and sum(map(self._is_word, labels.values())) > 0

    def _is_word(self, label: str) -> bool:
        if label not in self._cache:
            known = find_meaning(label) is not None or any(
                told.startswith(squeeze(label)) for told in self._told
            )
            self._cache[label] = known
        return self._cache[label]

    def _labels(self, row: int) -> dict[int, str]:
        """The texts of a row by column, merged cells in every column they cover."""
        labels = dict(self._spread.get(row, {}))
        for column, cell in self._sheet.rows.get(row, {}).items():
            if isinstance(cell.value, str) or _is_year(cell.value):
                labels[column] = cell.text
        return labels

    def _read_best(self, top: int) -> _Header | None:
        found = [
            header
            for height in range(1, MOST_HEADER_ROWS + 1)
            if (header := self._read(top, top + height - 1))
        ]
        best = max(found, key=lambda header: (header.quality, -header.bottom), default=None)
        while best and (taller := self._extend(best)):
            best = taller
        return best

    def _extend(self, header: _Header) -> _Header | None:
        """The header with the row below it, where that holds only texts, and none of a name."""
        below = header.bottom + 1
        cells = self._sheet.rows.get(below, {})
        names = {column.number for column in header.columns if column.is_name}
        amounts = {column.number for column in header.columns if column.is_amount}
        texts = {n for n, cell in cells.items() if isinstance(cell.value, str) and cell.text}
        marks = all(_MARK.fullmatch(cell.text) for cell in cells.values())
        if below - header.top >= MOST_HEADER_ROWS or texts & names or marks:
            return None
        if not texts & amounts or len(texts) < len(cells) or self._holds_numbers(below):
            return None
        taller = self._read(header.top, below)
        return taller if taller and self._sheet.rows.get(below + 1) else None

    def _read(self, top: int, bottom: int) -> _Header | None:
        rows = [self._labels(row) for row in range(top, bottom + 1)]
        if not rows[-1] or any(self._holds_numbers(row) for row in range(top, bottom + 1)):
            return None
        for above, below in pairwise(rows):
            _spread_right(above, below)
        numbers = sorted({number for row in rows for number in row})
        columns = tuple(
            describe_column(number, _join(row.get(number, "") for row in rows), self._told)
            for number in numbers
        )
        named = any(column.is_name for column in columns)
        amounts = any(column.is_amount for column in columns)
        return _Header(top, bottom, columns) if named and amounts else None

    def _holds_numbers(self, row: int) -> bool:
        cells = self._sheet.rows.get(row, {}).values()
        return any(is_number(cell) for cell in cells)


def is_number(cell: GridCell) -> bool:
    """Whether a cell holds an amount, not a text or a year."""
    if isinstance(cell.value, str):
        return bool(_DIGITS.fullmatch(cell.text)) and not _is_year(parse_number(cell.text))
    return not _is_year(cell.value)


def _is_year(value: object) -> bool:
    return isinstance(value, Decimal) and value == int(value) and int(value) in _YEARS


def _spread_merges(sheet: Sheet) -> dict[int, dict[int, str]]:
    """The texts of merged cells by every row and column they cover; only of small ones."""
    spread: dict[int, dict[int, str]] = {}
    for area in sheet.merges:
        text = sheet.text(area.top, area.left)
        if not text or area.bottom - area.top >= MOST_HEADER_ROWS:
            continue
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, min(area.right, area.left + 100) + 1):
                spread.setdefault(row, {})[column] = text
    return spread


def _spread_right(above: dict[int, str], below: dict[int, str]) -> None:
    """A group's header also heads the columns right of it that only have a header below."""
    for number in sorted(below):
        if number not in above and number - 1 in above and number - 1 in below:
            above[number] = above[number - 1]


def _join(labels: Iterator[str]) -> tuple[str, ...]:
    """The headers of a column without blanks and without repeats below each other."""
    joined: list[str] = []
    for label in labels:
        if label and (not joined or joined[-1] != label):
            joined.append(label)
    return tuple(joined)


def find_extra_names(table: Table) -> tuple[int, ...]:
    """Columns without a header right of a column of names, which hold its lower levels."""
    headed = {column.number for column in table.columns}
    extra: list[int] = []
    for column in table.columns:
        if column.meaning is not Role.NAME:
            continue
        number = column.number + 1
        while number not in headed and any(table.sheet.text(row, number) for row in table.rows):
            extra.append(number)
            number += 1
    return tuple(extra)
