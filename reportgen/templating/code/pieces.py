"""Parts of a document that template code holds: paragraphs, rows, cells, formatted text.

A macro or ``{% set %}`` block gives text, or XML that may stand in one kind of place only.
A :class:`Piece` is no text, so that nothing but printing it, testing it for emptiness and
putting it beside others of its kind is possible: a filter that cuts or changes text would
tear its XML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.tags.tags import Level

LEVEL_MARKS = {
    "\ufdd9": Level.TEXT,
    "\ufdda": Level.PARAGRAPH,
    "\ufddb": Level.ROW,
    "\ufddc": Level.CELL,
}
"""What a macro prints first, so that its result says what it is."""


class PlaceError(TypeError):
    """A value is printed where it can't stand, or used as what it isn't.

    :ivar hint: what to write instead.
    """

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.hint = hint


class Piece:
    """XML that stands in a place of its level; ``None`` where it isn't known."""

    __slots__ = ("_level", "_xml")

    def __init__(self, xml: str, level: Level | None) -> None:
        self._xml = xml
        self._level = level

    def print_at(self, level: Level) -> Markup:
        """The XML, for a place of that level.

        :raises PlaceError: when it can't stand there.
        """
        if self._level is level or not self._xml.strip():
            return Markup(self._xml)
        raise PlaceError(_name_kind(self._level), _explain_use(self._level))

    def with_level(self, level: Level) -> Piece:
        """The same XML, known to be of that level."""
        return Piece(self._xml, level) if self._level is None else self

    @property
    def _length(self) -> int:
        return len(self._xml)

    def __bool__(self) -> bool:
        return bool(self._xml.strip())

    def _refuse(self, *_others: Any) -> NoReturn:
        raise PlaceError(
            _("paragraphs, rows and formatted text can only be printed, not changed or compared"),
            _explain_use(self._level),
        )

    def __len__(self) -> int:
        self._refuse()

    def __str__(self) -> str:
        self._refuse()

    def __iter__(self) -> Iterator[Any]:
        self._refuse()

    def __eq__(self, other: object) -> bool:
        self._refuse()

    def __hash__(self) -> int:
        return id(self)

    __lt__ = __le__ = __gt__ = __ge__ = __getitem__ = __contains__ = _refuse
    __add__ = __radd__ = __mul__ = __rmul__ = __mod__ = __rmod__ = _refuse


def join_pieces(parts: Sequence[Any]) -> Piece:
    """Pieces of one level put together; text that the level can't hold is refused.

    :param parts: pieces, and texts that are escaped.
    """
    pieces = [part for part in parts if isinstance(part, Piece)]
    level = pieces[0]._level
    xml = []
    for part in parts:
        if isinstance(part, Piece):
            xml.append(part.print_at(level) if level else part._xml)
        elif level is Level.TEXT:
            xml.append(part)
        elif part.strip():
            raise PlaceError(
                _("paragraphs, rows and cells can't be joined with text"), _explain_use(level)
            )
    return Piece("".join(xml), level)


def measure_piece(value: Any) -> int:
    """The characters of a piece; 0 of anything else."""
    return value._length if isinstance(value, Piece) else 0


def explain_text(level: Level | None) -> PlaceError:
    """That a text stands where only paragraphs, rows or cells can."""
    wanted = {
        Level.ROW: _("rows are printed here, and the value is a text"),
        Level.CELL: _("cells are printed here, and the value is a text"),
    }
    usual = _("paragraphs are printed here, and the value is a text")
    return PlaceError(
        wanted.get(level or Level.PARAGRAPH, usual),
        _("write {{ … }}, without p, tr or tc"),
    )


def _name_kind(level: Level | None) -> str:
    kinds = {
        Level.PARAGRAPH: _("the value is paragraphs or tables, which can't stand here"),
        Level.ROW: _("the value is rows of a table, which can't stand here"),
        Level.CELL: _("the value is cells of a table, which can't stand here"),
    }
    return kinds.get(level or Level.TEXT, _("the value is formatted text, which can't stand here"))


def _explain_use(level: Level | None) -> str:
    uses = {
        Level.PARAGRAPH: _("write {{p … }}, alone in a paragraph"),
        Level.ROW: _("write {{tr … }}, alone in a row of a table"),
        Level.CELL: _("write {{tc … }}, alone in a cell"),
    }
    return uses.get(level or Level.TEXT, _("write {{ … }} within the text of a paragraph"))
