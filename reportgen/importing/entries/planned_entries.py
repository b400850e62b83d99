"""Entries that an import would write, with what they rest on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from datetime import date

from reportgen.diagnostics import SourceRef
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """What a sheet says of one account.

    :ivar kind: of the entry that would be written.
    :ivar held: the kinds of entries it is held against; empty when it is an entry itself.
    :ivar of_stage: whether only those of the same stage are.
    :ivar since: the first day of the entries that it is held against; else all of the year are.
    :ivar apart: stages whose entries it isn't held against.
    :ivar present: the budget that a change begins from, if the sheet says it.
    :ivar reference: what the row itself says; empty if it has no such column.
    :ivar step: the won that its last digit is worth, to which it may be rounded.
    :ivar addends: of how many such amounts it is the sum.
    :ivar row: the number of the row it stands in.
    :ivar column: the number of the column.
    """

    date: date
    stage: str
    kind: EntryKind
    account: str
    amount: Won
    source: SourceRef
    held: frozenset[EntryKind] = frozenset()
    of_stage: bool = False
    since: datetime.date | None = None
    apart: frozenset[str] = frozenset()
    present: Won | None = None
    reference: str = ""
    note: str = ""
    approval: Approval = Approval.PASSED
    funding: str = ""
    step: int = 1
    addends: int = 1
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class ClaimedAmount:
    """What an account has to have on a day, once all entries of an import are there.

    :ivar label: the header that says so.
    :ivar slack: the won by which it may differ, where amounts of its sheet are rounded.
    """

    date: date
    account: str
    held: frozenset[EntryKind]
    amount: Won
    source: SourceRef
    label: str
    approval: Approval = Approval.PASSED
    slack: int = 0


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry that is not in the ledger yet.

    :ivar stated: what the sheet says, where the entry is a difference to it.
    :ivar before: what the ledger holds of it.
    :ivar step: the won to which the sheet may be rounded.
    """

    entry: LedgerEntry
    stated: Won | None = None
    before: Won | None = None
    step: int = 1
