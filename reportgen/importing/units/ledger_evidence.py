"""What the ledger knows of the amounts of a table, by which their unit is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.diagnostics import SourceRef
from reportgen.figures.plausibility import Change
from reportgen.importing.entries.ledger_sums import Holdings
from reportgen.importing.entries.planned_entries import StatedAmount
from reportgen.importing.tables.settings import Setting
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind
from reportgen.readers.finance.columns import Column

POWERS = (3, -3, 6, -6, 5, -5, 4, -4, 8, -8, 2, -2, 1, -1)
"""Powers of ten between units, those first that are mistaken most."""
_SPENT = frozenset({EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.COLLECTION})


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount as it was read, and what the ledger holds of it, both in won and not zero."""

    shown: int
    held: int
    place: SourceRef

    def fits(self, power: int, times: Decimal) -> bool:
        """Whether the amount times a power of ten is about what the ledger holds."""
        ratio = Decimal(self.shown).scaleb(power) / self.held
        return 1 / times <= ratio <= times


@dataclass(slots=True)
class Evidence:
    """What the ledger knows of one column of a table.

    :ivar pairs: amounts that should be near to what is held.
    :ivar ceilings: spending, which can't be much above the budget that is held.
    :ivar starts: such of a year so far, of which hardly all can be next to nothing.
    """

    column: Column
    unit: Setting[str]
    pairs: list[Pair] = field(default_factory=list)
    ceilings: list[Pair] = field(default_factory=list)
    starts: list[Pair] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Columns whose amounts are a power of ten away from the ledger.

    :ivar is_whole: whether no other column of that unit is known to be right.
    """

    columns: Sequence[Evidence]
    power: int
    is_whole: bool


def collect_evidence(plan: TablePlan, holdings: Holdings) -> list[Evidence]:
    """What the ledger knows of each column that states amounts."""
    found: dict[int, Evidence] = {}
    columns = {one.column.number: one for one in plan.columns.stated}

    def of(column: Column) -> Evidence:
        return found.setdefault(column.number, Evidence(column, plan.units[column.number]))

    for amount in plan.stated:
        stated = columns[amount.column]
        evidence = of(stated.column)
        if held := _find_held(amount, holdings):
            evidence.pairs += make_pair(amount.amount, held, amount.source)
        elif amount.kind in _SPENT:
            limit = holdings.find_limit(amount.kind, amount.account, amount.date)
            limits = make_pair(abs(amount.amount), limit, amount.source)
            evidence.ceilings += limits
            evidence.starts += limits if amount.held else []
        begins = holdings.sum_voted_before(amount.account, amount.date, amount.stage)
        if stated.present and amount.present:
            place = plan.table.sheet.place(amount.row, stated.present.number)
            of(stated.present).pairs += make_pair(amount.present, begins, place)
        if amount.of_stage or amount.kind is EntryKind.AMENDMENT:
            evidence.changes.append(Change(amount.amount, begins))
            evidence.whole = evidence.whole or holdings.sum_whole(amount.date, amount.stage)
    return list(found.values())


def _find_held(amount: StatedAmount, holdings: Holdings) -> int:
    """What an amount is held against; of a list the entry that it is in another unit."""
    if not amount.held:
        same = holdings.by_day.get((amount.date, amount.kind, amount.account), ())
        powers = (0, *POWERS)
        equal = (one for one in same for power in powers if one == amount.amount * 10**power)
        return next(equal, 0)
    held = holdings.sum_held(amount)
    if held or amount.of_stage or amount.kind not in APPROPRIATION_KINDS:
        return held
    return holdings.sum_last_year(amount)


def make_pair(shown: int, held: int, place: SourceRef) -> list[Pair]:
    """The two as a pair, where both say something."""
    return [Pair(shown, held, place)] if shown and held else []
