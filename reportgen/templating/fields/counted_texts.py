"""The settings of a field in HWPX whose texts say how long they are.

``Clickhere:set:45:Direction:wstring:2:이름 HelpState:wstring:0:  `` is what Hancom Office writes:
a set counts its items, each with the blank behind it, and a text its characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape

from reportgen.templating.dialect import Token
from reportgen.templating.tags.tags import split_tags

_COUNTED = re.compile(r"\b(set|wstring):(\d{1,6}):")
_BEGIN = "{{% set _counted{} %}}"
_END = "{{% endset %}}{{{{ _count(_counted{0}) }}}}:{{{{ _counted{0} }}}}"


def fill_counted(
    text: str, fill: Callable[[str, bool], str], token: Token, in_set: bool = False
) -> str:
    """The settings with tokens for their tags, and for the lengths that values change.

    :param fill: puts tokens into a text, which is counted or not.
    :param in_set: whether the text is a set, which holds no other one.
    """
    spans = [(start, end) for start, end, _typed in split_tags(text)]
    pieces: list[str] = []
    at = 0
    while match := _COUNTED.search(text, at):
        end = min(_reach(match.end() + int(match[2]), spans), len(text))
        value = text[match.end() : end]
        if match[1] == "wstring":
            filled = fill(value, True)
        else:
            filled = value if in_set else fill_counted(value, fill, token, True)
        pieces.append(fill(text[at : match.start(2)], False))
        if filled == value:
            pieces.append(text[match.start(2) : end])
        else:
            begin, close = (code.format(int(in_set)) for code in (_BEGIN, _END))
            pieces += (token(begin, None), filled, token(close, None))
        at = end
    return "".join((*pieces, fill(text[at:], False)))


def _reach(end: int, spans: Iterable[tuple[int, int]]) -> int:
    """The end of a counted text, which cuts no tag, whatever it counts."""
    return next((last for first, last in spans if first < end < last), end)


def count_text(xml: str) -> str:
    """How many characters a text has that is spelled for XML.

    >>> count_text("R&amp;D")
    '3'
    """
    return str(len(unescape(xml)))
