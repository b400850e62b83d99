"""Single amounts that change by more than anybody would believe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.figures.plausibility import MOST_TIMES, Change, is_leap
from reportgen.i18n import translate as _
from reportgen.importing.entries.ledger_sums import BUDGET_KINDS, Holdings
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind

_MOST_GROWTH = 100
"""Spending may grow by that much within a year, and a total may be cut to that part."""


def find_leaps(planned: Iterable[PlannedEntry], holdings: Holdings) -> Iterator[Diagnostic]:
    """A warning for each entry after which the ledger holds what can hardly be meant."""
    for item in planned:
        entry = item.entry
        held = _find_base(item, holdings)
        if held:
            yield Diagnostic(
                "import-leap",
                entry.source,
                _(
                    "{kind} of {account}: {shown} won, where the ledger holds {held}",
                    kind=entry.kind,
                    account=entry.account,
                    shown=f"{_shown(item):,}",
                    held=f"{held:,}",
                ),
                published=f"{_shown(item):,}",
                computed=f"{held:,}",
                hint=_("look at the unit and the digits of the cell"),
                severity=Severity.WARNING,
            )


def _shown(item: PlannedEntry) -> int:
    return item.entry.amount if item.stated is None else item.stated


def _find_base(item: PlannedEntry, holdings: Holdings) -> int:
    """What the ledger holds, where the entry leaps away from it; 0 where it can be believed."""
    entry, before = item.entry, item.before or 0
    if entry.kind is EntryKind.AMENDMENT:
        begins = holdings.sum_voted_before(entry.account, entry.date, entry.stage)
        whole = holdings.sum_whole(entry.date, entry.stage)
        return (begins or whole) if is_leap(Change(entry.amount, begins), whole) else 0
    if before and item.stated is not None:
        growth = MOST_TIMES if entry.kind in BUDGET_KINDS else _MOST_GROWTH
        grown = abs(item.stated) >= growth * abs(before)
        shrunk = bool(item.stated) and abs(item.stated) * _MOST_GROWTH <= abs(before)
        if grown or shrunk:
            return before
    return _find_ceiling(item, holdings)


def _find_ceiling(item: PlannedEntry, holdings: Holdings) -> int:
    """What an account may spend, or all accounts have, where the entry is far above it."""
    entry = item.entry
    if entry.kind in APPROPRIATION_KINDS:
        limit = 0 if item.before else holdings.sum_whole(entry.date, "")
    else:
        limit = holdings.find_limit(entry.kind, entry.account, entry.date)
    return limit if 0 < _MOST_GROWTH * limit <= abs(entry.amount) else 0
