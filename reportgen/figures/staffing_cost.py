"""What the staff costs a year by grade (인건비), held against the budget for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.figures.figure import (
    Figure,
    Formula,
    Operation,
    Unit,
    multiply_figures,
    subtract_figures,
    sum_figures,
)
from reportgen.model.organization import Grade
from reportgen.model.project_folder import ProjectFolder

WON_OF_THOUSAND = 1000
POSTS = ("quota", "actual")
"""정원 and 현원."""


@dataclass(frozen=True, slots=True)
class GradeCost:
    """One grade, or all of them.

    :ivar each: what one person costs a year; None where content doesn't say it.
    :ivar costs: at quota and at actual, by ``POSTS``.
    """

    grade: str
    people: Mapping[str, Figure]
    each: Figure | None
    costs: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class StaffingCost:
    """The grades, their total, and what the budget has for it.

    :ivar budget: 예산현액 of the categories that are marked; None when none is.
    :ivar differences: the budget less the cost, by ``POSTS``.
    """

    grades: tuple[GradeCost, ...]
    total: GradeCost
    budget: Figure | None
    differences: Mapping[str, Figure]


def compute_staffing_cost(
    folder: ProjectFolder, figures: Mapping[str, Figure]
) -> StaffingCost | None:
    """The cost in won, or None when content says of no grade what a person costs.

    :param figures: those of the same state.
    """
    grades = tuple(_cost_grade(grade, figures) for grade in folder.organization.staffing.grades)
    if not any(grade.each for grade in grades):
        return None
    total = GradeCost(
        "total",
        {posts: figures[f"staffing.{posts}.total"] for posts in POSTS},
        None,
        {posts: _sum_costs(grades, posts) for posts in POSTS},
    )
    budget = _find_budget(folder, figures)
    return StaffingCost(grades, total, budget, dict(_subtract_costs(budget, total)))


def _cost_grade(grade: Grade, figures: Mapping[str, Figure]) -> GradeCost:
    people = {posts: figures[f"staffing.{posts}.{grade.name}"] for posts in POSTS}
    if grade.annual_cost is None:
        return GradeCost(grade.name, people, None, {})
    each = Figure(
        f"annual_cost.{grade.name}",
        grade.annual_cost * WON_OF_THOUSAND,
        Unit.WON,
        Formula(Operation.INPUT),
        (grade.source.of("annual_cost"),),
    )
    costs = {
        posts: multiply_figures(f"{posts}_cost.{grade.name}", people[posts], each)
        for posts in POSTS
    }
    return GradeCost(grade.name, people, each, costs)


def _sum_costs(grades: Iterable[GradeCost], posts: str) -> Figure:
    parts = tuple(grade.costs[posts] for grade in grades if grade.costs)
    return sum_figures(f"{posts}_cost.total", parts)


def _find_budget(folder: ProjectFolder, figures: Mapping[str, Figure]) -> Figure | None:
    parts = tuple(
        figures[f"appropriation.{category.id}"]
        for category in folder.accounts.categories
        if category.personnel
    )
    return sum_figures("staffing_budget.total", parts) if parts else None


def _subtract_costs(budget: Figure | None, total: GradeCost) -> Iterator[tuple[str, Figure]]:
    if budget is not None:
        for posts, cost in total.costs.items():
            yield posts, subtract_figures(f"{posts}_cost_difference.total", budget, cost)
