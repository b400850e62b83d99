"""Tables that come out without a row, which no office program can read."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.drafts.faults import PRINT
from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element, put_after

_EDGE = "\ufdea"
_EMPTY = re.compile(f"{_EDGE}(\\d+){_EDGE}(?:[^<]|<w:bookmark[^>]*>)*?{_EDGE}")
_MARK = re.compile(f"{_EDGE}(?:\\d+{_EDGE})?")


def mark_rows(before: Element, last: Element, number: int) -> None:
    """Put a mark before the first row of a table, and one behind its last row or tag.

    :param before: what stands before the rows.
    :param last: the last child of the table.
    """
    last.tail = (last.tail or "") + _EDGE
    put_after(before, f"{_EDGE}{number}{_EDGE}")


def find_rowless(text: str) -> set[int]:
    """The numbers of the tables between whose marks no row stands.

    >>> find_rowless("a\ufdea1\ufdea \ufdeab\ufdea2\ufdea<row/>\ufdea")
    {1}
    """
    return {int(match[1]) for match in _EMPTY.finditer(text)}


def fill_rowless(text: str, say: Callable[[int], str]) -> str:
    """The text without the marks, and with what is said of each table without a row.

    :param say: by the number of the table, the mark of a message; a draft that has one there
        already says why no row came out.
    """

    def put(match: re.Match[str]) -> str:
        return match[0] if PRINT in match[0] else match[0] + say(int(match[1]))

    return drop_marks(_EMPTY.sub(put, text))


def drop_marks(text: str) -> str:
    """The text without the marks."""
    return _MARK.sub("", text)


def explain_rowless(tag: Tag) -> Diagnostic:
    """That the table in which the tag stands has no row."""
    return Diagnostic(
        "template-rows",
        tag.place,
        _("{tag} leaves the table without a row", tag=tag.typed),
        published=tag.typed,
        hint=_("put {%p if … %} and {%p endif %} around the table, or add a row that stays"),
    )
