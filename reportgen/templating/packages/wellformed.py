"""Whether a filled part is still XML: the last look before it is written."""

from __future__ import annotations

import re
from html import unescape
from xml.parsers import expat

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _

MOST_CHECKED = 1 << 21
"""The bytes of a part that is looked at.

It takes 10 ms a megabyte, longer than to fill it. Rows are repeated whole, so that no part breaks
by its length.
"""
_BEFORE, _SHOWN = 2_000, 40
_TAGS = re.compile(r"^[^<]*>|<[^>]*>?")


def find_torn(data: bytes, file: str, part: str) -> Diagnostic | None:
    """What is wrong with a filled part, with the text before the place; None where it is XML."""
    if len(data) > MOST_CHECKED:
        return None
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        before = data[max(0, parser.ErrorByteIndex - _BEFORE) : parser.ErrorByteIndex]
        text = " ".join(unescape(_TAGS.sub(" ", before.decode(errors="ignore"))).split())
        return Diagnostic(
            "template-xml",
            SourceRef(file, sheet=part, cell=f"«… {text[-_SHOWN:]}»"),
            _("the filled part is torn behind this text, and no program could open it"),
            hint=_("take out the tag that stands here, and tell those who look after the program"),
        )
    return None
