"""What the engine has to know of a file format."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import ClassVar, Protocol

from markupsafe import Markup, escape

from reportgen.templating.charts.marks import ChartMark
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.named_fields import FieldMistake
from reportgen.templating.filled_text import ID_TOKEN as ID_TOKEN
from reportgen.templating.filled_text import FilledText
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.rich.insertion import Spelling
from reportgen.templating.tables.running_table import RunningTable
from reportgen.templating.tables.table_grid import TableGrid
from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element, Slot

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
    holders: ClassVar[tuple[str, ...]]
    """What has to hold a paragraph at its end: cells, headers, notes, text boxes."""
    texts: ClassVar[tuple[str, ...]]
    """The elements whose text is that of their paragraph."""
    empty_paragraph: ClassVar[str]
    paragraph_ends: ClassVar[tuple[str, ...]]
    objects: ClassVar[tuple[str, ...]]
    """What can stand in a paragraph beside text: tables, pictures and the like."""
    breaks: ClassVar[tuple[tuple[str, str], ...]]
    """Characters that are elements in a text, and the XML for each."""
    shown_objects: ClassVar[re.Pattern[str]]
    """What stands in a cell and is no text, each with all that it holds."""
    page_break: ClassVar[re.Pattern[str]]
    """What begins a new page."""
    cell_fill: ClassVar[re.Pattern[str]]
    """The colour of a cell, or the number of its look, as the first group."""
    running_table: ClassVar[type[RunningTable]]
    field_edge: ClassVar[re.Pattern[str]]
    """The beginning of a field, or its end, which is the group ``end``."""
    merges_by_count: ClassVar[bool] = False
    """Whether a merged cell says over how many rows it reaches."""

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

    @abstractmethod
    def write_fields(self, root: Element, known: KnownNames) -> Iterator[FieldMistake]:
        """Put a tag in the place of every field whose name is an expression.

        :param known: the names that begin an expression.
        """

    @abstractmethod
    def make_inclusion(self, parts: SharedParts) -> Inclusion:
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

    def read(self, xml: str) -> str | None:
        """The text that :meth:`escape` made the XML from; None where more stands in it."""
        for character, element in self.breaks[-2:]:
            if "<" in xml:
                xml = xml.replace(element, character)
        return None if "<" in xml else unescape(xml)

    @abstractmethod
    def list_merges(self, rows: Sequence[Element]) -> Iterator[tuple[Element, int, int]]:
        """The cells of a table's rows that are merged downwards, with their first and last row."""

    def begin_reach(self, cell: Element, number: int) -> str:
        """Have a merged cell reach up to a mark.

        :param number: no other cell of its table has it.

        :returns: the mark, which stands between rows.
        """
        return ""

    @abstractmethod
    def find_losses(self, element: Element) -> Iterator[str]:
        """The names of what stands in a paragraph, row or cell beside text, and can't go."""

    def keep_marks(self, element: Element, tag: Tag) -> None:
        """Put what may stand beside a paragraph, row or cell there, before a tag replaces it."""
        return

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
    def find_properties(self, holder: Element) -> Element | None:
        """The child of an element that holds paragraphs after which they come."""

    def ends_with_paragraph(self, content: str) -> bool:
        """Whether the XML that such an element holds ends as it has to."""
        return content.rstrip().endswith(self.paragraph_ends)

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
    def put_fill(self, cell: Element, number: int, tag: Tag, token: Token) -> None:
        """Let the tag's expression decide the colour of a cell whose table was prepared."""

    @abstractmethod
    def put_number(self, paragraph: Element, restart: Tag | None, token: Token) -> None:
        """Let a paragraph, if it stands in a numbered list, belong to the list begun last.

        :param restart: the tag in it that begins the list anew.
        """

    @abstractmethod
    def make_spelling(self, parts: SharedParts) -> Spelling:
        """What spells the rich values of one rendering.

        :param parts: those of the template's package.
        """

    @abstractmethod
    def keep_pieces(self, pieces: Sequence[str], source: str) -> FilledText | None:
        """A part that may stay in pieces; None where it has to be looked at as a whole.

        :param pieces: its text, with nothing left to put in but what :meth:`finish` would.
        :param source: the source of the template.
        """

    def finish(self, text: str) -> str:
        """A part with what could only be known once it was complete."""
        return text

    def settle_bookmarks(self, data: bytes) -> bytes:
        """A part of the document in which no bookmark of the template comes twice."""
        return data

    @abstractmethod
    def clean(self, root: Element) -> None:
        """Remove what must not be repeated or is out of date once a part was changed."""

    @abstractmethod
    def holds_section(self, paragraph: Element) -> bool:
        """Whether the paragraph carries the page set-up, and so has to stay."""
