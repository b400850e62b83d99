"""Values that become text inside an expression: the same text as where they are printed.

Whatever puts values into a text, such as ``~``, ``join``, ``upper`` or ``format``, is given
texts; by themselves they would write a value as Python shows it to programmers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2 import Undefined
from jinja2.sandbox import SandboxedEnvironment, SandboxedFormatter

from reportgen.templating.code.arithmetic import is_number
from reportgen.templating.printed import Printed

Write = Callable[[Any], Any]
"""Makes the text of a value; what is text, or no text yet, it gives back."""

_TAKE_TEXT = (
    "capitalize",
    "center",
    "indent",
    "lower",
    "replace",
    "string",
    "striptags",
    "title",
    "trim",
    "truncate",
    "upper",
    "wordcount",
    "wordwrap",
)
"""Filters of Jinja whose value is a text."""

_FILL_TEXT = ("replace", "format")
"""Filters whose options come to stand in the text."""


class TextFormatter(SandboxedFormatter):
    """``str.format``, which is given texts in place of values that are no numbers."""

    def __init__(self, environment: SandboxedEnvironment, write: Write) -> None:
        super().__init__(environment)
        self._write = write

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, Any]:
        """The value of a field, and the name with which it begins."""
        found, first = super().get_field(field_name, args, kwargs)
        return write_option(found, self._write), first


def wrap_text_filters(
    filters: Mapping[str, Callable[..., Any]], write: Write
) -> dict[str, Callable[..., Any]]:
    """The filters that take a text or fill one, so that they are given text."""
    names = dict.fromkeys((*_TAKE_TEXT, *_FILL_TEXT))
    return {name: _wrap(filters[name], name in _FILL_TEXT, write) for name in names}


def _wrap(apply: Callable[..., Any], fills: bool, write: Write) -> Callable[..., Any]:
    at = 1 if getattr(apply, "jinja_pass_arg", None) else 0

    @wraps(apply)
    def apply_to_text(*values: Any, **named: Any) -> Any:
        before, text, options = values[:at], write(values[at]), values[at + 1 :]
        if fills:
            options = tuple(write_option(option, write) for option in options)
            named = {name: write_option(option, write) for name, option in named.items()}
        return apply(*before, text, *options, **named)

    return apply_to_text


def write_option(value: Any, write: Write) -> Any:
    """A value that comes to stand in a text; numbers may have a format of their own."""
    if is_number(value) or isinstance(value, (bool, Undefined)):
        return value
    return write(value)


def write_operand(value: Any, write: Write) -> Any:
    """What stands behind the ``%`` of a text: one value, several, or some by name."""
    if isinstance(value, tuple):
        return tuple(write_option(one, write) for one in value)
    if isinstance(value, dict):
        return {name: write_option(one, write) for name, one in value.items()}
    return write_option(value, write)


def keep_figures(text: str, parts: Iterable[Any]) -> str:
    """The text made of the parts, which shows the figures that they show."""
    shown = [part for part in parts if isinstance(part, Printed) and part.shown]
    if not shown:
        return text
    return Printed(
        text, place=shown[0].place, shown=tuple(pair for part in shown for pair in part.shown)
    )
