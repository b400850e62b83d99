"""One XML part with tags in its text, turned into the source of a Jinja template."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_TAGS
from reportgen.templating.dialect import Dialect
from reportgen.templating.nesting import check_nesting
from reportgen.templating.tags import (
    CLOSE_TOKEN,
    OPEN_TOKEN,
    Level,
    Tag,
    find_unclosed,
    number_lines,
    parse_tag,
    split_tags,
)
from reportgen.templating.tree import (
    Element,
    SplitText,
    ancestor,
    put_after,
    put_first,
    put_last,
    replace_by_text,
)

_TOKEN = re.compile(f"{OPEN_TOKEN}(\\d+){CLOSE_TOKEN}")
_JINJA_SIGNS = re.compile(r"\{(?=[{%#]|\Z)")


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """Jinja source, and the tag that stands on each of its lines (counted from 1).

    A line without a tag of its own has that of the line before it.
    """

    source: str
    tags: tuple[Tag | None, ...]

    def find_tag(self, line: int) -> Tag | None:
        """The tag on that line of the source."""
        return self.tags[min(line, len(self.tags)) - 1] if line and self.tags else None


@dataclass(slots=True)
class _Placed:
    tag: Tag
    paragraph: Element
    text: Element
    token: str


class PartCompiler:
    """Compiles one part; what is wrong with it collects in ``diagnostics``."""

    def __init__(self, dialect: Dialect, file: str, part: str) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._dialect = dialect
        self._file = file
        self._part = part
        self._where = _("paragraph {number}")
        self._codes: list[tuple[str, Tag | None]] = []
        self._placed: list[_Placed] = []
        self._tags = 0
        self._commands: list[_Placed] = []

    def compile(self, data: bytes) -> CompiledPart:
        """The part as Jinja source."""
        root = etree.fromstring(data)
        self._dialect.clean(root)
        for number, paragraph in enumerate(root.iter(self._dialect.paragraph), 1):
            self._take_tags(paragraph, number)
        self.diagnostics.extend(
            check_nesting([(placed.tag, self._find_place(placed)) for placed in self._placed])
        )
        if not self.diagnostics:
            self._prepare_tables(root)
            self._put_anchors()
            self._replace_structure()
        return self._write(root)

    def _take_tags(self, paragraph: Element, number: int) -> None:
        """Put a token in the place of each tag, wherever its runs were split."""
        slots = list(self._dialect.slots(paragraph))
        text = "".join(slot.text for slot in slots)
        if "{" not in text:
            return
        where = self._where.format(number=number)
        place = SourceRef(self._file, sheet=self._part, cell=f"{where} «{text.strip()[:40]}»")
        if opening := find_unclosed(text):
            self._report(
                "template-syntax",
                place,
                _("{opening} is not closed", opening=opening),
                _("close it in the same paragraph: {{ name }}, {% if … %}"),
            )
            return
        tags = split_tags(text)
        if self._is_overfull(len(tags), place):
            return
        text_of = SplitText(slots)
        first = len(self._placed)
        for start, end, typed in reversed(tags):
            self._take_tag(text_of, paragraph, (start, end), parse_tag(typed, place), first)

    def _is_overfull(self, count: int, place: SourceRef) -> bool:
        """Whether so many tags more are too many; it is told once."""
        told = self._tags > 20 * MOST_TAGS
        self._tags += count if count <= MOST_TAGS else 21 * MOST_TAGS
        if self._tags <= 20 * MOST_TAGS:
            return False
        if not told:
            self._report(
                "template-syntax",
                place,
                _("the paragraph, or all before it, hold too many tags"),
                _("print lists by {%p for … %} or {%tr for … %}"),
            )
        return True

    def _take_tag(
        self, text: SplitText, paragraph: Element, span: tuple[int, int], tag: Tag, first: int
    ) -> None:
        """Put a token in the place of one tag.

        :param first: where those of its paragraph begin among all that were placed.
        """
        self._check_tag(tag)
        token = "" if tag.command or tag.code.startswith("{#") else self._token(tag.code, tag)
        placed = _Placed(tag, paragraph, text.replace(*span, token), token)
        if tag.command:
            self._commands.append(placed)
        elif token:
            self._placed.insert(first, placed)

    def _token(self, code: str, tag: Tag | None = None) -> str:
        self._codes.append((code, tag))
        return f"{OPEN_TOKEN}{len(self._codes) - 1}{CLOSE_TOKEN}"

    def _find_place(self, placed: _Placed) -> object:
        """Where a tag stands in the tree once it took its place.

        Between two tags with the same place the XML is balanced, so that it can be
        left out or repeated.
        """
        if placed.tag.level is Level.TEXT:
            run = placed.text.getparent()
            return placed.text.tag, None if run is None else run.getparent()
        replaced: Element | None = placed.paragraph
        if placed.tag.level is not Level.PARAGRAPH:
            replaced = ancestor(placed.paragraph, self._lifted_tag(placed.tag.level))
        return None if replaced is None else replaced.getparent()

    def _lifted_tag(self, level: Level) -> str:
        return self._dialect.row if level is Level.ROW else self._dialect.cell

    def _prepare_tables(self, root: Element) -> None:
        spans: dict[Element, dict[Element, Tag]] = {}
        weights: dict[Element, Tag] = {}
        for placed in self._commands:
            table = ancestor(placed.paragraph, self._dialect.table)
            cell = ancestor(placed.paragraph, self._dialect.cell)
            if placed.tag.command == "anchor":
                continue
            if table is None or cell is None:
                self._report_outside(placed.tag)
            elif placed.tag.command == "span":
                spans.setdefault(table, {})[cell] = placed.tag
            else:
                weights[table] = placed.tag
        self._lift_structure(weights)
        for number, table in enumerate(list(root.iter(self._dialect.table))):
            self._dialect.prepare_table(
                table, number, spans.get(table, {}), weights.get(table), self._token
            )

    def _lift_structure(self, weights: dict[Element, Tag]) -> None:
        """Replace each row or cell that holds only a tag by the tag."""
        lifted: dict[Element, str] = {}
        owner: dict[Element, Tag] = {}
        for placed in self._placed:
            if placed.tag.level not in (Level.ROW, Level.CELL):
                continue
            element = ancestor(placed.paragraph, self._lifted_tag(placed.tag.level))
            table = ancestor(placed.paragraph, self._dialect.table)
            if element is None or table is None:
                self._report_outside(placed.tag)
                continue
            if placed.tag.level is Level.CELL and table not in weights:
                self._report_columns(placed.tag)
            lifted[element] = lifted.get(element, "") + placed.token
            owner[element] = placed.tag
        for element, tokens in lifted.items():
            self._lift(element, tokens, owner[element])

    def _lift(self, element: Element, tokens: str, tag: Tag) -> None:
        paragraphs = list(element.iter(self._dialect.paragraph))
        text = "".join(slot.text for each in paragraphs for slot in self._dialect.slots(each))
        lost = "".join(text.split()) != tokens or self._holds_more(element, paragraphs)
        if lost:
            self._report(
                "template-tag-alone",
                tag.place,
                _("text beside {tag} would be lost", tag=tag.typed),
                _("give the tag a paragraph, row or cell of its own"),
            )
        replace_by_text(element, tokens)

    def _holds_more(self, element: Element, paragraphs: list[Element]) -> bool:
        """Whether tables or pictures, bookmarks or spans stand in it, which are no text."""
        if next(element.iter(*self._dialect.objects), None) is not None:
            return True
        return any(
            placed.paragraph in paragraphs
            for placed in self._commands
            if placed.tag.command != "columns"
        )

    def _replace_structure(self) -> None:
        """Replace each paragraph that holds only tags of its level by the tags."""
        guarded: dict[Element, None] = {}
        lifted: dict[Element, str] = {}
        owner: dict[Element, Tag] = {}
        for placed in self._placed:
            if placed.tag.level is Level.PARAGRAPH:
                lifted[placed.paragraph] = lifted.get(placed.paragraph, "") + placed.token
                owner[placed.paragraph] = placed.tag
        for paragraph, tokens in lifted.items():
            cell = ancestor(paragraph, self._dialect.cell)
            if cell is not None:
                guarded[cell] = None
            if self._dialect.holds_section(paragraph):
                self._report(
                    "template-section",
                    owner[paragraph].place,
                    _("this paragraph holds the page set-up and can't be replaced"),
                    _("put the tag into a paragraph of its own"),
                )
            self._lift(paragraph, tokens, owner[paragraph])
        for number, cell in enumerate(guarded):
            self._guard(cell, number)

    def _guard(self, cell: Element, number: int) -> None:
        """A cell must end with a paragraph, however little the data gives it."""
        holder, before = self._dialect.cell_content(cell)
        name = f"_k{number}"
        opening = self._token(f"{{% set {name} %}}")
        closing = self._token(f"{{% endset %}}{{{{ _filled({name}) }}}}")
        put_last(holder, closing)
        if before is None:
            put_first(holder, opening)
        else:
            put_after(before, opening)

    def _put_anchors(self) -> None:
        for placed in self._commands:
            if placed.tag.command == "anchor":
                token = self._token(f"{{{{ _anchor({placed.tag.code}) }}}}", placed.tag)
                self._dialect.put_anchor(placed.paragraph, token)

    def _write(self, root: Element) -> CompiledPart:
        declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        text = declaration + etree.tostring(root, encoding="unicode")
        pieces: list[str] = []
        tags: list[Tag | None] = [None]
        for index, piece in enumerate(_TOKEN.split(text)):
            code, tag = (_plain(piece), None) if index % 2 == 0 else self._codes[int(piece)]
            code = number_lines(code) if index % 2 else code
            pieces.append(code)
            if index % 2:
                tags[-1] = tags[-1] or tag
            tags.extend([tag or tags[-1]] * code.count("\n"))
        return CompiledPart("".join(pieces), tuple(tags))

    def _check_tag(self, tag: Tag) -> None:
        if tag.command and not tag.code:
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} does not say what it is about", tag=tag.typed),
                _("write {% columns widths %}, {% span cell %} or {% anchor name %}"),
            )
        elif tag.is_unsafe:
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} can't be used in a document", tag=tag.typed),
                _("use if, for, set, macro, call or with"),
            )

    def _report_outside(self, tag: Tag) -> None:
        self._report(
            "template-tag-place",
            tag.place,
            _("{tag} stands in no table", tag=tag.typed),
            _("move it into a cell, or write {%p … %} for a paragraph"),
        )

    def _report_columns(self, tag: Tag) -> None:
        self._report(
            "template-columns",
            tag.place,
            _("{tag} repeats cells, but the table does not say its columns", tag=tag.typed),
            _("put {% columns widths %} into the first cell"),
        )

    def _report(self, rule: str, place: SourceRef, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(rule, place, message, hint=hint))


def _plain(text: str) -> str:
    """Text of the document in which Jinja finds nothing to read."""
    return _JINJA_SIGNS.sub("{{ '{' }}", text)
