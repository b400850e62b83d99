"""Prototypes of what content blocks become: bullets, schedules, boxes."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.elements import (
    Cell,
    Edges,
    Element,
    Paragraph,
    Row,
    Run,
    Table,
    insert,
    strong,
    tag,
    text,
)
from tools.draw_templates.looks import BOX_LINE, TEXT_WIDTH_MM, TINT

_MARKS = (
    ("heading", "heading", "□"),
    ("item", "item", "ㅇ"),
    ("detail", "detail", "-"),
    ("note", "note", "※"),
    ("point", "note", "▸"),
    ("pointer", "note", "☞"),
    ("numbered", "note", "{{ block.marker }}"),
)
_BOX_EDGES = Edges(BOX_LINE, BOX_LINE, BOX_LINE, BOX_LINE)
_BOX_PADDING_MM = (2.5, 1.5)


def make_flow_macro(name: str, prefix: str, grid_macro: str, width_mm: float) -> Iterator[Element]:
    """The macro that prints a list of blocks.

    :param prefix: of the styles that bullets stand in.
    :param width_mm: how wide a box may be.
    """
    yield tag(f"macro {name}(blocks)")
    yield tag("for block in blocks")
    for number, (kind, style, marker) in enumerate(_MARKS):
        yield tag(f'{"elif" if number else "if"} block.kind == "{kind}"')
        yield _make_bullet(prefix + style, marker)
    yield from _make_schedule(prefix)
    yield from _make_box(prefix, width_mm)
    yield tag('elif block.kind == "table"')
    yield insert(f"{grid_macro}(block.grid)")
    yield tag("endif")
    yield tag("endfor")
    yield tag("endmacro")


def _make_bullet(style: str, marker: str) -> Paragraph:
    """A line with its marker; only an item has a label."""
    if not style.endswith("item"):
        return text(style, f"{marker}\t{{{{ block.text }}}}")
    return text(
        style,
        f"{marker}\t{{% if block.label %}}",
        strong("{{ block.label }}"),
        Run("{% endif %}{{ block.text }}"),
    )


def _make_schedule(prefix: str) -> Iterator[Element]:
    style, note = ("small_item", "small_note") if prefix else ("schedule", "note")
    yield tag('elif block.kind == "schedule"')
    yield tag("for step in block.items")
    # One tab a line: some programs take the width of the first tab for the second one, too.
    gap, between = ("\t", " : ") if prefix else (" ", "\t: ")
    yield text(style, f"ㅇ{gap}{{{{ step.task }}}}{between}{{{{ step.period }}}}")
    yield tag("if step.note")
    yield text(note, "※\t{{ step.note }}")
    yield tag("endif")
    yield tag("endfor")


def _make_box(prefix: str, width_mm: float) -> Iterator[Element]:
    line = f"{prefix}detail" if prefix else "box_line"
    yield tag('elif block.kind == "box"')
    title = Cell((text("box_title", "{{ block.title }}"),), fill=TINT, edges=_BOX_EDGES)
    content = (tag("for line in block.lines"), text(line, "-\t{{ line }}"), tag("endfor"))
    rows = Row((title,)), Row((Cell(content, edges=_BOX_EDGES),))
    yield Table((width_mm,), rows, breaks="never", padding_mm=_BOX_PADDING_MM)


def make_goal_box(expression: str) -> Table:
    """The tinted box that says what a programme is for."""
    cell = Cell((text("goal", expression),), fill=TINT, edges=_BOX_EDGES)
    rows = (Row((cell,), height_mm=16),)
    return Table((TEXT_WIDTH_MM,), rows, breaks="whole", padding_mm=_BOX_PADDING_MM)
