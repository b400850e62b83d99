"""Which block of a body or cell became which one, in an order in which both can be marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.renderers.changes import Step, align
from reportgen.renderers.redline.atoms import read_atoms
from reportgen.renderers.redline.blocks import PARAGRAPH, TABLE, describe_block
from reportgen.renderers.redline.elements import spell
from reportgen.renderers.redline.tables import plan_rows
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

Pair = tuple[Element | None, Element | None]
"""A block of the old version and what became of it, or None."""

Plans = dict[Element, list[Step]]
"""By new table, which of its rows was which one."""


def pair_blocks(before: Sequence[Element], after: Sequence[Element]) -> tuple[list[Pair], Plans]:
    """The blocks of both versions once each, and how the rows of changed tables go together."""
    steps = align([describe_block(b) for b in before], [describe_block(b) for b in after])
    plans: Plans = {}
    pairs: list[Pair] = []
    for step in steps:
        old = None if step.old is None else before[step.old]
        new = None if step.new is None else after[step.new]
        if old is not None and new is not None and new.tag == TABLE and spell(old) != spell(new):
            plan = plan_rows(old, new)
            if plan is None:
                pairs.extend(((old, None), (None, new)))
                continue
            plans[new] = plan
        pairs.append((old, new))
    return list(_part_tables(_pair_ends(pairs))), plans


def is_text(pair: Pair) -> bool:
    """Whether a paragraph went, came or stayed."""
    return any(block is not None and block.tag == PARAGRAPH for block in pair)


def _pair_ends(pairs: list[Pair]) -> list[Pair]:
    """Make one paragraph of the two that end the versions, if a table stands between them.

    The last paragraph of a cell or a body can't be deleted, for no paragraph follows that
    its content could join.
    """
    end = len(pairs) - 1
    while end > 0 and _is_section(pairs[end]):
        end -= 1
    last = pairs[end]
    side = 1 if last[1] is None else 0
    at = next((n for n in range(end - 1, -1, -1) if pairs[n][side] is not None), -1)
    if not is_text(last) or None not in last or at < 0 or not is_text(pairs[at]):
        return pairs
    between = pairs[at + 1 : end]
    if all(map(is_text, between)):
        return pairs
    other = pairs[at][1 - side]
    left: list[Pair] = [] if other is None else [(other, None) if side else (None, other)]
    joined: Pair = (last[0], pairs[at][1]) if side else (pairs[at][0], last[1])
    return [*pairs[:at], *left, *between, joined, *pairs[end + 1 :]]


def _is_section(pair: Pair) -> bool:
    return any(block is not None and block.tag == f"{W}sectPr" for block in pair)


def _part_tables(pairs: list[Pair]) -> Iterator[Pair]:
    """Put a deleted table and the one that takes its place apart.

    Readers make one table of two without a paragraph between them. The empty paragraph
    behind both is deleted with the first and inserted with the second.
    """
    at = 0
    while at < len(pairs):
        gone, come, gap, after = (*pairs[at : at + 4], *([(None, None)] * 4))[:4]
        is_replaced = gone[1] is come[0] is None and _is_table(gone[0]) and _is_table(come[1])
        if is_replaced and _is_empty(gap) and after != (None, None) and not _is_section(after):
            yield from (gone, (gap[0], None), come, (None, gap[1]))
            at += 3
            continue
        yield pairs[at]
        at += 1


def _is_table(block: Element | None) -> bool:
    return block is not None and block.tag == TABLE


def _is_empty(pair: Pair) -> bool:
    """Whether a paragraph without content stayed."""
    return is_text(pair) and all(block is not None and not read_atoms(block) for block in pair)
