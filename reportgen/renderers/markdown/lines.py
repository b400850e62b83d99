"""Nodes as the lines of a Markdown document, each with the figures that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.renderers.markdown.escaping import spell_line, spell_paragraph
from reportgen.renderers.markdown.nodes import (
    Heading,
    Inline,
    Item,
    Listing,
    Node,
    Paragraph,
    Quote,
    list_printed,
)
from reportgen.renderers.markdown.tables import spell_table
from reportgen.templating.printed import Printed

_BULLETS, _DELIMITERS = "-*", ".)"


@dataclass(frozen=True, slots=True)
class Line:
    """A line.

    :ivar printed: the texts in it that show figures.
    """

    text: str
    printed: tuple[Printed, ...] = ()

    def prefixed(self, prefix: str) -> Line:
        """The line inside a list or a quote; an empty one has no blanks at its end."""
        return Line(f"{prefix}{self.text}" if self.text else prefix.rstrip(), self.printed)


_EMPTY = Line("")


def write_nodes(nodes: Sequence[Node], *, in_item: bool = False) -> Iterator[Line]:
    """The lines; between two nodes stands an empty one.

    :param in_item: let the list that follows the text of an item stand right below it.
    """
    turn = 0
    for at, node in enumerate(nodes):
        before = nodes[at - 1] if at else None
        is_below = in_item and at == 1 and isinstance(node, Listing)
        if before is not None and not is_below:
            yield _EMPTY
        turn = 1 - turn if _are_alike(before, node) else 0
        yield from _write(node, turn)


def _are_alike(before: Node | None, node: Node) -> bool:
    """Whether these are two lists, which would be one with the same signs."""
    if not isinstance(before, Listing) or not isinstance(node, Listing):
        return False
    return before.is_numbered == node.is_numbered


def _write(node: Node, turn: int) -> Iterator[Line]:
    if isinstance(node, Heading):
        yield Line(f"{'#' * node.level} {spell_line(node.text)}", _printed(node.text))
    elif isinstance(node, Paragraph):
        first, *others = spell_paragraph(node.text)
        yield Line(first, _printed(node.text))
        yield from map(Line, others)
    elif isinstance(node, Quote):
        yield from (line.prefixed("> ") for line in write_nodes(node.parts))
    elif isinstance(node, Listing):
        for number, item in enumerate(node.items, 1):
            sign = f"{number}{_DELIMITERS[turn]}" if node.is_numbered else _BULLETS[turn]
            yield from _write_item(item, sign)
    else:
        yield from (Line(text, tuple(printed)) for text, printed in spell_table(node.grid))


def _write_item(item: Item, sign: str) -> Iterator[Line]:
    prefix = f"{sign} "
    for line in write_nodes(item.parts, in_item=True):
        yield line.prefixed(prefix)
        prefix = " " * len(prefix)


def _printed(text: Inline) -> tuple[Printed, ...]:
    return tuple(list_printed(run.text for run in text))


def place_lines(lines: Iterable[Line], first: int = 1) -> Iterator[tuple[Printed, int]]:
    """Every text that shows figures, with the number of its line."""
    for number, line in enumerate(lines, first):
        yield from ((text, number) for text in line.printed)
