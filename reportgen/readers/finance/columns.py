"""A table's columns: what each one's headers say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.readers.finance.days import find_as_of, find_year
from reportgen.readers.finance.header_brackets import (
    Bracket,
    find_bracket_year,
    judge_bracket,
    list_brackets,
)
from reportgen.readers.finance.names import squeeze, without_brackets
from reportgen.readers.finance.periods import find_period
from reportgen.readers.finance.units import find_header_unit
from reportgen.readers.finance.words import (
    AMOUNTS,
    HALVED,
    NAMING,
    PARTIAL,
    RUNNING,
    TOTALS,
    Derived,
    Meaning,
    Role,
    find_derived,
    find_meaning,
    split_half,
)
from reportgen.readers.sheet_columns import spell_column

BEFORE = 0
"""Stands for the year before that of the table, which no header says by its number."""

_RELATIVE_YEAR = re.compile(
    r"(?:(?P<before>전년도?|작년|직전연도|전연도)|금년도?|당해연?도?|올해|현년도|당년도?)(?!도?(?:이월|대비))"
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    :ivar number: counted from 1.
    :ivar labels: its headers from above, without repeats.
    :ivar meaning: None when no header of it is known.
    :ivar unit: the unit that its headers name; empty if they don't.
    :ivar year: the fiscal year that its headers name.
    :ivar partial: whether it is a part (당월) of the amount that its upper header names.
    :ivar sign: 1 where it shows increases only, -1 where decreases only.
    :ivar months: the first and last month of the part of the year that it is about.
    :ivar is_running: whether it is about all the year up to there.
    :ivar is_total: whether it is the sum of the columns beside it under the same header.
    :ivar derived: what it holds that follows from other columns.
    :ivar as_of: the day as of which it stands, where its headers say one.
    """

    number: int
    labels: tuple[str, ...]
    meaning: Meaning | None
    unit: str = ""
    year: int | None = None
    partial: bool = False
    sign: int = 0
    months: tuple[int, int] | None = None
    is_running: bool = False
    is_total: bool = False
    derived: Derived | None = None
    as_of: date | None = None

    @property
    def letter(self) -> str:
        """The letters by which a workbook calls it."""
        return spell_column(self.number)

    @property
    def label(self) -> str:
        """Its headers in one line, as a profile names the column."""
        return " ".join(self.labels)

    @property
    def group(self) -> str:
        """The header that it shares with others; empty where it has one of its own."""
        return self.labels[0] if len(self.labels) > 1 else ""

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts that may become entries."""
        return self.meaning in AMOUNTS

    @property
    def is_name(self) -> bool:
        """Whether it names accounts."""
        return self.meaning in NAMING


def describe_column(
    number: int, labels: tuple[str, ...], told: Mapping[str, Meaning] | None = None
) -> Column:
    """The column under these headers.

    :param told: meanings by squeezed header, which outdo the words that are known.
    """
    unit = next((unit for label in reversed(labels) if (unit := find_header_unit(label))), "")
    if not unit and any(label.strip().lower() == "amount_won" for label in labels):
        unit = "원"
    year = next((year for label in reversed(labels) if (year := find_year(label))), None)
    column = _Headers(labels).describe(number, unit, year)
    for text in (" ".join(labels), *reversed(labels[-1:])):
        if told and squeeze(text) in told:
            meaning = told[squeeze(text)]
            if meaning is Role.UNCHECKED:
                return Column(number, labels, Role.IGNORE, unit, year)
            derived = column.derived if meaning is Role.IGNORE else None
            return Column(number, labels, meaning, unit, year, derived=derived)
    return column


class _Headers:
    """The headers of one column, read from below."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._labels = labels
        self._partial = self._is_total = self._is_running = False
        self._sign = 0
        self._year: int | None = None
        self._as_of: date | None = None
        self._months: tuple[int, int] | None = None

    def describe(self, number: int, unit: str, year: int | None) -> Column:
        """The column that they head."""
        meaning = self._find_meaning()
        derived = find_derived(self._labels[-1]) if self._labels else None
        if meaning is None and self._months:
            meaning = Role.AMOUNT
        elif meaning is None and self._sign:
            meaning = Role.CHANGE
        if meaning in AMOUNTS:
            meaning, derived = self._heed_brackets(meaning, derived)
        above = [found for label in self._labels[:-1] if (found := find_derived(label))]
        if above and above[0] is not Derived.TOTAL and meaning not in NAMING:
            # A group such as 다음연도 이월액 says of all its columns that they are no budget.
            meaning, derived = Role.IGNORE, above[0]
        return Column(
            number,
            self._labels,
            meaning,
            unit,
            year or self._year,
            self._partial,
            self._sign if meaning in HALVED else 0,
            self._months,
            self._is_running,
            self._is_total,
            derived if meaning in (None, Role.IGNORE) else None,
            self._as_of,
        )

    def _heed_brackets(
        self, meaning: Meaning | None, derived: Derived | None
    ) -> tuple[Meaning | None, Derived | None]:
        """The meaning with what stands in brackets; None where that says something unknown."""
        for text in (text for label in self._labels for text in list_brackets(label)):
            if meaning is None:
                break
            if self._sign and split_half(f"{meaning}({text})")[1]:
                continue
            year, period = find_bracket_year(text), find_period(text)
            self._as_of = self._as_of or find_as_of(text) or find_as_of(f"{text} 기준")
            if year:
                self._year = year
            elif self._as_of:
                continue
            elif period and not period.rest:
                self._months, self._is_running = period.months, period.is_running
            elif text in PARTIAL:
                self._partial = True
            else:
                bracket = judge_bracket(text, meaning)
                if bracket is Bracket.RATE:
                    return Role.IGNORE, Derived.RATE
                if bracket is Bracket.SETTLES:
                    meaning = find_meaning(text)
                elif bracket is Bracket.OTHER:
                    meaning = None
        return meaning, derived

    def _find_meaning(self) -> Meaning | None:
        """What the lowest header says that says more than which part is meant."""
        for depth, label in reversed(list(enumerate(self._labels))):
            if depth and find_header_unit(label) == squeeze(label).strip("()[]〔〕"):
                continue
            rest = self._note_part(label)
            meaning = find_meaning(rest) if rest else None
            if without_brackets(label) in PARTIAL:
                self._partial = True
            elif rest and not (depth and self._says_all(label, meaning)):
                self._is_total |= find_derived(rest) is Derived.TOTAL
                self._note_above(self._labels[:depth])
                return meaning
        return None

    def _note_above(self, labels: tuple[str, ...]) -> None:
        """The months, or the total, that headers above the one of a meaning name."""
        for label in labels:
            self._is_total |= find_derived(label) is Derived.TOTAL
            period = find_period(squeeze(label))
            if period and not period.rest and self._months is None:
                self._months = period.months
                self._is_running |= period.is_running

    def _note_part(self, label: str) -> str:
        """What a header says beside its month, year, and beside increase or decrease."""
        relative = _RELATIVE_YEAR.match(squeeze(label))
        if relative and find_meaning(label) is None:
            if relative["before"]:
                self._year = BEFORE
            return squeeze(label)[relative.end() :] or "금액"
        base, sign = split_half(label)
        is_half = bool(sign) and (not base or find_meaning(base) in HALVED)
        if not (is_half and base) and (find_meaning(label) or find_derived(label)):
            return label
        period = find_period(squeeze(label))
        if period and self._months is None:
            self._months = period.months
            self._is_running |= period.is_running or "누계" in period.rest
            return period.rest.replace("누계", "")
        if is_half:
            self._sign = self._sign or sign
            return base
        return label

    def _says_all(self, label: str, meaning: Meaning | None) -> bool:
        """Whether a header only says: all of the amount named above."""
        plain = without_brackets(label).lower()
        if plain in RUNNING or plain in TOTALS:
            self._is_total |= plain in TOTALS
            self._is_running |= "누계" in plain or "누적" in plain
            return True
        return bool(find_year(label)) and meaning is None


def list_groups(columns: tuple[Column, ...]) -> Iterator[tuple[Column, ...]]:
    """The columns that stand beside each other under one header, where there are several."""
    run: list[Column] = []
    for column in (*columns, None):
        follows = column and run and column.number == run[-1].number + 1
        if not (column and follows and column.labels[:1] == run[0].labels[:1]):
            if len(run) > 1 and any(len(other.labels) > 1 for other in run):
                yield tuple(run)
            run = []
        if column and column.labels:
            run.append(column)
