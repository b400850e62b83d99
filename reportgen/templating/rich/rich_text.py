"""Values that are more than text: what a dialect spells where their tag stands.

A template makes them by functions; no text, however it looks, becomes one. They can be put
together with ``+`` and ``~``, and behind each other with texts, but no filter changes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import Any, NoReturn

from jinja2 import Undefined
from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import describe_kind
from reportgen.templating.rich.picture_data import PictureData


@dataclass(frozen=True, slots=True)
class Look:
    """How a text differs from the run that its tag stands in; None is as the template says.

    :ivar color: six hexadecimal digits, red, green and blue.
    :ivar half_points: the size of the letters.
    :ivar script: ``superscript``, ``subscript``, or neither as an empty text.
    """

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    color: str | None = None
    half_points: int | None = None
    script: str | None = None

    def over(self, other: Look) -> Look:
        """The look, and what it leaves open as the other says."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(other, **{name: value for name, value in given.items() if value is not None})

    @property
    def is_plain(self) -> bool:
        """Whether nothing differs."""
        return self == Look()


@dataclass(frozen=True, slots=True)
class Words:
    """Text with a look; with an address it is a link."""

    text: str
    look: Look = Look()
    address: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the line of the text.

    :ivar natural: whether it has the size that it tells itself, and may be made smaller to fit.
    :ivar alt: what it shows, for those who can't see it.
    """

    file: PictureData
    width_mm: Fraction
    height_mm: Fraction
    natural: bool
    alt: str
    name: str

    def fit(self, width_mm: Fraction) -> Picture:
        """The picture as it fits into a width, if its size was left open."""
        if not self.natural or self.width_mm <= width_mm:
            return self
        height = self.height_mm * width_mm / self.width_mm
        return replace(self, width_mm=width_mm, height_mm=height)


@dataclass(frozen=True, slots=True)
class BrokenPart:
    """Before what is put in of another document: a new page begins in it."""


Piece = Words | PageBreak | Picture | BrokenPart


class Rich:
    """A value of pieces, in their order."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = tuple(pieces)

    @property
    def text(self) -> str:
        """What can be read of it."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words))

    def __add__(self, other: object) -> Rich:
        return Rich((*self.pieces, *list_pieces(other)))

    def __radd__(self, other: object) -> Rich:
        return Rich((*list_pieces(other), *self.pieces))

    def __bool__(self) -> bool:
        return any(not isinstance(piece, Words) or piece.text for piece in self.pieces)

    def __repr__(self) -> str:
        return f"Rich({self.text!r})"

    def __str__(self) -> NoReturn:
        # A filter, a comparison of texts or a format would drop the look without a word.
        raise TypeError(_("it is more than text, and can only be printed or put together"))


def list_pieces(value: object) -> tuple[Piece, ...]:
    """The pieces of a rich value, or a text as the only one."""
    if isinstance(value, Rich):
        return value.pieces
    if isinstance(value, Markup) or not isinstance(value, str):
        kind = describe_kind(value)
        raise TypeError(_("{kind} can't be put together with formatted text", kind=kind))
    return (Words(value),)


def join_rich(parts: Iterable[Any]) -> Rich:
    """The parts behind each other."""
    made: list[Piece] = []
    for part in parts:
        made.extend(list_pieces(str(part) if isinstance(part, Undefined) else part))
    return Rich(made)
