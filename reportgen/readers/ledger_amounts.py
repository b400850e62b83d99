"""The amount of a ledger row: the difference it makes, however the row says it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.limits import MOST_WON
from reportgen.money import THOUSAND, Won, parse_amount
from reportgen.readers.digits import expect
from reportgen.readers.ledger_keys import AMOUNTS
from reportgen.readers.ledger_lines import LedgerRow
from reportgen.readers.ledger_words import name_column


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
    present = _read_one(row, "present", diagnostics)
    names_present = _is_filled(row, "present", "present_won")
    if not _is_filled(row, *AMOUNTS):
        # A row of an amendment that only shows the present budget changes nothing.
        if not names_present:
            diagnostics.append(_explain(row, "amount"))
        return RowAmount(None, present)
    readings = _read_both(row, "amount", diagnostics)
    amended = _read_one(row, "amended", diagnostics)
    if amended is not None and present is not None:
        readings.append(Won(amended - present))
    elif amended is not None and not names_present:
        diagnostics.append(_explain(row, "present"))
    if len(set(readings)) > 1:
        diagnostics.append(_explain_contradiction(row, "amount", readings))
        return RowAmount(None, present)
    return RowAmount(readings[0] if readings else None, present)


def _is_filled(row: LedgerRow, *columns: str) -> bool:
    return any(row.cells[column] for column in columns)


def _read_both(row: LedgerRow, column: str, diagnostics: list[Diagnostic]) -> list[Won]:
    """What stands in the column of thousands and in that of won, each if it can be read."""
    readings = (
        _read(row, column, THOUSAND, diagnostics),
        _read(row, f"{column}_won", 1, diagnostics),
    )
    return [reading for reading in readings if reading is not None]


def _read_one(row: LedgerRow, column: str, diagnostics: list[Diagnostic]) -> Won | None:
    """The same, where both have to say one amount."""
    readings = _read_both(row, column, diagnostics)
    if len(set(readings)) > 1:
        diagnostics.append(_explain_contradiction(row, column, readings))
    return readings[0] if readings else None


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
        if column.endswith("_won")
        else _("whole thousands of won, such as 273,600")
    )
    return Diagnostic(
        "ledger-amount",
        row.places[column],
        _("{column}: found {found}", column=name_column(column), found=found or _("nothing")),
        published=found,
        computed=expected,
        hint=expect(expected, found),
    )


def _explain_contradiction(row: LedgerRow, column: str, readings: list[Won]) -> Diagnostic:
    found = " / ".join(f"{reading:,}" for reading in readings)
    return Diagnostic(
        "ledger-amount",
        row.places[column],
        _("the amounts of the row contradict each other: {found} won", found=found),
        published=found,
        hint=_("leave only one of amount, amount_won and amended"),
    )
