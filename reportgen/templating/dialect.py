"""What the engine has to know of a file format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from markupsafe import Markup, escape

from reportgen.templating.tables import RunningTable
from reportgen.templating.tags import Tag
from reportgen.templating.tree import Element, Slot

ID_TOKEN = "\ufdd2"
"""Stands for the next number of a counter, put in when a part is complete."""

Token = Callable[[str, Tag | None], str]
"""Turns template code, and the tag it comes from, into a token that may stand in the tree."""


class Dialect(ABC):
    """The spelling of paragraphs and tables in one XML vocabulary."""

    paragraph: ClassVar[str]
    row: ClassVar[str]
    cell: ClassVar[str]
    table: ClassVar[str]
    texts: ClassVar[tuple[str, ...]]
    """The elements whose text is that of their paragraph."""
    empty_paragraph: ClassVar[str]
    paragraph_ends: ClassVar[tuple[str, ...]]
    objects: ClassVar[tuple[str, ...]]
    """What can stand in a paragraph beside text: tables, pictures and the like."""
    breaks: ClassVar[tuple[tuple[str, str], ...]]
    """Characters that are elements in a text, and the XML for each."""
    running_table: ClassVar[type[RunningTable]]

    @abstractmethod
    def prepare(self, parts: Mapping[str, bytes], file: str) -> dict[str, bytes]:
        """The package as it may leave the house, not filled yet.

        :raises DataError: when it is no document of the format.
        """

    @abstractmethod
    def list_bodies(self, parts: Mapping[str, bytes]) -> list[str]:
        """The parts that hold paragraphs, in the order of the package."""

    def find_printers(self, _slots: list[Slot]) -> Callable[[int], str]:
        """By the place in a paragraph, the function that prints a value there.

        It is empty where an ordinary text stands, which the environment prints.
        """
        return lambda _start: ""

    @abstractmethod
    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """The pieces of the paragraph's own text, in order."""

    def explain_unclosed(self, _slots: list[Slot]) -> str:
        """What to do where a tag isn't closed; empty where nothing special holds."""
        return ""

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

    def finish(self, text: str) -> str:
        """A part with what could only be known once it was complete."""
        return text

    @abstractmethod
    def clean(self, root: Element) -> None:
        """Remove what must not be repeated or is out of date once a part was changed."""

    @abstractmethod
    def holds_section(self, paragraph: Element) -> bool:
        """Whether the paragraph carries the page set-up, and so has to stay."""
