"""A whole decision that stands twice: under another day, stage or reference, or note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
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
    for finding_row, finding in _find_all(subject):
        if finding_row not in told:
            told.add(finding_row)
            yield finding


def _find_all(subject: Subject) -> Iterator[tuple[int, Diagnostic]]:
    by_day, by_document, moved = _group(subject)
    entry = subject.ledger.columns.entry
    for one in by_day:
        if one.is_doubled and one.repeated is not None:
            yield one.repeated, _explain(entry(one.repeated), entry(one.first), Severity.ERROR)
    for decisions in (by_day, by_document, moved):
        for first, second in _pair_alike(decisions):
            row = second.first
            severity = _judge(first, second)
            yield row, _explain(entry(row), entry(first.first), severity)


def _group(subject: Subject) -> tuple[list[Decision], list[Decision], list[Decision]]:
    """The decisions by day, by reference, and transfers by both."""
    groups: tuple[dict[Hashable, Decision], ...] = ({}, {}, {})
    ledger = subject.ledger.select(lambda one: one.kind in APPROPRIATION_KINDS)
    for row, found, account, won, texts in list_rows(ledger, "reference", "funding"):
        reference, funding = texts
        if not won:
            continue
        keys = _name_groups(found, reference)
        for group, key in zip(groups, keys, strict=True):
            if key is not None:
                name = "" if found.kind in _ONCE else reference
                decision = group.setdefault(key, Decision(found, name))
                decision.add((account, won, funding), row)
    by_day, by_document, moved = (list(group.values()) for group in groups)
    return by_day, by_document, moved


def _name_groups(found: EntryClass, reference: str) -> tuple[Hashable | None, ...]:
    stage = found.kind, found.stage, found.date.year
    if found.kind in _ONCE:
        return (*stage, found.date), (*stage, reference), None
    return None, None, (*stage, found.date, reference) if reference else None


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


def _judge(first: Decision, second: Decision) -> Severity:
    """Two amendments may happen to be alike; one that was decided once is not meant twice."""
    same_stage = first.found.stage == second.found.stage
    is_whole = first.items == second.items
    is_once = first.found.kind in _ONCE
    return Severity.ERROR if same_stage and is_whole and is_once else Severity.WARNING


def _explain(entry: LedgerEntry, first: LedgerEntry, severity: Severity) -> Diagnostic:
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
        severity=severity,
    )
