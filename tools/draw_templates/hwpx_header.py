"""The header part of the HWPX template: faces, borders, characters, paragraphs, styles.

It is python-hwpx's empty document with the lists put in anew (KS X 6101, clause 9).
"""

from __future__ import annotations

from lxml import etree

from tools.draw_templates.elements import Edges
from tools.draw_templates.hwpx_shapes import (
    BASE,
    LANGUAGES,
    UNFRAMED,
    Fill,
    hh,
    make_border_fill,
    make_character,
    make_faces,
    make_paragraph,
    make_tab_list,
)
from tools.draw_templates.looks import LOOKS
from tools.draw_templates.styles import STYLES
from tools.draw_templates.xml import Node, to_bytes


class Header:
    """The lists of the header part; the body asks them for ids."""

    def __init__(self) -> None:
        self._fills: list[Fill] = [Fill(Edges()), Fill(Edges())]
        self._characters: list[tuple[str, str]] = [("normal", "")]
        self._keys = list(STYLES)
        for key in self._keys:
            self.character_id(key, "")

    def fill_id(self, fill: Fill) -> int:
        """The id of a border fill, counted from 1."""
        if fill not in self._fills[1:]:
            self._fills.append(fill)
        return self._fills.index(fill, 1) + 1

    def character_id(self, style: str, look: str) -> int:
        """The id of the characters of a style in a look."""
        if (style, look) not in self._characters:
            self._characters.append((style, look))
        return self._characters.index((style, look))

    def style_id(self, key: str) -> int:
        """The id of a style, which is also that of its paragraph properties."""
        return self._keys.index(key)

    def make(self, skeleton: bytes) -> bytes:
        """``Contents/header.xml``."""
        root = etree.fromstring(skeleton)
        lists = root.find(f"{{{BASE}head}}refList")
        assert lists is not None
        paragraphs = [self._paragraph(number, key) for number, key in enumerate(self._keys)]
        characters = [
            make_character(number, STYLES[key], LOOKS.get(look))
            for number, (key, look) in enumerate(self._characters)
        ]
        _refill(lists, "fontfaces", [make_faces(language) for language in LANGUAGES])
        _refill(lists, "borderFills", self._border_fills())
        _refill(lists, "charProperties", characters)
        _refill(lists, "tabProperties", self._tabs())
        _refill(lists, "paraProperties", paragraphs)
        styles = [self._style(n, key) for n, key in enumerate(self._keys)]
        _refill(lists, "styles", [*styles, self._page_number_style()])
        _silence_outline(lists)
        return to_bytes(root)

    def _border_fills(self) -> list[Node]:
        return [make_border_fill(number, fill) for number, fill in enumerate(self._fills, 1)]

    def _tabs(self) -> list[Node]:
        return [make_tab_list(number, STYLES[key]) for number, key in enumerate(self._keys)]

    def _paragraph(self, number: int, key: str) -> Node:
        style = STYLES[key]
        framed = style.top or style.bottom
        fill = self.fill_id(Fill(Edges(style.top, style.bottom))) if framed else UNFRAMED
        return make_paragraph(number, style, fill)

    def _style(self, number: int, key: str) -> Node:
        style = STYLES[key]
        return hh(
            "style",
            {
                "id": number,
                "type": "PARA",
                "name": style.hangul_name or style.name,
                "engName": style.word_name.title() if style.word_name else "",
                "paraPrIDRef": number,
                "charPrIDRef": self.character_id(key, ""),
                "nextStyleIDRef": number,
                "langID": 1042,
                "lockForm": 0,
            },
        )

    def _page_number_style(self) -> Node:
        names = {"id": len(self._keys), "type": "CHAR", "name": "쪽 번호"}
        links = {"paraPrIDRef": 0, "charPrIDRef": self.character_id("footer", "")}
        end = {"nextStyleIDRef": 0, "langID": 1042, "lockForm": 0}
        return hh("style", names | {"engName": "Page Number"} | links | end)


def _refill(lists: Node, tag: str, items: list[Node]) -> None:
    holder = lists.find(f"{{{BASE}head}}{tag}")
    assert holder is not None
    for child in list(holder):
        holder.remove(child)
    holder.extend(items)
    holder.set("itemCnt", str(len(items)))


def _silence_outline(lists: Node) -> None:
    """Headings carry their number in the text: the outline must not print one of its own."""
    for level in lists.iter(f"{{{BASE}head}}paraHead"):
        level.text = None
        level.set("useInstWidth", "0")
        level.set("autoIndent", "0")
        level.set("textOffset", "0")
