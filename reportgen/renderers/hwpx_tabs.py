"""Tabs as wide as the text before them leaves room.

A tab in HWPX carries its width. Hancom Office computes it anew, other readers trust it,
and behind a text that came from data the template's width is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from reportgen.renderers.hwpx_shapes import CharacterShape, ParagraphShape, Shapes

PARAGRAPH = "<hp:p "
_TAB = "<hp:tab "
_SHAPE = re.compile(r'paraPrIDRef="(\d+)"')
_PIECES = re.compile(
    r'<hp:run [^>]*charPrIDRef="(?P<run>\d+)"'
    r'|(?P<tab><hp:tab width=")(?P<width>-?\d+)(?=")'
    r"|(?<=>)(?P<text>[^<>]+)(?=<)"
    r"|(?P<space><hp:nbSpace/>)"
)
_MOST_KNOWN = 512
_NO_SHAPE = CharacterShape(1000, (100, 100), (0, 0))


def fit_tabs(section: str, shapes: Shapes) -> str:
    """The section with the width of every tab that leads to a tab stop."""
    pieces: list[str] = []
    done, at = 0, section.find(_TAB)
    while at >= 0:
        begin = section.rfind(PARAGRAPH, done, at)
        end = section.find(PARAGRAPH, at)
        end = len(section) if end < 0 else end
        if begin >= 0:
            begin += len(PARAGRAPH)
            pieces += (section[done:begin], _fit(section[begin:end], shapes))
            done = end
        at = section.find(_TAB, end)
    return "".join((*pieces, section[done:])) if pieces else section


def _fit(paragraph: str, shapes: Shapes) -> str:
    """A paragraph from its attributes on; what follows its end is left alone."""
    own, end, rest = paragraph.partition("</hp:p>")
    match = _SHAPE.search(own)
    shape = shapes.paragraphs.get(match[1]) if match else None
    if match is None or shape is None:
        return paragraph
    begin = match.start()
    pieces: list[str] = []
    at = 0
    for start, width in _list_widths(own[begin : _find_end(own, shape)], shape, shapes):
        stop = own.index('"', begin + start)
        pieces += (own[at : begin + start], str(width))
        at = stop
    return "".join((*pieces, own[at:], end, rest))


@lru_cache(_MOST_KNOWN)
def _list_widths(text: str, shape: ParagraphShape, shapes: Shapes) -> tuple[tuple[int, int], ...]:
    """The same for the same beginning of a paragraph, such as a bullet."""
    return tuple(_compute_widths(text, shape, shapes))


def _compute_widths(text: str, shape: ParagraphShape, shapes: Shapes) -> Iterator[tuple[int, int]]:
    """Where each width stands in the text, and what it has to be."""
    matches = list(_PIECES.finditer(text))
    advances = list(_measure(matches, shapes))
    at = shape.start
    for number, match in enumerate(matches):
        if match["tab"] is None:
            at += advances[number]
            continue
        stop = shape.next_stop(at)
        if stop is None:
            at += int(match["width"])
            continue
        position, kind = stop
        after = _until_tab(matches, advances, number) if kind != "LEFT" else 0
        share = {"RIGHT": after, "CENTER": after // 2}.get(kind, 0)
        width = max(position - at - share, 0)
        yield match.start("width"), width
        at += width


def _find_end(text: str, shape: ParagraphShape) -> int:
    """Where the text ends on which the width of a tab may depend."""
    if any(kind != "LEFT" for _at, kind in shape.stops):
        return len(text)
    return text.find(">", text.rfind(_TAB)) + 1


def _measure(matches: list[re.Match[str]], shapes: Shapes) -> Iterator[int]:
    """How far each piece moves on; a tab not at all."""
    character = _NO_SHAPE
    for match in matches:
        if match["run"]:
            character = shapes.characters.get(match["run"], _NO_SHAPE)
        text = " " if match["space"] else unescape(match["text"] or "")
        yield character.measure(text) if text else 0


def _until_tab(matches: list[re.Match[str]], advances: list[int], number: int) -> int:
    """The width of the text between this tab and the next one."""
    width = 0
    for match, advance in zip(matches[number + 1 :], advances[number + 1 :], strict=True):
        if match["tab"]:
            break
        width += advance
    return width
