"""The look of the report: page, faces, colours and paragraph styles (see ``docs/templates.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.draw_templates.elements import Line, TabAlign

Align = Literal["left", "right", "center"]

NAVY, TINT, LIGHT_GREY, BLACK, WHITE = "1F3864", "E8EDF5", "F2F2F2", "000000", "FFFFFF"
GREY, TAG_GREY = "999999", "7F7F7F"

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
SIDE_MM, EDGE_MM, HEADER_MM = 20, 15, 10
TEXT_WIDTH_MM = PAGE_WIDTH_MM - 2 * SIDE_MM
CELL_PADDING_MM = (1.5, 0.8)
"""Space in a cell at the sides, and above and below the text."""

RULE = Line(0.5, NAVY)
INSIDE = Line(0.12, GREY)
BOX_LINE = Line(0.4, NAVY)


@dataclass(frozen=True, slots=True)
class Face:
    """A type face, what Hancom Office falls back to, and what is free to use."""

    name: str
    hangul_fallback: str
    free_fallback: str


TITLE = Face("HY헤드라인M", "함초롬돋움", "NanumGothic ExtraBold")
BODY = Face("휴먼명조", "함초롬바탕", "NanumMyeongjo")
TABLE = Face("맑은 고딕", "함초롬돋움", "NanumGothic")
FACES = (BODY, TITLE, TABLE)


@dataclass(frozen=True, slots=True)
class Leading:
    """Line spacing: percent of the size in Hancom Office, lines in Word."""

    hangul_percent: int
    word_lines: float


OPEN = Leading(160, 1.5)
CLOSE = Leading(130, 1.15)
CELL = Leading(130, 1.0)
TIGHT = Leading(100, 1.0)


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, measured from the left edge of the text."""

    at_mm: float
    align: TabAlign = "left"
    dots: bool = False


RIGHT_EDGE = TabStop(TEXT_WIDTH_MM, "right")
DOTTED_RIGHT_EDGE = TabStop(TEXT_WIDTH_MM, "right", dots=True)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    :ivar name: what an officer sees; ``word_name`` and ``hangul_name`` where the program has
        a name of its own for it.
    :ivar first_mm: where the first line begins, ``rest_mm`` the lines after it.
    :ivar spacing_percent: change of the space between letters, percent of the size.
    :ivar line_gap_pt: space between the text and the lines above and below it.
    :ivar outline: level in the navigation, 0 for none.
    """

    name: str
    face: Face
    size_pt: float
    bold: bool = False
    colour: str = BLACK
    align: Align = "left"
    first_mm: float = 0
    rest_mm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    leading: Leading = OPEN
    spacing_percent: int = 0
    tabs: tuple[TabStop, ...] = ()
    outline: int = 0
    new_page: bool = False
    keep_next: bool = False
    top: Line | None = None
    bottom: Line | None = None
    line_gap_pt: float = 4
    word_name: str = ""
    hangul_name: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph's style; ``None`` leaves the weight as it is."""

    name: str
    bold: bool | None = None
    colour: str = ""
    shade: str = ""


LOOKS = {
    "strong": Look("굵게", bold=True),
    "plain": Look("보통", bold=False),
    "number": Look("장 번호", colour=WHITE, shade=NAVY),
}
