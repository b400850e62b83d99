"""Changes that nobody would believe; mostly they were typed in another unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_TIMES = 10
"""A change of a budget by more times what was there is asked about."""
LEAST_PART = 1_000
"""An amendment that changes a smaller part of the budgets it changes is asked about."""
_KEPT_OPEN = 100_000
"""Won up to which a budget only keeps an account open (존치 과목), and may grow to anything."""
_LEAST_NEW = 1_000_000
"""Won below which nobody begins a programme."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is added to the budget of one account, and what it is without that, in won."""

    amount: int
    before: int


def is_leap(change: Change, whole: int) -> bool:
    """Whether one change is too large to be believed.

    :param whole: the budget of all accounts before any change, against which an account is
        held that has none yet.

    >>> is_leap(Change(5_000_000, 200_000), 0), is_leap(Change(150_000, 200_000), 0)
    (True, False)
    """
    base = change.before if change.before > _KEPT_OPEN else whole
    return base > 0 and abs(change.amount) >= MOST_TIMES * base


def find_scale(changes: Iterable[Change], whole: int) -> int:
    """1 where all changes together are far too large, -1 where far too small, else 0.

    They are too large where most of them are leaps, or where they come to twice the whole
    budget without any; too small where they are a tiny part of the budgets that they change.

    :param whole: the budget of all accounts, revenue and expenditure, before any change.
    """
    found = [change for change in changes if change.amount]
    leaping = sum(is_leap(change, whole) for change in found)
    if len(found) < 2 or whole <= 0:
        return 0
    if 2 * leaping > len(found):
        return 1
    if not leaping and sum(abs(change.amount) for change in found) >= 2 * whole:
        return 1
    return -1 if _are_tiny(found) else 0


def _are_tiny(changes: list[Change]) -> bool:
    known = [change for change in changes if change.before > 0]
    changed = sum(abs(change.amount) for change in known)
    if len(known) < 2 or changed * LEAST_PART >= sum(change.before for change in known):
        return False
    return all(abs(change.amount) < _LEAST_NEW for change in changes if change.before <= 0)
