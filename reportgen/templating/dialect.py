"""What the engine has to know of a file format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from markupsafe import Markup, escape

from reportgen.templating.filled_text import ID_TOKEN as ID_TOKEN
from reportgen.templating.filled_text import FilledText
from reportgen.templating.tables import RunningTable
from reportgen.templating.tags import Tag
from reportgen.templating.tree import Element, Slot

Token = Callable[[str, Tag | None], str]
"""Turns template code, and the tag it comes from, into a token that may stand in the tree."""


class Dialect(ABC):
    """The spelling of paragraphs and tables in one XML vocabulary."""

    paragraph: ClassVar[str]
    row: ClassVar[str]
    cell: ClassVar[str]
    table: ClassVar[str]
    empty_paragraph: ClassVar[str]
    paragraph_ends: ClassVar[tuple[str, ...]]
    objects: ClassVar[tuple[str, ...]]
    """What can stand in a paragraph beside text: tables, pictures and the like."""
    breaks: ClassVar[tuple[tuple[str, str], ...]]
    """Characters that are elements in a text, and the XML for each."""
    running_table: ClassVar[type[RunningTable]]

    @abstractmethod
    def is_template_part(self, name: str) -> bool:
        """Whether tags may stand in that part of the package."""

    @abstractmethod
    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """The pieces of the paragraph's own text, in order."""

    def escape(self, text: str) -> str:
        """A value as it may stand in a text; line breaks become the format's own."""
        escaped = str(escape(text))
        for character, element in self.breaks:
            if character in escaped:
                escaped = escaped.replace(character, element)
        return escaped

    @abstractmethod
    def put_anchor(self, paragraph: Element, token: str) -> None:
        """Put a bookmark's token where one may stand in the paragraph."""

    @abstractmethod
    def spell_anchor(self, name: str, number: int) -> Markup:
        """A bookmark of that name."""

    @abstractmethod
    def prepare_table(
        self,
        table: Element,
        number: int,
        spans: dict[Element, Tag],
        weights: Tag | None,
        token: Token,
    ) -> None:
        """Make the table count its rows and columns while it is rendered.

        :param spans: the tag whose expression decides the extent, by cell.
        :param weights: the tag whose expression decides the widths, if there is one.
        """

    @abstractmethod
    def cell_content(self, cell: Element) -> tuple[Element, Element | None]:
        """The element that holds a cell's paragraphs, and the child they come after."""

    def finish(self, pieces: Sequence[str], ids: Iterator[int]) -> FilledText:
        """A part with what could only be known once it was complete.

        :param pieces: its text, as the template's code gave it.
        :param ids: the numbers for ids that are still marks.
        """
        return FilledText(pieces, ids)

    @abstractmethod
    def clean(self, root: Element) -> None:
        """Remove what must not be repeated or is out of date once a part was changed."""

    @abstractmethod
    def holds_section(self, paragraph: Element) -> bool:
        """Whether the paragraph carries the page set-up, and so has to stay."""
