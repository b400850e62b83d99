"""Figures of a group are made once, when one of them is asked for."""

from collections.abc import Iterator

import pytest

from reportgen.figures import Figure, FigureTable, Formula, Operation, Unit
from reportgen.figures.group import FigureGroup


def _figure(name: str) -> Figure:
    return Figure(name, 1, Unit.WON, Formula(Operation.INPUT))


class _Maker:
    """Makes figures, and counts how often."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.times = 0

    def make(self) -> Iterator[Figure]:
        self.times += 1
        yield from map(_figure, self.names)


def test_nothing_is_made_before_it_is_asked_for() -> None:
    maker = _Maker("budget.garden")
    table = FigureTable([FigureGroup(("budget",), maker.make), _figure("count.teams")])
    assert (table["count.teams"].value, maker.times) == (1, 0)


def test_a_group_is_made_once() -> None:
    maker = _Maker("budget.garden", "budget.tree_map")
    table = FigureTable([FigureGroup(("budget",), maker.make)])
    assert table["budget.garden"] is table["budget.garden"]
    assert (len(table), table.tree.budget["tree_map"], maker.times) == (  # type: ignore[index,union-attr]
        2,
        table["budget.tree_map"],
        1,
    )


def test_the_order_is_that_of_the_parts_whatever_is_asked_for_first() -> None:
    table = FigureTable(
        [
            FigureGroup(("change", "rate"), _Maker("change.a", "rate.a", "change.b").make),
            _figure("count.teams"),
            FigureGroup(("budget",), _Maker("budget.a").make),
        ]
    )
    assert table["budget.a"].name == "budget.a"
    assert list(table) == ["change.a", "rate.a", "change.b", "count.teams", "budget.a"]


@pytest.mark.parametrize("name", ["budget.nobody", "nothing.garden", "nothing"])
def test_a_figure_that_is_nowhere_is_missing(name: str) -> None:
    table = FigureTable([FigureGroup(("budget",), _Maker("budget.garden").make)])
    assert name not in table
    with pytest.raises(KeyError):
        table.tree["nothing"]
