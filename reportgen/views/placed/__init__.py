"""Views that an outline places: each makes blocks of what the folder and its figures say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.model.view_options import View
from reportgen.views.blocks import BlockView
from reportgen.views.placed import amendment, audit, budget, organization, programmes, registers
from reportgen.views.placed.placing import Placing

PLACERS: Mapping[str, Callable[[Placing, Any], list[BlockView]]] = {
    "functions": organization.place_functions,
    "organization": organization.place_organization,
    "staffing": organization.place_staffing,
    "duties": organization.place_duties,
    "revenue": budget.place_revenue,
    "expenditure": budget.place_expenditure,
    "programme_budget": budget.place_programme_budget,
    "strategy": programmes.place_strategy,
    "programmes": programmes.place_programmes,
    "execution": budget.place_execution,
    "monthly_execution": budget.place_months,
    "funding": budget.place_funding,
    "audit_totals": audit.place_totals,
    "audit_requests": audit.place_requests,
    "amendment_reasons": amendment.place_reasons,
    "amendment_provisions": amendment.place_provisions,
    "amendment_totals": amendment.place_totals,
    "amendment_revenue": amendment.place_revenue,
    "amendment_expenditure": amendment.place_expenditure,
    "amendment_comparison": amendment.place_comparison,
    "amendment_staffing": amendment.place_staffing,
    "transfers": registers.place_transfers,
    "carryover": registers.place_carryover,
}
"""What makes the blocks of each view, by the name that places it."""


def place_view(placing: Placing, view: View) -> list[BlockView]:
    """The blocks of a view."""
    return PLACERS[view.view](placing, view)


__all__ = ["PLACERS", "Placing", "place_view"]
