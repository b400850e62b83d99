"""Rich values in HWPX."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar

from reportgen.i18n import translate as _
from reportgen.templating.rich.hangul_links import spell_link
from reportgen.templating.rich.hangul_lists import HangulLists
from reportgen.templating.rich.hangul_looks import Shapes, give_fill, give_look
from reportgen.templating.rich.hangul_pictures import (
    HangulPictures,
    measure_cell,
    measure_text,
    spell_picture,
)
from reportgen.templating.rich.insertion import Site, Spelling
from reportgen.templating.rich.looks import read_fill
from reportgen.templating.rich.rich_text import Look, Picture, Words
from reportgen.templating.tree import Element

HEADER = "Contents/header.xml"
_SHAPE = re.compile(r'<hp:run [^>]*?charPrIDRef="(\d+)"')
_FIRST_LINK = 1_800_000_000
"""Fields that the template brings along have other numbers."""
_BREAKS = re.compile(r'\spageBreak="\d"')
_SEEN = re.compile(r"<hp:t(?:\s[^>]*)?>[^<]|<hp:(?!p |run |t[ >])")
"""What stands before a mark in its paragraph and can be seen, or has to stay before it."""


@dataclass(slots=True)
class HangulSpelling(Spelling):
    """HWPX: looks are shapes in the header, which runs refer to."""

    tracked: ClassVar[frozenset[str]] = frozenset(("hp:p", "hp:run", "hp:t", "hp:subList", "hp:tc"))
    text: ClassVar[str] = "hp:t"
    run: ClassVar[str] = "hp:run"
    bookmark: ClassVar[re.Pattern[str]] = re.compile(r'<hp:bookmark [^>]*?name="([^"]*)"')
    _header: Element | None = None
    _characters: Shapes | None = None
    _fills: Shapes | None = None
    _lists: HangulLists | None = None
    _pictures: HangulPictures | None = None
    _widths: dict[str, Fraction] = field(default_factory=dict)
    _cell: tuple[str, int] = ("", -1)
    _cell_width: Fraction = Fraction(0)
    _links: int = 0
    _broken_at: int = -1

    def fill_cell(self, color: Any, own: str = "") -> str:
        """The number of the cell's border and fill."""
        chosen = read_fill(color)
        if not chosen:
            return own
        if self._fills is None:
            self._fills = Shapes(self._read_header(), "borderFills")
        number, made = self._fills.derive(own, chosen)
        if made is not None:
            give_fill(made, chosen)
        return number

    def number(self, *facts: Any) -> str:
        """The number of the paragraph's shape."""
        return self._open_lists().number(*facts)

    def _open_lists(self) -> HangulLists:
        if self._lists is None:
            self._lists = HangulLists(self._read_header())
        return self._lists

    def spell_words(self, site: Site, words: Words) -> str:
        """A run of its own, unless it looks like the text around it."""
        text = self.escape(words.text)
        if words.look.is_plain and not words.address:
            return text
        own = self._read_shape(site)
        run = f"{_open_run(self._find_shape(own, words.look))}{text}</hp:t></hp:run>"
        if words.address:
            self._links += 1
            run = spell_link(run, own, words.address, _FIRST_LINK + self._links)
        return f"</hp:t></hp:run>{run}{_open_run(own)}"

    def spell_picture(self, site: Site, picture: Picture) -> str:
        """``hp:pic`` in the run, as wide as the text or the cell at most."""
        if self._pictures is None:
            self._pictures = HangulPictures(self.parts)
        fitted = picture.fit(self._measure(site))
        item = self._pictures.add(picture.file.data, picture.file.extension)
        return f"</hp:t>{spell_picture(fitted, item)}<hp:t>"

    def check_number(self, *facts: Any) -> None:
        """Of the paragraph's shape."""
        self._open_lists().check(*facts)

    def check_page_break(self, site: Site) -> None:
        """Only between the paragraphs of the section."""
        if site.find("hp:subList") >= 0 or not site.part.startswith("Contents/section"):
            raise ValueError(_("a new page can't begin in a table, a header, a footer or a note"))

    def spell_page_break(self, site: Site, begun: bool) -> str:
        """A paragraph that begins a page, since no character does."""
        start = site.find("hp:p")
        opening = site.text[start : site.text.index(">", start) + 1]
        breaking = _spell_break(opening)
        since = self._broken_at if self._broken_at > start else 0
        before = site.text[since or start : site.at]
        self._broken_at = site.at
        if before.count("<hp:fieldBegin ") != before.count("<hp:fieldEnd "):
            raise ValueError(_("a new page can't begin within a field"))
        if not begun and not since and not _SEEN.search(before):
            site.changes[start] = (start + len(opening), breaking)
            return ""
        own = self._read_shape(site)
        return f"</hp:t></hp:run></hp:p>{breaking}{_open_run(own)}"

    def finish(self, parts: dict[str, bytes]) -> None:
        """All of it was put into the parts that are shared."""

    def _measure(self, site: Site) -> Fraction:
        """The width of the text there, in millimetres."""
        if site.part not in self._widths:
            self._widths[site.part] = measure_text(site.text)
        cell = site.find("hp:tc")
        if cell < 0:
            return self._widths[site.part]
        if self._cell != (site.part, cell):
            self._cell, self._cell_width = (site.part, cell), measure_cell(site.text, site.at)
        return min(self._cell_width, self._widths[site.part])

    def _read_shape(self, site: Site) -> str:
        match = _SHAPE.match(site.text, site.find("hp:run"))
        return match[1] if match else "0"

    def _find_shape(self, own: str, look: Look) -> str:
        if look.is_plain:
            return own
        if self._characters is None:
            self._characters = Shapes(self._read_header(), "charProperties")
        number, made = self._characters.derive(own, look)
        if made is not None:
            give_look(made, look)
        return number

    def _read_header(self) -> Element:
        if self._header is None:
            if HEADER not in self.parts:
                raise ValueError(_("the template has no shape with the number {number}", number=0))
            self._header = self.parts.open(HEADER)
        return self._header


def _spell_break(opening: str) -> str:
    """The opening tag of a paragraph that begins a page."""
    breaking, count = _BREAKS.subn(' pageBreak="1"', opening)
    return breaking if count else f'{opening[:-1]} pageBreak="1">'


def _open_run(shape: str) -> str:
    return f'<hp:run charPrIDRef="{shape}"><hp:t>'
