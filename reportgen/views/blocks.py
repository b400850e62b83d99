"""Blocks of content as a template prints them: marker, label, text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.model.blocks import Block, Box, ScheduleItem
from reportgen.templating.printed import Place, Printed
from reportgen.views.grid import Grid
from reportgen.views.typed_table import view_table

if TYPE_CHECKING:
    from reportgen.views.context import ViewContext

MARKERS = {
    "heading": "□",
    "item": "ㅇ",
    "paragraph": "",
    "detail": "-",
    "note": "※",
    "point": "▸",
    "pointer": "☞",
}
_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LABEL = re.compile(r"\([^()]{1,20}\)(?=\s)")


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A task and its period; the note is empty when there is none."""

    task: Printed
    period: str
    note: Printed


@dataclass(frozen=True, slots=True)
class BlockView:
    """One paragraph, or one table, box or schedule.

    :ivar anchor: the bookmark of a heading that the contents list.
    :ivar level: in the contents; 0 where it isn't listed.
    :ivar number: before the text of such a heading.
    :ivar label: the leading ``(label)`` of an item, which is set in bold.
    :ivar lines: the lines of a box.
    :ivar items: the lines of a schedule.
    """

    kind: str
    marker: str = ""
    label: str = ""
    text: str = ""
    title: str = ""
    lines: tuple[Printed, ...] = ()
    items: tuple[ScheduleLine, ...] = ()
    grid: Grid | None = None
    new_page: bool = False
    anchor: str = ""
    level: int = 0
    number: str = ""


def view_blocks(context: ViewContext, blocks: Iterable[Block], chapter: str) -> list[BlockView]:
    """The blocks in order; a numbered list becomes a block for each of its texts."""
    return [view for block in blocks for view in _view_block(context, block, chapter)]


def _view_block(context: ViewContext, block: Block, chapter: str) -> Iterator[BlockView]:
    source = block.source.of(block.kind)
    if block.kind in MARKERS:
        text = context.text(block.value, source, Place(chapter))
        yield replace(_view_text(block.kind, text), new_page=block.new_page)
    elif block.kind == "numbered":
        for number, text in enumerate(block.value, 1):
            marker = _NUMBERS[number - 1] if number <= len(_NUMBERS) else f"({number})"
            yield BlockView(
                "numbered", marker=marker, text=context.text(text, source, Place(chapter))
            )
    elif block.kind == "schedule":
        lines = tuple(_view_schedule(context, item, chapter) for item in block.value)
        yield BlockView("schedule", marker=MARKERS["item"], items=lines)
    elif block.kind == "box":
        yield _view_box(context, block.value, chapter)
    else:
        yield BlockView("table", grid=view_table(context, block, chapter))


def _view_text(kind: str, text: Printed) -> BlockView:
    match = _LABEL.match(text) if kind == "item" else None
    label = match[0] if match else ""
    rest = text.rewritten(text[len(label) :])
    return BlockView(kind, marker=MARKERS[kind], label=label, text=rest)


def _view_schedule(context: ViewContext, item: ScheduleItem, chapter: str) -> ScheduleLine:
    place = Place(chapter)
    return ScheduleLine(
        context.text(item.task, item.source.of("task"), place),
        context.formatter.period(item.period),
        context.text(item.note or "", item.source.of("note"), place),
    )


def _view_box(context: ViewContext, box: Box, chapter: str) -> BlockView:
    source = box.source.of("lines")
    return BlockView(
        "box",
        marker=MARKERS["detail"],
        title=context.text(box.title, box.source.of("title"), Place(chapter)),
        lines=tuple(context.text(line, source, Place(chapter)) for line in box.lines),
    )
