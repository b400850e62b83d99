"""Texts of which nothing is to be seen: an empty bullet, a name that isn't there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.texts import list_texts

_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters of Hangul that fill a place and show nothing."""


def check_blank_texts(subject: Subject) -> Iterator[Diagnostic]:
    """A text in quotes that has nothing but blanks; cells of a table may be so."""
    for typed in list_texts(subject.folder):
        if not typed.may_be_blank and not is_visible(typed.text):
            yield Diagnostic(
                "blank-text",
                typed.place,
                _("the text is blank"),
                published=typed.text,
                hint=_("write something, or take the line away"),
            )


def is_visible(text: str) -> bool:
    r"""Whether anything of a text is to be seen.

    >>> is_visible(" \u200b\u3164"), is_visible("글")
    (False, True)
    """
    if text[:1].isalnum() and text[0] not in _FILLERS:  # as nearly every text begins
        return True
    return any(
        unicodedata.category(letter)[0] not in "CZ" and letter not in _FILLERS for letter in text
    )
