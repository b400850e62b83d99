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


def make_flow_macro(name: str, width_mm: float) -> Iterator[Element]:
    """The macro that prints the blocks of a chapter.

    :param width_mm: how wide a box may be.
    """
    yield tag(f"macro {name}(blocks)")
    yield tag("for block in blocks")
    yield tag('if block.kind == "heading" and block.new_page')
    yield text("heading", "□\t{{ block.text }}", new_page=True)
    yield from _make_lines("", begun=True)
    yield from _make_schedule("")
    yield from _make_box("", width_mm)
    yield tag('elif block.kind == "table" and block.grid.rows | length <= 12')
    yield insert("short_table(block.grid)")
    yield tag('elif block.kind == "table"')
    yield insert("grid_table(block.grid)")
    yield tag('elif block.kind == "blocks_table"')
    yield insert("blocks_table(block.grid)")
    yield tag('elif block.kind == "chart"')
    yield insert("chart(block.grid)")
    yield tag('elif block.kind == "article"')
    yield text("article", "{{ block.marker }}\t{{ block.text }}")
    yield from _make_page()
    yield tag("endif")
    yield tag("endfor")
    yield tag("endmacro")


def make_small_flow_macro(name: str, grid_macro: str, width_mm: float) -> Iterator[Element]:
    """The macro that prints blocks inside a cell."""
    yield tag(f"macro {name}(blocks)")
    yield tag("for block in blocks")
    yield from _make_lines("small_")
    yield from _make_schedule("small_")
    yield from _make_box("small_", width_mm)
    yield tag('elif block.kind == "table"')
    yield insert(f"{grid_macro}(block.grid)")
    yield tag("endif")
    yield tag("endfor")
    yield tag("endmacro")


def _make_lines(prefix: str, *, begun: bool = False) -> Iterator[Element]:
    """A line for each kind of bullet.

    :param prefix: of the styles that bullets stand in.
    :param begun: whether another kind stands before.
    """
    for number, (kind, style, marker) in enumerate(_MARKS):
        yield tag(f'{"elif" if number or begun else "if"} block.kind == "{kind}"')
        yield _make_bullet(prefix + style, marker)
    yield tag('elif block.kind == "paragraph"')
    yield text("addressee" if prefix else "prose", "{{ block.text }}")
    yield tag('elif block.kind == "list"')
    yield text(f"{prefix}note" if prefix else "list", "{{ block.marker }}\t{{ block.text }}")


def _make_page() -> Iterator[Element]:
    """Programmes: their list, the divider of a policy, the head of a page."""
    title = "{{ block.number }}. {{ block.text }}"
    yield tag('elif block.kind == "list_policy"')
    yield text("list_policy", title)
    yield tag('elif block.kind == "list_programme"')
    yield text("list_project", "{{ block.number }}.\t{{ block.text }}")
    yield tag('elif block.kind == "divider"')
    yield text("divider_space")
    yield text("policy", f"{{% anchor block.anchor %}}{title}")
    yield tag('elif block.kind == "divider_entry"')
    yield text("divider_entry", title)
    yield tag('elif block.kind == "page"')
    yield text("project", f"{{% anchor block.anchor %}}{title}")
    yield tag('elif block.kind == "contact"')
    yield text("contact", "{{ block.text }}")
    yield tag('elif block.kind == "goal"')
    yield make_goal_box("{{ block.text }}")
    yield tag('elif block.kind == "group_title"')
    yield text("group_title", "{{ block.text }}")


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
