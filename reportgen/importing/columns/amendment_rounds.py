"""N회 추경 and 변경: the change, or the budget after it, as the other columns tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Quantity, add_all, quantity_of
from reportgen.importing.columns.column_groups import BEYOND_BUDGET
from reportgen.importing.columns.column_reading import Reading
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.words import UNCLEAR, Derived, Role


def settle_rounds(reading: Reading, kind: EntryKind | None) -> None:
    """Settle the columns of amendments.

    :param kind: what is asked for; ``amendment`` says that they are changes.
    """
    rounds = reading.rounds
    if not rounds:
        return
    before = _find_before(reading)
    is_change = kind is EntryKind.AMENDMENT or bool(
        before
        and (
            _is_change(reading, before, add_all(rounds)) or _is_nothing(reading, (before, *rounds))
        )
    )
    is_after = not is_change and bool(before and _is_after(reading, before, rounds[-1]))
    if is_change:
        _open_changes(reading)
    elif is_after and len(rounds) == 1:
        reading.open[Role.AMENDED] = rounds[0]
        _make_present(reading, before)
    elif before and _has_witness(reading, before):
        _explain_contradiction(reading, rounds)
    else:
        _explain_rounds(reading)
    reading.rounds = []


def settle_adjustment(reading: Reading) -> None:
    """변경 beside a budget is 변경사용, or the budget after a change."""
    column = reading.open.get(EntryKind.ADJUSTMENT)
    before = _find_before(reading)
    if column is None:
        return
    if before is None or reading.rounds:
        _drop_comparison(reading, reading.open.get(Role.CHANGE))
        return
    change = reading.open.get(Role.CHANGE)
    parts = [q for meaning, q in reading.open.items() if meaning in BEYOND_BUDGET]
    wholes = [q for q in (*_list_wholes(reading, before), *_opening(reading)) if q is not column]
    if any(reading.arithmetic.agree(whole, add_all((before, *parts))) for whole in wholes):
        _drop_comparison(reading, change)
    elif _is_after(reading, before, column):
        reading.open[Role.AMENDED] = reading.open.pop(EntryKind.ADJUSTMENT)
        _make_present(reading, before)
    elif EntryKind.OPENING not in reading.open and len(parts) == 1:
        del reading.open[EntryKind.ADJUSTMENT]
        reading.complain_unclear(column.column, ", ".join((EntryKind.ADJUSTMENT, Role.AMENDED)))
        _drop_comparison(reading, change)
    else:
        _drop_comparison(reading, change)


def _drop_comparison(reading: Reading, change: Quantity | None) -> None:
    """증감 without a budget before or after it compares with something else."""
    if change and not {Role.PRESENT, Role.AMENDED} & set(reading.open) and not reading.rounds:
        reading.leave(change.columns, _("ignored: a comparison"))
        del reading.open[Role.CHANGE]


def _opening(reading: Reading) -> Iterator[Quantity]:
    if EntryKind.OPENING in reading.open:
        yield reading.open[EntryKind.OPENING]


def _find_before(reading: Reading) -> Quantity | None:
    """The budget that a change begins from."""
    found = reading.open
    return found.get(Role.PRESENT) or found.get(EntryKind.ORIGINAL) or found.get(Role.BUDGET)


def _list_wholes(reading: Reading, before: Quantity) -> Iterator[Quantity]:
    """What may be the budget after a change."""
    for meaning in (Role.AMENDED, Role.BUDGET):
        if meaning in reading.open and reading.open[meaning] is not before:
            yield reading.open[meaning]
    totals = (c for c in reading.table.columns if c.derived is Derived.TOTAL)
    yield from map(quantity_of, totals)


def _is_change(reading: Reading, before: Quantity, change: Quantity) -> bool:
    agree = reading.arithmetic.agree
    if any(agree(whole, before + change) for whole in _list_wholes(reading, before)):
        return True
    parts = [q for meaning, q in reading.open.items() if meaning in BEYOND_BUDGET]
    whole = add_all((before, change, *parts))
    if any(agree(opening, whole) for opening in _opening(reading)):
        return True
    stated = reading.open.get(Role.CHANGE)
    return stated is not None and agree(stated, change)


def _is_nothing(reading: Reading, quantities: Sequence[Quantity]) -> bool:
    """Whether amounts are zero in every row, so that it doesn't matter what they mean."""
    columns = [column for quantity in quantities for column in quantity.columns]
    return bool(reading.arithmetic.rows) and not reading.arithmetic.says_anything(columns)


def _is_after(reading: Reading, before: Quantity, after: Quantity) -> bool:
    change = reading.open.get(Role.CHANGE)
    if change is not None and reading.arithmetic.agree(after, before + change):
        return True
    return any(reading.arithmetic.agree(whole, after) for whole in _list_wholes(reading, before))


def _has_witness(reading: Reading, before: Quantity) -> bool:
    columns = [q.column for q in (*_list_wholes(reading, before), *_opening(reading))]
    if Role.CHANGE in reading.open:
        columns.append(reading.open[Role.CHANGE].column)
    return reading.arithmetic.says_anything(columns)


def _make_present(reading: Reading, before: Quantity | None) -> None:
    """What stood as original budget or 예산액 is what the change begins from."""
    for meaning in (EntryKind.ORIGINAL, Role.BUDGET):
        if reading.open.get(meaning) is before and before is not None:
            reading.open[Role.PRESENT] = reading.open.pop(meaning)


def _open_changes(reading: Reading) -> None:
    """Each amendment is a change of its own stage; the only one may be beside 기정액."""
    first = reading.rounds[0]
    before = _find_before(reading)
    if len(reading.rounds) > 1:
        reading.changes = reading.rounds
        return
    if Role.CHANGE in reading.open:
        reading.leave(first.columns, _("checked against the change"))
        _make_present(reading, before)
        return
    if before is not None and reading.open.get(Role.BUDGET) is before:
        _make_present(reading, before)
    if Role.PRESENT in reading.open:
        reading.open[Role.CHANGE] = first
        _open_total(reading)
    else:
        reading.open[EntryKind.AMENDMENT] = first


def _open_total(reading: Reading) -> None:
    """계 beside 기정액 and the change is the budget after it."""
    if Role.AMENDED in reading.open or Role.BUDGET in reading.open:
        return
    wanted = reading.open[Role.PRESENT] + reading.open[Role.CHANGE]
    for column in reading.table.columns:
        total = quantity_of(column)
        if column.derived is Derived.TOTAL and reading.arithmetic.agree(total, wanted):
            reading.open[Role.AMENDED] = total
            return


def _explain_rounds(reading: Reading) -> None:
    """That nothing tells what the columns mean."""
    choices = ", ".join(UNCLEAR[Role.ROUND])
    for quantity in reading.rounds:
        reading.complain_unclear(quantity.column, choices)


def _explain_contradiction(reading: Reading, rounds: list[Quantity]) -> None:
    """That the other columns fit neither of the readings."""
    column = rounds[0].column
    reading.became[column.number] = _("not clear")
    reading.complain(
        column,
        _(
            "{column} may mean {choices}; the other columns fit neither",
            column=column.label,
            choices=", ".join(UNCLEAR[Role.ROUND]),
        ),
        _(
            "correct the cells that don't add up, or say in a profile under columns what each "
            "of them means: «{column}: …»",
            column=column.label,
        ),
        choices=", ".join(UNCLEAR[Role.ROUND]),
    )
