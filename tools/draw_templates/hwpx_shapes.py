"""The shapes that the header part lists: faces, borders, characters, tabs, paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tools.draw_templates.elements import Edges, Line
from tools.draw_templates.looks import FACES, Face, Look, Style, TabStop
from tools.draw_templates.xml import Node, make_maker

BASE = "http://www.hancom.co.kr/hwpml/2011/"
NAMESPACES: dict[str | None, str] = {
    "hp": f"{BASE}paragraph",
    "hh": f"{BASE}head",
    "hc": f"{BASE}core",
    "hs": f"{BASE}section",
}
hp, hh, hc = (make_maker(NAMESPACES, prefix) for prefix in ("hp", "hh", "hc"))
UNIT = "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar"
LANGUAGES = ("HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER")
_WIDTHS_MM = (0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 1.0, 1.5, 2.0, 3.0)
_PAGE_FRAME, UNFRAMED = 1, 2
"""The fills that every document has: that of the page, and that of what has no frame."""


def units(mm: float) -> int:
    """Millimetres in 1/7200 inch."""
    return round(mm * 7200 / 25.4)


def points(pt: float) -> int:
    """Points in 1/7200 inch."""
    return round(pt * 100)


@dataclass(frozen=True, slots=True)
class Fill:
    """Edges and shade of a cell or paragraph."""

    edges: Edges
    shade: str = ""


def make_faces(language: str) -> Node:
    """The faces for one language; each names what may stand in for it."""
    fonts = [_font(number, face) for number, face in enumerate(FACES)]
    return hh("fontface", {"lang": language, "fontCnt": len(fonts)}, *fonts)


def _font(number: int, face: Face) -> Node:
    kind = {"familyType": "FCAT_GOTHIC", "weight": 6, "proportion": 4, "contrast": 0}
    shape = {"strokeVariation": 1, "armStyle": 1, "letterform": 1, "midline": 1, "xHeight": 1}
    substitute = {"face": face.hangul_fallback, "type": "TTF", "isEmbedded": 0}
    return hh(
        "font",
        {"id": number, "face": face.name, "type": "TTF", "isEmbedded": 0},
        hh("substFont", substitute | {"binaryItemIDRef": ""}),
        hh("typeInfo", kind | shape),
    )


def _line(tag: str, line: Line | None) -> Node:
    if line is None:
        return hh(tag, {"type": "NONE", "width": "0.1 mm", "color": "#000000"})
    width = min(_WIDTHS_MM, key=lambda known: abs(known - line.width_mm))
    kind = "DOUBLE_SLIM" if line.double else "SOLID"
    return hh(tag, {"type": kind, "width": f"{width:g} mm", "color": f"#{line.colour}"})


def make_border_fill(number: int, fill: Fill) -> Node:
    """``hh:borderFill``."""
    edges = fill.edges
    plain = {"type": "NONE", "Crooked": 0, "isCounter": 0}
    shade = f"#{fill.shade}" if fill.shade else "none"
    brush = hc("winBrush", {"faceColor": shade, "hatchColor": "#999999", "alpha": 0})
    return hh(
        "borderFill",
        {"id": number, "threeD": 0, "shadow": 0, "centerLine": "NONE"}
        | {"breakCellSeparateLine": 0},
        hh("slash", plain),
        hh("backSlash", plain),
        _line("leftBorder", edges.left),
        _line("rightBorder", edges.right),
        _line("topBorder", edges.top),
        _line("bottomBorder", edges.bottom),
        hh("diagonal", {"type": "SOLID", "width": "0.1 mm", "color": "#000000"}),
        None if number == _PAGE_FRAME else hc("fillBrush", None, brush),
    )


def _for_each_language(tag: str, value: int) -> Node:
    return hh(tag, {language.lower(): value for language in LANGUAGES})


def make_character(number: int, style: Style, look: Look | None) -> Node:
    """``hh:charPr``: the characters of a style in a look."""
    bold = look.bold if look and look.bold is not None else style.bold
    colour = (look and look.colour) or style.colour
    shade = f"#{look.shade}" if look and look.shade else "none"
    return hh(
        "charPr",
        {
            "id": number,
            "height": points(style.size_pt),
            "textColor": f"#{colour}",
            "shadeColor": shade,
            "useFontSpace": 0,
            "useKerning": 0,
            "symMark": "NONE",
            "borderFillIDRef": UNFRAMED,
        },
        _for_each_language("fontRef", FACES.index(style.face)),
        _for_each_language("ratio", 100),
        _for_each_language("spacing", style.spacing_percent),
        _for_each_language("relSz", 100),
        _for_each_language("offset", 0),
        hh("bold") if bold else None,
        hh("underline", {"type": "NONE", "shape": "SOLID", "color": "#000000"}),
        hh("strikeout", {"shape": "NONE", "color": "#000000"}),
        hh("outline", {"type": "NONE"}),
        hh("shadow", {"type": "NONE", "color": "#C0C0C0", "offsetX": 10, "offsetY": 10}),
    )


def _switch(make: Callable[[int], Iterable[Node]]) -> Node:
    """Lengths are written twice: as they are, and doubled for older programs."""
    case = hp("case", {f"{{{BASE}paragraph}}required-namespace": UNIT}, *make(1))
    return hp("switch", None, case, hp("default", None, *make(2)))


def make_tab_list(number: int, style: Style) -> Node:
    """``hh:tabPr``; a hanging style has an automatic stop where its lines begin."""
    hangs = style.rest_mm > style.first_mm
    attributes = {"id": number, "autoTabLeft": int(hangs), "autoTabRight": 0}
    return hh("tabPr", attributes, *(_tab_stop(stop) for stop in style.tabs))


def _tab_stop(stop: TabStop) -> Node:
    def make(factor: int) -> Iterable[Node]:
        leader = "DASH" if stop.dots else "NONE"  # what Hancom Office draws as fine dots
        attributes = {"pos": units(stop.at_mm) * factor, "type": stop.align.upper()}
        unit = {"unit": "HWPUNIT"} if factor == 1 else {}
        yield hh("tabItem", attributes | {"leader": leader} | unit)

    return _switch(make)


def make_paragraph(number: int, style: Style, fill: int) -> Node:
    """The properties of a paragraph; its lines end between words.

    Hancom Office breaks Hangul words where it reads ``KEEP_WORD`` and keeps them whole where
    it reads ``BREAK_WORD``, against the names.
    """
    heading = {"type": "NONE", "idRef": 0, "level": 0}
    if style.outline:
        heading = {"type": "OUTLINE", "idRef": 0, "level": style.outline - 1}
    return hh(
        "paraPr",
        {"id": number, "tabPrIDRef": number, "condense": 0, "fontLineHeight": 0}
        | {"snapToGrid": 0, "suppressLineNumbers": 0, "checked": 0, "textDir": "LTR"},
        hh("align", {"horizontal": style.align.upper(), "vertical": "BASELINE"}),
        hh("heading", heading),
        hh(
            "breakSetting",
            {"breakLatinWord": "KEEP_WORD", "breakNonLatinWord": "BREAK_WORD", "widowOrphan": 1}
            | {"keepWithNext": int(style.keep_next), "keepLines": 0, "pageBreakBefore": 0}
            | {"lineWrap": "BREAK"},
        ),
        hh("autoSpacing", {"eAsianEng": 0, "eAsianNum": 0}),
        _switch(lambda factor: _lengths(style, factor)),
        hh(
            "border",
            {"borderFillIDRef": fill, "offsetLeft": 0, "offsetRight": 0}
            | {"offsetTop": _gap(style, style.top), "offsetBottom": _gap(style, style.bottom)}
            | {"connect": 0, "ignoreMargin": 0},
        ),
    )


def _gap(style: Style, line: Line | None) -> int:
    return points(style.line_gap_pt) if line else 0


def _lengths(style: Style, factor: int) -> Iterable[Node]:
    lengths = {
        "intent": -units(style.rest_mm - style.first_mm),
        "left": units(style.first_mm),
        "right": 0,
        "prev": points(style.before_pt),
        "next": points(style.after_pt),
    }
    nodes = (hc(t, {"value": v * factor, "unit": "HWPUNIT"}) for t, v in lengths.items())
    yield hh("margin", None, *nodes)
    percent = style.leading.hangul_percent
    yield hh("lineSpacing", {"type": "PERCENT", "value": percent, "unit": "HWPUNIT"})
