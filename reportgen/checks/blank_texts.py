"""Texts of which nothing is to be seen: an empty bullet, a name that isn't there."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.texts import list_texts


def check_blank_texts(subject: Subject) -> Iterator[Diagnostic]:
    """A text in quotes that has nothing but blanks; cells of a table may be so."""
    for typed in list_texts(subject.folder):
        if not typed.may_be_blank and not typed.text.strip():
            yield Diagnostic(
                "blank-text",
                typed.place,
                _("the text is blank"),
                published=typed.text,
                hint=_("write something, or take the line away"),
            )
