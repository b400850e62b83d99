"""The amount of a row is the difference it makes, however the row says it."""

import pytest

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.readers.ledger_amounts import RowAmount, read_amount
from reportgen.readers.ledger_keys import COLUMNS
from reportgen.readers.ledger_lines import LedgerRow

COLUMN_LETTERS = {"amount": "E", "amount_won": "F", "present": "G", "amended": "H"}
COLUMN_LETTERS |= {"present_won": "I", "amended_won": "J"}
THOUSANDS = "whole thousands of won, such as 273,600"
ONE_AMOUNT = "leave only one of amount, amount_won and amended"


def _row(cells: dict[str, str]) -> LedgerRow:
    source = SourceRef("a.xlsx", sheet="원장", cell="A7")
    places = {
        key: SourceRef("a.xlsx", sheet="원장", cell=f"{letter}7")
        for key, letter in COLUMN_LETTERS.items()
    }
    return LedgerRow({key: cells.get(key, "") for key in COLUMNS}, places, source)


def _read(cells: dict[str, str]) -> tuple[RowAmount, list[str]]:
    diagnostics: list[Diagnostic] = []
    amount = read_amount(_row(cells), diagnostics)
    return amount, [str(diagnostic) for diagnostic in diagnostics]


@pytest.mark.parametrize(
    ("cells", "won", "present"),
    [
        ({"amount": "1,100"}, 1_100_000, None),
        ({"amount_won": "△1,100"}, -1_100, None),
        ({"present": "100", "amended": "130"}, 30_000, 100_000),
        ({"present": "100", "amended": "0"}, -100_000, 100_000),
        ({"present": "0", "amended": "70"}, 70_000, 0),
        ({"present": "100", "amount": "30"}, 30_000, 100_000),
        ({"present": "100", "amended": "130", "amount": "30"}, 30_000, 100_000),
        ({"amount": "30", "amount_won": "30,000"}, 30_000, None),
        ({"present_won": "100,500", "amended_won": "130,700"}, 30_200, 100_500),
        ({"present": "100", "amended_won": "130,700", "amount_won": "30,700"}, 30_700, 100_000),
        ({"present": "100", "present_won": "100,000", "amended": "130"}, 30_000, 100_000),
    ],
)
def test_an_amount_is_read_from_the_cells_that_are_filled(
    cells: dict[str, str], won: int, present: int | None
) -> None:
    amount, mistakes = _read(cells)
    assert mistakes == []
    assert (amount.amount, amount.present) == (won, present)


def test_a_row_with_a_present_budget_alone_changes_nothing() -> None:
    amount, mistakes = _read({"present": "100"})
    assert mistakes == []
    assert (amount.amount, amount.present) == (None, 100_000)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({}, f"E7: error [ledger-amount] amount: found nothing\n  hint: expected {THOUSANDS}"),
        (
            {"amended": "130"},
            f"G7: error [ledger-amount] present: found nothing\n  hint: expected {THOUSANDS}",
        ),
        (
            {"present": "100", "amended": "약 130"},
            f"H7: error [ledger-amount] amended: found 약 130\n  hint: expected {THOUSANDS}",
        ),
        (
            {"amount_won": "1.5"},
            "F7: error [ledger-amount] amount_won: found 1.5\n"
            "  hint: expected whole won, such as 273,600,000",
        ),
        (
            {"present": "100", "amended": "130", "amount": "40"},
            "E7: error [ledger-amount] the amounts of the row contradict each other: "
            f"40,000 / 30,000 won\n  hint: {ONE_AMOUNT}",
        ),
        (
            {"present": "100", "present_won": "100", "amended": "130"},
            "G7: error [ledger-amount] the amounts of the row contradict each other: "
            f"100,000 / 100 won\n  hint: {ONE_AMOUNT}",
        ),
        (
            {"present_won": "100,500", "amended_won": "130,700", "amount": "30"},
            "E7: error [ledger-amount] the amounts of the row contradict each other: "
            f"30,000 / 30,200 won\n  hint: {ONE_AMOUNT}",
        ),
        (
            {"amount": "40", "amount_won": "40"},
            "E7: error [ledger-amount] the amounts of the row contradict each other: "
            f"40,000 / 40 won\n  hint: {ONE_AMOUNT}",
        ),
    ],
)
def test_an_amount_that_is_missing_or_unclear_is_reported_in_its_cell(
    cells: dict[str, str], found: str
) -> None:
    amount, mistakes = _read(cells)
    assert amount.amount is None
    assert mistakes == [f"a.xlsx!원장!{found}"]


def test_every_cell_that_can_not_be_read_is_reported() -> None:
    _, mistakes = _read({"amount": "x", "amount_won": "y", "present": "z"})
    assert [mistake.partition(":")[0] for mistake in mistakes] == [
        f"a.xlsx!원장!{cell}" for cell in ("G7", "E7", "F7")
    ]
