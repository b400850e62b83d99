"""Blocks as headings, paragraphs, lists, quotes and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.renderers.markdown.charts import list_chart
from reportgen.renderers.markdown.nodes import (
    Heading,
    Inline,
    Item,
    Listing,
    Node,
    Paragraph,
    Quote,
    Run,
    Table,
    is_blank,
    make_inline,
)
from reportgen.templating.printed import Printed
from reportgen.views.blocks import BlockView
from reportgen.views.chart import Chart
from reportgen.views.grid import Grid


class _Rank(NamedTuple):
    """How deep the items of a kind stand, and whether they are numbered."""

    depth: int
    is_numbered: bool = False


_LISTED: Mapping[str, _Rank] = {
    "item": _Rank(1),
    "list_policy": _Rank(1),
    "divider_entry": _Rank(1),
    "detail": _Rank(2),
    "list": _Rank(2, True),
    "list_programme": _Rank(2),
    "point": _Rank(3),
    "numbered": _Rank(3, True),
}
_FIRST = frozenset({"①", "1."})
_DEEPEST = 6


def read_blocks(blocks: Iterable[BlockView], chapter: str = "") -> list[Node]:
    """What the blocks of a chapter are made into.

    :param chapter: its numeral and title, by which its own headings are told from those of the
        pages that stand in it.
    """
    return _Flow(_Levels(chapter)).read(blocks)


def read_cell(blocks: Iterable[BlockView]) -> list[Node]:
    """The same inside a cell, where nothing is a heading of the document."""
    return _Flow(None).read(blocks)


@dataclass(slots=True)
class _Levels:
    """The level of each heading; none is skipped.

    :ivar around: that of the divider or page under which blocks stand; 1 of the chapter.
    """

    chapter: str
    divider: int = 1
    around: int = 1
    last: int = 1

    def find(self, block: BlockView) -> int:
        """The level of the next heading."""
        if block.kind == "divider":
            self.divider = self.around = self.last = 2
        elif block.kind == "page":
            self.around = self.last = self.divider + 1
        elif block.kind == "heading":
            if isinstance(block.text, Printed) and block.text.place.chapter == self.chapter:
                self.divider = self.around = 1  # the pages before it have come to their end
            self.last = self.around + 1
        else:
            return min(self.last + 1, _DEEPEST)
        return self.last


class _Flow:
    """Reads blocks in their order.

    :param levels: None inside a cell.
    """

    def __init__(self, levels: _Levels | None) -> None:
        self._levels = levels
        self._nodes: list[Node] = []
        self._open: list[tuple[int, Item]] = []
        self._readers: Mapping[str, Callable[[BlockView], None]] = {
            **dict.fromkeys(_LISTED, self._read_item),
            **dict.fromkeys(("heading", "divider", "page", "group_title"), self._read_heading),
            **dict.fromkeys(("note", "pointer"), self._read_remark),
            **dict.fromkeys(("table", "blocks_table"), self._read_table),
            "paragraph": self._read_paragraph,
            "article": self._read_article,
            "contact": self._read_line,
            "goal": self._read_goal,
            "schedule": self._read_schedule,
            "box": self._read_box,
            "chart": self._read_chart,
        }

    def read(self, blocks: Iterable[BlockView]) -> list[Node]:
        """Everything that the blocks are made into."""
        for block in blocks:
            self._readers[block.kind](block)
        return self._nodes

    def _read_heading(self, block: BlockView) -> None:
        text = _number(block)
        if self._levels is None:
            self._place(Paragraph(make_inline(*text, strong=True)))
        else:
            self._place(Heading(self._levels.find(block), make_inline(*text)))

    def _read_item(self, block: BlockView) -> None:
        rank = _LISTED[block.kind]
        starts = rank.is_numbered and block.marker in _FIRST
        label = make_inline(block.label, strong=True)
        self._list(block.kind, rank, (*label, *make_inline(*_number(block))), starts=starts)

    def _read_article(self, block: BlockView) -> None:
        label = make_inline(block.marker, strong=True)
        self._list(block.kind, _LISTED["item"], (*label, *make_inline(" ", block.text)))

    def _read_schedule(self, block: BlockView) -> None:
        for line in block.items:
            text = make_inline(line.task, " : ", line.period)
            self._list("item", _LISTED["item"], text)
            self._remark("※", line.note)

    def _read_remark(self, block: BlockView) -> None:
        self._remark(block.marker, block.text)

    def _read_paragraph(self, block: BlockView) -> None:
        self._close(_LISTED["detail"].depth)
        self._add(Paragraph(make_inline(block.text)))

    def _read_line(self, block: BlockView) -> None:
        self._place(Paragraph(make_inline(block.text)))

    def _read_goal(self, block: BlockView) -> None:
        self._place(Quote((Paragraph(make_inline(block.text)),)))

    def _read_box(self, block: BlockView) -> None:
        items = [Item([Paragraph(make_inline(line))]) for line in block.lines if line.strip()]
        title = Paragraph(make_inline(block.title, strong=True))
        lines = [Listing("box", False, items)] if items else []
        self._place(Quote((title, *lines) if block.title.strip() else tuple(lines)))

    def _read_table(self, block: BlockView) -> None:
        assert block.grid is not None
        for node in read_grid(block.grid):
            self._place(node)

    def _read_chart(self, block: BlockView) -> None:
        assert isinstance(block.grid, Chart)
        self._place(list_chart(block.grid))

    def _list(self, kind: str, rank: _Rank, text: Inline, *, starts: bool = False) -> None:
        """Add an item to the list of its kind that is open, or to a new one."""
        self._close(rank.depth)
        if is_blank(text):
            return
        holder = self._holder
        last = holder[-1] if holder else None
        if starts or not isinstance(last, Listing) or last.kind != kind:
            last = Listing(kind, rank.is_numbered)
            holder.append(last)
        item = Item([Paragraph(text)])
        last.items.append(item)
        self._open.append((rank.depth, item))

    def _remark(self, marker: str, text: str) -> None:
        """Add a remark to the item that it follows."""
        self._close(_LISTED["point"].depth)
        if text.strip():
            self._add(Paragraph((Run(f"{marker} "), Run(text))))

    def _close(self, depth: int) -> None:
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()

    def _place(self, node: Node) -> None:
        """Add what stands in no list."""
        self._open.clear()
        self._add(node)

    def _add(self, node: Node) -> None:
        if not isinstance(node, Paragraph | Heading) or not is_blank(node.text):
            self._holder.append(node)

    @property
    def _holder(self) -> list[Node]:
        return self._open[-1][1].parts if self._open else self._nodes


def _number(block: BlockView) -> tuple[str, ...]:
    """The text, after the number by which the document calls it."""
    return (f"{block.number}. ", block.text) if block.number else (block.text,)


def read_grid(grid: Grid) -> Iterable[Node]:
    """The caption with the unit, the cells, and the note below them."""
    caption = make_inline(grid.caption, " " if grid.caption else "", grid.unit_line)
    if not is_blank(caption):
        yield Paragraph(caption)
    yield Table(grid)
    if grid.rounding_note:
        yield Paragraph(make_inline("※ ", grid.rounding_note))
