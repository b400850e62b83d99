"""Tags outside the paragraphs of a part: in attributes, equations, charts and properties.

Only text may stand there, so values are printed without elements, and tags for paragraphs,
rows and cells are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_TAGS
from reportgen.templating.dialect import Token
from reportgen.templating.fields.counted_texts import fill_counted
from reportgen.templating.fields.field_places import Place, judge, name_place
from reportgen.templating.packages.markup import is_markup
from reportgen.templating.tags.braces import ESCAPES, Mark, find_escapes, hide_escapes
from reportgen.templating.tags.nesting import check_nesting
from reportgen.templating.tags.tags import Level, Tag, find_unclosed, parse_tag, split_tags
from reportgen.templating.tree import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUNS = ((f"{_A}p", f"{_A}t", Place.DRAWING), (f"{_M}oMath", f"{_M}t", Place.EQUATION))
_PARTS = ("{{", "{%", "{#", "}}", "%}", "#}", "{_", "_}")
_HOLDS = " or ".join(f"contains(., '{sign}')" for sign in _PARTS)
_FIND_TEXTS = etree.XPath(f"//text()[{_HOLDS}]")
_FIND_ATTRIBUTES = etree.XPath(f"//@*[{_HOLDS} or contains(., '%7')]")
_SIGNS = re.compile(r"\{_?[{%#]|[}%#]_?\}|%7[bB]_?%(7[bB]|2[35])|%(7[dD]|2[35])_%7[dD]")
_CLOSINGS = re.compile(r"[}%#]\}")
_BYTES = re.compile(_SIGNS.pattern.encode() + rb"|&#")
_EXPRESSION = re.compile(r"\{\{([-+]?)(.*?)([-+]?)\}\}", re.DOTALL)

Report = Callable[[Diagnostic], None]


@dataclass(slots=True)
class Piece:
    """A text of an element, what follows it, or one of its attributes."""

    element: Element
    attribute: str = ""
    is_tail: bool = False

    @property
    def text(self) -> str:
        """What stands there."""
        if self.attribute:
            return self.element.get(self.attribute) or ""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @text.setter
    def text(self, value: str) -> None:
        if self.attribute:
            self.element.set(self.attribute, value)
        elif self.is_tail:
            self.element.tail = value
        else:
            self.element.text = value


@dataclass(frozen=True, slots=True)
class Field:
    """Pieces that are read as one text."""

    pieces: list[Piece]
    place: Place

    @property
    def text(self) -> str:
        """What stands in all of them."""
        return "".join(piece.text for piece in self.pieces)


class FieldFiller:
    """Puts tokens in the place of the tags of fields; what is wrong goes to ``report``.

    :ivar tags: those that were found.
    :ivar is_changed: whether the part isn't as it was.
    """

    def __init__(self, file: str, part: str, token: Token, report: Report) -> None:
        self._file = file
        self._part = part
        self._token = token
        self._report = report
        self.tags: list[Tag] = []
        self.is_changed = False
        self._tags = 0

    def fill(self, root: Element, texts: tuple[str, ...]) -> None:
        """Fill every field of a part.

        :param texts: the elements whose text belongs to paragraphs, which were filled before.
        """
        for field in find_fields(root, texts):
            text = field.place.decode(field.text)
            count = len(_SIGNS.findall(text))
            self._tags += count
            if count > MOST_TAGS or self._tags > 20 * MOST_TAGS:
                problem = _("there are too many tags outside the paragraphs")
                hint = _("write them into the text of the document")
                place = self._locate(field, text)
                self._report(Diagnostic("template-syntax", place, problem, hint=hint))
                return
            if count:
                self._fill_field(field, text)

    def _locate(self, field: Field, text: str) -> SourceRef:
        where = f"{name_place(field.place, field.pieces[0].element)} «{text.strip()[:40]}»"
        return SourceRef(self._file, sheet=self._part, cell=where)

    def _fill_field(self, field: Field, text: str) -> None:
        place = self._locate(field, text)
        tags = [
            (start, end, parse_tag(typed, place))
            for start, end, typed in split_tags(text)
            if field.place.means_tag(typed)
        ]
        if problem := self._find_problem(field, text, [tag for _at, _to, tag in tags], place):
            self._report(problem)
            return
        escapes = list_escapes(field.place, text)
        if tags or escapes:
            self.is_changed = True
            self._put_tokens(field, text, tags, escapes)

    def _find_problem(
        self, field: Field, text: str, tags: list[Tag], place: SourceRef
    ) -> Diagnostic | None:
        text = hide_escapes(text)
        if not field.place.is_loose and (opening := find_unclosed(text)):
            return Diagnostic(
                "template-syntax",
                place,
                _("{opening} is not closed", opening=opening),
                hint=_("write the whole tag in this place, without blanks if it is a field code"),
            )
        if field.place.is_typed and (closing := find_stray(text)):
            return Diagnostic(
                "template-syntax",
                place,
                _("{closing} closes no tag", closing=closing),
                hint=_("write the whole tag in this place, or take the braces away"),
            )
        if tags and not field.place.is_filled:
            problem, hint = field.place.refuse()
            return Diagnostic("template-tag-place", place, problem, hint=hint)
        for tag in tags:
            if tag.level is not Level.TEXT or tag.command or tag.is_unsafe:
                return Diagnostic(
                    "template-tag-place",
                    place,
                    _("{tag} can't stand here, where there is only text", tag=tag.typed),
                    hint=_("use {{ … }}, {% if … %} or {% for … %}"),
                )
        return next(check_nesting([(tag, None) for tag in tags]), None)

    def _put_tokens(
        self, field: Field, text: str, tags: list[tuple[int, int, Tag]], escapes: list[Mark]
    ) -> None:
        first, *others = field.pieces
        if field.place is Place.COMMAND:
            first.text = fill_counted(text, self._put_in_command, self._token)
            return
        if text != field.text:
            first.text = text
            for piece in others:
                piece.text = ""
        marks: list[tuple[int, int, Tag | str]] = [*tags, *escapes]
        for start, end, mark in sorted(marks, key=lambda found: found[0], reverse=True):
            put = mark
            if isinstance(mark, Tag):
                code = print_by(field.place.helper(text[:start]), mark.code)
                put = self._make_token(code, mark)
            replace(field.pieces, start, end, str(put))

    def _put_in_command(self, text: str, is_counted: bool) -> str:
        pieces: list[str] = []
        at = 0
        place = SourceRef(
            self._file, sheet=self._part, cell=f"{name_place(Place.COMMAND)} «{text[:40]}»"
        )
        tags = split_tags(text)
        for start, end, typed in sorted([*tags, *list_escapes(Place.COMMAND, text)]):
            pieces.append(text[at:start])
            if (start, end, typed) in tags:
                tag = parse_tag(typed, place)
                code = print_by("_plain" if is_counted else "_command", tag.code)
                pieces.append(self._make_token(code, tag))
            else:
                pieces.append(typed)
            at = end
        return "".join((*pieces, text[at:]))

    def _make_token(self, code: str, tag: Tag) -> str:
        self.tags.append(tag)
        return "" if code.startswith("{#") else self._token(code, tag)


def list_escapes(place: Place, text: str) -> list[Mark]:
    """Start and end of every escape outside the tags, with the braces that it prints.

    >>> list_escapes(Place.DESCRIPTION, "{_{ a }_}")
    [(0, 3, '{{'), (6, 9, '}}')]
    """
    if place.is_loose or not place.is_filled:
        return []
    found = find_escapes(text, split_tags(text))
    return [(start, end, place.spell_braces(ESCAPES[typed])) for start, end, typed in found]


def find_stray(text: str) -> str:
    """The end of a tag that begins nowhere, or an empty string.

    >>> find_stray("{{ a }} b }}"), find_stray("{{ a }}")
    ('}}', '')
    """
    for start, end, _typed in reversed(split_tags(text)):
        text = text[:start] + text[end:]
    match = _CLOSINGS.search(text)
    return match[0] if match else ""


def print_by(helper: str, code: str) -> str:
    """The code of an expression, which prints its value by a helper.

    >>> print_by("_plain", "{{ x | upper }}")
    '{{ _plain(( x | upper )) }}'
    """
    match = _EXPRESSION.fullmatch(code) if helper else None
    if match is None:
        return code
    return f"{{{{{match[1]} {helper}(({match[2]})) {match[3]}}}}}"


def may_hold_tags(part: str, data: bytes) -> bool:
    """Whether a part of XML is worth looking for tags; it need not have any."""
    if not is_markup(part, data):
        return False
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _BYTES.search(data):
        return True
    return b"{" in data and any(name[1:-1].encode() in data for name in (_A, _M))


def find_fields(root: Element, texts: tuple[str, ...]) -> Iterator[Field]:
    """Every field of a part that may hold a tag."""
    for around_tag, run, place in _RUNS:
        for element in root.iter(around_tag):
            pieces = [Piece(each) for each in element.iter(run)]
            if pieces:
                yield Field(pieces, place)
    own = {*texts, *(run for _holder, run, _place in _RUNS)}
    if not _SIGNS.search(etree.tostring(root, encoding="unicode")):
        return
    for found in (*_find(_FIND_TEXTS, root), *_find(_FIND_ATTRIBUTES, root)):
        holder, attribute = found.getparent(), str(found.attrname or "")
        assert holder is not None
        around = holder.getparent() if found.is_tail else holder
        if attribute or around is None or around.tag not in own:
            piece = Piece(holder, attribute, bool(found.is_tail))
            yield Field([piece], judge(holder, attribute))


def _find(path: etree.XPath, root: Element) -> list[etree._ElementUnicodeResult]:
    found = path(root)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._ElementUnicodeResult)]


def replace(pieces: list[Piece], start: int, end: int, token: str) -> None:
    """Put a token where a tag starts, and take the tag out of every piece it reaches into."""
    at = 0
    for piece in pieces:
        text = piece.text
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            piece.text = text[:left] + (token if start >= at else "") + text[right:]
        at += len(text)
