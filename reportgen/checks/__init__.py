"""Rules over the content and the ledger. They report; they never repair a figure."""

from __future__ import annotations

from reportgen.checks.balance import check_balance, check_double_entries, check_limits
from reportgen.checks.entries import check_counted_entries, check_entries, check_later_entries
from reportgen.checks.identifiers import check_accounts, check_duplicates
from reportgen.checks.prose import check_prose
from reportgen.checks.references import check_pages, check_references, check_unused
from reportgen.checks.subject import Check, Subject
from reportgen.checks.typed_tables import (
    check_table_shapes,
    check_table_spans,
    check_table_sums,
)
from reportgen.diagnostics import Diagnostic

NAME_CHECKS: tuple[Check, ...] = (
    check_duplicates,
    check_accounts,
    check_references,
    check_entries,
)
"""The rules that hold for every page and row by itself, whatever else can't be read."""

CHECKS: tuple[Check, ...] = (
    check_duplicates,
    check_accounts,
    check_references,
    check_pages,
    check_unused,
    check_entries,
    check_later_entries,
    check_counted_entries,
    check_double_entries,
    check_balance,
    check_limits,
    check_table_shapes,
    check_table_spans,
    check_table_sums,
    check_prose,
)
"""Every rule, in the order in which findings are printed."""


def run_checks(subject: Subject, checks: tuple[Check, ...] = CHECKS) -> tuple[Diagnostic, ...]:
    """What every rule finds."""
    return tuple(finding for check in checks for finding in check(subject))


__all__ = ["CHECKS", "NAME_CHECKS", "Check", "Subject", "run_checks"]
