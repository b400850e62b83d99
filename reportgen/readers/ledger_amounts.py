"""The amount of a ledger row: the difference it makes, however the row says it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.limits import MOST_WON
from reportgen.money import THOUSAND, Won, parse_amount
from reportgen.readers.ledger_lines import LedgerRow


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
    present = _read(row, "present", THOUSAND, diagnostics)
    typed = [
        _read(row, "amount", THOUSAND, diagnostics),
        _read(row, "amount_won", 1, diagnostics),
        _read(row, "amended", THOUSAND, diagnostics),
    ]
    if not any(row.cells[column] for column in ("amount", "amount_won", "amended")):
        # A row of an amendment that only shows the present budget changes nothing.
        if not row.cells["present"]:
            diagnostics.append(_explain(row, "amount"))
        return RowAmount(None, present)
    amended = typed.pop()
    readings = [amount for amount in typed if amount is not None]
    if amended is not None and present is not None:
        readings.append(Won(amended - present))
    elif amended is not None and not row.cells["present"]:
        diagnostics.append(_explain(row, "present"))
    if len(set(readings)) > 1:
        diagnostics.append(_explain_contradiction(row, readings))
        return RowAmount(None, present)
    return RowAmount(readings[0] if readings else None, present)


def _read(row: LedgerRow, column: str, unit: int, diagnostics: list[Diagnostic]) -> Won | None:
    if not row.cells[column]:
        return None
    amount = parse_amount(row.cells[column])
    if amount is None or abs(amount * unit) > MOST_WON:
        diagnostics.append(_explain(row, column))
        return None
    return Won(amount * unit)


def _explain(row: LedgerRow, column: str) -> Diagnostic:
    found = row.cells[column]
    expected = (
        _("an amount of at most {limit} won", limit=f"{MOST_WON:,}")
        if len(found) > len(str(MOST_WON)) - 3 and set(found) <= set("0123456789,-△")
        else _("whole won, such as 273,600,000")
        if column == "amount_won"
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


def _explain_contradiction(row: LedgerRow, readings: list[Won]) -> Diagnostic:
    found = " / ".join(f"{reading:,}" for reading in readings)
    return Diagnostic(
        "ledger-amount",
        row.places["amount"],
        _("the amounts of the row contradict each other: {found} won", found=found),
        published=found,
        hint=_("leave only one of amount, amount_won and amended"),
    )
