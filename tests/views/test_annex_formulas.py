"""Formulas of a row: sums, differences, running sums, rates."""

from __future__ import annotations

import pytest

from reportgen.views.annex_formulas import Before, Ratio, RowFormula, Sum

COLUMNS = {"present": [100, 0, None], "change": [10, 5, 0]}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param(Sum(("present", "change")), [110, 5, 0], id="sum"),
        pytest.param(Sum(("present",), ("change",)), [90, -5, 0], id="difference"),
        pytest.param(Sum((), ("change",)), [-10, -5, 0], id="negative"),
        pytest.param(Sum((Before("own"), "change")), [10, 15, 15], id="running-sum"),
        pytest.param(Sum((Before("own"),), ("change",)), [-10, -15, -15], id="running-down"),
        pytest.param(Sum(("change",), (Before("change"),)), [10, -5, -5], id="row-before"),
        pytest.param(Ratio("change", "present"), [(10, 100), (5, 0), (0, 0)], id="ratio"),
    ],
)
def test_formula_computes_its_column(formula: RowFormula, expected: list[object]) -> None:
    assert formula.compute("own", COLUMNS, {}) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param(Sum((Before("own"), "change")), [1010, 1015, 1015], id="running-sum"),
        pytest.param(Sum(("change",), (Before("change"),)), [3, -5, -5], id="row-before"),
        pytest.param(Ratio("change", Before("change")), [(10, 7), (5, 10), (0, 5)], id="ratio"),
    ],
)
def test_formula_goes_on_from_the_last_row(formula: RowFormula, expected: list[object]) -> None:
    assert formula.compute("own", COLUMNS, {"own": 1000, "change": 7}) == expected


def test_sum_of_nothing_but_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="own adds nothing up"):
        Sum((Before("own"),)).compute("own", COLUMNS, {})


def test_columns_are_all_that_a_formula_leads_to() -> None:
    assert Sum((Before("own"), "a"), ("b",)).columns == ("own", "a", "b")
    assert Ratio("a", Before("a")).columns == ("a", "a")
