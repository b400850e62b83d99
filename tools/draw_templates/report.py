"""The documents from cover to last chapter, each as one sequence of elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    """The council report, with a contents page."""
    return tuple(_make_document("{{ report.year }}년 {{ report.title }}", make_contents()))


def make_amendment() -> tuple[Element, ...]:
    """The amendment package, which has no contents page."""
    return tuple(_make_document("{{ amendment.title }}", ()))


def _make_document(title: str, contents: Iterable[Element]) -> Iterator[Element]:
    """The elements of a document in their order.

    The prototypes stand behind the first paragraph, which holds the page set-up in HWPX;
    a macro has to be read before it is used.
    """
    yield text("cover_space")
    yield from make_grid_macro("grid_table", TEXT_WIDTH_MM)
    yield from make_grid_macro("short_table", TEXT_WIDTH_MM, breaks="whole")
    yield from make_grid_macro("small_grid_table", _NARROW_MM, "small_note")
    yield from make_small_flow_macro("small_flow", "small_grid_table", _NARROW_MM)
    yield from make_blocks_macro("blocks_table")
    yield from make_chart_macro()
    yield from make_flow_macro("flow", TEXT_WIDTH_MM)
    yield from make_cover(title)
    yield from contents
    yield tag("for chapter in outline")
    yield tag("if chapter.new_page")
    yield _make_heading("chapter")
    yield tag("else")
    yield _make_heading("section")
    yield tag("endif")
    yield insert("flow(chapter.blocks)")
    yield tag("endfor")


def _make_heading(style: str) -> Paragraph:
    """The heading of a chapter: its number in a filled box, its title beside it."""
    return text(
        style,
        "{% anchor chapter.anchor %}",
        Run("\u00a0{{ chapter.number }}\u00a0", "number"),
        "  {{ chapter.title }}",
    )
