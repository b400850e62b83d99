"""The cells of a row between ``{%tc %}`` tags: what is repeated, or kept by a condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag that takes the place of its cell or row, with its token in the source."""

    tag: Tag
    token: str


@dataclass(slots=True)
class CellRun:
    """Cells from a tag to the one that closes it, both included.

    :ivar cells: those that are printed, each with its place in one round: 0 for the first,
        the same number again for what stands in another branch of a condition.
    :ivar loops: the innermost loop around each of them.
    """

    tag: Tag
    start: int
    end: int
    cells: dict[Element, int] = field(default_factory=dict)
    loops: dict[Element, PlacedTag] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """How many cells one round has."""
        return max(self.cells.values(), default=-1) + 1


@dataclass(slots=True)
class _Block:
    opening: PlacedTag
    begins: int
    longest: int


def find_runs(
    cells: Iterable[Element],
    tags: Mapping[Element, Sequence[PlacedTag]],
    extents: Mapping[Element, tuple[int, int]],
) -> Iterator[CellRun]:
    """The runs of one row, from left to right.

    :param tags: the tags of every cell that holds only tags.
    :param extents: where each cell begins and ends.
    """
    run: CellRun | None = None
    blocks: list[_Block] = []
    at = 0
    for cell in cells:
        start, end = extents[cell]
        if cell in tags:
            if run is None:
                run, at = CellRun(tags[cell][0].tag, start, end), 0
            for placed in tags[cell]:
                at = _step(blocks, placed, at)
            run.end = end
            if not blocks:
                yield run
                run = None
        elif run is not None:
            run.cells[cell] = at
            loops = [block.opening for block in blocks if block.opening.tag.keyword == "for"]
            if loops:
                run.loops[cell] = loops[-1]
            at += 1


def _step(blocks: list[_Block], placed: PlacedTag, at: int) -> int:
    """The place of the next cell after a tag."""
    if placed.tag.opens_block:
        blocks.append(_Block(placed, at, at))
    elif placed.tag.keyword in ("else", "elif"):
        blocks[-1].longest = max(blocks[-1].longest, at)
        return blocks[-1].begins
    elif placed.tag.keyword.startswith("end"):
        return max(blocks.pop().longest, at)
    return at


def find_row_loops(
    rows: Iterable[Element], tags: Mapping[Element, Sequence[PlacedTag]]
) -> dict[Element, PlacedTag]:
    """The innermost loop around each row that is printed."""
    found: dict[Element, PlacedTag] = {}
    opened: list[PlacedTag] = []
    for row in rows:
        for placed in tags.get(row, ()):
            if placed.tag.opens_block:
                opened.append(placed)
            elif placed.tag.keyword.startswith("end"):
                opened.pop()
        loops = [placed for placed in opened if placed.tag.keyword == "for"]
        if loops and row not in tags:
            found[row] = loops[-1]
    return found
