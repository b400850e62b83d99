"""Rich values put into a finished part, each at the mark that stands for it.

While a part is rendered, a rich value is one mark: only the finished text shows in which run
and which paragraph it stands, and how many there are. A part without marks is not looked at.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from markupsafe import Markup, escape

from reportgen.i18n import translate as _
from reportgen.limits import MOST_PRINTED
from reportgen.templating.packages.shared_parts import SharedParts
from reportgen.templating.rich.rich_text import (
    BrokenPart,
    PageBreak,
    Picture,
    Piece,
    Rich,
    Words,
)

_BEGIN, _END = "\ufdee", "\ufdef"
_DIGITS = "\ufde0\ufde1\ufde2\ufde3\ufde4\ufde5\ufde6\ufde7"
"""A mark is a number in characters that no text can hold and no filter changes."""
_PIECES = re.compile(
    rf"<!--.*?-->|<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*)[^<>]*>|{_BEGIN}(?P<mark>[{_DIGITS}]+){_END}",
    re.DOTALL,
)
_MARK = re.compile(f"{_BEGIN}([{_DIGITS}]+){_END}")
_LEFT = re.compile(f"[{_BEGIN}{_END}{_DIGITS}]")
_ALL_LEFT = re.compile(f"{_BEGIN}[{_DIGITS}]+{_END}")


def holds_mark(text: str) -> bool:
    """Whether the mark of a rich value stands in a text."""
    return _BEGIN in text


class MisplacedError(ValueError):
    """A rich value stands where none can be.

    :ivar line: the line of the template's source that printed it.
    """

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


class Marks:
    """The rich values that one part printed, each with the line that printed it."""

    def __init__(self) -> None:
        self._values: list[tuple[Rich, int]] = []

    def add(self, value: Rich, line: int) -> Markup:
        """The mark that stands for a value."""
        self._values.append((value, line))
        number = f"{len(self._values) - 1:o}"
        return Markup(_BEGIN + "".join(_DIGITS[int(digit)] for digit in number) + _END)

    def find(self, mark: str) -> tuple[Rich, int]:
        """The value of a mark and its line."""
        return self._values[int("".join(str(_DIGITS.index(digit)) for digit in mark), 8)]

    def list(self, text: str) -> Iterator[Rich]:
        """The values whose marks stand in a text."""
        for match in _MARK.finditer(text):
            yield self.find(match[1])[0]

    def replace(self, text: str, spell: Callable[[Rich], str]) -> str:
        """The text with something else in place of the marks."""
        return _MARK.sub(lambda match: spell(self.find(match[1])[0]), text)

    def clear(self) -> None:
        """Begin another part."""
        self._values.clear()

    def __bool__(self) -> bool:
        return bool(self._values)


@dataclass(slots=True)
class Site:
    """Where a mark stands.

    :ivar opened: the elements around it, name and place of the opening tag, outermost first.
    :ivar changes: what else of the text is to be replaced, by its beginning: end and text.
    """

    part: str
    text: str
    at: int
    end: int
    opened: Sequence[tuple[str, int]]
    changes: dict[int, tuple[int, str]]

    def find(self, name: str) -> int:
        """Where the nearest element of that name around it begins, or -1."""
        return next((at for found, at in reversed(self.opened) if found == name), -1)


@dataclass(slots=True)
class Spelling(ABC):
    """How one file format spells rich values; made for one rendering.

    :ivar parts: the parts of the template's package.
    :ivar escape: a text as it may stand in one.
    :ivar refuse: in a draft, what is printed in place of a value that can't stand where it does.
    :ivar note_anchor: in a draft, what is printed behind a link that may lead nowhere.
    """

    parts: SharedParts
    escape: Callable[[str], str]
    refuse: Callable[[MisplacedError], str] | None = field(default=None, init=False)
    note_anchor: Callable[[str], str] | None = field(default=None, init=False)
    tracked: ClassVar[frozenset[str]]
    """The elements that have to be known around a mark."""
    text: ClassVar[str]
    run: ClassVar[str]
    bookmark: ClassVar[re.Pattern[str]]
    """What finds the names of bookmarks, as they are written."""
    _anchors: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def helpers(self) -> Mapping[str, Callable[..., Markup]]:
        """What the code of commands calls."""
        return {"_fill_cell": lambda *facts: Markup(self.fill_cell(*facts))}

    def insert(self, part: str, text: str, marks: Marks) -> str:
        """The part with the values in place of their marks.

        :raises MisplacedError: where one can't stand.
        """
        changes: dict[int, tuple[int, str]] = {}
        opened: list[tuple[str, int]] = []
        size = 0
        for match in _PIECES.finditer(text):
            if mark := match["mark"]:
                value, line = marks.find(mark)
                site = Site(part, text, match.start(), match.end(), opened, changes)
                made = self._attempt(site, value, line)
                size += len(made)
                if size > MOST_PRINTED:  # a value that a block repeats was counted once
                    limit = f"{MOST_PRINTED:,}"
                    problem = _("more than {limit} characters or items", limit=limit)
                    made = self._refuse(MisplacedError(line, problem))
                changes[match.start()] = (match.end(), made)
            elif match["name"] in self.tracked:
                if match["end"]:
                    _close(opened, match["name"])
                elif text[match.end() - 2] != "/":
                    opened.append((match["name"], match.start()))
        finished = _replace(text, changes)
        if not _LEFT.search(finished):
            return finished
        message = self._refuse(MisplacedError(_line_of_left(text, marks), _explain_place()))
        return _LEFT.sub("", _ALL_LEFT.sub(message, finished))

    def _attempt(self, site: Site, value: Rich, line: int) -> str:
        try:
            return self._spell(site, value, line)
        except MisplacedError as error:
            return self._refuse(error)

    def _refuse(self, error: MisplacedError) -> str:
        if self.refuse is None:
            raise error
        return self.refuse(error)

    def _spell(self, site: Site, value: Rich, line: int) -> str:
        around = [name for name, _at in site.opened[-2:]]
        is_part = any(isinstance(piece, BrokenPart) for piece in value.pieces)
        if around != [self.run, self.text] and not is_part:
            raise MisplacedError(line, _explain_place())
        made: list[str] = []
        try:
            for piece in value.pieces:
                made.append(self._spell_piece(site, piece, line, any(made)))
        except ValueError as error:
            raise MisplacedError(line, str(error)) from None
        return "".join(made)

    def _spell_piece(self, site: Site, piece: Piece, line: int, begun: bool) -> str:
        if isinstance(piece, Words):
            if piece.address.startswith("#"):
                self._anchors.setdefault(piece.address[1:], (site.part, line))
            if not piece.text:
                return ""
            return self.spell_words(site, piece) + self._note(piece.address)
        if isinstance(piece, Picture):
            return self.spell_picture(site, piece)
        self.check_page_break(site)
        return self.spell_page_break(site, begun) if isinstance(piece, PageBreak) else ""

    @property
    def anchors(self) -> Mapping[str, tuple[str, int]]:
        """The bookmarks to which links lead, with the part and the line that printed the first."""
        return self._anchors

    def _note(self, address: str) -> str:
        if self.note_anchor is None or not address.startswith("#"):
            return ""
        return self.note_anchor(f"[{explain_dead(address[1:])}]")

    @abstractmethod
    def fill_cell(self, color: Any, own: str = "") -> str:
        """What colours a cell; what the template has where there is no colour.

        :param own: the number of what the template has.
        """

    @abstractmethod
    def number(self, *facts: Any) -> str:
        """What numbers a paragraph of a list.

        :param facts: what the dialect's ``put_number`` says of it.
        """

    @abstractmethod
    def spell_words(self, site: Site, words: Words) -> str:
        """Text, between the opening and the end of a text element."""

    @abstractmethod
    def spell_picture(self, site: Site, picture: Picture) -> str:
        """A picture, at the same place."""

    @abstractmethod
    def check_number(self, *facts: Any) -> None:
        """Whether a list can begin anew there.

        :param facts: as for :meth:`number`.
        :raises ValueError: when the paragraph stands in none.
        """

    @abstractmethod
    def check_page_break(self, site: Site) -> None:
        """Whether a new page can begin there.

        :raises ValueError: when it can't.
        """

    @abstractmethod
    def spell_page_break(self, site: Site, begun: bool) -> str:
        """A new page, at the same place.

        :param begun: whether the same value puts something before it.
        """

    @abstractmethod
    def finish(self, parts: dict[str, bytes]) -> None:
        """Put into the package what the values need beside the text."""


def _close(opened: list[tuple[str, int]], name: str) -> None:
    if opened and opened[-1][0] == name:
        opened.pop()


def _replace(text: str, changes: Mapping[int, tuple[int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, (end, made) in sorted(changes.items()):
        pieces += (text[at:start], made)
        at = end
    return "".join((*pieces, text[at:]))


def _line_of_left(text: str, marks: Marks) -> int:
    """The line that printed the first mark which stands in no text."""
    left = re.search(f"<[^>]*{_BEGIN}([{_DIGITS}]+){_END}", text)
    return marks.find(left[1])[1] if left else 0


def explain_dead(name: str) -> str:
    """That no bookmark has a name to which a link leads."""
    return _("the document has no bookmark «{name}»", name=name)


def _explain_place() -> str:
    return _("formatted text, links and pictures stand only in the text of a paragraph")


def escape_attribute(text: str) -> str:
    """A text as the value of an attribute, its line breaks kept."""
    return str(escape(text)).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
