"""Rules over the content and the ledger. They report; they never repair a figure.

Each module is a family of rules, a function ``Subject -> diagnostics``; ``CHECKS`` lists them in
the order in which findings are printed::

    ledger      entries, ledger_rows, repeated_decisions, history, balance, magnitudes, scale
    budget      stages, amendments, transfers, carryover, pre_approval, collected, funding
    content     identifiers, references, report_days, amendment_notes, blank_texts, forgotten_code
    numbers     prose ─ count_subjects, typed_budgets;  rates, lost_measures
    tables      typed_tables, table_groups;  table_sums ─ table_amounts, table_cross_sums;
                printed_tables holds what expressions print against each other
"""

from __future__ import annotations

from reportgen.checks.amendment_notes import check_amendment_notes
from reportgen.checks.amendments import (
    check_amendment_balance,
    check_present,
    check_proposed,
)
from reportgen.checks.balance import check_balance, check_double_entries, check_limits
from reportgen.checks.blank_texts import check_blank_texts
from reportgen.checks.carryover import check_carried_budget, check_carryover
from reportgen.checks.collected import check_collected
from reportgen.checks.entries import check_counted_entries, check_entries, check_later_entries
from reportgen.checks.forgotten_code import check_forgotten_code
from reportgen.checks.funding import check_funding, check_funding_names
from reportgen.checks.history import check_history
from reportgen.checks.identifiers import (
    check_accounts,
    check_duplicates,
    check_kinds,
    check_names,
)
from reportgen.checks.ledger_rows import (
    check_account_names,
    check_contradicting_entries,
    check_repeated_entries,
    check_sides,
)
from reportgen.checks.lost_measures import check_empty_stage, check_lost_measures
from reportgen.checks.magnitudes import check_growth, check_magnitudes
from reportgen.checks.placed_views import check_chapters_left, check_views
from reportgen.checks.pre_approval import check_pre_approval
from reportgen.checks.prose import check_prose
from reportgen.checks.rates import check_rates
from reportgen.checks.references import check_pages, check_references, check_unused
from reportgen.checks.repeated_decisions import check_repeated_decisions
from reportgen.checks.report_days import check_audit_year, check_base_date
from reportgen.checks.scale import check_scale
from reportgen.checks.stages import check_stage_order, check_stage_years
from reportgen.checks.subject import Check, Subject
from reportgen.checks.table_groups import check_table_groups
from reportgen.checks.transfers import check_reserve_use, check_transfers
from reportgen.checks.typed_tables import (
    check_table_labels,
    check_table_shapes,
    check_table_spans,
    check_table_sums,
)
from reportgen.diagnostics import Diagnostic, bound_findings

NAME_CHECKS: tuple[Check, ...] = (
    check_duplicates,
    check_kinds,
    check_accounts,
    check_names,
    check_references,
    check_amendment_notes,
    check_entries,
    check_funding_names,
    check_account_names,
    check_sides,
    check_repeated_entries,
    check_contradicting_entries,
    check_stage_order,
    check_counted_entries,
)
"""The rules that hold for every page and row by itself, whatever else can't be read."""

CHECKS: tuple[Check, ...] = (
    check_duplicates,
    check_kinds,
    check_accounts,
    check_names,
    check_references,
    check_amendment_notes,
    check_pages,
    check_unused,
    check_views,
    check_chapters_left,
    check_entries,
    check_funding_names,
    check_account_names,
    check_sides,
    check_repeated_entries,
    check_contradicting_entries,
    check_repeated_decisions,
    check_stage_order,
    check_stage_years,
    check_base_date,
    check_audit_year,
    check_lost_measures,
    check_empty_stage,
    check_later_entries,
    check_proposed,
    check_counted_entries,
    check_double_entries,
    check_amendment_balance,
    check_scale,
    check_transfers,
    check_reserve_use,
    check_pre_approval,
    check_present,
    check_magnitudes,
    check_growth,
    check_carryover,
    check_carried_budget,
    check_balance,
    check_limits,
    check_collected,
    check_rates,
    check_history,
    check_funding,
    check_table_shapes,
    check_table_labels,
    check_table_spans,
    check_table_groups,
    check_table_sums,
    check_prose,
    check_forgotten_code,
    check_blank_texts,
)
"""Every rule, in the order in which findings are printed."""


def run_checks(subject: Subject, checks: tuple[Check, ...] = CHECKS) -> tuple[Diagnostic, ...]:
    """What every rule finds."""
    return tuple(finding for check in checks for finding in bound_findings(check(subject)))


__all__ = ["CHECKS", "NAME_CHECKS", "Check", "Subject", "run_checks"]
