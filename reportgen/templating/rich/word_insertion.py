"""Rich values in DOCX."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar

from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.packages.word_parts import WordPackage
from reportgen.templating.rich.insertion import Site, Spelling, escape_attribute
from reportgen.templating.rich.looks import read_fill
from reportgen.templating.rich.rich_text import Picture, Words
from reportgen.templating.rich.word_lists import WordLists
from reportgen.templating.rich.word_looks import find_namespaces, lay_over
from reportgen.templating.rich.word_pictures import measure_cell, measure_text, spell_drawing

_DOCUMENT = "word/document.xml"
_RUN = re.compile(r"<w:r(?:\s[^>]*)?>\s*(?=<w:rPr>)?")
_PROPERTIES = re.compile(r"<(/?)w:rPr>")
_HEAD = re.compile(
    r"<w:p(?:\s[^>]*)?>(?:(?P<none><w:pPr/>|(?!<w:pPr>))|<w:pPr>(?:<w:(?:pStyle|keepNext|keepLines)"
    r"\b[^>]*/>)*(?!<w:pageBreakBefore))"
)
"""The beginning of a paragraph, up to where its properties may say that it begins a page."""
_UNSEEN = re.compile(r"(?:<w:(?:bookmarkStart|bookmarkEnd|proofErr)\b[^>]*/>)*")
_FIRST_TEXT = re.compile(r"<w:t(?:\s[^>]*)?>")
_BREAK_BEFORE = "<w:pageBreakBefore/>"
_END_PROPERTIES = "</w:pPr>"
_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OPEN_TEXT = '<w:t xml:space="preserve">'


@dataclass(slots=True)
class WordSpelling(Spelling):
    """DOCX: a run that holds another look is closed before it and opened again behind it."""

    tracked: ClassVar[frozenset[str]] = frozenset(
        ("w:p", "w:r", "w:t", "w:tbl", "w:tc", "w:hyperlink", "w:txbxContent", "w:fldSimple")
    )
    text: ClassVar[str] = "w:t"
    run: ClassVar[str] = "w:r"
    bookmark: ClassVar[re.Pattern[str]] = re.compile(r'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
    _package: WordPackage | None = None
    _lists: WordLists | None = None
    _width: Fraction | None = None
    _namespaces: dict[str, str] = field(default_factory=dict)

    def fill_cell(self, color: Any, own: str = "") -> str:
        """``w:shd``, or nothing."""
        chosen = read_fill(color)
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{chosen}"/>'
        return Markup(fill if chosen else "")

    def number(self, *facts: Any) -> str:
        """``w:numPr`` of a paragraph, or nothing."""
        return self._open_lists().number(*facts)

    def _open_lists(self) -> WordLists:
        if self._lists is None:
            self._lists = WordLists(self.parts)
        return self._lists

    def spell_words(self, site: Site, words: Words) -> str:
        """A run of its own, unless it looks like the text around it."""
        text = self.escape(words.text)
        if words.look.is_plain and not words.address:
            return text
        own = read_properties(site.text, site.find("w:r"))
        looking = lay_over(own, words.look, self._find_namespaces(site))
        run = f"<w:r>{looking}{_OPEN_TEXT}{text}</w:t></w:r>"
        if words.address:
            run = f"{self._open_link(site, words.address)}{run}</w:hyperlink>"
        return f"</w:t></w:r>{run}<w:r>{own}{_OPEN_TEXT}"

    def _open_link(self, site: Site, address: str) -> str:
        """``w:hyperlink``; what leads out of the document is a relationship."""
        if site.find("w:hyperlink") >= 0 or site.find("w:fldSimple") >= 0:
            raise ValueError(_("a link can't stand in another link"))
        if address.startswith("#"):
            return f'<w:hyperlink w:anchor="{escape_attribute(address[1:])}" w:history="1">'
        relation = self._open_package().relate(site.part, "hyperlink", address, external=True)
        return f'<w:hyperlink {_RELATIONS} r:id="{relation}" w:history="1">'

    def spell_picture(self, site: Site, picture: Picture) -> str:
        """``w:drawing`` in the run, as wide as the text or the cell at most."""
        fitted = picture.fit(self._measure(site))
        file = picture.file
        relation = self._open_package().add_picture(site.part, file.data, file.extension)
        return f"</w:t>{spell_drawing(fitted, relation)}{_OPEN_TEXT}"

    def check_number(self, *facts: Any) -> None:
        """Of ``w:numPr``, or of the style."""
        self._open_lists().check(*facts)

    def check_page_break(self, site: Site) -> None:
        """Only between the paragraphs of the body."""
        if site.part != _DOCUMENT or site.find("w:tbl") >= 0:
            raise ValueError(_("a new page can't begin in a table, a header, a footer or a note"))
        if site.find("w:txbxContent") >= 0:
            raise ValueError(_("a new page can't begin in a text box"))

    def spell_page_break(self, site: Site, begun: bool) -> str:
        """``w:br`` of the type ``page``, or a property of a paragraph that begins with it."""
        if begun or not self._begin_page(site):
            return f'</w:t><w:br w:type="page"/>{_OPEN_TEXT}'
        return ""

    def _begin_page(self, site: Site) -> bool:
        """Let the paragraph begin a page, if nothing that can be seen stands before the mark."""
        text, run = site.text, site.find("w:r")
        head = _HEAD.match(text, site.find("w:p"), run)
        if head is None:
            return False
        bare = head["none"] is not None
        end = head.end() if bare else text.find(_END_PROPERTIES, head.end(), run)
        behind = end + (0 if bare else len(_END_PROPERTIES))
        opening = _RUN.match(text, run)
        own = read_properties(text, run)
        if end < 0 or opening is None or not _UNSEEN.fullmatch(text, behind, run):
            return False
        if not _FIRST_TEXT.fullmatch(text, opening.end() + len(own), site.at):
            return False
        if bare:
            start = head.start("none")
            site.changes[start] = (head.end(), f"<w:pPr>{_BREAK_BEFORE}{_END_PROPERTIES}")
        else:
            site.changes[head.end()] = (head.end(), _BREAK_BEFORE)
        return True

    def finish(self, parts: dict[str, bytes]) -> None:
        """Put pictures and links into the package."""
        if self._package is not None:
            self._package.finish(parts)

    def _open_package(self) -> WordPackage:
        if self._package is None:
            self._package = WordPackage(self.parts)
        return self._package

    def _measure(self, site: Site) -> Fraction:
        """The width of the text there, in millimetres."""
        if self._width is None:
            self._width = measure_text(self.parts[_DOCUMENT].decode())
        cell = site.find("w:tc")
        if cell < 0 or site.find("w:txbxContent") > cell:
            return self._width
        return min(measure_cell(site.text, cell, site.at), self._width)

    def _find_namespaces(self, site: Site) -> str:
        if site.part not in self._namespaces:
            self._namespaces[site.part] = find_namespaces(site.text)
        return self._namespaces[site.part]


def read_properties(text: str, run: int) -> str:
    """``<w:rPr>…</w:rPr>`` of the run that begins there, or nothing.

    What a tracked change says of the run before it has properties inside the properties.
    """
    opening = _RUN.match(text, run)
    start = opening.end() if opening else run
    if not text.startswith("<w:rPr>", start):
        return ""
    depth = 0
    for match in _PROPERTIES.finditer(text, start):
        depth += -1 if match[1] else 1
        if not depth:
            return text[start : match.end()]
    return ""
