"""The rows of a table within the blocks that ``{%tr %}`` tags open, and merged cells over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element

Path = tuple[tuple[int, int], ...]
_BRANCHES = ("elif", "else")
_HELD = ("macro", "set", "call")
"""Blocks whose rows come out elsewhere."""


@dataclass(slots=True)
class Block:
    """What one tag opens.

    :ivar closing: the token of the tag that closes it.
    :ivar last: the last row in it that stays.
    """

    tag: Tag
    closing: str = ""
    last: int = -1


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a merged cell ends: behind a row, or behind the token of a tag."""

    row: int
    token: str = ""


class RowBlocks:
    """The rows of one table.

    :param tags: by row, the tags that take its place, each with its token.
    """

    def __init__(
        self, rows: Sequence[Element], tags: Mapping[Element, Sequence[tuple[Tag, str]]]
    ) -> None:
        self._tags = [tags.get(row, ()) for row in rows]
        self._blocks: list[Block] = []
        self._paths: list[Path | None] = []
        open_blocks: list[tuple[int, int]] = []
        for number, found in enumerate(self._tags):
            for tag, token in found:
                self._step(open_blocks, tag, token)
            for block, _branch in () if found else open_blocks:
                self._blocks[block].last = number
            self._paths.append(None if found else tuple(open_blocks))
        self._note_neighbours()

    def _note_neighbours(self) -> None:
        """By row: the next one that is a tag's, and the last one that stays, itself included."""
        count = len(self._paths)
        self._next_tagged, self._last_kept = [count] * (count + 1), [-1] * (count + 1)
        for row in range(count):
            is_kept = self._paths[row] is not None
            self._last_kept[row] = row if is_kept else self._last_kept[row - 1]
        for row in reversed(range(count)):
            is_kept = self._paths[row] is not None
            self._next_tagged[row] = self._next_tagged[row + 1] if is_kept else row

    @property
    def tags(self) -> list[Tag]:
        """The tags in order."""
        return [tag for found in self._tags for tag, _token in found]

    def _step(self, open_blocks: list[tuple[int, int]], tag: Tag, token: str) -> None:
        if tag.opens_block:
            open_blocks.append((len(self._blocks), 0))
            self._blocks.append(Block(tag))
        elif not open_blocks:
            return  # what opens it is mistyped, which is told elsewhere
        elif tag.keyword.startswith("end"):
            self._blocks[open_blocks.pop()[0]].closing = token
        elif tag.keyword in _BRANCHES:
            block, branch = open_blocks.pop()
            open_blocks.append((block, branch + 1))

    def find_cause(self) -> Tag | None:
        """The tag for which the table may come out without a row, None when it has one."""
        if any(path == () for path in self._paths):
            return None
        return self.tags[0]

    def is_bare(self) -> bool:
        """Whether no row can ever come out."""
        kept = any(path is not None for path in self._paths)
        return not kept and not any(tag.code.startswith("{{") for tag in self.tags)

    def list_covered(self, first: int, last: int) -> list[Tag]:
        """The tags between two rows."""
        return [tag for found in self._tags[first : last + 1] for tag, _token in found]

    def follow(self, first: int, last: int, strict: bool) -> Reach | Tag | None:
        """Where a merged cell ends that reaches over those rows of the template.

        :param strict: whether a part of what an ``if`` opens can't be covered, as where the
            cell itself says how far it reaches.
        :returns: the tag that the cell tears apart; None when it reaches over no tag.
        """
        last = min(last, len(self._paths) - 1)
        tagged, kept = self._next_tagged[first], self._last_kept[last]
        if tagged > last or kept < first:
            return None
        torn, begun, reached = self._tags[tagged][0][0], self._paths[first], self._paths[kept]
        if begun is None or reached is None or reached[: len(begun)] != begun:
            return torn
        entered = [self._blocks[block] for block, _branch in reached[len(begun) :]]
        for block in entered:
            keyword = block.tag.keyword
            is_part = block.last != kept and (strict or keyword == "for")
            if is_part or keyword in _HELD:
                return block.tag
        return Reach(kept, entered[0].closing if entered else "")
