"""The cost of the staff: people times what one of them costs, held against the budget."""

from pathlib import Path

from reportgen.figures.staffing_cost import StaffingCost, compute_staffing_cost
from tests.detailed import ACCOUNTS, COSTED, make_detailed
from tests.sample import Replace


def _compute(root: Path, *changes: Replace) -> StaffingCost:
    state = make_detailed(root, *changes, rows="")
    cost = compute_staffing_cost(state.folder, state.context.figures)
    assert cost is not None
    return cost


def test_a_grade_costs_its_people_times_what_one_costs(tmp_path: Path) -> None:
    grade = _compute(tmp_path, COSTED).grades[1]
    assert {posts: figure.value for posts, figure in grade.costs.items()} == {
        "quota": 140_000_000,
        "actual": 70_000_000,
    }
    assert str(grade.costs["quota"].formula) == "staffing.quota.1급 * annual_cost.1급"


def test_a_grade_without_a_cost_has_none(tmp_path: Path) -> None:
    cost = _compute(tmp_path, COSTED)
    assert (cost.grades[0].each, dict(cost.grades[0].costs)) == (None, {})
    assert cost.total.costs["quota"].value == 140_000_000


def test_the_budget_is_that_of_the_categories_that_are_marked(tmp_path: Path) -> None:
    cost = _compute(tmp_path, COSTED)
    assert cost.budget is not None
    assert cost.budget.formula.operands == ("appropriation.personnel",)
    assert {posts: figure.value for posts, figure in cost.differences.items()} == {
        "quota": 210_000_000,
        "actual": 280_000_000,
    }


def test_without_a_marked_category_there_is_no_budget(tmp_path: Path) -> None:
    costed = {name: change for name, change in COSTED.items() if name != ACCOUNTS}
    cost = _compute(tmp_path, costed)
    assert (cost.budget, dict(cost.differences)) == (None, {})


def test_without_any_cost_there_is_nothing(tmp_path: Path) -> None:
    state = make_detailed(tmp_path, rows="")
    assert compute_staffing_cost(state.folder, state.context.figures) is None
