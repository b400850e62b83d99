"""Which block or row of one version became which one of the other, both in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.renderers.changes.items import Item, compute_likeness

_NEIGHBOUR = 0.1
"""What it is worth that the item before has its counterpart before."""
_MANY = 40_000
"""So many pairs are weighed; above that, what is the same once in both is taken first."""


@dataclass(frozen=True, slots=True)
class Step:
    """Positions of counterparts; None for what one version has not got."""

    old: int | None
    new: int | None


def align(old: Sequence[Item], new: Sequence[Item]) -> list[Step]:
    """Every item of both versions once, each version in its order.

    The sum of likenesses is the greatest possible. Between two pairs, what was deleted
    stands before what was inserted.
    """
    return list(_join_lone_tables(list(_align(old, new, 0, 0)), old, new))


def _join_lone_tables(
    steps: list[Step], old: Sequence[Item], new: Sequence[Item]
) -> Iterator[Step]:
    """Take a table for the counterpart of the only one that stands in its place."""
    place: list[Step] = []
    for step in [*steps, Step(None, None)]:
        if (step.old is None) != (step.new is None):
            place.append(step)
            continue
        if len(place) == 2 and place[0].old is not None and place[1].new is not None:
            tables = old[place[0].old], new[place[1].new]
            if tables[0].has_rows and tables[0].kind == tables[1].kind:
                place = [Step(place[0].old, place[1].new)]
        yield from place
        place = []
        if step.old is not None:
            yield step


def align_rows(old: Sequence[Item], new: Sequence[Item]) -> list[Step] | None:
    """The rows of two tables; None if they have no row in common and are two tables.

    The only rows of two tables that became each other are counterparts, like a box and its text.
    """
    if len(old) == len(new) == 1 and old[0].kind == new[0].kind:
        return [Step(0, 0)]
    steps = align(old, new)
    return steps if any(None not in (step.old, step.new) for step in steps) else None


def _align(old: Sequence[Item], new: Sequence[Item], i: int, j: int) -> Iterator[Step]:
    """The steps of two slices that begin at positions ``i`` and ``j``."""
    head = _count_equal(old, new)
    tail = _count_equal(old[head:][::-1], new[head:][::-1])
    yield from (Step(i + at, j + at) for at in range(head))
    ends = len(old) - tail, len(new) - tail
    inner = old[head : ends[0]], new[head : ends[1]]
    cut = _find_cut(*inner) if len(inner[0]) * len(inner[1]) > _MANY else None
    if cut:
        a, b = head + cut[0], head + cut[1]
        yield from _align(old[head:a], new[head:b], i + head, j + head)
        yield from _align(old[a : ends[0]], new[b : ends[1]], i + a, j + b)
    else:
        yield from _weigh(*inner, i + head, j + head)
    yield from (Step(i + ends[0] + at, j + ends[1] + at) for at in range(tail))


def _count_equal(old: Sequence[Item], new: Sequence[Item]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.key != other.key:
            break
        count += 1
    return count


def _find_cut(old: Sequence[Item], new: Sequence[Item]) -> tuple[int, int] | None:
    """The middle one of the pairs that are the same, stand once and keep their order."""
    counts = Counter(item.key for item in old), Counter(item.key for item in new)
    places = {item.key: at for at, item in enumerate(new) if counts[1][item.key] == 1}
    pairs = [
        (at, places[item.key])
        for at, item in enumerate(old)
        if counts[0][item.key] == 1 and item.key in places
    ]
    kept = _keep_rising(pairs)
    # A cut at the very beginning would leave the same task again.
    kept = [pair for pair in kept if pair != (0, 0)]
    return kept[len(kept) // 2] if kept else None


def _keep_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose second positions rise."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_old, new) in enumerate(pairs):
        at = bisect_left(ends, new)
        before.append(last[at - 1] if at else -1)
        ends[at:] = [new]
        last[at:] = [number]
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _weigh(old: Sequence[Item], new: Sequence[Item], i: int, j: int) -> Iterator[Step]:
    """The steps with the greatest likeness, by dynamic programming."""
    if not old or not new:
        yield from (Step(i + at, None) for at in range(len(old)))
        yield from (Step(None, j + at) for at in range(len(new)))
        return
    best, paired = _fill(old, new)
    yield from reversed(list(_go_back(best, paired, i, j)))


def _fill(old: Sequence[Item], new: Sequence[Item]) -> tuple[list[list[float]], list[list[float]]]:
    """The greatest likeness of the first items, at all and with the last two as a pair."""
    never = float("-inf")
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    paired = [[never] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a, one in enumerate(old, 1):
        for b, other in enumerate(new, 1):
            likeness = compute_likeness(one, other)
            if likeness:
                gain = likeness * (one.weight + other.weight) / 2
                before = max(best[a - 1][b - 1], paired[a - 1][b - 1] + _NEIGHBOUR)
                paired[a][b] = gain + before
            best[a][b] = max(paired[a][b], best[a - 1][b], best[a][b - 1])
    return best, paired


def _go_back(best: list[list[float]], paired: list[list[float]], i: int, j: int) -> Iterator[Step]:
    """The steps from the last to the first."""
    a, b = len(best) - 1, len(best[0]) - 1
    in_pair = False
    while a or b:
        if a and b and (in_pair or best[a][b] == paired[a][b]):
            yield Step(i + a - 1, j + b - 1)
            in_pair = paired[a - 1][b - 1] + _NEIGHBOUR > best[a - 1][b - 1]
            a, b = a - 1, b - 1
        elif b and (not a or best[a][b] == best[a][b - 1]):
            yield Step(None, j + b - 1)
            b -= 1
        else:
            yield Step(i + a - 1, None)
            a -= 1
