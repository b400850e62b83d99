"""What rounding explains: amounts of a sheet that shows no more than its unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from reportgen.importing.rows.hierarchy import Hierarchy, RowUse, Use
from reportgen.model.ledger import APPROPRIATION_KINDS, KINDS_OF, EntryKind, LedgerEntry, Measure
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.words import UNCLEAR, Meaning, Role

_MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN, ROUND_FLOOR)
"""Offices round half up, half even as their programs do, or cut off (절사)."""

_BUDGET = frozenset(KINDS_OF[Measure.BUDGET])
_VOTED: frozenset[Meaning] = frozenset((Role.BUDGET, Role.PRESENT, Role.AMENDED, Role.ROUND))


def rounds_to(exact: int, shown: int, step: int) -> bool:
    """Whether an amount in won is shown so where the last digit is worth a step.

    >>> rounds_to(548_000_500, 548_001_000, 1_000), rounds_to(548_000_500, 548_000_000, 1_000)
    (True, True)
    >>> rounds_to(548_000_000, 548_001_000, 1_000), rounds_to(548_000_100, 548_001_000, 1_000)
    (False, False)
    """
    if exact == shown:
        return True
    if exact % step == 0:
        return False
    parts = Decimal(exact) / step
    return any(int(parts.to_integral_value(mode)) * step == shown for mode in _MODES)


def explains_sum(stated: Decimal, added: Decimal, step: Decimal, addends: int) -> bool:
    """Whether a sum differs from its rounded addends by no more than rounding allows.

    Rounded half, each of them is wrong by half a step; cut off, each lacks up to a step, and
    so does the sum.

    >>> explains_sum(Decimal(145), Decimal(146), Decimal(1), 3)
    True
    >>> explains_sum(Decimal(145), Decimal(149), Decimal(1), 3)
    False
    """
    missing = stated - added
    if addends < 2:
        return not missing
    cut_off = abs(missing) < addends * step and (missing >= 0) == (stated >= 0)
    return cut_off or 2 * abs(missing) <= (addends + 1) * step


def sums_to(exact: int, shown: int, step: int, addends: int) -> bool:
    """Whether rounded addends come to what is shown, where unrounded they come to the amount."""
    if addends < 2:
        return rounds_to(exact, shown, step)
    return exact == shown or (step > 1 and abs(exact - shown) < addends * step)


def is_rounded(
    hierarchy: Hierarchy,
    columns: Iterable[Column],
    counts: Callable[[LedgerEntry], bool],
    ledger: Sequence[LedgerEntry],
) -> bool:
    """Whether the ledger itself shows that a table is rounded: an amount of it is what one of
    the ledger's rounds to, and not that amount.

    :param counts: whether an entry can be in the table's amounts.
    """
    asked = {use.leaf for use in hierarchy.uses if use.use is Use.LEAF}
    sums: dict[tuple[str, EntryKind], int] = {}
    for entry in ledger:
        if entry.account in asked and counts(entry):
            key = (entry.account, entry.kind)
            sums[key] = sums.get(key, 0) + entry.amount
    return any(
        rounds_to(exact, int(shown), step) and exact != shown
        for column in columns
        for kinds in _list_kinds(column)
        for use in hierarchy.uses
        if use.use is Use.LEAF
        and (shown := hierarchy.amounts.read(use.row.number, column.number)) is not None
        and (step := hierarchy.amounts.step(use.row.number, column.number)) > 1
        and (exact := sum(sums.get((use.leaf, kind), 0) for kind in kinds))
    )


def _list_kinds(column: Column) -> Iterator[frozenset[EntryKind]]:
    """The kinds that a column may be the sum of."""
    meaning = column.meaning
    if meaning is EntryKind.OPENING:
        yield APPROPRIATION_KINDS
    elif isinstance(meaning, EntryKind):
        yield frozenset({meaning})
    elif meaning in _VOTED:
        yield _BUDGET
    elif isinstance(meaning, Role):
        yield from (
            frozenset({kind}) for kind in UNCLEAR.get(meaning, ()) if isinstance(kind, EntryKind)
        )


def count_addends(hierarchy: Hierarchy, use: RowUse, column: Column) -> int:
    """Of how many cells the amount of a row is added up."""
    own = hierarchy.amounts.read(use.row.number, column.number) is not None
    if own and not use.row.item:
        return 1
    parts = (part for part in use.row.children if hierarchy.use_of(part).use is Use.PART)
    filled = (part for part in parts if hierarchy.amounts.read(part.number, column.number))
    return max(own + sum(1 for _part in filled), 1)
