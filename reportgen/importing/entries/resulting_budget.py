"""What the ledger comes to after an import, held against what the sheet says it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.entries.planned_entries import ClaimedAmount, PlannedEntry
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry


def find_contradictions(
    claimed: Iterable[ClaimedAmount], planned: Iterable[PlannedEntry], ledger: Iterable[LedgerEntry]
) -> Iterator[Diagnostic]:
    """Accounts that would have another budget than the sheet says.

    The ledger then began from another one, or has entries that the sheet's columns leave out:
    the changes of the sheet would be added to a budget that it doesn't mean.
    """
    entries: dict[str, list[LedgerEntry]] = {}
    for entry in (*ledger, *(item.entry for item in planned)):
        entries.setdefault(entry.account, []).append(entry)
    for claim in claimed:
        comes_to = sum(
            entry.amount for entry in entries.get(claim.account, ()) if _counts(entry, claim)
        )
        if abs(comes_to - claim.amount) > claim.slack:
            yield _explain(claim, comes_to)


def find_mixed_history(
    planned: Iterable[PlannedEntry], ledger: Iterable[LedgerEntry]
) -> Iterator[Diagnostic]:
    """Balances of accounts whose budget the ledger knows from 본예산 on, or the reverse.

    An account has either an opening balance or a history; with both, nobody knows which counts.
    """
    other = {EntryKind.OPENING: EntryKind.ORIGINAL, EntryKind.ORIGINAL: EntryKind.OPENING}
    known = {
        (entry.account, entry.date.year, entry.kind) for entry in ledger if entry.kind in other
    }
    for item in planned:
        entry = item.entry
        if entry.kind in other and (entry.account, entry.date.year, other[entry.kind]) in known:
            yield Diagnostic(
                "import-contradiction",
                entry.source,
                _(
                    "{account}: the difference of {amount} won can't be entered as {kind} beside "
                    "{other}",
                    account=entry.account,
                    amount=f"{entry.amount:+,}",
                    kind=entry.kind,
                    other=other[entry.kind],
                ),
                published=entry.kind.value,
                computed=other[entry.kind].value,
                hint=_(
                    "say with --kind how it came about, such as amendment or explicit_carryover"
                ),
            )


def _counts(entry: LedgerEntry, claim: ClaimedAmount) -> bool:
    return (
        entry.kind in claim.held
        and entry.date.year == claim.date.year
        and entry.date <= claim.date
        and (entry.approval is Approval.PASSED or entry.approval is claim.approval)
    )


def _explain(claim: ClaimedAmount, comes_to: int) -> Diagnostic:
    return Diagnostic(
        "import-contradiction",
        claim.source,
        _(
            "{account}: the sheet says {stated} as {label}, the ledger would come to {computed} "
            "won, difference {difference}",
            account=claim.account,
            stated=f"{claim.amount:,}",
            label=claim.label,
            computed=f"{comes_to:,}",
            difference=f"{claim.amount - comes_to:,}",
        ),
        published=f"{claim.amount:,}",
        computed=f"{comes_to:,}",
        hint=_(
            "correct what the change begins from, in the sheet or in the ledger; to take {label} "
            "alone, say «HEADER: ignore» of the other columns in a profile",
            label=claim.label,
        ),
    )
