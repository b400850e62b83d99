"""Changes that nobody would believe."""

import pytest

from reportgen.figures.plausibility import Change, find_scale, is_leap

WHOLE = 1_000_000_000


@pytest.mark.parametrize(
    ("amount", "before", "leaps"),
    [
        (2_000_000_000, 200_000_000, True),
        (-2_000_000_000, 200_000_000, True),
        (1_999_999_999, 200_000_000, False),
        (0, 0, False),
        (9_000_000_000, 0, False),
        (10_000_000_000, 0, True),
    ],
)
def test_one_change_leaps_beyond_ten_times_its_budget(
    amount: int, before: int, leaps: bool
) -> None:
    assert is_leap(Change(amount, before), WHOLE) is leaps


def test_without_any_budget_nothing_leaps() -> None:
    assert not is_leap(Change(10**15, 0), 0)


USUAL = ((50_000_000, 900_000_000), (-20_000_000, 50_000_000), (70_000_000, 0))
"""What an amendment changes, and the budgets before it."""


@pytest.mark.parametrize(
    ("times", "part", "scale"), [(1, 1, 0), (1_000, 1, 1), (1, 10, 0), (1, 1_000, -1)]
)
def test_a_whole_amendment_in_another_unit(times: int, part: int, scale: int) -> None:
    changes = [Change(amount * times // part, before) for amount, before in USUAL]
    assert find_scale(changes, WHOLE) == scale


def test_a_single_change_says_nothing_of_the_whole() -> None:
    assert find_scale([Change(10**12, 10**6)], WHOLE) == 0
