"""The amount of a ledger row: the difference it makes, however the row says it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.money import THOUSAND, Won, parse_amount
from reportgen.readers.ledger_keys import AMOUNTS
from reportgen.readers.ledger_lines import LedgerRow

_UNITS = {name: ((name, THOUSAND), (f"{name}_won", 1)) for name in ("amount", "present", "amended")}
"""The columns that may say an amount, each with the won that its 1 stands for."""


@dataclass(frozen=True, slots=True)
class RowAmount:
    """What a row says in won.

    :ivar amount: what it adds; None when it can't be read.
    :ivar present: the budget that it begins from (기정액), if it says so.
    """

    amount: Won | None
    present: Won | None = None


def read_amount(row: LedgerRow, diagnostics: list[Diagnostic]) -> RowAmount:
    """The amount typed, or what lies between the present and the amended budget (경정액)."""
    present = _read_either(row, "present", diagnostics)
    amended = _read_either(row, "amended", diagnostics)
    typed = [_read(row, column, unit, diagnostics) for column, unit in _UNITS["amount"]]
    named = any(row.cells[column] for column, _unit in _UNITS["present"])
    if not any(row.cells[column] for column in AMOUNTS):
        # A row of an amendment that only shows the present budget changes nothing.
        if not named:
            diagnostics.append(_explain(row, "amount"))
        return RowAmount(None, present)
    readings = [amount for amount in typed if amount is not None]
    if amended is not None and present is not None:
        readings.append(Won(amended - present))
    elif amended is not None and not named:
        diagnostics.append(_explain(row, "present"))
    if len(set(readings)) > 1:
        diagnostics.append(_explain_contradiction(row, readings))
        return RowAmount(None, present)
    return RowAmount(readings[0] if readings else None, present)


def _read_either(row: LedgerRow, name: str, diagnostics: list[Diagnostic]) -> Won | None:
    """The budget under a name, in thousands or in won; said twice, it has to be the same."""
    columns = _UNITS[name]
    found = [_read(row, column, unit, diagnostics) for column, unit in columns]
    amounts = [amount for amount in found if amount is not None]
    if len(set(amounts)) > 1:
        diagnostics.append(_explain_contradiction(row, amounts, name))
        return None
    return amounts[0] if amounts else None


def _read(row: LedgerRow, column: str, unit: int, diagnostics: list[Diagnostic]) -> Won | None:
    if not row.cells[column]:
        return None
    amount = parse_amount(row.cells[column])
    if amount is None:
        diagnostics.append(_explain(row, column))
        return None
    return Won(amount * unit)


def _explain(row: LedgerRow, column: str) -> Diagnostic:
    found = row.cells[column]
    expected = (
        _("whole won, such as 273,600,000")
        if column.endswith("_won")
        else _("whole thousands of won, such as 273,600")
    )
    return Diagnostic(
        "ledger-amount",
        row.places[column],
        _("{column}: found {found}", column=column, found=found or _("nothing")),
        published=found,
        computed=expected,
        hint=_("expected {expected}", expected=expected),
    )


def _explain_contradiction(
    row: LedgerRow, readings: list[Won], column: str = "amount"
) -> Diagnostic:
    found = " / ".join(f"{reading:,}" for reading in readings)
    return Diagnostic(
        "ledger-amount",
        row.places[column],
        _("the amounts of the row contradict each other: {found} won", found=found),
        published=found,
        hint=_("leave only one of amount, amount_won and amended"),
    )
