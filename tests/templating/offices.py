"""Small bodies in the packages of the project's own templates, which office programs read."""

from __future__ import annotations

import re

from reportgen.templating.packages.package import read_package
from tests.sample import PROJECT
from tests.templating.small_packages import WORD, Kit

_BODY = re.compile(r"(<w:body>).*(<w:sectPr.*</w:body>)", re.DOTALL)
_FILES = {
    "docx": "templates/docx/council-report.docx",
    "hwpx": "templates/hwpx/council-report.hwpx",
}

REPORT = {"mark": "", "organization": "가온시 누리재단", "title": "보고"}
"""What the headers and footers of these templates print."""


def wrap(kit: Kit, body: str) -> dict[str, bytes]:
    """The parts of a whole document that says nothing but the body."""
    parts = read_package(PROJECT / _FILES[str(kit)], kit.file)
    text = parts[kit.part].decode()
    if kit is WORD:
        filled = _BODY.sub(lambda found: found[1] + body + found[2], text)
    else:
        first = _find_first(text)
        start = text.index(first)
        filled = text[: start + len(first)] + body + "</hs:sec>"
    assert filled != text
    parts[kit.part] = filled.encode()
    return parts


def _find_first(section: str) -> str:
    """The paragraph that holds the page set-up; without the paragraphs of its header."""
    start = section.index("<hp:p ")
    depth, at = 0, start
    for match in re.finditer(r"<hp:p[ >]|</hp:p>", section[start:]):
        depth += -1 if match[0] == "</hp:p>" else 1
        at = start + match.end()
        if not depth:
            break
    return section[start:at]
