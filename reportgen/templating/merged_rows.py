"""Merged cells over rows that tags repeat or leave out."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from reportgen.templating.dialect import Dialect
from reportgen.templating.row_blocks import Reach, RowBlocks
from reportgen.templating.tags import Tag
from reportgen.templating.tree import Element, put_after


@dataclass(slots=True)
class Settled:
    """What became of the merged cells of one table.

    :ivar torn: the tags that a merged cell reaches over in part.
    :ivar behind: what has to stand behind a tag, by its token.
    """

    torn: list[Tag] = field(default_factory=list)
    behind: dict[str, str] = field(default_factory=dict)


def settle_merges(
    rows: Sequence[Element],
    blocks: RowBlocks,
    dialect: Dialect,
    spanned: Container[Element],
    is_fixed: bool,
) -> Settled:
    """Mark where each merged cell ends that reaches over tags.

    :param spanned: the cells whose extent comes from data.
    :param is_fixed: whether the table says by itself how far its cells reach, where they say it
        at all.
    """
    settled = Settled()
    for number, (cell, first, last) in enumerate(dialect.list_merges(rows)):
        if cell in spanned:
            continue
        reach = blocks.follow(first, last, dialect.merges_by_count)
        if isinstance(reach, Tag):
            settled.torn.append(reach)
        elif reach is not None and is_fixed and dialect.merges_by_count:
            settled.torn += blocks.list_covered(first, last)[:1]
        elif reach is not None:
            _mark(settled, dialect.begin_reach(cell, number), rows, reach)
    return settled


def _mark(settled: Settled, mark: str, rows: Sequence[Element], reach: Reach) -> None:
    if reach.token:
        settled.behind[reach.token] = settled.behind.get(reach.token, "") + mark
    elif mark:
        put_after(rows[reach.row], mark)
