"""Small documents drawn from text, compared, and what is marked in them as text again.

``[-gone-]`` is deleted and ``{+come+}`` inserted; ``-¶`` and ``+¶`` at the end of a paragraph is
its mark. A row is ``|cell|cell|``, with ``-`` or ``+`` before it when it goes or comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml import etree

from reportgen.renderers.redline import Redline, redline_docx
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.renderers.redline.resolution import read_stories, resolve_stories
from tests.templating.small_packages import WORD, read_parts

Element = etree._Element
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}bookmarkStart": "⚑", f"{W}drawing": "▣"}
_TEXTS = (f"{W}t", f"{W}delText")


def compare_bodies(old: str, new: str) -> Redline:
    """The marked document of two bodies in XML; that both come back from it is checked."""
    packages = [write_package(WORD.parts(body)) for body in (old, new)]
    redline = redline_docx(packages[0], packages[1], "예산팀", date(2026, 7, 1))
    accepted, rejected = resolve_stories(redline.data)
    assert accepted == read_stories(packages[1])
    assert rejected == read_stories(packages[0])
    return redline


def show(package: bytes) -> str:
    """The marks of a document as text."""
    body = etree.fromstring(read_parts(package)[WORD.part])[0]
    return "\n".join(_show_blocks(body))


def _show_blocks(holder: Element) -> Iterator[str]:
    for block in holder:
        if block.tag == f"{W}p":
            yield _show_paragraph(block)
        elif block.tag == f"{W}tbl":
            yield from (_show_row(row) for row in block.iterfind(f"{W}tr"))


def _show_row(row: Element) -> str:
    cells = ("¶".join(_show_blocks(cell)) for cell in row.iterfind(f"{W}tc"))
    return f"{_flag(row.find(f'{W}trPr'))}|{'|'.join(cells)}|"


def _show_paragraph(paragraph: Element) -> str:
    pieces: list[str] = []
    for child in paragraph:
        text = "".join(
            _SIGNS.get(str(element.tag), element.text or "")
            for element in child.iter(*_TEXTS, *_SIGNS)
        )
        if child.tag == f"{W}del":
            text = f"[-{text}-]"
        elif child.tag == f"{W}ins":
            text = f"{{+{text}+}}"
        if child.tag != f"{W}pPr":
            pieces.append(text)
    flag = _flag(paragraph.find(f"{W}pPr/{W}rPr"))
    return "".join(pieces) + (f"{flag}¶" if flag else "")


def _flag(properties: Element | None) -> str:
    if properties is None:
        return ""
    signs = {"ins": "+", "del": "-"}
    return "".join(
        sign for name, sign in signs.items() if properties.find(f"{W}{name}") is not None
    )
