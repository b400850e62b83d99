"""The characters that an XML document can hold (XML 1.0, 2.2), without those kept for marks."""

from __future__ import annotations

import re

from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import FaultyValueError

NOT_XML = re.compile("[\\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Finds a character that none may hold."""


def check_characters(text: str) -> str:
    """The text, if all of it can stand in XML.

    :raises FaultyValueError: with the first character that can't.
    """
    if found := NOT_XML.search(text):
        raise FaultyValueError(
            _("the character {code} can't stand in a document", code=f"U+{ord(found[0]):04X}"),
            _("take it out where the value was typed"),
        )
    return text
