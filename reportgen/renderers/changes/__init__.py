"""What two versions of a document have in common: blocks, rows and words, whatever the format."""

from reportgen.renderers.changes.alignment import Step, align, align_rows
from reportgen.renderers.changes.items import Item
from reportgen.renderers.changes.tokens import (
    OBJECT,
    has_letters,
    is_glue,
    is_object,
    split_text,
)
from reportgen.renderers.changes.words import Piece, compare_words

__all__ = [
    "OBJECT",
    "Item",
    "Piece",
    "Step",
    "align",
    "align_rows",
    "compare_words",
    "has_letters",
    "is_glue",
    "is_object",
    "split_text",
]
