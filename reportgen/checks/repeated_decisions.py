"""A whole decision that stands twice: under another day, stage or reference, or note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.entries import Ledger
from reportgen.model.ledger import (
    APPROPRIATION_KINDS,
    CARRYOVERS,
    KINDS_OF,
    LedgerEntry,
    Measure,
)
from reportgen.model.ledger_columns import EntryClass
from reportgen.model.ledger_queries import list_rows

_ONCE = (*KINDS_OF[Measure.BUDGET], *CARRYOVERS)
"""Kinds that are decided for many accounts at once; the same sums twice are one decision."""

_FEW = 3
"""From so many amounts on, a decision that is the same as another is that other."""

_LEAST_ALIKE, _MOST_COMPARED = 4, 200
"""How many entries two decisions have to share, and how many are compared one by one."""

Item = tuple[str, int, str]
"""Account, won, funding."""


@dataclass(slots=True)
class Decision:
    """The entries of one kind that were decided together.

    :ivar found: date, stage and kind of the first of them.
    :ivar reference: where only those of one reference can be the same; else empty.
    :ivar rows: the row of each item that was met first.
    """

    found: EntryClass
    reference: str = ""
    items: Counter[Item] = field(default_factory=Counter)
    rows: dict[Item, int] = field(default_factory=dict)
    repeated: int | None = None

    def add(self, item: Item, row: int) -> None:
        """One more entry."""
        self.items[item] += 1
        if self.rows.setdefault(item, row) != row and self.repeated is None:
            self.repeated = row

    @property
    def first(self) -> int:
        """The row that it begins with."""
        return min(self.rows.values())

    @property
    def is_doubled(self) -> bool:
        """Whether each of its entries stands there as often again."""
        return len(self.items) > 1 and not any(times % 2 for times in self.items.values())


def check_repeated_decisions(subject: Subject) -> Iterator[Diagnostic]:
    """An amendment, a budget, a carry-over or a transfer that was entered twice.

    Single rows that repeat are found by another rule. Transfers and uses of the reserve are
    decided again and again, so that only one of the same reference is the same.
    """
    told: set[int] = set()
    for row, first, decision in _find_all(subject):
        if row not in told:
            told.add(row)
            entries = map(subject.ledger.columns.entry, (row, first.first))
            yield _explain(first, decision, *entries)


def _find_all(subject: Subject) -> Iterator[tuple[int, Decision, Decision]]:
    """The row at which a decision begins anew, what it repeats, and itself."""
    by_day, by_document = _group_once(subject.ledger)
    for decision in by_day:
        if decision.is_doubled and decision.repeated is not None:
            yield decision.repeated, decision, decision
    for decisions in (by_day, by_document, _group_moved(subject.ledger)):
        for first, second in _pair_alike(decisions):
            yield second.first, first, second


def _group_once(ledger: Ledger) -> tuple[list[Decision], list[Decision]]:
    """Budgets and carry-over by day, and by reference."""
    by_day: dict[Hashable, Decision] = {}
    by_document: dict[Hashable, Decision] = {}
    once = ledger.select(lambda one: one.kind in _ONCE)
    for row, found, account, won, (reference, funding) in list_rows(once, "reference", "funding"):
        if won:
            stage = found.kind, found.stage, found.date.year
            for groups, key in ((by_day, found.date), (by_document, reference)):
                decision = groups.setdefault((stage, key), Decision(found))
                decision.add((account, won, funding), row)
    return list(by_day.values()), list(by_document.values())


def _group_moved(ledger: Ledger) -> list[Decision]:
    """Transfers and uses of the reserve whose reference stands on more than one day."""
    moving = ledger.select(lambda one: one.kind in APPROPRIATION_KINDS and one.kind not in _ONCE)
    days: dict[str, EntryClass] = {}
    again = {
        reference
        for _row, found, _account, _won, (reference,) in list_rows(moving, "reference")
        if reference and days.setdefault(reference, found) is not found
    }
    groups: dict[Hashable, Decision] = {}
    for row, found, account, won, (reference,) in list_rows(moving, "reference") if again else ():
        if won and reference in again:
            decision = groups.setdefault((found, reference), Decision(found, reference))
            decision.add((account, won, ""), row)
    return list(groups.values())


def _pair_alike(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """Each decision that says what one before it says, with that one."""
    seen: dict[Hashable, Decision] = {}
    large: list[Decision] = []
    for decision in decisions:
        if len(decision.items) < 2:
            continue
        kind, year = decision.found.kind, decision.found.date.year
        signature = kind, year, decision.reference, frozenset(decision.items.items())
        first = seen.setdefault(signature, decision)
        if first is not decision:
            yield first, decision
        elif len(decision.items) >= _LEAST_ALIKE and kind in _ONCE:
            large.append(decision)
    for first, second in combinations(large[:_MOST_COMPARED], 2):
        if _is_same_kind(first, second) and _share(first.items, second.items):
            yield first, second


def _is_same_kind(first: Decision, second: Decision) -> bool:
    return (first.found.kind, first.found.date.year) == (
        second.found.kind,
        second.found.date.year,
    )


def _share(first: Mapping[Item, int], second: Mapping[Item, int]) -> bool:
    """Whether three quarters of the shorter one stand in the other."""
    both = len(first.keys() & second.keys())
    return both >= _LEAST_ALIKE and both * 4 >= min(len(first), len(second)) * 3


def _judge(first: Decision, second: Decision, same_document: bool) -> Severity:
    """Few amounts may happen to be alike; a whole budget is decided once in its stage."""
    same_stage = first.found.stage == second.found.stage
    is_whole = first.items == second.items
    is_sure = len(first.items) >= _FEW or (same_document and first is not second)
    is_once = first.found.kind in _ONCE
    return Severity.ERROR if same_stage and is_whole and is_sure and is_once else Severity.WARNING


def _explain(
    before: Decision, decision: Decision, entry: LedgerEntry, first: LedgerEntry
) -> Diagnostic:
    return Diagnostic(
        "repeated-decision",
        entry.source,
        _(
            "{stage} ({kind}) enters the same amounts as {other} at {place}",
            stage=entry.stage,
            kind=entry.kind,
            other=first.stage,
            place=first.source,
        ),
        published=f"{entry.date.isoformat()} {entry.kind} {entry.reference}".strip(),
        computed=f"{first.date.isoformat()} {first.kind} {first.reference}".strip(),
        hint=_("remove one of them, if it is the same decision"),
        severity=_judge(before, decision, entry.reference == first.reference),
    )
