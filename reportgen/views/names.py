"""The names with which what a template prints begins.

Fields of a template are told from other fields by these, before there is any data.
"""

from __future__ import annotations

REPORT_NAMES = (
    "report",
    "chapters",
    "contents",
    "purpose",
    "organization",
    "staffing",
    "duties",
    "revenue_summary",
    "expenditure_summary",
    "programme_budget",
    "strategy",
    "policies",
    "revenue_detail",
    "execution",
    "audit",
    "figures",
)
"""Those of :func:`reportgen.views.report.view_report`."""

AMENDMENT_NAMES = (
    "report",
    "amendment",
    "sections",
    "reasons",
    "provisions",
    "summary",
    "comparison",
    "transfers",
    "carryover",
    "staffing",
    "sentence",
    "revenue",
    "expenditure",
    "rows_note",
    "rounding_note",
    "figures",
)
"""Those of :func:`reportgen.views.amendment.view_amendment`."""
