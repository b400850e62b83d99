"""Columns that are one amount together: increases and decreases, and parts with their total."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Quantity, add_all, quantity_of
from reportgen.importing.columns.column_reading import Reading
from reportgen.model.ledger import APPROPRIATION_KINDS, KINDS_OF, EntryKind, Measure
from reportgen.readers.finance.columns import Column, list_groups
from reportgen.readers.finance.words import Derived, Meaning, Role

BUDGET_KINDS = frozenset(KINDS_OF[Measure.BUDGET])

BEYOND_BUDGET: frozenset[Meaning] = frozenset[Meaning](
    (APPROPRIATION_KINDS - BUDGET_KINDS) | {Role.CARRIED, Role.MOVED}
)
"""What 예산현액 holds beside what was voted."""

_VOTED: frozenset[Meaning] = frozenset[Meaning](
    {EntryKind.ORIGINAL, EntryKind.AMENDMENT, Role.ROUND, Role.CHANGE, Role.PRESENT}
)


def open_columns(reading: Reading, meaning: Meaning, columns: Sequence[Column]) -> None:
    """Make the columns of one meaning one quantity, or tell that they can't be."""
    totals = [column for column in columns if column.is_total]
    halves = [column for column in columns if column.sign]
    whole = [column for column in columns if not column.sign]
    if meaning is Role.ROUND and not halves:
        reading.rounds = [quantity_of(column) for column in columns]
    elif halves and not whole:
        _join_halves(reading, _name_change(reading, meaning), halves)
    elif halves and len(whole) == 1:
        _check_halves(reading, meaning, whole[0], halves)
    elif len(columns) == 1 or (totals and _choose_total(reading, meaning, columns, totals)):
        reading.open.setdefault(meaning, quantity_of(columns[0]))
    else:
        _explain_double(reading, meaning, columns)


def _name_change(reading: Reading, meaning: Meaning) -> Meaning:
    """추경 in increases and decreases is no budget after it, but the change."""
    is_change = meaning is Role.ROUND and EntryKind.AMENDMENT not in reading.open
    return EntryKind.AMENDMENT if is_change else meaning


def settle_groups(reading: Reading) -> None:
    """A total of parts (예산액: 본예산, 이월, 계) and the parts count once.

    What it is a total of is told by its parts: with a carry-over it is 예산현액.
    """
    if EntryKind.OPENING in reading.open:
        return
    whole = reading.open.get(Role.BUDGET)
    if whole and whole.column.is_total:
        group = next((g for g in list_groups(reading.table.columns) if whole.column in g), ())
        parts = {
            meaning
            for meaning, quantity in reading.open.items()
            if quantity is not whole and set(quantity.columns) <= set(group)
        }
        if parts & BEYOND_BUDGET and parts <= BEYOND_BUDGET | _VOTED:
            reading.open[EntryKind.OPENING] = reading.open.pop(Role.BUDGET)
        return
    _settle_total(reading)


def _settle_total(reading: Reading) -> None:
    """계 without a header that says of what is 예산현액 where it adds up a budget and more."""
    voted = reading.open.get(Role.BUDGET) or reading.open.get(EntryKind.ORIGINAL)
    beyond = [q for meaning, q in reading.open.items() if meaning in BEYOND_BUDGET]
    if voted is None or not beyond:
        return
    changes = [q for m, q in reading.open.items() if m is EntryKind.AMENDMENT]
    whole = add_all((voted, *changes, *reading.rounds, *beyond))
    for column in reading.table.columns:
        total = quantity_of(column)
        if column.derived is Derived.TOTAL and reading.arithmetic.agree(total, whole):
            reading.open[EntryKind.OPENING] = total
            return


def _join_halves(reading: Reading, meaning: Meaning, halves: Sequence[Column]) -> None:
    """증액 less 감액, or and 감액 where decreases are typed as negative amounts."""
    terms: list[tuple[int, Column]] = []
    for column in sorted(halves, key=lambda column: -column.sign):
        amounts = [reading.arithmetic.read(row, column) for row in reading.arithmetic.rows]
        below = any(amount < 0 for amount in amounts if amount is not None)
        above = any(amount > 0 for amount in amounts if amount is not None)
        if (below and above) or (below and column.sign > 0):
            _explain_half(reading, column)
            return
        terms.append((column.sign if above else 1, column))
    if len({column.sign for column in halves}) < len(halves):
        _explain_double(reading, meaning, halves)
        return
    reading.open[meaning] = Quantity(tuple(terms))


def _check_halves(
    reading: Reading, meaning: Meaning, whole: Column, halves: Sequence[Column]
) -> None:
    """증감 beside 증 and 감: the difference is what counts."""
    _join_halves(reading, meaning, halves)
    joined = reading.open.pop(meaning, None)
    reading.open[meaning] = quantity_of(whole)
    if joined is None:
        return
    fit = reading.arithmetic.fit(whole, joined)
    reading.leave(halves, _("ignored: a part of {column}", column=whole.label))
    for row in fit.differing:
        reading.complain_sum(whole, joined, row, _("correct one of the cells"))


def _choose_total(
    reading: Reading, meaning: Meaning, columns: Sequence[Column], totals: Sequence[Column]
) -> bool:
    """Take the total that adds up all the parts of its group; the others are held against it."""
    group = next((g for g in list_groups(reading.table.columns) if totals[0] in g), ())
    if not set(columns) <= set(group):
        return False
    parts = [column for column in group if column.is_amount and not column.is_total]
    same = [column for column in parts if column.meaning is meaning]
    wholes = [
        total
        for total in totals
        if parts and reading.arithmetic.fit(total, quantity_of(*parts)).is_whole
    ]
    whole = (wholes or (totals if len(totals) == 1 else []))[:1]
    if not whole or len(same) == len(parts) > 1:
        return False
    reading.open[meaning] = quantity_of(whole[0])
    rest = [column for column in columns if column is not whole[0]]
    reading.leave(rest, _("ignored: a part of {column}", column=whole[0].label))
    reading.derived.extend(column for column in totals if column is not whole[0])
    return True


def _explain_half(reading: Reading, column: Column) -> None:
    reading.complain(
        column,
        _("{column} holds amounts above and below zero", column=column.label),
        _("a column of increases or decreases holds amounts of one sign"),
    )


def _explain_double(reading: Reading, meaning: Meaning, columns: Sequence[Column]) -> None:
    letters = ", ".join(column.letter for column in columns)
    reading.open[meaning] = quantity_of(columns[0])
    reading.complain(
        columns[1],
        _("the columns {letters} both mean {meaning}", letters=letters, meaning=meaning),
        _(
            "say in a profile under columns which of them to ignore: «{column}: ignore»",
            column=columns[1].label,
        ),
    )
