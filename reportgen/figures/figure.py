"""A figure: a value that knows what it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from reportgen.diagnostics import SourceRef
from reportgen.i18n import translate as _
from reportgen.money import THOUSAND, compute_ratio, round_units


class Unit(StrEnum):
    """What a value counts."""

    WON = "won"
    RATIO = "ratio"
    COUNT = "count"
    PEOPLE = "people"


class Operation(StrEnum):
    """How a figure was made."""

    ENTRIES = "entries"
    """the sum of ledger entries"""
    INPUT = "input"
    """typed in the content"""
    SUM = "sum"
    DIFFERENCE = "difference"
    """first operand minus the others"""
    REST = "rest"
    """first operand minus the others where that may be nothing: to the won, without the noise
    that sums of decimals leave in a workbook"""
    PRINTED_REST = "printed_rest"
    """the same of a first operand that is rounded as it is printed, to whole thousands"""
    PRODUCT = "product"
    """an amount for each of so many: first operand times the second"""
    RATIO = "ratio"
    """first operand divided by the second; no value when the second is zero"""
    AGREEMENT = "agreement"
    """whether the operand, a rest, is nothing; a word, not a value"""
    DISAGREEMENTS = "disagreements"
    """how many of the operands, agreements, don't hold"""
    COUNT = "count"
    """how many things the content lists"""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand in a column of the ledger, where it is not one thing only.

    >>> str(Condition(">=", date(2026, 3, 1))), str(Condition("<>", "commitment"))
    ('>=2026-03-01', '<>commitment')
    """

    sign: Literal["<>", ">=", "<"]
    value: str | date

    def __str__(self) -> str:
        return f"{self.sign}{self.value}"


Criterion = tuple[str, str | Condition]
"""A column of the ledger, and the one thing that must stand in it, or a condition."""


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """An operation on other figures, which it names.

    :ivar criteria: for ``ENTRIES``, the ledger columns and what must stand in them; all of
        them have to hold.

    >>> str(Formula(Operation.RATIO, ("commitment.a", "appropriation.a")))
    'commitment.a / appropriation.a'
    >>> str(Formula(Operation.PRODUCT, ("staffing.quota.a", "annual_cost.a")))
    'staffing.quota.a * annual_cost.a'
    """

    operation: Operation
    operands: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Formula):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return self.operation, self.operands, self.criteria

    def __str__(self) -> str:
        signs = {
            Operation.SUM: " + ",
            Operation.DIFFERENCE: " - ",
            Operation.REST: " - ",
            Operation.PRINTED_REST: " - ",
            Operation.PRODUCT: " * ",
            Operation.RATIO: " / ",
        }
        if self.criteria:
            chosen = ", ".join(
                f"{column}{value}" if isinstance(value, Condition) else f"{column}={value}"
                for column, value in self.criteria
            )
            return f"{self.operation.value}({chosen})"
        sign = signs.get(self.operation)
        return sign.join(self.operands) if sign else self.operation.value


@dataclass(frozen=True, slots=True)
class Figure:
    """One value, its unit, its formula, and the places of the input it rests on.

    :ivar value: whole won, a count, an unrounded ratio, or None where there is none.
    :ivar sources: ledger entries or content lines, direct ones only.
    """

    name: str
    value: int | Decimal | None
    unit: Unit
    formula: Formula
    sources: Sequence[SourceRef] = ()

    def __add__(self, other: Figure) -> Figure:
        return sum_figures(f"{self.name} + {other.name}", (self, other))

    def __sub__(self, other: Figure) -> Figure:
        return subtract_figures(f"{self.name} - {other.name}", self, other)


def sum_figures(name: str, parts: tuple[Figure, ...], unit: Unit = Unit.WON) -> Figure:
    """The sum of whole-numbered figures; of none, zero in the unit given."""
    value = sum(whole(part) for part in parts)
    formula = Formula(Operation.SUM, tuple(part.name for part in parts))
    return Figure(name, value, parts[0].unit if parts else unit, formula)


def subtract_figures(name: str, first: Figure, second: Figure) -> Figure:
    """``first - second``, in the unit of the first; of two ratios unrounded.

    :raises TypeError: when one of them is a ratio and the other is not.
    """
    formula = Formula(Operation.DIFFERENCE, (first.name, second.name))
    if first.unit is second.unit is Unit.RATIO:
        return Figure(name, _subtract_ratios(first, second), Unit.RATIO, formula)
    return Figure(name, whole(first) - whole(second), first.unit, formula)


def _subtract_ratios(first: Figure, second: Figure) -> Decimal | None:
    if first.value is None or second.value is None:
        return None
    return Decimal(first.value) - Decimal(second.value)


def find_rest(name: str, first: Figure, *others: Figure) -> Figure:
    """What the others leave of the first, in its unit; of whole-numbered figures."""
    value = whole(first) - sum(map(whole, others))
    operands = tuple(figure.name for figure in (first, *others))
    return Figure(name, value, first.unit, Formula(Operation.REST, operands))


def find_printed_rest(name: str, shown: Figure, printed: Figure) -> Figure:
    """What an amount has more than was printed of it, once it is rounded alike; in won."""
    value = round_units(whole(shown), THOUSAND) * THOUSAND - whole(printed)
    formula = Formula(Operation.PRINTED_REST, (shown.name, printed.name))
    return Figure(name, value, shown.unit, formula)


def multiply_figures(name: str, count: Figure, each: Figure) -> Figure:
    """``count * each``, in the unit of the second."""
    formula = Formula(Operation.PRODUCT, (count.name, each.name))
    return Figure(name, whole(count) * whole(each), each.unit, formula)


def divide_figures(name: str, part: Figure, base: Figure) -> Figure:
    """``part / base`` unrounded; without a value when the base is zero."""
    formula = Formula(Operation.RATIO, (part.name, base.name))
    return Figure(name, compute_ratio(whole(part), whole(base)), Unit.RATIO, formula)


def whole(figure: Figure) -> int:
    """The value of a figure that counts won, people or things.

    :raises TypeError: for a ratio, which can't be added up.
    """
    if not isinstance(figure.value, int):
        raise TypeError(_("{name} is not a whole number", name=figure.name))
    return figure.value
