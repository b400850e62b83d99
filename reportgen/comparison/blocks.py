"""What changed between two documents, paragraph by paragraph and table by table."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from reportgen.comparison.pairing import pair_items
from reportgen.comparison.rows import compare_table
from reportgen.comparison.tables import TableChange
from reportgen.comparison.texts import ChangeKind, TextChange
from reportgen.formats import Document
from reportgen.renderers.changes import Item, has_letters
from reportgen.renderers.docx_text import Block, Passage, TableText

_TABLE = "table"


def compare_blocks(
    document: Document, old: Sequence[Block], new: Sequence[Block]
) -> Iterator[TextChange | TableChange]:
    """Every paragraph and table that is not the same at the same place, in order."""
    items = [_describe(block) for block in old], [_describe(block) for block in new]
    names = [_name(block) for block in old], [_name(block) for block in new]
    for position in pair_items(*items, names):
        before = None if position.old is None else old[position.old]
        after = None if position.new is None else new[position.new]
        if isinstance(before, TableText) or isinstance(after, TableText):
            assert not isinstance(before, Passage)
            assert not isinstance(after, Passage)
            table = compare_table(document, position, before, after)
            if table.kind is not ChangeKind.CHANGED or table.rows or table.changed_columns:
                yield table
        elif before is None or after is None or position.is_moved or before.text != after.text:
            yield TextChange(document, position, before, after)


def _describe(block: Block) -> Item:
    """The block, ready to be held against those of the other version."""
    if isinstance(block, Passage):
        return Item(f"{block.level} {block.text}", block.level, block.text, shapes=True)
    rows = [row.carried for row in block.rows]
    text = " ".join(" ".join(cells) for cells in (block.columns, *rows))
    return Item(repr((block.columns, rows)), _TABLE, text, " ".join(block.columns))


def _name(block: Block) -> Hashable | None:
    """By what a block is found elsewhere: by all that it says."""
    if isinstance(block, TableText):
        return block.columns, block.rows
    return (block.level, block.text) if has_letters(block.text) else None
