"""Amounts in whole units that add up and change only where they do."""

import pytest

from reportgen.views.footing import foot_amounts, foot_pairs, round_pair


def _foot(*amounts: tuple[int, int]) -> list[tuple[int, int]]:
    total = round_pair(sum(a for a, _b in amounts), sum(b for _a, b in amounts), 1000)
    pairs = foot_pairs(amounts, 1000, total)
    return [(pair.shown_present, pair.shown_amended) for pair in pairs]


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        # The second is not changed; by largest remainder it would go from 0 to 1.
        ([(450, 1000), (400, 400), (400, 400)], [(0, 1), (1, 1), (0, 0)]),
        # A change of one whole unit is printed as one.
        ([(400, 1400), (450, 450), (450, 0)], [(0, 1), (1, 1), (0, 0)]),
        # Nothing changes, whatever is larger.
        ([(700, 700), (700, 700), (700, 700)], [(1, 1), (1, 1), (0, 0)]),
        # A part that is nothing before and after prints nothing.
        ([(0, 0), (600, 0), (600, 900)], [(0, 0), (1, 0), (0, 1)]),
    ],
)
def test_parts_add_up_and_change_where_they_do(
    amounts: list[tuple[int, int]], shown: list[tuple[int, int]]
) -> None:
    assert _foot(*amounts) == shown


def test_amounts_below_zero_add_up_too() -> None:
    assert foot_amounts([-1_400, -1_400, -1_400], 1000) == [-1, -1, -2]


def test_no_amounts_are_nothing() -> None:
    assert foot_amounts([], 1000) == []


@pytest.mark.parametrize(
    ("present", "amended", "shown"),
    [(500, 1499, (1, 1)), (499, 500, (0, 1)), (500, -500, (1, 0)), (-500, 500, (-1, 0))],
)
def test_a_total_is_rounded_half_up_as_far_as_its_change_allows(
    present: int, amended: int, shown: tuple[int, int]
) -> None:
    pair = round_pair(present, amended, 1000)
    assert (pair.shown_present, pair.shown_amended) == shown
