"""The one Jinja environment: sandboxed, escaping, strict about what is undefined."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, wraps
from typing import Any

from jinja2 import Undefined, nodes, pass_context
from jinja2.nodes import Impossible
from jinja2.runtime import Context, LoopContext, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.arithmetic import OPERATORS
from reportgen.templating.counted_code import CHARGE, JOIN, WEIGH, count_steps
from reportgen.templating.effort import Effort, measure
from reportgen.templating.number_filters import FILTERS, add_up, apply_modulo, has_decimals
from reportgen.templating.numerals import ExactLexer, ExactLiterals, check_fields
from reportgen.templating.printed import Printed
from reportgen.templating.quick_code import QuickCode
from reportgen.templating.tables import RunningTable

Escape = Callable[[str], str]
_NUMBERS = (int, float, Decimal, Fraction, date)
_HOLDERS = (list, tuple, dict, set, frozenset)
_TOOLS = (LoopContext, Cycler, Joiner, Namespace, RunningTable, Undefined)
_HAVE_METHODS = (str, *_NUMBERS, Mapping, Sequence, *_TOOLS)
_SMALL = 1 << 62
"""Whole numbers below need no look at their size."""
_FIND: Any = object.__getattribute__
_SPECIAL = re.compile("[\\0-\x1f\"&'<>\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U00010000-\U0010ffff]")
"""What text without tabs, breaks or anything to escape has none of; it is the same in every
dialect. A set of what is rare is compiled in a hundredth of the time of one of all else."""
_NOT_XML = re.compile("[\\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class MissingValue(Undefined):
    """A name that nothing defines; using it is noted, and rendering goes on to find the rest."""

    __slots__ = ()

    def _note(self) -> None:
        """Remember the name and the line of the template that used it."""
        environment = _template_environment()
        if environment is None:  # Jinja tries to compute constants when it compiles
            raise Impossible
        environment.missing.append((self._describe(), _template_line()))

    def _describe(self) -> str:
        return str(self._undefined_name or self._undefined_hint)

    def __str__(self) -> str:
        self._note()
        return ""

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __bool__(self) -> bool:
        self._note()
        return False

    def __len__(self) -> int:
        self._note()
        return 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Any:
        return self

    def _combine(self, *operands: Any, **named: Any) -> Any:
        self._note()
        return self

    __call__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _combine
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _combine
    __pow__ = __rpow__ = __neg__ = __pos__ = __abs__ = __round__ = _combine

    def __int__(self) -> int:  # type: ignore[override]
        self._note()
        return 0

    def __index__(self) -> int:
        return int(self)

    def __float__(self) -> float:  # type: ignore[override]
        return float(int(self))

    def __eq__(self, other: object) -> bool:
        self._note()
        return False

    def _compare(self, other: object) -> bool:
        self._note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _compare  # type: ignore[assignment]

    def __hash__(self) -> int:
        return id(type(self))


class StrictEnvironment(ImmutableSandboxedEnvironment):
    """An environment that notes every text that carries figures, and every undefined name.

    :param escape: the escaping of one dialect; without it the text is plain.
    :param filters: the filters by name; the one named ``present`` turns a value that is
        printed without any filter into text.
    :ivar missing: what :class:`MissingValue` noted, name and line.
    :ivar printed: every :class:`Printed` that came out, in order.
    """

    code_generator_class = QuickCode
    intercepted_binops = frozenset(OPERATORS) | {"+", "*", "**", "%"}

    def __init__(self, escape: Escape | None, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(
            autoescape=escape is not None,
            undefined=MissingValue,
            finalize=self._finish,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self._escape = escape
        self._present = filters.get("present", str)
        given = {**FILTERS, **filters}
        self.filters.update({name: _pass_missing(given[name]) for name in given})
        self.filters["sum"], self.tests["float"] = add_up, has_decimals
        self.binop_table = {**OPERATORS, "%": apply_modulo}
        del self.filters["random"], self.globals["lipsum"]  # the same input, the same bytes
        del self.filters["urlize"], self.filters["xmlattr"]  # web pages only, and slow
        self.effort = Effort()
        self._count_filters()
        self._safe: dict[tuple[type, str], bool] = {}
        self._keyed: dict[tuple[type, str], bool] = {}
        self.missing: list[tuple[str, int]] = []
        self.printed: list[Printed] = []

    def _count_filters(self) -> None:
        """Have every filter and test count what it takes."""
        known: list[dict[str, Any]] = [self.filters, self.tests]
        for called in known:
            called.update({name: self.effort.watch(name, called[name]) for name in called})
        self.filters[CHARGE] = _pass_context(self.effort.charge)
        self.filters[WEIGH] = _pass_context(self.effort.weigh)
        self.filters[JOIN] = _pass_context(self._join)

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
        """``str.format`` of a text that rounds nothing."""
        fill = super().wrap_str_format(value)
        if fill is None:
            return None

        def fill_checked(*values: Any, **named: Any) -> str:
            check_fields(value.__self__)
            return fill(*values, **named)

        # By this name it is known which method of which text is called.
        fill_checked.__wrapped__ = value  # type: ignore[attr-defined]
        return fill_checked

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operation, if it isn't too large."""
        if type(left) is int and type(right) is int and operator in ("+", "-"):
            number = left + right if operator == "+" else left - right
            if -_SMALL < number < _SMALL:
                self.effort.spend(1)
                return number
        self.effort.check_binary(operator, left, right)
        made = super().call_binop(context, operator, left, right)
        self.effort.note_made(measure(made))
        return made

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:
        """The result of a call, if it isn't too large."""
        self.effort.spend(1)
        values = self.effort.call(called, values, tuple(named.values()))
        return self.effort.bound(super().call(context, called, *values, **named))

    def _join(self, *parts: Any) -> str:
        """What ``~`` makes of texts, if it isn't too long."""
        for part in parts:
            self.effort.weigh(part)
        # What is no text yet, such as a list, was weighed.
        length = sum(len(part) for part in parts if isinstance(part, str))
        self.effort.note_printed(length)
        joined: str = (markup_join if self.autoescape else str_join)(parts)
        self.effort.bound(joined)
        return joined

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A member of a value, as Jinja finds it; keys and cells of the data at once."""
        key = type(obj), attribute
        keyed = self._keyed.get(key)
        if keyed is None:
            keyed = self._keyed[key] = _has_only_keys(*key)
        try:
            if keyed:
                return obj[attribute]
            if self._safe.get(key) and not callable(value := getattr(obj, attribute)):
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
        return self._safe[key]

    @pass_context  # or Jinja finishes constants by itself, with another escaping
    def _finish(self, _context: Any, value: Any) -> Any:
        text = self.finish_value(value)
        return text if self._escape is None else Markup(text)

    def finish_value(self, value: Any) -> str:
        """The value as text, escaped where this environment escapes; what it shows is noted."""
        kind = value.__class__
        if kind is Markup:
            self.effort.note_printed(len(value))
            return str(value)
        if value is None:
            raise TypeError(_("the value is None"))
        if kind is MissingValue:
            return str(value)
        text = value if isinstance(value, str) else self._write(value)
        self.effort.note_printed(len(text))
        if kind is not str and isinstance(text, Printed) and text.shown:
            self.printed.append(text)
        if self._escape is None or not _SPECIAL.search(text):
            return str(text)
        return self._escape(_check_characters(text))

    def _write(self, value: Any) -> str:
        if isinstance(value, _HOLDERS):
            raise TypeError(_("a {kind} is no text", kind=type(value).__name__))
        text: str = self._present(value)
        if isinstance(text, Printed) or isinstance(value, _NUMBERS):
            return text
        raise TypeError(_("a {kind} is no text", kind=type(value).__name__))


def _has_only_keys(kind: type, attribute: str) -> bool:
    """Whether a value of that type can have no attribute of the name, but a key."""
    bare = kind is dict or not (kind.__dictoffset__ or hasattr(kind, "__getattr__"))
    usual: bool = kind is dict or getattr(kind, "__getattribute__") is _FIND  # noqa: B009
    return bare and usual and hasattr(kind, "__getitem__") and not hasattr(kind, attribute)


def _check_characters(text: str) -> str:
    if found := _NOT_XML.search(text):
        raise ValueError(
            _("the character {code} can't stand in a document", code=f"U+{ord(found[0]):04X}")
        )
    return text


def _pass_context(count: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which Jinja can't compute when it compiles, since it takes the context."""
    return pass_context(lambda _context, *values: count(*values))


def _pass_missing(apply: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which leaves an undefined value as it is, to be noted when it is used."""

    @wraps(apply)
    def apply_unless_missing(value: Any, *options: Any, **named: Any) -> Any:
        return value if isinstance(value, MissingValue) else apply(value, *options, **named)

    return apply_unless_missing


def _template_frame() -> Any:
    frame: Any = sys._getframe(1)
    while frame is not None and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame


def _template_environment() -> StrictEnvironment | None:
    frame = _template_frame()
    found = frame.f_globals["environment"] if frame else None
    return found if isinstance(found, StrictEnvironment) else None


def _template_line() -> int:
    frame = _template_frame()
    template = frame.f_globals["__jinja_template__"] if frame else None
    return template.get_corresponding_lineno(frame.f_lineno) if template else 0
