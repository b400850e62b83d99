"""Running totals of a day before entries that the ledger already has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.entries.planned_entries import PlannedEntry, StatedAmount
from reportgen.model.ledger import LedgerEntry


def find_later(
    planned: Iterable[PlannedEntry],
    ledger: Iterable[LedgerEntry],
    stated: Iterable[StatedAmount] = (),
) -> Iterator[Diagnostic]:
    """Differences after which the ledger has entries of the same account and kind.

    What is added before them raises the totals of the later days as well, unless the sheet
    states these, too.
    """
    until: dict[tuple[object, ...], date] = {}
    for amount in stated:
        if amount.held and amount.since is None:
            about = (amount.account, amount.kind, amount.date.year)
            until[about] = max(until.get(about, amount.date), amount.date)
    last: dict[tuple[object, ...], LedgerEntry] = {}
    for entry in ledger:
        key = (entry.account, entry.kind, entry.date.year)
        if key not in last or last[key].date < entry.date:
            last[key] = entry
    for item in planned:
        entry = item.entry
        about = (entry.account, entry.kind, entry.date.year)
        later = last.get(about)
        if later and until.get(about, entry.date) >= later.date > entry.date:
            continue
        if item.stated is not None and later and later.date > entry.date:
            yield Diagnostic(
                "import-earlier",
                entry.source,
                _(
                    "the ledger has entries of {account} up to {day}; the difference of "
                    "{earlier} also raises what they come to",
                    account=entry.account,
                    day=later.date.isoformat(),
                    earlier=entry.date.isoformat(),
                ),
                published=entry.date.isoformat(),
                computed=later.date.isoformat(),
                hint=_("import the sheets in the order of their days"),
                severity=Severity.WARNING,
            )
