"""What the engine has to know of a file format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from markupsafe import Markup, escape

from reportgen.templating.charts.marks import ChartMark
from reportgen.templating.named_fields import FieldMistake
from reportgen.templating.table_grid import TableGrid
from reportgen.templating.tables import RunningTable
from reportgen.templating.tags import Tag
from reportgen.templating.tree import Element, Slot

ID_TOKEN = "\ufdd2"
"""Stands for the next number of a counter, put in when a part is complete."""

Token = Callable[[str, Tag | None], str]
"""Turns template code, and the tag it comes from, into a token that may stand in the tree."""


class Inclusion(Protocol):
    """Puts filled documents into another.

    :ivar part: the part that is being printed.
    """

    part: str

    def insert(self, filled: Mapping[str, bytes], name: str) -> str:
        """The paragraphs and tables of a filled document.

        :raises InclusionError: when it holds what can't be carried over.
        """

    def finish(self, parts: dict[str, bytes]) -> None:
        """Write what the documents brought along into the parts of this one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Columns at the beginning or the end of a row that have no cell.

    :ivar attribute: that of the element which says how many there are.
    """

    element: Element
    attribute: str
    count: int
    is_last: bool


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

    @abstractmethod
    def write_fields(self, root: Element, known: Collection[str]) -> Iterator[FieldMistake]:
        """Put a tag in the place of every field whose name is an expression.

        :param known: the names that begin an expression.
        """

    @abstractmethod
    def make_inclusion(self, parts: Mapping[str, bytes]) -> Inclusion:
        """What puts other documents into one that is made from these parts."""

    def take_charts(self, root: Element) -> Iterable[ChartMark]:
        """The tags in alternative texts of charts, taken out of them."""
        return ()

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
    def measure_table(self, table: Element) -> TableGrid:
        """The columns and cells of the table as the template has them."""

    def measure_cell(self, cell: Element) -> tuple[int, int]:
        """The height of the cell and how many rows it covers, if the file format says it."""
        return 0, 1

    @abstractmethod
    def open_table(
        self, table: Element, name: str, start: str, token: Callable[[str], str]
    ) -> None:
        """Begin and end a table whose cells are placed when all of them are known.

        :param name: that of the :class:`PlacedTable` in the template's code.
        :param start: the code that makes it.
        """

    @abstractmethod
    def put_site(self, cell: Element, token: str, is_merged: bool) -> None:
        """Put a token in the place of all that says where the cell stands.

        :param is_merged: whether it says also how many rows the cell covers.
        """

    def list_gaps(self, row: Element) -> list[Gap]:
        """What the row says of columns without a cell."""
        return []

    @abstractmethod
    def cover(self, cell: str) -> str:
        """A finished cell without its content, as it stands below the one it is part of."""

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
