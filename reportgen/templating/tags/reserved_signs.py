"""Signs that mean something to the engine, and so can't stand in a template."""

from __future__ import annotations

import re

from lxml import etree

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.tree import Element

_RESERVED = re.compile("[\ufdd0-\ufdef]")
_SPELLED = (b"\xef\xb7", b"&#")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How parts in UTF-16 begin."""


def find_reserved(data: bytes, root: Element, place: SourceRef) -> Diagnostic | None:
    """What is wrong with a part that holds such a sign; None where it doesn't.

    Unicode has set them aside for the use within programs: no office program writes them.
    """
    if not data.startswith(_WIDE) and not any(sign in data for sign in _SPELLED):
        return None
    match = _RESERVED.search(etree.tostring(root, encoding="unicode"))
    if match is None:
        return None
    code = f"U+{ord(match[0]):04X}"
    return Diagnostic(
        "template-file",
        place,
        _("the character {code} can't stand in a document", code=code),
        hint=_("save it again in the office program, without what it doesn't need"),
    )
