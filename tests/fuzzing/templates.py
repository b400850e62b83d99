"""A template of any text is filled, and can be read, or is refused; nothing else happens.

Run as a program with the options of libFuzzer: ``python -m tests.fuzzing.templates
-max_total_time=60 CORPUS``. What ends it is written to a file, whose bytes are the text.
"""

from __future__ import annotations

import sys
import warnings
from itertools import groupby

import atheris
from lxml import etree

with atheris.instrument_imports(include=["reportgen.templating"]):
    from reportgen.diagnostics import DataError, Diagnostic
    from reportgen.templating import OfficeTemplate

from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from tests.templating.small_packages import HANGUL, WORD, Drawn, Kit, compile_parts

VALUES = {
    "title": "정원 & <가꾸기>",
    "count": 3,
    "empty": "",
    "names": ["갑", "을"],
    "rows": [{"name": "꽃", "cells": ["1", "2"]}, {"name": "나무", "cells": ["3", "4"]}],
    "widths": [1, 2],
}
"""What the text may print."""

_LOST = {WORD.file: f".//{W}t/*", HANGUL.file: f".//{HP}t//{HP}p"}
"""What stands inside a text and is shown by no program."""

_MARKS = frozenset(chr(code) for code in range(0xFDD0, 0xFDF0))
_CONTROL = dict.fromkeys(
    [*range(9), 11, 12, *range(13, 32), 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0)]
)


def read_text(data: bytes) -> str:
    """The text of any bytes, as lines of a document could hold it."""
    return data.decode("utf-8", "ignore").translate(_CONTROL)


def draw(kit: Kit, text: str) -> str:
    """The body: a line is a paragraph, and lines that begin with a tab are rows of a table."""
    pieces: list[str] = []
    for is_table, lines in groupby(text.split("\n"), lambda line: line.startswith("\t")):
        if is_table:
            rows = [line.split("\t")[1:9] for line in lines]
            count = max(map(len, rows))
            cells = [[*map(Drawn, row), *[Drawn("")] * (count - len(row))] for row in rows]
            pieces.append(kit.table(cells))
        else:
            pieces += (kit.paragraph([line]) for line in lines)
    return "".join(pieces)


def fill(kit: Kit, text: str) -> str | None:
    """The text filled in one format; None where it is refused with a place for each mistake."""
    mistakes: tuple[Diagnostic, ...] = ()
    try:
        template: OfficeTemplate = compile_parts(kit, kit.parts(draw(kit, text)), {})
        filled = template.render(VALUES).parts[kit.part]
    except DataError as error:
        mistakes = error.diagnostics
    if mistakes:
        assert all(str(one).startswith(kit.file) for one in mistakes)
        return None
    assert next(etree.fromstring(filled).iterfind(_LOST[kit.file]), None) is None
    outline = kit.outline(filled)
    assert not _MARKS & set(outline)
    return outline


def try_text(data: bytes) -> None:
    """Fill both formats."""
    text = read_text(data)
    for kit in (WORD, HANGUL):
        outline = fill(kit, text)
        if not set("{}\t") & set(text):
            assert outline == text


def main() -> None:
    """Fuzz until the time is over or something fails."""
    warnings.simplefilter("ignore")
    atheris.Setup(sys.argv, try_text)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
