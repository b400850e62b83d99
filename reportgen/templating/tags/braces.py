"""Braces outside of tags: those that print braces, and those that were meant as a tag."""

from __future__ import annotations

import re
from collections.abc import Sequence

BRACES = re.compile("[{}｛｝]")
ESCAPES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}", "{_#": "{#", "#_}": "#}"}
"""What prints braces that would be a tag."""

_ESCAPE = re.compile("|".join(map(re.escape, ESCAPES)))
_STRAY = re.compile(
    r"\}\}|[%#]\}"
    r"|\{\s+\{[^{}]*\}\s+\}|\{\s+%[^{}]*%\s+\}|\{\s+#[^{}]*#\s+\}"
    r"|｛[{｛%％#＃]|\{[｛％＃]|｝[}｝]|\}｝"
)
_TAG = "\ufdd0"

Mark = tuple[int, int, str]


def find_escapes(text: str, tags: Sequence[Mark]) -> list[Mark]:
    """Start, end and text of every escape outside the tags.

    >>> find_escapes("{_{ a }_}", [])
    [(0, 3, '{_{'), (6, 9, '}_}')]
    """
    found: list[Mark] = []
    at = 0
    for start, end in (*((start, end) for start, end, _typed in tags), (len(text), len(text))):
        found += [(*match.span(), match[0]) for match in _ESCAPE.finditer(text, at, start)]
        at = end
    return found


def hide_escapes(text: str) -> str:
    """The text with blanks for its escapes."""
    return _ESCAPE.sub(" ", text)


def find_stray(text: str, marks: Sequence[Mark]) -> str:
    """The braces outside tags and escapes that look like a part of a tag, or an empty string.

    >>> find_stray("a }} b", []), find_stray("{ { a } }", []), find_stray("{a}", [])
    ('}}', '{ { a } }', '')
    """
    rest, at = [], 0
    for start, end, _typed in marks:
        rest.append(text[at:start])
        at = end
    match = _STRAY.search(_TAG.join((*rest, text[at:])))
    return match[0] if match else ""
