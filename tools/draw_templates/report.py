"""The whole report from cover to audit results, as one sequence of elements."""

from __future__ import annotations

from tools.draw_templates.elements import Element, Paragraph, Run, insert, tag, text
from tools.draw_templates.flows import make_flow_macro, make_small_flow_macro
from tools.draw_templates.front import make_contents, make_cover
from tools.draw_templates.grids import make_blocks_macro, make_chart_macro, make_grid_macro
from tools.draw_templates.looks import TEXT_WIDTH_MM

HEADER = (
    tag("if report.mark"),
    text("header_draft", "{{ report.mark }}"),
    tag("endif"),
    text("header", "{{ report.organization }}"),
)
_NARROW_MM = TEXT_WIDTH_MM * 0.65 - 6


def make_report() -> tuple[Element, ...]:
    """The elements in their order.

    The prototypes stand behind the first paragraph, which holds the page set-up in HWPX;
    a macro has to be read before it is used.
    """
    return (
        text("cover_space"),
        *make_grid_macro("grid_table", TEXT_WIDTH_MM),
        *make_grid_macro("short_table", TEXT_WIDTH_MM, breaks="whole"),
        *make_grid_macro("small_grid_table", _NARROW_MM, "small_note"),
        *make_small_flow_macro("small_flow", "small_grid_table", _NARROW_MM),
        *make_blocks_macro("blocks_table"),
        *make_chart_macro(),
        *make_flow_macro("flow", TEXT_WIDTH_MM),
        *make_cover("{{ report.year }}년 {{ report.title }}"),
        *make_contents(),
        tag("for chapter in outline"),
        make_chapter_heading("chapter"),
        insert("flow(chapter.blocks)"),
        tag("endfor"),
    )


def make_chapter_heading(chapter: str) -> Paragraph:
    """The heading of a chapter: its number in a filled box, its title beside it."""
    return text(
        "chapter",
        f"{{% anchor {chapter}.anchor %}}",
        Run(f"\u00a0{{{{ {chapter}.number }}}}\u00a0", "number"),
        f"  {{{{ {chapter}.title }}}}",
    )
