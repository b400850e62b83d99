"""The settings of a field in HWPX whose texts say how long they are.

``Clickhere:set:25:Direction:wstring:2:이름 HelpState:wstring:0:`` is what Hancom Office writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from reportgen.templating.dialect import Token

_COUNTED = re.compile(r"(?<=wstring:)(\d{1,6}):")
_BEGIN = "{% set _counted %}"
_END = "{% endset %}{{ _count(_counted) }}:{{ _counted }}"


def fill_counted(text: str, fill: Callable[[str, bool], str], token: Token) -> str:
    """The settings with tokens for their tags, and for the lengths that values change.

    :param fill: puts tokens into a text, which is counted or not.
    """
    pieces: list[str] = []
    at = 0
    while match := _COUNTED.search(text, at):
        end = min(match.end() + int(match[1]), len(text))
        value = text[match.end() : end]
        filled = fill(value, True)
        pieces.append(fill(text[at : match.start()], False))
        pieces.append(
            match[0] + value
            if filled == value
            else token(_BEGIN, None) + filled + token(_END, None)
        )
        at = end
    return "".join((*pieces, fill(text[at:], False)))


def count_text(xml: str) -> str:
    """How many characters a text has that is spelled for XML.

    >>> count_text("R&amp;D")
    '3'
    """
    return str(len(unescape(xml)))
