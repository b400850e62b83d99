"""Figures add up, name what they were made of, and keep ratios unrounded."""

from datetime import date
from decimal import Decimal

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.figures.figure import (
    Condition,
    Criterion,
    divide_figures,
    multiply_figures,
    subtract_figures,
    sum_figures,
)


def _figure(name: str, value: int | None, unit: Unit = Unit.WON) -> Figure:
    return Figure(name, value, unit, Formula(Operation.INPUT), (SourceRef("a.yaml", 1),))


A, B, C = _figure("a", 5), _figure("b", 3), _figure("c", 0)


def test_a_sum_names_its_parts() -> None:
    total = sum_figures("total", (A, B))
    assert (total.value, str(total.formula), total.formula.operands) == (8, "a + b", ("a", "b"))


def test_a_sum_of_nothing_is_zero() -> None:
    assert sum_figures("total", ()).value == 0


def test_a_sum_counts_what_its_parts_count() -> None:
    assert sum_figures("total", (_figure("a", 1, Unit.PEOPLE),)).unit is Unit.PEOPLE


def test_a_difference_names_both() -> None:
    change = subtract_figures("change", B, A)
    assert (change.value, str(change.formula)) == (-2, "b - a")


def test_a_ratio_is_not_rounded() -> None:
    rate = divide_figures("rate", A, B)
    assert (rate.value, rate.unit, str(rate.formula)) == (
        Decimal(5) / Decimal(3),
        Unit.RATIO,
        "a / b",
    )


def test_a_ratio_to_zero_has_no_value() -> None:
    assert divide_figures("rate", A, C).value is None


def test_figures_add_in_expressions() -> None:
    both = A + B
    assert (both.name, both.value, both.formula.operands) == ("a + b", 8, ("a", "b"))


def test_figures_subtract_in_expressions() -> None:
    assert ((A - B).name, (A - B).value) == ("a - b", 2)


def test_the_difference_of_two_ratios_stays_unrounded() -> None:
    first = Figure("rate.a", Decimal("0.5"), Unit.RATIO, Formula(Operation.INPUT))
    second = Figure("rate.b", Decimal("0.2501"), Unit.RATIO, Formula(Operation.INPUT))
    difference = first - second
    assert (difference.value, difference.unit) == (Decimal("0.2499"), Unit.RATIO)


def test_a_ratio_without_a_value_has_no_difference() -> None:
    first = Figure("rate.a", None, Unit.RATIO, Formula(Operation.INPUT))
    second = Figure("rate.b", Decimal("0.25"), Unit.RATIO, Formula(Operation.INPUT))
    assert (first - second).value is None


def test_a_ratio_can_not_be_added_up() -> None:
    with pytest.raises(TypeError, match="rate is not a whole number"):
        sum_figures("total", (A, divide_figures("rate", A, B)))


def test_a_product_counts_what_each_of_many_is() -> None:
    cost = multiply_figures("cost", _figure("people", 3, Unit.PEOPLE), B)
    assert (cost.value, cost.unit, str(cost.formula)) == (9, B.unit, "people * b")


def test_a_condition_is_written_with_its_sign() -> None:
    criteria: tuple[Criterion, ...] = (
        ("kind", Condition("<>", "commitment")),
        ("date", Condition("<", date(2026, 4, 1))),
    )
    formula = Formula(Operation.ENTRIES, criteria=criteria)
    assert str(formula) == "entries(kind<>commitment, date<2026-04-01)"


def test_entries_are_written_as_their_criteria() -> None:
    formula = Formula(Operation.ENTRIES, criteria=(("account", "a"), ("year", "2026")))
    assert str(formula) == "entries(account=a, year=2026)"


def test_what_was_typed_is_written_as_input() -> None:
    assert str(A.formula) == "input"
