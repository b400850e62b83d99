"""What the code in tags may cost: steps are counted, and sizes looked at before they are made.

The code comes with the content and the templates of others. Nothing in it can read a file or
change anything, but ``{{ "x" * 10**9 }}`` would take the memory of the machine, and a loop in a
loop its time. Steps are counted rather than seconds, so that the same input always has the same
result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from types import BuiltinMethodType, MethodType
from typing import Any

from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.limits import MOST_BITS, MOST_MADE, MOST_PRINTED, MOST_STEPS, MOST_TEXT, MOST_WIDTH

_SIZED = (str, list, tuple, dict, set, frozenset)
_COUNTED = (*_SIZED, range)
_WIDE = ("center", "indent", "wordwrap", "batch", "slice", "round", "tojson", "number")
"""Filters that make what a number among their options asks for."""

_WIDTH = re.compile(r"\d{5,}|\*|:[^{}]*\{")
"""What lets a format ask for any width: digits, or another value that says it."""

_SIGNS = frozenset({"unique", "sum", "max", "min", "groupby", "sort"})
"""Filters that do something with each item of a list, or each sign of a text."""

_EACH = _SIGNS | {"title"}
"""Those, and filters that do something with each word."""

_CHARACTERS_A_STEP = 64
_OBJECT, _POINTER, _PAIR = 64, 8, 100
"""The bytes of a text or list that is empty, of an item of a list, and of a key with its value."""


def _weigh_wrapping(text: Any, options: tuple[Any, ...]) -> int:
    """The steps of a text that is cut into lines: what is left of a word is copied each time."""
    length = len(str(text))
    width = max(1, min((option for option in options if type(option) is int), default=79))
    return length // 4 + 8 * length // width + (length * length // width >> 16)


def _weigh_slow(name: str, value: Any, options: tuple[Any, ...]) -> int:
    """The steps of a filter that takes more than to go through its value once."""
    if name == "wordwrap":
        return _weigh_wrapping(value, options)
    if name in _EACH and isinstance(value, _COUNTED):
        return len(value) // (8 if isinstance(value, str) and name not in _SIGNS else 2)
    return 0


class EffortError(ValueError):
    """The code would take more than a document or a text needs."""


class Effort:
    """What was spent since the beginning of a document, or of a text."""

    def __init__(self) -> None:
        self._spent = self._printed = self._made = 0
        self._limit = MOST_STEPS

    def begin(self, limit: int = MOST_STEPS) -> None:
        """Begin a document."""
        self._spent = self._printed = self._made = 0
        self._limit = limit

    @property
    def spent(self) -> int:
        """The steps that were taken."""
        return self._spent

    @property
    def left(self) -> int:
        """The steps that are left."""
        return max(self._limit - self._spent, 0)

    @property
    def is_exhausted(self) -> bool:
        """Whether nothing more can be computed or printed."""
        is_full = self._made > MOST_MADE or self._printed > MOST_PRINTED
        return is_full or self._spent > self._limit

    def allow(self, steps: int, most: int) -> None:
        """Begin one more text, which may take so many steps; all together at most so many."""
        self._limit = min(self._spent + steps, most)
        self._made = 0

    def spend(self, steps: int) -> None:
        """Count steps.

        :raises EffortError: when there were too many.
        """
        self._spent += steps
        if self._spent > self._limit:
            raise EffortError(_("the code takes too many steps"))

    def charge(self, characters: int = 0, made: int = 0) -> bool:
        """Count one round of a loop, or one call, which prints so much fixed text; True.

        :param made: the bytes of the lists that are typed in it.
        """
        self._spent += 1
        if self._spent > self._limit:
            self.spend(0)
        self._printed += characters
        if self._printed > MOST_PRINTED:
            self.note_printed(0)
        if made:
            self.note_made(made)
        return True

    def note_made(self, size: int) -> None:
        """Count the bytes of what is made, since all of it may be kept."""
        self._made += size
        if self._made > MOST_MADE:
            raise EffortError(_("the code makes more than {limit} MB", limit=MOST_MADE // 10**6))

    def note_printed(self, characters: int) -> None:
        """Count what is printed."""
        self._printed += characters
        if self._printed > MOST_PRINTED:
            raise _explain_size(MOST_PRINTED)

    def try_printed(self, characters: int) -> bool:
        """Count what is printed, unless it would be too much."""
        if self._printed + characters > MOST_PRINTED:
            return False
        self._printed += characters
        return True

    def weigh(self, value: Any) -> Any:
        """The value, after steps for all that stands in it were counted."""
        kind = value.__class__
        if kind is str:  # as most values are
            self.spend(len(value) // _CHARACTERS_A_STEP)
            return value
        if kind is int or not isinstance(value, _COUNTED):
            return value
        waiting, steps, left = [value], 0, self.left
        while waiting and steps <= left:
            item = waiting.pop()
            if isinstance(item, str):
                steps += len(item) // _CHARACTERS_A_STEP
            elif isinstance(item, range):
                steps += len(item) // 4
            elif isinstance(item, _SIZED):
                steps += len(item) // 4 + 1
                waiting.extend(item.values() if isinstance(item, dict) else item)
        self.spend(steps)
        return value

    def bound(self, value: Any) -> Any:
        """The value, if it isn't too large; one that is made bit by bit counts its bits."""
        if not isinstance(value, (str, int)) and isinstance(value, Iterator):
            return self._count(value)
        if isinstance(value, Markup):
            check_size(len(value), MOST_PRINTED)  # a whole chapter, out of a macro
        elif isinstance(value, _SIZED):
            check_size(len(value))
        elif type(value) is int and value.bit_length() > 8 * MOST_BITS:
            raise EffortError(_("the number has too many digits"))
        self.note_made(measure(value))
        return value

    def _count(self, values: Iterator[Any]) -> Iterator[Any]:
        for value in values:
            self.spend(1)
            self.note_made(measure(value))
            yield value

    def watch(self, name: str, apply: Callable[..., Any]) -> Callable[..., Any]:
        """The filter or test, which counts what it is given and refuses to make too much."""
        skipped = 1 if getattr(apply, "jinja_pass_arg", None) else 0

        @wraps(apply)
        def apply_watched(*values: Any, **named: Any) -> Any:
            first, options = values[skipped], (*values[skipped + 1 :], *named.values())
            self.spend(1)
            self.weigh(first)
            if name == "format":
                self.weigh(options)
            if name == "join":
                first = self._list_texts(first)
                values = (*values[:skipped], first, *values[skipped + 1 :])
            if options:
                check_options(name, first, options)
            self.spend(_weigh_slow(name, first, options))
            made = apply(*values, **named)
            return made if made is first else self.bound(made)

        return apply_watched

    def check_binary(self, operator: str, left: Any, right: Any) -> None:
        """Count an operation, and refuse one whose result would be too large."""
        self.spend(1)
        if operator == "%" and isinstance(left, str):
            check_format(left, self.weigh(right if isinstance(right, tuple) else (right,)))
        else:
            check_binary(operator, left, right)

    def call(
        self, called: Any, values: tuple[Any, ...], named: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """What a method of a plain value is called with, after it was looked at."""
        self.note_made(_PAIR * len(named) + _POINTER * len(values))
        method = getattr(called, "__wrapped__", called)
        held = getattr(method, "__self__", None)
        if not isinstance(method, BuiltinMethodType | MethodType):
            return values
        if not isinstance(held, (*_SIZED, int, bytes)):
            return values
        self.weigh(held)
        name = method.__name__
        if name in ("format", "format_map"):
            check_format(str(held), self.weigh((*values, *named)))
        elif name == "join" and values:
            values = (self._list_texts(values[0]),)
            check_size(len(values[0]) * len(held))  # type: ignore[arg-type]
        else:
            check_options(name, held, (*values, *named), widths=True)
        return values

    def _list_texts(self, items: Any) -> tuple[Any, ...]:
        """The items to join, when all of them together are no longer than a text."""
        found: list[Any] = []
        length = 0
        for item in items:
            self.spend(1)
            length += len(item) if isinstance(item, str) else 1
            check_size(length)
            found.append(item)
        return tuple(found)


def measure(value: Any) -> int:
    """The bytes of a text or a list without what stands in it, reckoned high.

    >>> measure("가"), measure([0, 0]), measure(1)
    (68, 80, 0)
    """
    if isinstance(value, str):
        return _OBJECT + len(value) * (1 if value.isascii() else 4)
    if isinstance(value, list | tuple):
        return _OBJECT + len(value) * _POINTER
    return _OBJECT + len(value) * _PAIR if isinstance(value, _SIZED) else 0


def check_binary(operator: str, left: Any, right: Any) -> None:
    """Refuse an operation whose result would be too large.

    >>> check_binary("*", "x", 10**9)
    Traceback (most recent call last):
    reportgen.templating.code.effort.EffortError: more than 1,000,000 characters or items
    """
    if operator == "+" and isinstance(left, _SIZED) and isinstance(right, _SIZED):
        check_size(len(left) + len(right))
    elif operator == "*":
        _check_product(left, right)
        _check_product(right, left)
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        _check_power(left, right)


def _check_power(base: int, exponent: int) -> None:
    if abs(base) > 1 and base.bit_length() * abs(exponent) > MOST_BITS:
        raise EffortError(_("the number has too many digits"))


def _check_product(value: Any, times: Any) -> None:
    if not isinstance(times, int):
        return
    if isinstance(value, _SIZED):
        check_size(len(value) * times)
    elif isinstance(value, int) and value.bit_length() + times.bit_length() > MOST_BITS:
        raise EffortError(_("the number has too many digits"))


def check_format(text: str, values: Iterable[Any]) -> None:
    """Refuse a format that asks for any width, or shows long texts often."""
    if _WIDTH.search(text):
        raise EffortError(_("the format asks for too many characters"))
    longest = max((len(value) for value in values if isinstance(value, _SIZED)), default=0)
    check_size(longest * (text.count("%") + text.count("{")), MOST_TEXT * 10)


def check_options(name: str, value: Any, options: tuple[Any, ...], widths: bool = False) -> None:
    """Refuse options with which a filter or a method makes too much."""
    if name == "format":
        check_format(str(value), options)
    if name == "sum" and any(isinstance(option, _SIZED) for option in options[1:]):
        raise EffortError(_("only numbers can be added up"))
    length = len(value) if isinstance(value, _COUNTED) else 1
    for option in options:
        if isinstance(option, dict):
            option = max(map(str, option.values()), key=len, default="")
        if isinstance(option, str):
            check_size((length + 1) * len(option), MOST_TEXT * 10)
        elif type(option) is int and (widths or name in _WIDE) and abs(option) > MOST_WIDTH:
            raise EffortError(_("{name}: more than {limit}", name=name, limit=f"{MOST_WIDTH:,}"))


def check_size(length: int, most: int = MOST_TEXT) -> None:
    """Refuse a text or list of that length."""
    if length > most:
        raise _explain_size(most)


def _explain_size(most: int) -> EffortError:
    return EffortError(_("more than {limit} characters or items", limit=f"{most:,}"))
