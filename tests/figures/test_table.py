"""Figures by name, and as expressions reach them."""

import pytest

from reportgen.figures import Figure, FigureTable, Formula, Operation, Unit
from reportgen.figures.group import FigureGroup
from reportgen.figures.table import FigureNode


def _figure(name: str) -> Figure:
    return Figure(name, 1, Unit.COUNT, Formula(Operation.COUNT))


TABLE = FigureTable([_figure("count.teams"), _figure("staffing.quota.1급")])


def test_a_figure_is_found_by_its_full_name() -> None:
    assert TABLE["count.teams"].name == "count.teams"


def test_the_table_lists_every_name() -> None:
    assert (list(TABLE), len(TABLE)) == (["count.teams", "staffing.quota.1급"], 2)


def test_attributes_follow_the_dots() -> None:
    assert TABLE.tree.count.teams is TABLE["count.teams"]  # type: ignore[union-attr]


def test_items_reach_names_that_are_no_identifiers() -> None:
    quota = TABLE.tree.staffing.quota  # type: ignore[union-attr]
    assert isinstance(quota, FigureNode)
    assert quota["1급"] is TABLE["staffing.quota.1급"]


def test_an_unknown_attribute_is_missing() -> None:
    with pytest.raises(AttributeError, match="nope"):
        _ = TABLE.tree.nope


def test_an_unknown_item_is_missing() -> None:
    with pytest.raises(KeyError, match="nope"):
        TABLE.tree["nope"]


def test_a_group_without_figures_has_no_names() -> None:
    tree = FigureTable([FigureGroup(("carryover",), tuple)]).tree
    assert tree.list_keys() == ["carryover"]
    with pytest.raises(AttributeError):
        _ = tree.carryover
