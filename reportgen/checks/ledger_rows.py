"""Rows of the ledger that repeat or contradict each other, or name the wrong account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import (
    APPROPRIATION_KINDS,
    KINDS_OF,
    TRANSFERS,
    EntryKind,
    LedgerEntry,
    Measure,
)
from reportgen.model.ledger_queries import find_alike, find_by_text, find_on_accounts

_EXPENDITURE_ONLY = (*TRANSFERS, EntryKind.RESERVE_USE)


def check_repeated_entries(subject: Subject) -> Iterator[Diagnostic]:
    """A row that stands twice: an error for the budget, a warning for what was spent.

    Rows of one amount from two sources of money, as with matching funds, differ in funding.
    """
    seen: dict[tuple[object, ...], LedgerEntry] = {}
    for entry in find_alike(subject.ledger):
        key = (
            entry.date,
            entry.stage,
            entry.kind,
            entry.account,
            entry.amount,
            entry.funding,
            entry.reference,
            entry.note,
            entry.approval,
        )
        first = seen.setdefault(key, entry)
        if first is not entry and entry.amount:
            yield Diagnostic(
                "repeated-entry",
                entry.source,
                _("the same entry stands at {place}", place=first.source),
                published=f"{entry.date.isoformat()} {entry.kind} {entry.account}",
                hint=_("remove one, or say by reference or note in what they differ"),
                severity=_severity(entry),
            )


def _severity(entry: LedgerEntry) -> Severity:
    return Severity.ERROR if entry.kind in APPROPRIATION_KINDS else Severity.WARNING


def check_contradicting_entries(subject: Subject) -> Iterator[Diagnostic]:
    """A balance (opening) beside the history that it stands for; a decision in two states."""
    yield from _find_two_beginnings(subject)
    yield from _find_two_states(subject)


def _find_two_beginnings(subject: Subject) -> Iterator[Diagnostic]:
    held: dict[tuple[str, int, bool], LedgerEntry] = {}
    begins = (EntryKind.OPENING, EntryKind.ORIGINAL)
    for entry in subject.ledger.select(lambda found: found.kind in begins):
        year, opening = entry.date.year, entry.kind is EntryKind.OPENING
        held.setdefault((entry.account, year, opening), entry)
        if other := held.get((entry.account, year, not opening)):
            yield _contradict(
                entry,
                _(
                    "{account} has an opening balance and an original budget: {place}",
                    account=entry.account,
                    place=other.source,
                ),
            )


def _find_two_states(subject: Subject) -> Iterator[Diagnostic]:
    """Proposed and passed entries would both count where the stage is asked for by name."""
    decided: dict[tuple[object, ...], LedgerEntry] = {}
    reported: set[tuple[object, ...]] = set()
    for entry in _select_two_states(subject.ledger):
        key = _name_decision(entry)
        first = decided.setdefault(key, entry)
        if first.approval is not entry.approval and key not in reported:
            reported.add(key)
            yield _contradict(
                entry,
                _(
                    "one decision of {stage} is {state} here, and not there: {place}",
                    stage=entry.stage,
                    state=entry.approval,
                    place=first.source,
                ),
            )


def _select_two_states(ledger: Ledger) -> Ledger:
    """The entries that change the budget, of stages and kinds that stand in two states."""
    states = {(found.stage, found.kind, found.approval) for found in ledger.classes.values()}
    counted = Counter((stage, kind) for stage, kind, _approval in states)
    return ledger.select(
        lambda found: found.kind in APPROPRIATION_KINDS and counted[found.stage, found.kind] > 1
    )


def _name_decision(entry: LedgerEntry) -> tuple[object, ...]:
    """A budget is decided as a whole, everything else document by document."""
    if entry.kind in KINDS_OF[Measure.BUDGET]:
        return entry.stage, entry.kind
    document = entry.reference or (entry.date, entry.account, entry.amount)
    return entry.stage, entry.kind, document


def _contradict(entry: LedgerEntry, message: str) -> Diagnostic:
    return Diagnostic(
        "contradicting-entry",
        entry.source,
        message,
        published=entry.account,
        hint=_("keep the one that holds"),
    )


def check_sides(subject: Subject) -> Iterator[Diagnostic]:
    """A transfer or a use of the reserve on an account of revenue."""
    revenue = frozenset(account.id for account in subject.folder.accounts.revenue)
    moving = subject.ledger.select(lambda found: found.kind in _EXPENDITURE_ONLY)
    for entry in find_on_accounts(moving, lambda _found: revenue):
        yield Diagnostic(
            "entry-side",
            entry.source,
            _(
                "{kind} moves expenditure, {account} is revenue",
                kind=entry.kind,
                account=entry.account,
            ),
            published=entry.account,
            hint=_("enter it on the programmes that give and take"),
        )


def check_account_names(subject: Subject) -> Iterator[Diagnostic]:
    """A row whose account name is not a name of the account that its id says."""
    names = {
        account.id: {"".join(name.split()) for name in (account.name, *account.former_names)}
        for account in subject.folder.accounts.named()
    }

    def is_wrong(account: str, name: str) -> bool:
        return account in names and "".join(name.split()) not in names[account]

    for entry in find_by_text(subject.ledger, "account_name", is_wrong):
        official = subject.folder.accounts.names()[entry.account]
        yield Diagnostic(
            "account-name",
            entry.source,
            _(
                "{account} is named «{name}» here",
                account=entry.account,
                name=entry.account_name,
            ),
            entry.account_name,
            official,
            _("correct the id or the name; the account is «{name}»", name=official),
        )
