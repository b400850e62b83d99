"""Which items of two versions are counterparts, the same whichever version comes first."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from reportgen.renderers.changes import Item, align, compare_words, split_text

Traits = tuple[Sequence[Hashable | None], Sequence[Hashable | None]]
"""By what each item of both versions is known elsewhere; None where it is known by nothing."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where counterparts stand, or an item without one.

    :ivar old: number in the old version; None where it has none.
    :ivar gap_old: how many pairs that kept their order stand before it in the old version.
    """

    old: int | None
    new: int | None
    gap_old: int
    gap_new: int
    is_moved: bool = False

    @property
    def order(self) -> tuple[int, int, int]:
        """Where a list of changes has it: at its place in the new version, the removed first."""
        if self.new is None:
            return self.gap_old, 0, self.old or 0
        alone = self.old is None or self.is_moved
        return self.gap_new, 1 if alone else 2, self.new

    def reverse(self) -> Position:
        """The same with the versions exchanged."""
        return Position(self.new, self.old, self.gap_new, self.gap_old, self.is_moved)


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a text in both versions; the same, or what became what."""

    old: str
    new: str

    def reverse(self) -> Words:
        """The same with the versions exchanged."""
        return Words(self.new, self.old)


def pair_items(old: Sequence[Item], new: Sequence[Item], *traits: Traits) -> tuple[Position, ...]:
    """Every item of both versions once, in the order of a list of changes.

    :param traits: by which items without a counterpart in order are found elsewhere, the
        surest first.
    """
    # The alignment decides between equally good pairs by the order of its arguments.
    if [item.key for item in old] > [item.key for item in new]:
        turned = pair_items(new, old, *((after, before) for before, after in traits))
        return _sort(position.reverse() for position in turned)
    pairs = [
        (step.old, step.new)
        for step in align(old, new)
        if step.old is not None and step.new is not None
    ]
    gaps = [before for before, _after in pairs], [after for _before, after in pairs]
    left = [at for at in range(len(old)) if not _is_in(gaps[0], at)]
    come = [at for at in range(len(new)) if not _is_in(gaps[1], at)]
    moves = dict(_find_moves(left, come, traits))
    return _sort(_place(len(old), len(new), gaps, moves))


def compare_lines(old: str, new: str) -> tuple[Words, ...]:
    """What became of the words of a text; together they are both texts again."""
    if old > new:
        return tuple(words.reverse() for words in compare_lines(new, old))
    before, after = split_text(old), split_text(new)
    return tuple(
        Words("".join(before[piece.old]), "".join(after[piece.new]))
        for piece in compare_words(before, after)
    )


class Placed(Protocol):
    """A change that has a place in both versions."""

    @property
    def position(self) -> Position:
        """Where it stands."""


Change = TypeVar("Change", bound=Placed)


def sort_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes in the order in which they are listed."""
    return tuple(sorted(changes, key=lambda change: change.position.order))


def _sort(positions: Iterable[Position]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda position: position.order))


def _is_in(rising: list[int], number: int) -> bool:
    at = bisect_left(rising, number)
    return at < len(rising) and rising[at] == number


def _find_moves(
    left: list[int], come: list[int], traits: tuple[Traits, ...]
) -> Iterator[tuple[int, int]]:
    """Of the items that are left over in both versions, those that share a trait."""
    for before, after in traits:
        wanted: dict[Hashable, list[int]] = defaultdict(list)
        for number in come:
            wanted[after[number]].append(number)
        wanted.pop(None, None)
        for number in left.copy():
            found = wanted.get(before[number])
            if found:
                left.remove(number)
                come.remove(found[0])
                yield number, found.pop(0)


def _place(
    old: int, new: int, gaps: tuple[list[int], list[int]], moves: dict[int, int]
) -> Iterator[Position]:
    """The positions of so many items.

    :param gaps: the numbers of the pairs in order, for each version.
    """
    for number, (before, after) in enumerate(zip(*gaps, strict=True)):
        yield Position(before, after, number, number)
    for before, after in moves.items():
        yield Position(
            before, after, bisect_left(gaps[0], before), bisect_left(gaps[1], after), True
        )
    for at in range(old):
        if at not in moves and not _is_in(gaps[0], at):
            gap = bisect_left(gaps[0], at)
            yield Position(at, None, gap, gap)
    come = set(moves.values())
    for at in range(new):
        if at not in come and not _is_in(gaps[1], at):
            gap = bisect_left(gaps[1], at)
            yield Position(None, at, gap, gap)
