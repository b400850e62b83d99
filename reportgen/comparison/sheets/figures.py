"""Figures, their causes and their places as lists of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.facts import ContentLine, FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.figures import Value as FigureValue
from reportgen.comparison.wording import KINDS, UNITS, join_names, name_kind, name_side
from reportgen.figures import Unit
from reportgen.money import THOUSAND
from reportgen.renderers.flat_workbook import Number, Sheet, Value

_AMOUNT = '#,##0;"△"#,##0;0'
_RATE = '0.0%;"△"0.0%;0.0%'
_POINTS = '0.0"%p";"△"0.0"%p";0.0"%p"'

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
    return Sheet("수치", _FIGURES, tuple(map(_write_figure, comparison.ranked)))


def list_causes(comparison: Comparison) -> Sheet:
    """A row for each figure and cause; then what is no cause of any figure."""
    return Sheet("원인", _CAUSES, tuple(_write_causes(comparison)))


def list_places(comparison: Comparison) -> Sheet:
    """A row for each figure and place."""
    return Sheet("인쇄 위치", _PLACES, tuple(_write_places(comparison)))


def _write_figure(change: FigureChange) -> tuple[Value, ...]:
    return (
        KINDS[change.kind],
        change.label,
        change.name,
        UNITS[change.unit],
        _write_value(change.old, change.unit),
        _write_value(change.new, change.unit),
        _write_difference(change),
        Number(len(change.causes), _AMOUNT),
        Number(len(change.places), _AMOUNT),
    )


def _write_causes(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    left = dict.fromkeys(comparison.facts)
    for change in comparison.ranked:
        for cause in change.causes:
            left.pop(cause.change, None)
            effect = _write_value(cause.effect, change.unit)
            yield (change.label, UNITS[change.unit], effect, *_write_fact(comparison, cause.change))
    for fact in left:
        yield ("-", "", None, *_write_fact(comparison, fact))


def _write_fact(comparison: Comparison, change: FactChange) -> tuple[Value, ...]:
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
        _write_value(fact.amount, Unit.WON),
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


def _write_value(value: FigureValue, unit: Unit) -> Number | None:
    if value is None:
        return None
    if unit is Unit.WON:
        return Number(Decimal(value) / THOUSAND, _AMOUNT)
    return Number(value, _RATE if unit is Unit.RATIO else _AMOUNT)


def _write_difference(change: FigureChange) -> Number | None:
    if change.unit is Unit.RATIO and change.difference is not None:
        return Number(change.difference * 100, _POINTS)
    return _write_value(change.difference, change.unit)
