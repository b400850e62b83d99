"""Text that remembers which figures it shows and where in the report it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Shown(Protocol):
    """What a text shows; here only its name matters."""

    @property
    def name(self) -> str:
        """The name of the figure."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the report something is printed, in words a reader finds it by.

    A table is named by its caption, row and column; prose by its paragraph.
    """

    chapter: str = ""
    table: str = ""
    row: str = ""
    column: str = ""
    paragraph: str = ""

    def as_json(self) -> dict[str, str]:
        """The parts that are set."""
        parts = ("chapter", "table", "row", "column", "paragraph")
        return {part: getattr(self, part) for part in parts if getattr(self, part)}


class Printed(str):
    """A finished string with the figures it shows.

    :ivar shown: each figure beside the very text that shows it, such as ``535백만원``
        within a sentence.
    """

    shown: tuple[tuple[Shown, str], ...]
    place: Place

    def __new__(
        cls,
        text: str,
        figures: tuple[Shown, ...] = (),
        place: Place = Place(),
        shown: tuple[tuple[Shown, str], ...] = (),
    ) -> Printed:
        """The text and its place.

        :param figures: figures that the whole text shows.
        :param shown: figures that parts of it show, each with its part.
        """
        printed = super().__new__(cls, text)
        printed.shown = (*((figure, str(text)) for figure in figures), *shown)
        printed.place = place
        return printed

    @property
    def figures(self) -> tuple[Shown, ...]:
        """The figures that the text shows."""
        return tuple(figure for figure, _text in self.shown)

    def rewritten(self, text: str, place: Place | None = None) -> Printed:
        """Another text that shows the same figures, at the same place unless one is given."""
        return Printed(text, (), self.place if place is None else place, self.shown)
