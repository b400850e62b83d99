"""Rounded amounts of a tree: each by itself, or made to add up."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.figures.figure import sum_figures
from reportgen.money import MoneyUnit
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
    shown = show_amounts(tree, MoneyUnit.MILLION, footing=False)
    assert [amounts.present for amounts in shown] == [3, 1, 1]


def test_asked_for_they_add_up_and_the_largest_rest_is_rounded_up() -> None:
    tree = _join((_leaf(1_450_000, 1_000_000), _leaf(1_400_000, 1_350_000)))
    assert show_amounts(tree, MoneyUnit.MILLION, footing=True) == [
        ShownAmounts(3, 2, -1),
        ShownAmounts(2, 1, -1),
        ShownAmounts(1, 1, 0),
    ]


def test_a_line_without_a_change_prints_none_though_another_has_a_smaller_rest() -> None:
    tree = _join((_leaf(1_400_000, 900_000), _leaf(1_450_000, 1_450_000)))
    assert show_amounts(tree, MoneyUnit.MILLION, footing=True) == [
        ShownAmounts(3, 2, -1),
        ShownAmounts(2, 1, -1),
        ShownAmounts(1, 1, 0),
    ]


def test_without_footing_a_change_is_the_difference_of_what_is_printed() -> None:
    tree = _join((_leaf(1_400_000, 1_600_000), _leaf(1_400_000, 1_400_000)))
    assert show_amounts(tree, MoneyUnit.MILLION, footing=False) == [
        ShownAmounts(3, 3, 0),
        ShownAmounts(1, 2, 1),
        ShownAmounts(1, 1, 0),
    ]


@given(TREES)
def test_every_level_adds_up_and_every_line_is_a_difference(tree: ChangeLine) -> None:
    shown = dict(
        zip(map(id, tree.walk()), show_amounts(tree, MoneyUnit.MILLION, True), strict=True)
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
    shown = show_amounts(flat, MoneyUnit.MILLION, True)
    pairs = zip(flat.children, shown[1:], strict=True)
    assert all(
        abs(int(line.present.value or 0) - amounts.present * 10**6) < 10**6
        for line, amounts in pairs
    )


def _won(line: ChangeLine) -> tuple[int, int]:
    return int(line.present.value or 0), int(line.amended.value or 0)


# Few amounts, so that many are equal, whole units, or unchanged.
ROUGH = st.sampled_from([0, 300_000, 500_000, 1_000_000, 1_400_000, 1_499_999, 2_500_000])
ROUGH_LEAVES = st.one_of(
    st.builds(_leaf, ROUGH, ROUGH), ROUGH.map(lambda won: _leaf(won, won)), LEAVES
)
ROUGH_GROUPS = st.lists(ROUGH_LEAVES, min_size=1, max_size=7).map(tuple).map(_join)
ROUGH_TREES = st.lists(ROUGH_GROUPS, min_size=1, max_size=5).map(tuple).map(_join)


@given(ROUGH_TREES)
def test_every_amount_and_change_is_a_neighbour_of_the_real_one(tree: ChangeLine) -> None:
    shown = show_amounts(tree, MoneyUnit.MILLION, footing=True)
    for line, amounts in zip(tree.walk(), shown, strict=True):
        present, amended = _won(line)
        assert abs(amounts.present * 10**6 - present) < 10**6
        assert abs(amounts.amended * 10**6 - amended) < 10**6
        assert abs(amounts.change * 10**6 - (amended - present)) < 10**6


@given(ROUGH_TREES, st.booleans(), st.sampled_from(MoneyUnit))
def test_a_line_without_a_change_prints_none(
    tree: ChangeLine, footing: bool, unit: MoneyUnit
) -> None:
    shown = show_amounts(tree, unit, footing)
    unchanged = [
        amounts for line, amounts in zip(tree.walk(), shown, strict=True) if not line.change.value
    ]
    assert [amounts.change for amounts in unchanged] == [0] * len(unchanged)


@given(ROUGH_TREES, st.sampled_from(MoneyUnit))
def test_the_total_is_rounded_half_up(tree: ChangeLine, unit: MoneyUnit) -> None:
    alone, footed = (show_amounts(tree, unit, footing)[0] for footing in (False, True))
    assert footed.present == alone.present
    assert abs(footed.amended - alone.amended) <= (int(tree.amended.value or 0) < 0)
