"""One XML part with tags in its text, turned into the source of a Jinja template."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from lxml import etree

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_RUNS, MOST_TAGS
from reportgen.templating.code.functions import FUNCTIONS
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.dialect import Dialect
from reportgen.templating.fields.known_names import collect_names
from reportgen.templating.fields.outside_fields import FieldFiller, print_by
from reportgen.templating.tables.cell_runs import PlacedTag
from reportgen.templating.tables.merged_rows import RowTag, settle_rows
from reportgen.templating.tables.printed_rows import PrintedRows, mark_printed
from reportgen.templating.tables.table_plan import TablePlan, TableTags, find_conflict, plan_table
from reportgen.templating.tags.braces import BRACES, ESCAPES, find_escapes, find_stray, hide_escapes
from reportgen.templating.tags.commands import limit_code, settle_commands
from reportgen.templating.tags.keywords import complete_tags
from reportgen.templating.tags.nesting import check_nesting
from reportgen.templating.tags.placed import Placed
from reportgen.templating.tags.reserved_signs import find_reserved
from reportgen.templating.tags.tags import (
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
    Slot,
    ancestor,
    drop_taken,
    put_after,
    put_first,
    put_last,
    replace_by_text,
)

_TOKEN = re.compile(f"{OPEN_TOKEN}(\\d+){CLOSE_TOKEN}")
_SUBDOCUMENT = re.compile(r"\A\{\{[^\"']*\bsubdoc\s*\(")
_OF_PARAGRAPHS = ("anchor", "restart")
_OF_CELLS = (*_OF_PARAGRAPHS, "span", "colspan", "vm", "hm", "cellbg")
"""Commands that are about the paragraph, or the cell, in which they stand."""
_BESIDE_TABLES = (Level.TEXT, Level.PARAGRAPH)
_JINJA_SIGNS = re.compile(r"\{(?=[{%#]|\Z)")


class PartCompiler:
    """Compiles one part; what is wrong with it collects in ``diagnostics``.

    :ivar tags: every tag that is closed, as the part is read.
    :ivar places: every paragraph that holds a brace, with its number.
    """

    def __init__(self, dialect: Dialect, file: str, part: str, names: Collection[str] = ()) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.tags: list[Tag] = []
        self.places: dict[SourceRef, int] = {}
        self._dialect = dialect
        self._file = file
        self._part = part
        self._names = names
        self._where = _("paragraph {number}")
        self._codes: list[tuple[str, Tag | None]] = []
        self._placed: list[Placed] = []
        self.charts: list[tuple[str, str]] = []
        self._tags = 0
        self._commands: list[Placed] = []
        self._settled: list[Placed] = []
        self._fills: dict[Element, Tag] = {}
        self._behind: dict[str, str] = {}
        self._rowless: list[Tag] = []
        self._printed_rows: list[PrintedRows] = []
        self._is_changed = False
        self._is_nested = False

    @property
    def is_changed(self) -> bool:
        """Whether any tag was found, or braces that are printed."""
        return bool(self._codes or self.diagnostics or self._is_changed)

    def compile(self, data: bytes) -> CompiledPart:
        """The part as Jinja source."""
        root = etree.fromstring(data)
        place = SourceRef(self._file, sheet=self._part, cell="?")
        if reserved := find_reserved(data, root, place):
            self.diagnostics.append(reserved)
            return CompiledPart("", ())
        self._dialect.clean(root)
        self._write_fields(root)
        charts = self._take_charts(root)
        for number, paragraph in enumerate(root.iter(self._dialect.paragraph), 1):
            count = len(self.tags)
            self._take_tags(paragraph, number)
            if len(self.tags) > count and not self._is_nested:
                self._is_nested = next(paragraph.iterdescendants(paragraph.tag), None) is not None
            self.tags.extend(charts.get(paragraph, ()))
        fields = FieldFiller(self._file, self._part, self._token, self.diagnostics.append)
        fields.fill(root, self._dialect.texts)
        self.tags.extend(fields.tags)
        self._is_changed = fields.is_changed
        if charts or fields.tags or self._is_nested:
            self._order_tags(root)
        before = list(self.diagnostics)
        blocks = [(placed.tag, self._find_place(placed)) for placed in self._placed]
        torn = list(check_nesting(blocks))
        self.diagnostics.extend(torn)
        if not torn:
            every = (*self._placed, *self._commands)
            self._settled = settle_commands(every, self._dialect.cell, self.diagnostics.append)
            self._prepare_tables(root)
            self._prepare_lists(root)
            self._put_anchors()
            self._replace_structure()
        told = {found.location for found in before}
        after = self.diagnostics[len(before) :]
        self.diagnostics = [*before, *(one for one in after if _counts(one, told))]
        return self._write(root)

    def _write_fields(self, root: Element) -> None:
        """Put tags in the place of fields whose name begins as an expression does."""
        paragraphs = list(root.iter(self._dialect.paragraph))
        texts = ("".join(slot.text for slot in self._dialect.slots(each)) for each in paragraphs)
        known = collect_names(self._names, texts, FUNCTIONS)
        for found in self._dialect.write_fields(root, known):
            number = paragraphs.index(found.paragraph) + 1 if found.paragraph in paragraphs else 0
            where = f"{self._where.format(number=number)} «{found.name[:40]}»"
            place = SourceRef(self._file, sheet=self._part, cell=where)
            problem = _("field {name}: {problem}", name=found.name, problem=found.problem)
            self._report("template-field", place, problem, found.hint)

    def _take_charts(self, root: Element) -> dict[Element | None, list[Tag]]:
        """Have every chart with a tag in its alternative text show what it says.

        :returns: the tags, by the paragraph in which the chart stands.
        """
        taken: dict[Element | None, list[Tag]] = {}
        fed: set[Element] = set()
        for mark in self._dialect.take_charts(root):
            paragraph = ancestor(mark.properties, self._dialect.paragraph)
            paragraphs = root.iter(self._dialect.paragraph)
            number = next((at for at, each in enumerate(paragraphs, 1) if each is paragraph), 0)
            where = f"{self._where.format(number=number)} «{mark.typed[:40]}»"
            tag = parse_tag(mark.typed, SourceRef(self._file, sheet=self._part, cell=where))
            taken.setdefault(paragraph, []).append(tag)
            if mark.block:
                self._report(
                    "template-chart",
                    tag.place,
                    _("{tag} has no effect on the chart beside it", tag=mark.block),
                    _("put the whole chart into {% if … %} or {%p for … %}, in the text around it"),
                )
            elif mark.chart is None:
                self._report_chart(tag)
            elif mark.properties in fed:
                self._report_second_chart(tag)
            else:
                fed.add(mark.properties)
                self._check_tag(tag)
                self.charts.append((self._part, mark.id))
                code = f"{{{{ _chart({self._part!r}, {mark.id!r}, {tag.code}) }}}}"
                mark.put_id(self._token(code, tag))
        return taken

    def _order_tags(self, root: Element) -> None:
        """Bring the tags into the order in which a filled document reads them.

        What stands in a text box, or is no text, was read behind the paragraph around it.
        """
        places: dict[int, int] = {}
        for place, number in enumerate(_TOKEN.findall(etree.tostring(root, encoding="unicode"))):
            places.setdefault(id(self._codes[int(number)][1]), place)
        order: dict[int, int] = {}
        last = -1
        for tag in self.tags:  # a command has no place in the text: it stays behind the tag before
            last = order[id(tag)] = places.get(id(tag), last)
        self.tags.sort(key=lambda tag: order[id(tag)])

    def _take_tags(self, paragraph: Element, number: int) -> None:
        """Put a token in the place of each tag, wherever its runs were split."""
        slots = list(islice(self._dialect.slots(paragraph), MOST_RUNS + 1))
        text = "".join(slot.text for slot in slots)
        if not BRACES.search(text) and len(slots) <= MOST_RUNS:
            return
        where = self._where.format(number=number)
        place = SourceRef(self._file, sheet=self._part, cell=f"{where} «{text.strip()[:40]}»")
        if self._has_too_many(text, slots, place):
            return
        self.places[place] = number
        if opening := find_unclosed(hide_escapes(text)):
            self._report(
                "template-syntax",
                place,
                _("{opening} is not closed", opening=opening),
                self._dialect.explain_unclosed(slots)
                or _("close it in the same paragraph: {{ name }}, {% if … %}"),
            )
        tags = split_tags(text)
        escapes = find_escapes(text, tags)
        if not opening and (stray := find_stray(text, sorted(tags + escapes))):
            self._report_stray(place, stray)
            return
        count = len(tags) + len(escapes)
        if self._is_overfull(max(count, count * len(slots) // 10_000), place):
            return
        parsed = [(start, end, parse_tag(typed, place)) for start, end, typed in tags]
        self.tags.extend(tag for _start, _end, tag in parsed)
        if opening:
            forgotten = complete_tags(text, tags)
            parsed += [(start, end, parse_tag(typed, place)) for start, end, typed in forgotten]
        marks: list[tuple[int, int, Tag | str]] = [*parsed, *escapes]
        printers = self._dialect.find_printers(slots)
        for start, end, mark in sorted(marks, key=lambda found: found[0], reverse=True):
            if isinstance(mark, Tag):
                code = print_by(printers(start), mark.code)
                self._take_tag(slots, paragraph, (start, end), mark, code, number)
            else:
                _splice(slots, start, end, ESCAPES[mark])
        drop_taken(slots)

    def _has_too_many(self, text: str, slots: list[Slot], place: SourceRef) -> bool:
        """Whether a text may hold so many tags that it isn't even searched for them."""
        count = text.count("{{") + text.count("{%") + text.count("{#")
        if len(slots) > MOST_RUNS:
            count = 21 * MOST_TAGS
        return count > 2 * MOST_TAGS and self._is_overfull(count, place)

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
        self,
        slots: list[Slot],
        paragraph: Element,
        span: tuple[int, int],
        tag: Tag,
        code: str,
        number: int,
    ) -> None:
        self._check_tag(tag)
        is_note = tag.code.startswith("{#") and tag.level is Level.TEXT
        token = "" if tag.command or is_note else self._token(code, tag)
        text = _splice(slots, *span, token)
        placed = Placed(tag, paragraph, text, token, (number, span[0]))
        if tag.command == "chart":
            self._report_chart(tag)
        elif tag.command:
            self._commands.append(placed)
        elif token:
            at = len(self._placed)
            while at and self._placed[at - 1].paragraph is paragraph:
                at -= 1
            self._placed.insert(at, placed)

    def _token(self, code: str, tag: Tag | None = None) -> str:
        self._codes.append((code, tag))
        return f"{OPEN_TOKEN}{len(self._codes) - 1}{CLOSE_TOKEN}"

    def _find_place(self, placed: Placed) -> object:
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
        tables = self._sort_tags()
        plans = self._plan_tables(tables)
        if not self.diagnostics:  # else blocks of rows need not be closed
            spans = {table: tags.spans for table, tags in tables.items()}
            fixed = {table for table, tags in tables.items() if tags.columns or table in plans}
            settled = settle_rows(self._dialect, self._list_row_tags(), spans, fixed)
            self.diagnostics.extend(settled.diagnostics)
            self._behind, self._rowless = settled.behind, settled.rowless
        for table, tags in tables.items():
            counts = table not in plans and tags.columns is None
            number = len(self._printed_rows)
            if found := mark_printed(self._dialect, table, tags, counts, number):
                self._printed_rows.append(found)
        self._lift_structure(tables)
        for number, table in enumerate(list(root.iter(self._dialect.table))):
            tags = tables.get(table) or TableTags()
            if self.diagnostics:
                return
            if table in plans:
                plans[table].prepare(number, self._token, self._begin_loop)
                continue
            try:
                self._dialect.prepare_table(table, number, tags.spans, tags.columns, self._token)
            except ValueError:
                self._report_unreadable(tags.cause)
        for number, (cell, tag) in enumerate(self._fills.items()):
            self._dialect.put_fill(cell, number, tag, self._token)

    def _prepare_lists(self, root: Element) -> None:
        """Where a list begins anew, all lists of the part are numbered by data."""
        restarts = {
            placed.paragraph: placed.tag
            for placed in self._settled
            if placed.tag.command == "restart"
        }
        if restarts:
            for paragraph in list(root.iter(self._dialect.paragraph)):
                self._dialect.put_number(paragraph, restarts.get(paragraph), self._token)

    def _list_row_tags(self) -> list[RowTag]:
        return [
            (placed.paragraph, placed.tag, placed.token)
            for placed in self._placed
            if placed.tag.level is Level.ROW
        ]

    def _sort_tags(self) -> dict[Element, TableTags]:
        """The tags of every table; those that stand in none are reported."""
        tables: dict[Element, TableTags] = {}
        for placed in (*self._settled, *self._placed):
            tag = placed.tag
            is_beside = not tag.command and tag.level in _BESIDE_TABLES
            if is_beside or tag.command in ("anchor", "restart"):
                continue
            table = ancestor(placed.paragraph, self._dialect.table)
            lifted = self._dialect.row if tag.level is Level.ROW else self._dialect.cell
            element = ancestor(placed.paragraph, lifted)
            if table is None or element is None:
                self._report_outside(tag)
            elif tag.command == "cellbg":
                self._fills[element] = tag
            else:
                self._add_tag(tables.setdefault(table, TableTags()), element, placed)
        return tables

    def _add_tag(self, tags: TableTags, element: Element, placed: Placed) -> None:
        tag = placed.tag
        if tag.command == "columns":
            if tags.columns is not None and tags.columns.code != tag.code:
                self._report_conflict(tag, tags.columns)
            tags.columns = tag
        elif tag.command:
            found = tags.commands.setdefault(element, {})
            if other := find_conflict(tag, found):
                self._report_conflict(tag, other)
            found[tag.command] = tag
        else:
            lifted = tags.rows if tag.level is Level.ROW else tags.cells
            lifted.setdefault(element, []).append(PlacedTag(tag, placed.token))

    def _plan_tables(self, tables: dict[Element, TableTags]) -> dict[Element, TablePlan]:
        """What becomes of tables whose cells are placed when all of them are known."""
        plans: dict[Element, TablePlan] = {}
        for table, tags in tables.items():
            try:
                plan = plan_table(self._dialect, table, tags)
            except ValueError:
                self._report_unreadable(tags.cause)
                continue
            if plan is not None:
                plans[table] = plan
                for tag in plan.list_homeless():
                    self._report_homeless(tag)
        return plans

    def _begin_loop(self, loop: PlacedTag, name: str) -> int:
        """Have a loop say when it begins; its number."""
        number = int(loop.token[1:-1])
        code, tag = self._codes[number]
        said = f"{{{{ {name}.begin({number}, loop.first) }}}}"
        self._codes[number] = (code if said in code else code + said), tag
        return number

    def _lift_structure(self, tables: dict[Element, TableTags]) -> None:
        """Replace each row or cell that holds only tags by the tags."""
        for tags in tables.values():
            for element, placed in (*tags.rows.items(), *tags.cells.items()):
                self._lift(element, "".join(each.token for each in placed), placed[-1].tag)

    def _lift(self, element: Element, tokens: str, tag: Tag) -> None:
        paragraphs = list(element.iter(self._dialect.paragraph))
        text = "".join(slot.text for each in paragraphs for slot in self._dialect.slots(each))
        lost = next(self._dialect.find_losses(element), None)
        if "".join(text.split()) != tokens or self._holds_commands(paragraphs, tag.level):
            lost = lost or _("text")
        if lost:
            self._report(
                "template-tag-alone",
                tag.place,
                _("{thing} beside {tag} would be lost", thing=lost, tag=tag.typed),
                _("give the tag a paragraph, row or cell of its own"),
            )
        self._dialect.keep_marks(element, tag)
        if self._behind:
            tokens = _TOKEN.sub(lambda match: match[0] + self._behind.get(match[0], ""), tokens)
        replace_by_text(element, tokens)

    def _holds_commands(self, paragraphs: list[Element], level: Level) -> bool:
        """Whether a command is about what goes with the tags."""
        lost = _OF_PARAGRAPHS if level is Level.PARAGRAPH else _OF_CELLS
        return any(
            placed.paragraph in paragraphs
            for placed in self._commands
            if placed.tag.command in lost
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
            holder = next(paragraph.iterancestors(*self._dialect.holders), None)
            if holder is not None:
                guarded[holder] = None
            if self._dialect.holds_section(paragraph):
                self._report(
                    "template-section",
                    owner[paragraph].place,
                    _("this paragraph holds the page set-up and can't be replaced"),
                    _("put the tag into a paragraph of its own"),
                )
                continue
            self._lift(paragraph, tokens, owner[paragraph])
        for number, holder in enumerate(guarded):
            self._guard(holder, number)

    def _guard(self, holder: Element, number: int) -> None:
        """A cell, header or note must end with a paragraph, however little the data gives it."""
        before = self._dialect.find_properties(holder)
        name = f"_k{number}"
        opening = self._token(f"{{% set {name} %}}")
        closing = self._token(f"{{% endset %}}{{{{ _filled({name}) }}}}")
        put_last(holder, closing)
        if before is None:
            put_first(holder, opening)
        else:
            put_after(before, opening)

    def _put_anchors(self) -> None:
        for placed in self._settled:
            tag = placed.tag
            if tag.command == "anchor":
                token = self._token(f"{{{{ {limit_code(f'_anchor({tag.code})', tag)} }}}}", tag)
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
        rows = tuple(self._rowless), tuple(self._printed_rows)
        return CompiledPart("".join(pieces), tuple(tags), *rows)

    def _check_tag(self, tag: Tag) -> None:
        if tag.command == "restart" and tag.code:
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} says more than it can", tag=tag.typed),
                _("write {% restart %}"),
            )
        elif tag.command == "cellbg" and not tag.code:
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} does not say what it is about", tag=tag.typed),
                _("write {% cellbg colour %}"),
            )
        elif tag.command and not tag.code and tag.command not in ("vm", "hm", "restart"):
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} does not say what it is about", tag=tag.typed),
                _("write it as in {% columns widths %}, {% colspan n %} or {% anchor name %}"),
            )
        elif tag.level is Level.TEXT and _SUBDOCUMENT.search(tag.code):
            self._report(
                "template-subdocument",
                tag.place,
                _("{tag} puts paragraphs into a text", tag=tag.typed),
                _("write {{p subdoc('…') }}, alone in a paragraph"),
            )
        elif tag.uses_own_names:
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} uses a name that the program keeps for itself", tag=tag.typed),
                _("choose a name that doesn't begin with _"),
            )
        elif tag.is_unsafe:
            self._report(
                "template-syntax",
                tag.place,
                _("{tag} can't be used in a document", tag=tag.typed),
                _("use if, for, set, macro, call or with"),
            )

    def _report_stray(self, place: SourceRef, braces: str) -> None:
        self._report(
            "template-syntax",
            place,
            _("{braces} is no tag, and no plain text", braces=braces),
            _("write {{ name }} or {% if … %}; {_{ and }_}, {_% and %_} print double braces"),
        )

    def _report_outside(self, tag: Tag) -> None:
        self._report(
            "template-tag-place",
            tag.place,
            _("{tag} stands in no table", tag=tag.typed),
            _("move it into a cell, or write {%p … %} for a paragraph"),
        )

    def _report_chart(self, tag: Tag) -> None:
        self._report(
            "template-chart",
            tag.place,
            _("{tag} stands in no chart", tag=tag.typed),
            _("draw a chart in Word, and put the tag into its alternative text"),
        )

    def _report_second_chart(self, tag: Tag) -> None:
        self._report(
            "template-chart",
            tag.place,
            _("{tag} stands in a chart that has a tag already", tag=tag.typed),
            _("one chart takes one tag: leave the other one away"),
        )

    def _report_unreadable(self, tag: Tag) -> None:
        self._report(
            "template-columns",
            tag.place,
            _("the columns of the table around {tag} can't be read", tag=tag.typed),
            _("draw the table anew"),
        )

    def _report_homeless(self, tag: Tag) -> None:
        self._report(
            "template-tag-place",
            tag.place,
            _("{tag} merges the cells of a loop, and stands in none", tag=tag.typed),
            _("put it between {%tr for … %} and its end; hm between {%tc for … %} and its end"),
        )

    def _report_conflict(self, tag: Tag, other: Tag) -> None:
        self._report(
            "template-columns",
            tag.place,
            _("{tag} and {other} stand in one cell", tag=tag.typed, other=other.typed),
            _("say only once how many columns, or rows, a cell covers"),
        )

    def _report(self, rule: str, place: SourceRef, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(rule, place, message, hint=hint))


def _counts(found: Diagnostic, told: set[SourceRef]) -> bool:
    """Whether it is no consequence of a tag that can't be read in the same paragraph."""
    return found.rule == "template-syntax" or found.location not in told


def _plain(text: str) -> str:
    """Text of the document in which Jinja finds nothing to read."""
    return _JINJA_SIGNS.sub("{{ '{' }}", text)


def _splice(slots: list[Slot], start: int, end: int, token: str) -> Element:
    """Put the token where the tag starts, and take the tag out of every slot it reaches into.

    :returns: the text element in which the tag starts.
    """
    holder = slots[0].holder
    at = 0
    for slot in slots:
        text = slot.text
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            begins = start >= at
            holder = slot.holder if begins else holder
            slot.text = text[:left] + (token if begins else "") + text[right:]
        at += len(text)
    return holder
