"""``rich``: text with a look of its own, from what an author types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from reportgen.choices import find_near, list_names
from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import FaultyValueError, hint_at_tags
from reportgen.templating.code.arithmetic import is_number
from reportgen.templating.rich.rich_text import Look, PageBreak, Piece, Rich, Words

_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
_SWITCHES = ("bold", "italic", "underline", "strike")
_SCRIPTS = ("superscript", "subscript")
_OPTIONS = (*_SWITCHES, *_SCRIPTS, "color", "size")
_SMALLEST, _LARGEST = 1, 400
"""Of letters, in points."""


def make_rich(write: Callable[[Any], Any]) -> Callable[..., Rich]:
    """The function ``rich`` of templates.

    :param write: makes the text of a value that is none yet.
    """

    def rich(value: Any, **options: Any) -> Rich:
        """The value with a look: bold, italic, underline, strike, color, size, superscript."""
        return Rich(read_pieces(value, read_look(options), write))

    return rich


def read_pieces(value: Any, look: Look, write: Callable[[Any], Any]) -> Iterator[Piece]:
    """The pieces of a value, each with the look where it has none of its own.

    A form feed in a text begins a new page, as docxtpl has it.
    """
    if isinstance(value, Rich):
        for piece in value.pieces:
            if isinstance(piece, Words):
                piece = Words(piece.text, piece.look.over(look), piece.address)
            yield piece
        return
    text = _read_text(value, write)
    if "\f" not in text:
        yield Words(text, look)
        return
    for at, part in enumerate(str(text).split("\f")):
        if at:
            yield PageBreak()
        yield Words(part, look)


def _read_text(value: Any, write: Callable[[Any], Any]) -> str:
    if isinstance(value, Markup):
        raise TypeError(_("what a macro or a block makes can't be given to a function"))
    text = write(value)
    return text if isinstance(text, str) else str(text)  # which refuses what is only printed


def read_look(options: dict[str, Any]) -> Look:
    """The look that the options ask for.

    :raises TypeError: with an option that is not known.
    :raises ValueError: with a value that can't be one of the option.
    """
    for name in options:
        if name not in _OPTIONS:
            raise _refuse_option(name)
    switches = {name: _read_switch(name, options[name]) for name in options if name in _SWITCHES}
    return Look(
        **switches,
        color=read_color(options["color"]) if options.get("color") else None,
        half_points=None if options.get("size") is None else _read_size(options["size"]),
        script=_read_script(options),
    )


def _refuse_option(name: str) -> FaultyValueError:
    problem = _("{name} is not known; known are {names}", name=name, names=", ".join(_OPTIONS))
    near = find_near(name, _OPTIONS)
    hint = _("did you mean {key}?", key=list_names(near)) if near else hint_at_tags()
    return FaultyValueError(problem, hint)


def read_color(value: Any) -> str:
    """Six hexadecimal digits in capitals.

    >>> read_color("#c00000")
    'C00000'
    """
    match = _COLOR.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        text = value if isinstance(value, (str, int)) else type(value).__name__
        raise ValueError(_("«{text}» is no colour; write six digits: 'C00000'", text=text))
    return match[1].upper()


def read_fill(value: Any) -> str:
    """The colour of a cell; nothing where the value is empty."""
    if value is None or value == "" or (isinstance(value, Undefined) and not value):
        return ""
    return read_color(value)


def _read_switch(name: str, value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Undefined):
        return bool(value)
    raise ValueError(_("{name} is either true or false", name=name))


def _read_size(value: Any) -> int:
    """Half points; a size in between is rounded half up."""
    if not is_number(value) or not _SMALLEST <= value <= _LARGEST:
        raise ValueError(
            _("a size is in points, from {least} to {most}", least=_SMALLEST, most=_LARGEST)
        )
    return int(2 * Decimal(value) + Decimal("0.5"))


def _read_script(options: dict[str, Any]) -> str | None:
    """Which of the two is asked for; an empty text where only one is switched off."""
    asked = {name: _read_switch(name, options[name]) for name in _SCRIPTS if name in options}
    on = [name for name, value in asked.items() if value]
    if len(on) > 1:
        raise ValueError(_("a text is either superscript or subscript"))
    return on[0] if on else "" if False in asked.values() else None
