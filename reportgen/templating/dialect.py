"""What the engine has to know of a file format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import ClassVar

from markupsafe import Markup

from reportgen.templating.tables import RunningTable
from reportgen.templating.tree import Element, Slot

ID_TOKEN = "\ufdd2"
"""Stands for the next number of a counter, put in when a part is complete."""

Token = Callable[[str], str]
"""Turns template code into a token that may stand in the tree."""


class Dialect(ABC):
    """The spelling of paragraphs and tables in one XML vocabulary."""

    paragraph: ClassVar[str]
    row: ClassVar[str]
    cell: ClassVar[str]
    table: ClassVar[str]
    empty_paragraph: ClassVar[str]
    paragraph_ends: ClassVar[tuple[str, ...]]
    running_table: ClassVar[type[RunningTable]]

    @abstractmethod
    def is_template_part(self, name: str) -> bool:
        """Whether tags may stand in that part of the package."""

    @abstractmethod
    def slots(self, paragraph: Element) -> Iterator[Slot]:
        """The pieces of the paragraph's own text, in order."""

    @abstractmethod
    def escape(self, text: str) -> str:
        """A value as it may stand in a text; line breaks become the format's own."""

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
        spans: dict[Element, str],
        weights: str,
        token: Token,
    ) -> None:
        """Make the table count its rows and columns while it is rendered.

        :param spans: the expression that decides the extent, by cell.
        :param weights: the expression that decides the widths, or an empty string.
        """

    @abstractmethod
    def cell_content(self, cell: Element) -> tuple[Element, Element | None]:
        """The element that holds a cell's paragraphs, and the child they come after."""

    @abstractmethod
    def clean(self, root: Element) -> None:
        """Remove what must not be repeated or is out of date once a part was changed."""

    @abstractmethod
    def holds_section(self, paragraph: Element) -> bool:
        """Whether the paragraph carries the page set-up, and so has to stay."""
