"""Rounded amounts of a tree: each by itself, or made to add up."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.figures.figure import sum_figures
from reportgen.model.amendments import AmountUnit
from reportgen.views.change_lines import ChangeLine, ShownAmounts, show_amounts


def _figure(value: int) -> Figure:
    return Figure("a", value, Unit.WON, Formula(Operation.INPUT))


def _leaf(present: int, amended: int) -> ChangeLine:
    figures = _figure(present), _figure(amended - present), _figure(amended)
    return ChangeLine("a", "body", 2, *figures, _figure(0))


def _join(children: tuple[ChangeLine, ...]) -> ChangeLine:
    present, change, amended = (
        sum_figures("sum", tuple(getattr(child, key) for child in children))
        for key in ("present", "change", "amended")
    )
    return ChangeLine("sum", "total", 0, present, change, amended, _figure(0), children)


AMOUNTS = st.integers(-(10**10), 10**10)
LEAVES = st.builds(_leaf, AMOUNTS, AMOUNTS)
GROUPS = st.lists(LEAVES, min_size=1, max_size=5).map(tuple).map(_join)
TREES = st.lists(GROUPS, min_size=1, max_size=4).map(tuple).map(_join)


def test_amounts_are_rounded_by_themselves_unless_asked() -> None:
    tree = _join((_leaf(1_400_000, 1_400_000), _leaf(1_400_000, 1_400_000)))
    shown = show_amounts(tree, AmountUnit.MILLION, footing=False)
    assert [amounts.present for amounts in shown] == [3, 1, 1]


def test_asked_for_they_add_up_and_the_largest_rest_is_rounded_up() -> None:
    tree = _join((_leaf(1_400_000, 900_000), _leaf(1_450_000, 1_450_000)))
    assert show_amounts(tree, AmountUnit.MILLION, footing=True) == [
        ShownAmounts(3, 2, -1),
        ShownAmounts(1, 1, 0),
        ShownAmounts(2, 1, -1),
    ]


@given(TREES)
def test_every_level_adds_up_and_every_line_is_a_difference(tree: ChangeLine) -> None:
    shown = dict(
        zip(map(id, tree.walk()), show_amounts(tree, AmountUnit.MILLION, True), strict=True)
    )
    parents = [line for line in tree.walk() if line.children]
    assert all(
        getattr(shown[id(line)], key)
        == sum(getattr(shown[id(child)], key) for child in line.children)
        for line in parents
        for key in ("present", "amended", "change")
    )
    assert all(line.change == line.amended - line.present for line in shown.values())


@given(TREES)
def test_no_amount_moves_by_a_unit_or_more_within_one_level(tree: ChangeLine) -> None:
    flat = _join(tuple(leaf for group in tree.children for leaf in group.children))
    shown = show_amounts(flat, AmountUnit.MILLION, True)
    pairs = zip(flat.children, shown[1:], strict=True)
    assert all(
        abs(int(line.present.value or 0) - amounts.present * 10**6) < 10**6
        for line, amounts in pairs
    )
