"""The styles part of the DOCX template (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.elements import Line
from tools.draw_templates.looks import (
    CELL_PADDING_MM,
    FACES,
    INSIDE,
    LOOKS,
    RULE,
    Face,
    Look,
    Style,
)
from tools.draw_templates.styles import STYLES
from tools.draw_templates.xml import Maker, Node, make_maker, serialize

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: dict[str | None, str] = {"w": W, "r": R, "mc": MC, "w15": W15}
w: Maker = make_maker(NAMESPACES, "w", own_attributes=True)

RULED_STYLE = "ReportTable"
_BUILT_IN_ID = {"normal": "Normal", "chapter": "Heading1", "policy": "Heading2"} | {
    "project": "Heading3",
    "heading": "Heading4",
    "toc1": "TOC1",
    "toc2": "TOC2",
    "toc3": "TOC3",
    "contents_title": "TOCHeading",
    "cover_title": "Title",
    "caption": "Caption",
    "header": "Header",
    "footer": "Footer",
}


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def style_id(key: str) -> str:
    """The id that paragraphs name: Word's own where it has that style."""
    return _BUILT_IN_ID.get(key) or "Report" + "".join(part.title() for part in key.split("_"))


def look_id(key: str) -> str:
    """The id of a character style."""
    return f"Look{key.title()}"


def draw_line(tag: str, line: Line | None) -> Node:
    """A border of a paragraph, table or cell; eighths of a point."""
    if line is None:
        return w(tag, {"val": "nil"})
    strokes = 3 if line.double else 1  # Word takes the width of one stroke, Hancom of all
    width = max(round(line.width_mm * 72 / 25.4 * 8 / strokes), 2)
    kind = "double" if line.double else "single"
    return w(tag, {"val": kind, "sz": width, "space": 0, "color": line.colour})


def make_styles() -> bytes:
    """``word/styles.xml``."""
    default = STYLES["normal"]
    root = w(
        "styles",
        None,
        w(
            "docDefaults",
            None,
            w("rPrDefault", None, w("rPr", None, *_character_nodes(default))),
            w("pPrDefault", None, w("pPr", None, w("widowControl"))),
        ),
        *(_paragraph_style(key, style) for key, style in STYLES.items()),
        _plain_character_style(),
        *(_character_style(key, look) for key, look in LOOKS.items()),
        _plain_table_style(),
        _ruled_table_style(),
    )
    return serialize(root)


def _paragraph_style(key: str, style: Style) -> Node:
    attributes = {"type": "paragraph", "styleId": style_id(key)}
    if key == "normal":
        attributes["default"] = "1"
    elif not style.word_name:
        attributes["customStyle"] = "1"
    return w(
        "style",
        attributes,
        w("name", {"val": style.word_name or style.name}),
        None if key == "normal" else w("basedOn", {"val": "Normal"}),
        w("uiPriority", {"val": 9 if style.outline else 1}),
        w("qFormat"),
        w("pPr", None, *_paragraph_nodes(style)),
        w("rPr", None, *_character_nodes(style)),
    )


def _paragraph_nodes(style: Style) -> list[Node]:
    nodes = [w("keepNext")] if style.keep_next else []
    if style.new_page:
        nodes.append(w("pageBreakBefore"))
    nodes.append(w("widowControl"))
    if style.top or style.bottom:
        nodes.append(w("pBdr", None, *_paragraph_lines(style)))
    if tabs := _tab_nodes(style):
        nodes.append(w("tabs", None, *tabs))
    nodes += [w("autoSpaceDE", {"val": 0}), w("autoSpaceDN", {"val": 0})]
    nodes.append(
        w(
            "spacing",
            {
                "before": round(style.before_pt * 20),
                "after": round(style.after_pt * 20),
                "line": round(style.leading.word_lines * 240),
                "lineRule": "auto",
            },
        )
    )
    nodes.append(_indent_node(style))
    nodes.append(w("jc", {"val": style.align}))
    if style.outline:
        nodes.append(w("outlineLvl", {"val": style.outline - 1}))
    return nodes


def _paragraph_lines(style: Style) -> Iterator[Node]:
    for tag, line in (("top", style.top), ("bottom", style.bottom)):
        if line:
            node = draw_line(tag, line)
            node.set(f"{{{W}}}space", str(round(style.line_gap_pt)))
            yield node


def _tab_nodes(style: Style) -> list[Node]:
    stops = [(style.rest_mm, "left", False)] if style.rest_mm > style.first_mm else []
    stops += [(stop.at_mm, stop.align, stop.dots) for stop in style.tabs]
    return [
        w("tab", {"val": align} | ({"leader": "dot"} if dots else {}) | {"pos": twips(at)})
        for at, align, dots in stops
    ]


def _indent_node(style: Style) -> Node:
    hanging = twips(style.rest_mm - style.first_mm)
    attributes = {"left": twips(style.rest_mm)} | ({"hanging": hanging} if hanging else {})
    return w("ind", attributes)


def face_node(face: Face) -> Node:
    """The face of Hangul, Latin and symbols alike; quotes and △ are taken as East Asian."""
    names = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), face.name)
    return w("rFonts", names | {"hint": "eastAsia"})


def _character_nodes(style: Style) -> list[Node]:
    nodes = [face_node(style.face)]
    if style.bold:
        nodes += [w("b"), w("bCs")]
    nodes.append(w("color", {"val": style.colour}))
    if style.spacing_percent:
        nodes.append(w("spacing", {"val": round(style.size_pt * style.spacing_percent / 5)}))
    nodes += [w(tag, {"val": round(style.size_pt * 2)}) for tag in ("sz", "szCs")]
    nodes.append(w("lang", {"val": "en-US", "eastAsia": "ko-KR", "bidi": "ar-SA"}))
    return nodes


def _plain_character_style() -> Node:
    return w(
        "style",
        {"type": "character", "default": 1, "styleId": "DefaultParagraphFont"},
        w("name", {"val": "Default Paragraph Font"}),
        w("uiPriority", {"val": 1}),
        w("semiHidden"),
    )


def _character_style(key: str, look: Look) -> Node:
    nodes: list[Node] = []
    if look.bold is not None:
        nodes += [w(tag, {"val": int(look.bold)}) for tag in ("b", "bCs")]
    if look.colour:
        nodes.append(w("color", {"val": look.colour}))
    if look.shade:
        nodes.append(w("shd", {"val": "clear", "color": "auto", "fill": look.shade}))
    return w(
        "style",
        {"type": "character", "customStyle": 1, "styleId": look_id(key)},
        w("name", {"val": look.name}),
        w("basedOn", {"val": "DefaultParagraphFont"}),
        w("qFormat"),
        w("rPr", None, *nodes),
    )


def make_padding(padding_mm: tuple[float, float] = CELL_PADDING_MM) -> Node:
    """The space in the cells of a table."""
    beside, above = padding_mm
    sides = {"top": above, "left": beside, "bottom": above, "right": beside}
    nodes = (w(side, {"w": twips(mm), "type": "dxa"}) for side, mm in sides.items())
    return w("tblCellMar", None, *nodes)


def _plain_table_style() -> Node:
    return w(
        "style",
        {"type": "table", "default": 1, "styleId": "TableNormal"},
        w("name", {"val": "Normal Table"}),
        w("uiPriority", {"val": 99}),
        w("semiHidden"),
        w("tblPr", None, w("tblInd", {"w": 0, "type": "dxa"}), make_padding()),
    )


def _ruled_table_style() -> Node:
    lines = {"top": RULE, "bottom": RULE, "insideH": INSIDE, "insideV": INSIDE}
    borders = w("tblBorders", None, *(draw_line(tag, line) for tag, line in lines.items()))
    return w(
        "style",
        {"type": "table", "customStyle": 1, "styleId": RULED_STYLE},
        w("name", {"val": "보고서 표"}),
        w("basedOn", {"val": "TableNormal"}),
        w("qFormat"),
        w("tblPr", None, borders),
    )


def make_font_table() -> bytes:
    """``word/fontTable.xml``: what may stand in for a face that is not installed."""
    fonts = (
        w("font", {"name": face.name}, w("altName", {"val": face.free_fallback}), _charset())
        for face in FACES
    )
    return serialize(w("fonts", None, *fonts))


def _charset() -> Node:
    return w("charset", {"val": "81"})
