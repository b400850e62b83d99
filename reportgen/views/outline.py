"""The chapters of a document as a template prints them, and the contents made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.model.blocks import Block
from reportgen.model.ledger import LedgerEntry
from reportgen.model.outline import Chapter
from reportgen.views.blocks import BlockView, view_blocks
from reportgen.views.context import ChapterView, ViewContext
from reportgen.views.names import ContentsEntry, OutlineChapter
from reportgen.views.placed import Placing, place_view


def view_outline(
    context: ViewContext, entries: Sequence[LedgerEntry], chapters: Sequence[Chapter]
) -> list[OutlineChapter]:
    """The chapters in their order; the first of them begins a page in any case."""
    heads = context.view_chapters(chapters)
    return [
        OutlineChapter(
            head.number,
            head.title,
            head.anchor,
            list(_view_blocks(context, entries, chapter, head)),
            chapter.new_page or head is heads[0],
        )
        for head, chapter in zip(heads, chapters, strict=True)
    ]


def _view_blocks(
    context: ViewContext, entries: Sequence[LedgerEntry], chapter: Chapter, head: ChapterView
) -> Iterator[BlockView]:
    placing = Placing(context, entries, head.label)
    for block in chapter.blocks or ():
        if isinstance(block, Block):
            yield from view_blocks(context, (block,), head.label)
        else:
            yield from place_view(placing, block)


def list_contents(chapters: Iterable[OutlineChapter]) -> list[ContentsEntry]:
    """Every chapter, and the headings in it that have a page of their own."""
    entries: list[ContentsEntry] = []
    for chapter in chapters:
        entries.append(_entry(1, chapter.number, chapter.title, chapter.anchor))
        entries += (
            _entry(block.level, block.number, block.text, block.anchor)
            for block in chapter.blocks
            if block.level
        )
    return entries


def _entry(level: int, number: str, title: str, anchor: str) -> ContentsEntry:
    return {"level": level, "number": number, "title": title, "anchor": anchor}
