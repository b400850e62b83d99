"""Messages in red in a finished document, in the place of what failed; only in drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reportgen.templating.dialect import ID_TOKEN, Dialect
from reportgen.templating.formats.owpml import HangulDialect

OPEN_MARK, CLOSE_MARK = "\ufdeb", "\ufdec"
"""Around a message in a text that was rendered; no value can hold them."""

RED = "FF0000"
_MARK = re.compile(f"{OPEN_MARK}([^{CLOSE_MARK}]*){CLOSE_MARK}")
_RED_SHAPE = "\ufded"
"""Stands before the number of a character shape in HWPX of which a red one is wanted."""

_HEADER = "Contents/header.xml"
_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
_WORD_RUN = re.compile(r"<w:r(?:\s[^>]*)?>\s*(?P<look><w:rPr>.*?</w:rPr>)?", re.DOTALL)
_HANGUL_RUN = re.compile(r"<hp:run\s[^>]*?charPrIDRef=\"(\d+)\"")
_AFTER_HANGUL = re.compile(r"</hp:p>\Z|<hp:subList\b[^>]*[^/>]>\Z|<hs:sec\b[^>]*>\Z")
_KEPT = re.compile(r"<w:rFonts\b[^>]*/>|<w:sz\b[^>]*/>|<w:szCs\b[^>]*/>")


def put_marks(text: str, dialect: Dialect) -> str:
    """The part with every message in a run or a paragraph of its own, in red.

    One that stands where no text can, such as in an attribute or between rows, is left out.
    """
    hangul = isinstance(dialect, HangulDialect)
    pieces: list[str] = []
    at = 0
    for match in _MARK.finditer(text):
        before = text[at : match.start()]
        pieces.append(before)
        pieces.append(_spell(text, match.start(), match[1], hangul))
        at = match.end()
    return "".join(pieces) + text[at:]


def _spell(text: str, at: int, message: str, hangul: bool) -> str:
    tag = "hp:t" if hangul else "w:t"
    opened = max(text.rfind(f"<{tag}>", 0, at), text.rfind(f"<{tag} ", 0, at))
    if text.rfind("<", 0, at) > text.rfind(">", 0, at):
        return ""  # within a tag
    if opened > text.rfind(f"</{tag}>", 0, at):
        return _spell_hangul(text, at, message) if hangul else _spell_word(text, at, message)
    return _spell_paragraph(text, at, message, hangul)


def _spell_word(text: str, at: int, message: str) -> str:
    start = max(text.rfind("<w:r>", 0, at), text.rfind("<w:r ", 0, at))
    match = _WORD_RUN.match(text, start) if start >= 0 else None
    look = (match["look"] if match else "") or ""
    return f'</w:t></w:r>{_spell_red(look, message)}<w:r>{look}<w:t xml:space="preserve">'


def _spell_red(look: str, message: str) -> str:
    kept = _KEPT.findall(look)
    fonts = "".join(one for one in kept if one.startswith("<w:rFonts"))
    sizes = "".join(one for one in kept if not one.startswith("<w:rFonts"))
    return (
        f'<w:r><w:rPr>{fonts}<w:color w:val="{RED}"/>{sizes}</w:rPr>'
        f'<w:t xml:space="preserve">{message}</w:t></w:r>'
    )


def _spell_hangul(text: str, at: int, message: str) -> str:
    shape = [
        match[1] for match in _HANGUL_RUN.finditer(text, max(text.rfind("<hp:p ", 0, at), 0), at)
    ]
    number = shape[-1] if shape else "0"
    return (
        f'</hp:t></hp:run><hp:run charPrIDRef="{_RED_SHAPE}{number}"><hp:t>{message}</hp:t>'
        f'</hp:run><hp:run charPrIDRef="{number}"><hp:t>'
    )


def _spell_paragraph(text: str, at: int, message: str, hangul: bool) -> str:
    """A paragraph, where one may stand: behind another, or at the beginning of a cell."""
    before = text[:at].rstrip()
    if hangul:
        if not _AFTER_HANGUL.search(before[before.rfind("<") :]):
            return ""
        return (
            f'<hp:p id="{ID_TOKEN}" paraPrIDRef="0" styleIDRef="0" pageBreak="0" '
            f'columnBreak="0" merged="0"><hp:run charPrIDRef="{_RED_SHAPE}0">'
            f"<hp:t>{message}</hp:t></hp:run></hp:p>"
        )
    if not before.endswith(("</w:p>", "<w:body>", "</w:tcPr>", "<w:p/>")):
        return ""
    return f"<w:p>{_spell_red('', message)}</w:p>"


def add_red_shapes(parts: dict[str, bytes]) -> None:
    """Give HWPX a red character shape for each one that a message needs; the parts are changed."""
    wanted = sorted({int(number) for data in parts.values() for number in _list_wanted(data)})
    if not wanted or _HEADER not in parts:
        return
    root = etree.fromstring(parts[_HEADER])
    made: dict[int, int] = {}
    shapes = {int(shape.get("id", "0")): shape for shape in root.iter(f"{_HH}charPr")}
    holder = next(root.iter(f"{_HH}charProperties"), None)
    for number in wanted:
        model = shapes.get(number)
        if model is None or holder is None:
            made[number] = number
            continue
        copy = etree.fromstring(etree.tostring(model))
        made[number] = max(shapes) + 1 + len(made)
        copy.set("id", str(made[number]))
        copy.set("textColor", f"#{RED}")
        copy.tail = None
        holder.append(copy)
    if holder is not None:
        holder.set("itemCnt", str(len(holder)))
    parts[_HEADER] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for name, data in parts.items():
        if _RED_SHAPE.encode() in data:
            parts[name] = _number_shapes(data.decode(), made).encode()


def _list_wanted(data: bytes) -> Iterator[bytes]:
    return (match[1] for match in re.finditer(_RED_SHAPE.encode() + rb"(\d+)", data))


def _number_shapes(text: str, made: dict[int, int]) -> str:
    return re.sub(rf"{_RED_SHAPE}(\d+)", lambda match: str(made[int(match[1])]), text)
