"""Figures, their causes and their places as lists of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.facts import ContentLine, FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.figures import Value as FigureValue
from reportgen.comparison.wording import (
    KINDS,
    UNITS,
    join_names,
    name_kind,
    name_side,
    subtract_printed,
)
from reportgen.figures import Unit
from reportgen.model.report import Notation
from reportgen.money import THOUSAND
from reportgen.renderers.flat_workbook import Number, Sheet, Value
from reportgen.renderers.xlsx.zero_formats import unsign_zero

_COUNT = "#,##0"

_FIGURES = (
    ("구분", 7),
    ("수치", 32),
    ("이름", 28),
    ("단위", 7),
    ("이전", 14),
    ("이후", 14),
    ("증감", 14),
    ("원인", 7),
    ("인쇄 위치", 10),
)
_CAUSES = (
    ("수치", 30),
    ("단위", 7),
    ("증감에 미친 값", 14),
    ("구분", 10),
    ("일자", 12),
    ("단계", 16),
    ("종류", 12),
    ("계정", 20),
    ("금액(천원)", 14),
    ("근거", 16),
    ("비고", 24),
    ("위치", 26),
)
_PLACES = (
    ("수치", 28),
    ("이름", 24),
    ("장", 26),
    ("표", 18),
    ("행", 18),
    ("열", 15),
    ("문단", 26),
    ("이전", 13),
    ("이후", 13),
    ("파일", 26),
)


def list_figures(comparison: Comparison) -> Sheet:
    """A row for each figure, the most important first."""
    write = _ValueWriter(comparison.new.notation)
    rows = tuple(_write_figure(change, write) for change in comparison.ranked)
    return Sheet("수치", _FIGURES, rows)


def list_causes(comparison: Comparison) -> Sheet:
    """A row for each figure and cause; then what is no cause of any figure."""
    return Sheet("원인", _CAUSES, tuple(_write_causes(comparison)))


def list_places(comparison: Comparison) -> Sheet:
    """A row for each figure and place."""
    return Sheet("인쇄 위치", _PLACES, tuple(_write_places(comparison)))


def _write_figure(change: FigureChange, write: _ValueWriter) -> tuple[Value, ...]:
    return (
        KINDS[change.kind],
        change.label,
        change.name,
        UNITS[change.unit],
        write.value(change.old, change.unit),
        write.value(change.new, change.unit),
        write.difference(change),
        Number(len(change.causes), _COUNT),
        Number(len(change.places), _COUNT),
    )


def _write_causes(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    left = dict.fromkeys(comparison.facts)
    write = _ValueWriter(comparison.new.notation)
    for change in comparison.ranked:
        for cause in change.causes:
            left.pop(cause.change, None)
            effect = write.value(cause.effect, change.unit)
            fact = _write_fact(comparison, cause.change, write)
            yield (change.label, UNITS[change.unit], effect, *fact)
    for rest in left:
        yield ("-", "", None, *_write_fact(comparison, rest, write))


def _write_fact(
    comparison: Comparison, change: FactChange, write: _ValueWriter
) -> tuple[Value, ...]:
    fact = change.fact
    places = ", ".join(map(str, change.sources))
    side = name_side(change)
    if isinstance(fact, ContentLine):
        return (side, None, "", "", "", None, "", fact.text, places)
    names = comparison.new.accounts if change.is_new else comparison.old.accounts
    return (
        side,
        fact.date,
        fact.stage,
        name_kind(fact.kind),
        names.get(fact.account, fact.account),
        write.value(fact.amount, Unit.WON),
        fact.reference,
        fact.note,
        places,
    )


def _write_places(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    for change in comparison.ranked:
        for pair in change.places:
            place = pair.spot.place
            yield (
                change.label,
                change.name,
                place.chapter,
                place.table,
                place.row,
                place.column,
                place.paragraph,
                pair.old.text if pair.old else "",
                pair.new.text if pair.new else "",
                join_names(pair.spot.files),
            )


class _ValueWriter:
    """Writes values so that they show what the page of the comparison prints."""

    def __init__(self, notation: Notation) -> None:
        self._minus = '"' + notation.decrease.replace('"', "") + '"'
        self._decimals = notation.percent_decimals

    def value(self, value: FigureValue, unit: Unit) -> Number | None:
        """A value; an amount in thousands shows its won where it is not whole thousands."""
        if value is None:
            return None
        if unit is Unit.RATIO:
            return Number(value, self._spell_format(self._decimals, "%"))
        if unit is Unit.WON:
            decimals = 3 if value % THOUSAND else 0
            return Number(Decimal(value) / THOUSAND, self._spell_format(decimals))
        return Number(value, self._spell_format(0))

    def difference(self, change: FigureChange) -> Number | None:
        """The difference, of ratios in percentage points between the two that are shown."""
        if change.unit is not Unit.RATIO:
            return self.value(change.difference, change.unit)
        points = subtract_printed(change, self._decimals)
        code = self._spell_format(self._decimals, '"%p"')
        return None if points is None else Number(points * 100, code)

    def _spell_format(self, decimals: int, unit: str = "") -> str:
        digits = "#,##0" + ("." + "0" * decimals if decimals else "") + unit
        return unsign_zero(f"{digits};{self._minus}{digits}")
