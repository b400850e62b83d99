"""What a Markdown document is made of, before it is spelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportgen.templating.printed import Printed
from reportgen.views.grid import Grid


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text."""

    text: str
    strong: bool = False


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the chapters have level 1."""

    level: int
    text: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its text may have several lines."""

    text: Inline


@dataclass(slots=True)
class Item:
    """An item of a list: a paragraph, and what stands below it."""

    parts: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Listing:
    """A list.

    :ivar kind: that of the blocks which are its items; others begin a list of their own.
    """

    kind: str
    is_numbered: bool = False
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands in a frame."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a grid, without its caption and its notes."""

    grid: Grid


Node = Heading | Paragraph | Listing | Quote | Table


def make_inline(*texts: str, strong: bool = False) -> Inline:
    """The texts one after the other; those without anything are left out."""
    return tuple(Run(text, strong) for text in texts if text)


def is_blank(inline: Inline) -> bool:
    """Whether there is nothing to be seen."""
    return not any(run.text.strip() for run in inline)


def list_printed(texts: Iterable[str]) -> Iterator[Printed]:
    """Those that show figures."""
    return (text for text in texts if isinstance(text, Printed) and text.shown)
