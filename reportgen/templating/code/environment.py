"""The one Jinja environment: sandboxed, escaping, strict about what is undefined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, wraps
from html import unescape
from types import MethodType
from typing import Any

from jinja2 import Template, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context, LoopContext, Macro, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.limits import MOST_PIECES
from reportgen.templating.checks.explanations import FaultyValueError, describe_kind
from reportgen.templating.checks.failures import explain_gap, hint_at_list, hint_at_missing
from reportgen.templating.code.arithmetic import OPERATORS
from reportgen.templating.code.characters import NOT_XML, check_characters
from reportgen.templating.code.counted_code import CHARGE, JOIN, WEIGH, count_steps
from reportgen.templating.code.effort import Effort, EffortError, measure
from reportgen.templating.code.josa_filter import make_josa
from reportgen.templating.code.missing_values import TOLD, MissingName, MissingValue
from reportgen.templating.code.number_filters import FILTERS, add_up, apply_modulo, has_decimals
from reportgen.templating.code.numerals import ExactLexer, ExactLiterals, check_fields
from reportgen.templating.code.pieces import (
    LEVEL_MARKS,
    Piece,
    explain_text,
    join_pieces,
    measure_piece,
)
from reportgen.templating.code.placing import CAPTURE, PRINT
from reportgen.templating.code.plain_filters import PLAIN_FILTERS
from reportgen.templating.code.plain_members import SPECIAL, PlainMembers, has_key_only
from reportgen.templating.code.quick_code import QuickCode
from reportgen.templating.code.running_code import find_environment, find_template_line
from reportgen.templating.code.texts import (
    TextFormatter,
    keep_figures,
    wrap_text_filters,
    write_operand,
)
from reportgen.templating.drafts.attempts import Attempts
from reportgen.templating.drafts.faults import Faults, strip_marks
from reportgen.templating.printed import Printed
from reportgen.templating.rich.insertion import Marks, holds_mark
from reportgen.templating.rich.rich_text import Picture, Rich, Words, join_rich
from reportgen.templating.tables.placed_table import PlacedTable
from reportgen.templating.tables.running_table import RunningTable
from reportgen.templating.tags.tags import Level

Escape = Callable[[str], str]
Read = Callable[[str], str | None]
_NUMBERS = (int, float, Decimal, Fraction, date)
_HOLDERS = (list, tuple, dict, set, frozenset)
_TOOLS = (LoopContext, Cycler, Joiner, Namespace, RunningTable, PlacedTable, Undefined)
_HAVE_METHODS = (str, *_TOOLS, *_NUMBERS, Mapping, Sequence)
_RICH_PIECE = 400
"""The bytes of a piece of formatted text, and about the characters that it prints."""
_PICTURE = 2_000
"""About the characters that a picture prints."""
_PIECE_STEPS, _PICTURE_STEPS = 20, 100
"""What it takes to print one."""


def read_escaped(xml: str) -> str | None:
    """The text that was escaped; None where more than text stands in it."""
    return None if "<" in xml else unescape(xml)


class StrictEnvironment(ImmutableSandboxedEnvironment):
    """An environment that notes every text that carries figures, and every undefined name.

    :param escape: the escaping of one dialect; without it the text is plain.
    :param filters: the filters by name; the one named ``present`` turns a value that is
        printed without any filter into text.
    :param read: the text that escaped text was made from, None where it holds more.
    :ivar missing: what :class:`MissingValue` noted.
    :ivar printed: every :class:`Printed` that came out, in order.
    :ivar mark_failure: in a draft, what is printed instead of a value that fails.
    :ivar mark_missing: in a draft, what is printed where a name is used that nothing defines.
    :ivar fault_marks: what of that is not printed yet.
    :ivar faults: in a draft, what failed.
    :ivar nothing: in a draft, the value of a name that was given one which fails.
    :ivar attempts: in a draft, what makes the engine's own calls.
    """

    code_generator_class: type[CodeGenerator] = QuickCode
    intercepted_binops = frozenset(OPERATORS) | {"+", "*", "**", "%"}

    def __init__(
        self,
        escape: Escape | None,
        filters: Mapping[str, Callable[..., Any]],
        read: Read = read_escaped,
    ) -> None:
        super().__init__(
            autoescape=escape is not None,
            undefined=MissingValue,
            finalize=self._finish,
            keep_trailing_newline=True,
            cache_size=0,
            optimized=False,  # nothing is computed by the filters of one notation for another
        )
        self._escape, self._read = escape, read
        self._present = filters.get("present", str)
        given: dict[str, Callable[..., Any]] = {
            **FILTERS,
            **PLAIN_FILTERS,
            "josa": make_josa(self.write),
            **filters,
        }
        given["join"] = self._join_items
        self.filters.update({name: _pass_missing(given[name]) for name in given})
        self.filters.update(wrap_text_filters(self.filters, self.write))
        self.filters["sum"], self.tests["float"] = add_up, has_decimals
        self.binop_table = {**OPERATORS, "%": apply_modulo}
        del self.filters["random"], self.globals["lipsum"]  # the same input, the same bytes
        del self.filters["urlize"], self.filters["xmlattr"]  # web pages only, and slow
        del self.filters["pprint"]  # for programmers only
        self.effort = Effort()
        self._count_filters()
        self._safe: dict[tuple[type, str], bool] = {}
        self._ways: dict[tuple[type, str], bool] = {}
        self.missing: list[MissingName] = []
        self.mark_failure: Callable[..., str] = _raise
        self.mark_missing: Callable[[MissingName], str] | None = None
        self.fault_marks: dict[str, None] = {}
        self.faults = Faults()
        self.attempts = Attempts(self)
        self.nothing = MissingValue(TOLD)
        self.printed: list[Printed] = []
        self.members = PlainMembers(self.effort, self.printed)
        self.marks = Marks()

    def write(self, value: Any) -> Any:
        """The text of a value, as it is printed.

        What is text already, and what can only be printed or isn't there, is given back.

        :raises FaultyValueError: when the value is missing, or is no text.
        """
        if isinstance(value, (str, MissingValue, Piece, Rich)):
            return value
        if value is None:
            raise FaultyValueError(_("the value is missing"), hint_at_missing())
        return self._write(value)

    def list_pieces(self, template: Template, values: Mapping[str, Any]) -> list[str]:
        """What a template prints, as :meth:`Template.render` does, but not put together."""
        try:
            return list(template.root_render_func(template.new_context(dict(values))))
        except Exception:
            self.handle_exception()

    def take_marks(self, is_root: bool = False) -> str:
        """In a draft, what is to be printed of names that nothing defines, once.

        :param is_root: whether it is printed for sure, and not held by a block or macro.
        """
        taken = "".join(self.fault_marks)
        self.fault_marks.clear()
        return taken + self.faults.take_spare() if is_root else taken

    def _count_filters(self) -> None:
        """Have every filter and test count what it takes."""
        known: list[dict[str, Any]] = [self.filters, self.tests]
        for called in known:
            called.update({name: self.effort.watch(name, called[name]) for name in called})
        self.filters[CHARGE] = _pass_context(self.effort.charge)
        self.filters[WEIGH] = _pass_context(self.effort.weigh)
        self.filters[JOIN] = _pass_context(self._join)
        self.filters[CAPTURE] = _pass_context(self._capture)
        self.filters[PRINT] = _pass_context(self._print)

    @cached_property
    def lexer(self) -> ExactLexer:
        """The lexer, which keeps typed numbers as they are."""
        return ExactLexer(self)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        self.lexer.met_decimals = False
        tree = super()._parse(source, name, filename)
        if self.lexer.met_decimals:
            tree = ExactLiterals().visit(tree)
        return count_steps(tree)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """``str.format`` of a text that rounds nothing, and takes values as they are printed."""
        if super().wrap_str_format(value) is None:
            return None
        formatter = TextFormatter(self, self.write)

        def fill_checked(*values: Any, **named: Any) -> str:
            text: str = value.__self__
            check_fields(text)
            if value.__name__ == "format_map":
                values, named = (), dict(*values, **named)
            return type(text)(formatter.vformat(text, values, named))

        # By this name it is known which method of which text is called.
        fill_checked.__wrapped__ = value  # type: ignore[attr-defined]
        return fill_checked

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operation, if it isn't too large."""
        if operator == "+" and (isinstance(left, Piece) or isinstance(right, Piece)):
            return self._join(left, right)
        self.effort.check_binary(operator, left, right)
        if operator == "%" and isinstance(left, str):
            right = write_operand(right, self.write)
        made = super().call_binop(context, operator, left, right)
        self.effort.note_made(_measure_rich(made) if isinstance(made, Rich) else measure(made))
        return made

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:
        """The result of a call, if it isn't too large."""
        self.effort.spend(1)
        values = self.effort.call(called, values, tuple(named.values()))
        if called.__class__ is MethodType and called.__self__.__class__ is PlacedTable:
            # Called for each cell by the engine's own code: Jinja needn't look at it each time.
            named.pop("_loop_vars", None)
            made = self.effort.bound(called(*values, **named))
        else:
            made = self.effort.bound(super().call(context, called, *values, **named))
        if isinstance(made, Rich):
            self.effort.note_made(_measure_rich(made))
        if made.__class__ is not Markup:
            return made
        if called.__class__ is LoopContext:
            return Piece(made, None)
        return self._capture(made) if called.__class__ is Macro else made

    def _capture(self, made: Any, level: str = "") -> Any:
        """What a macro or a block printed: text, or a piece of the document.

        :param level: what it is, unless its first character says it.
        """
        if isinstance(made, Piece):
            return made.with_level(Level(level))
        xml = str.__str__(made)
        kind = Level(level) if level else LEVEL_MARKS.get(xml[:1])
        if kind is None:
            return made
        xml = xml if level else xml[1:]
        is_text = kind is Level.TEXT and not holds_mark(xml)
        text = self._read(xml) if is_text else None
        return Piece(xml, kind) if text is None else self.effort.bound(text)

    def _print(self, value: Any, level: str) -> Any:
        """The value for a place that is no text of a paragraph."""
        if isinstance(value, Piece):
            return value.print_at(Level(level))
        if isinstance(value, MissingValue | Markup):
            return self._finish(None, value)
        if isinstance(value, str) and not value.strip():
            return ""
        raise explain_text(Level(level))

    def _join_items(self, values: Any, d: Any = "", attribute: Any = None) -> Any:
        """The filter ``join``."""
        if attribute is not None:
            values = map(make_attrgetter(self, attribute), values)
        return self._join(*[part for item in values for part in (d, item)][1:])

    def _join(self, *values: Any) -> Any:
        """What ``~`` makes of texts, if it isn't too long."""
        for value in values:
            self.effort.weigh(value)
        parts = tuple(map(self.write, values))
        length = sum(len(part) for part in parts if isinstance(part, str))
        self.effort.note_printed(length + sum(map(measure_piece, parts)))
        if any(isinstance(part, Rich) for part in parts) and not any(
            isinstance(part, Piece) for part in parts
        ):
            rich = join_rich(parts)
            self.effort.note_made(_measure_rich(rich))
            return rich
        if any(isinstance(part, Piece) for part in parts):
            return join_pieces([self._escape_part(part) for part in parts])
        joined: str = (markup_join if self.autoescape else str_join)(parts)
        joined = joined if isinstance(joined, Markup) else keep_figures(joined, parts)
        self.effort.bound(joined)
        return joined

    def _escape_part(self, part: Any) -> Any:
        return part if isinstance(part, Piece) else self._finish(None, part)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A member of a value, as Jinja finds it; keys and cells of the data at once."""
        key = type(obj), attribute
        way = self._ways.get(key)
        if way is None and has_key_only(*key):
            way = self._ways[key] = True
        try:
            if way:
                return obj[attribute]
            if way is False and not callable(value := getattr(obj, attribute)):
                return value
        except (TypeError, LookupError, AttributeError):
            pass  # what is to be done then, Jinja knows
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only plain values have methods; those of the model could read files or change it."""
        if callable(value) and not isinstance(obj, _HAVE_METHODS):
            return False
        key = type(obj), attr  # Jinja's answer depends on nothing else, and takes long
        if key not in self._safe:
            self._safe[key] = super().is_safe_attribute(obj, attr, value)
            if self._safe[key]:
                self._ways[key] = False
        return self._safe[key]

    @pass_context  # or Jinja finishes constants by itself, with another escaping
    def _finish(self, _context: Any, value: Any) -> Any:
        return self.finish_value(value)

    def finish_value(self, value: Any) -> Any:
        """The value as text, escaped where this environment escapes; what it shows is noted."""
        kind = value.__class__
        if kind is Markup or (kind is str and not value):
            self.effort.note_printed(len(value))
            return value
        if value is None:
            raise FaultyValueError(_("the value is missing"), hint_at_missing())
        if kind is MissingValue:
            return Markup(str(value) + self.take_marks())
        if kind is Piece:
            return self.finish_value(value.print_at(Level.TEXT))
        if kind is Rich:
            return self.mark(value)
        text = value if isinstance(value, str) else self._write(value)
        self.effort.note_printed(len(text))
        if kind is not str and isinstance(text, Printed) and text.shown:
            self.printed.append(text)
        if self._escape is None or not SPECIAL.search(text):
            return str(text)
        return Markup(self._escape(check_text(text)))

    def print_plain(self, value: Any, spell: Escape) -> Markup:
        """A value where only text may stand, such as an attribute or a field code.

        :param spell: how a text is escaped there.
        """
        if isinstance(value, Piece):
            return value.print_at(Level.FIELD)
        if isinstance(value, Markup):
            if "<" in value:
                raise TypeError(_("paragraphs and tables can't stand here"))
            value = value.unescape()
        if isinstance(value, MissingValue):
            return Markup(str(value))
        text = self.write(value)
        text = text if isinstance(text, str) else str(text)  # which refuses what is only printed
        self.effort.note_printed(len(text))
        if isinstance(text, Printed) and text.shown:
            self.printed.append(text)
        text, marks = self.faults.take_out(text) if self.faults else (text, "")
        return Markup(spell(check_text(text)) + marks)

    def mark(self, value: Rich) -> Markup:
        """What stands for a rich value until the part is complete."""
        for piece in value.pieces:
            self.effort.spend(_PICTURE_STEPS if isinstance(piece, Picture) else _PIECE_STEPS)
            self.effort.note_printed(_RICH_PIECE)
            if isinstance(piece, Words):
                self.effort.note_printed(len(check_text(piece.text)))
                check_text(piece.address)
                if isinstance(piece.text, Printed) and piece.text.shown:
                    self.printed.append(piece.text)
            elif isinstance(piece, Picture):
                self.effort.note_printed(_PICTURE + len(check_text(piece.alt + piece.name)))
        return self.marks.add(value, find_template_line())

    def _write(self, value: Any) -> str:
        if isinstance(value, Undefined):
            gap = explain_gap(value._undefined_hint or "")
            raise FaultyValueError(gap.problem, gap.hint)
        if isinstance(value, _HOLDERS):
            raise FaultyValueError(_say_no_text(value), hint_at_list())
        text: str = self._present(value)
        if isinstance(text, Printed) or isinstance(value, _NUMBERS):
            return text
        hint = _("print one of the values in it: see docs/templates.md")
        raise FaultyValueError(_say_no_text(value), hint)


def _say_no_text(value: Any) -> str:
    return _("{kind} is no text", kind=describe_kind(value))


def _measure_rich(value: Rich) -> int:
    """The bytes of a rich value, reckoned high."""
    if len(value.pieces) > MOST_PIECES:
        raise EffortError(_("more than {limit} pieces of text", limit=f"{MOST_PIECES:,}"))
    return _RICH_PIECE * len(value.pieces)


def _raise(error: Exception) -> str:
    raise error


def check_text(text: str) -> str:
    """The text, if all of it can stand in XML, or marks what failed in a draft."""
    if NOT_XML.search(text):
        check_characters(_without_marks(text))
    return text


def _without_marks(text: str) -> str:
    environment = find_environment()
    return strip_marks(text) if environment and environment.faults else text


def _pass_context(count: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which Jinja can't compute when it compiles, since it takes the context."""
    return pass_context(lambda _context, *values: count(*values))


def _pass_missing(apply: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which leaves an undefined value as it is, to be noted when it is used."""

    @wraps(apply)
    def apply_unless_missing(value: Any, *options: Any, **named: Any) -> Any:
        return value if isinstance(value, MissingValue) else apply(value, *options, **named)

    return apply_unless_missing
