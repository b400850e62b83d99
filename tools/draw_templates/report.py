"""The whole report from cover to audit results, as one sequence of elements."""

from __future__ import annotations

from tools.draw_templates.audit import RESULT_MM, make_audit
from tools.draw_templates.chapters import make_budget, make_general, make_strategy
from tools.draw_templates.elements import Element, tag, text
from tools.draw_templates.flows import make_flow_macro
from tools.draw_templates.front import make_contents, make_cover
from tools.draw_templates.grids import make_chart_macro, make_grid_macro
from tools.draw_templates.looks import TEXT_WIDTH_MM
from tools.draw_templates.projects import make_projects

HEADER = (
    tag("if report.mark"),
    text("header_draft", "{{ report.mark }}"),
    tag("endif"),
    text("header", "{{ report.organization }}"),
)
_NARROW_MM = RESULT_MM - 6


def make_report() -> tuple[Element, ...]:
    """The elements in their order.

    The prototypes stand behind the first paragraph, which holds the page set-up in HWPX;
    a macro has to be read before it is used.
    """
    return (
        text("cover_space"),
        *make_grid_macro("grid_table", TEXT_WIDTH_MM),
        *make_grid_macro("small_grid_table", _NARROW_MM, "small_note"),
        *make_flow_macro("flow", "", "grid_table", TEXT_WIDTH_MM),
        *make_flow_macro("small_flow", "small_", "small_grid_table", _NARROW_MM),
        *make_chart_macro(),
        *make_cover("{{ report.year }}년 {{ report.title }}"),
        *make_contents(),
        *make_general(),
        *make_strategy(),
        *make_projects(),
        *make_budget(),
        *make_audit(),
    )
