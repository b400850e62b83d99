"""Which words of a paragraph became which ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportgen.renderers.changes.tokens import is_glue, is_object

_LEAST = 0.3
"""With less of its words kept, a text is easier to read as a whole and beside the new one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of both versions, as slices of tokens; changed, or the same."""

    is_kept: bool
    old: slice
    new: slice


def compare_words(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    """The pieces of a paragraph in order.

    Glue alone is not kept between two changes, since a text of which every second blank
    was kept can't be read; objects always are.
    """
    head = _count_equal(old, new)
    rest = old[head:], new[head:]
    tail = _count_equal(rest[0][::-1], rest[1][::-1])
    middle = rest[0][: len(rest[0]) - tail], rest[1][: len(rest[1]) - tail]
    around = _count_words(old[:head]) + _count_words(old[len(old) - tail :])
    found = ((head + a, head + b, size) for a, b, size in _match(*middle, around))
    blocks = [(0, 0, head), *found, (len(old) - tail, len(new) - tail, tail)]
    return list(_list_pieces(blocks))


def _count_equal(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _match(old: Sequence[str], new: Sequence[str], around: int) -> list[tuple[int, int, int]]:
    """What is the same inside the part that changed: positions and lengths.

    :param around: how many words before and behind it are the same.
    """
    blocks = [
        (a, b, size)
        for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        if not all(map(is_glue, old[a : a + size]))
    ]
    kept = around + sum(_count_words(old[a : a + size]) for a, _b, size in blocks)
    if 2 * kept >= _LEAST * (2 * around + _count_words(old) + _count_words(new)):
        return blocks
    places = ((a + at, b + at) for a, b, size in blocks for at in range(size))
    return [(a, b, 1) for a, b in places if is_object(old[a])]


def _count_words(tokens: Sequence[str]) -> int:
    return sum(not is_glue(token) and not is_object(token) for token in tokens)


def _list_pieces(blocks: list[tuple[int, int, int]]) -> Iterator[Piece]:
    i = j = 0
    for a, b, size in blocks:
        if a > i or b > j:
            yield Piece(False, slice(i, a), slice(j, b))
        if size:
            yield Piece(True, slice(a, a + size), slice(b, b + size))
        i, j = a + size, b + size
