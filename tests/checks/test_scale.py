"""Amendments whose amounts were typed in another unit."""

from pathlib import Path

import pytest

from reportgen.state import load_state
from tests.amended import AMENDMENT, HISTORY, STAGE, write_amended

LEDGER = "content/budget/amendment-1.csv"
HINT = (
    "  hint: look at the unit: amounts are thousands of won, under «amount_won», «금액(원)» and "
    "«증감(원)» won"
)


def find(root: Path, files: dict[str, str | None]) -> list[str]:
    state = load_state(write_amended(root, files))
    return [str(one) for one in state.diagnostics if one.rule == "amount-scale"]


def test_a_usual_amendment_says_nothing(tmp_path: Path) -> None:
    assert find(tmp_path, {}) == []


def test_one_change_typed_in_won_is_told(tmp_path: Path) -> None:
    text = AMENDMENT.replace("service_fee,△20000,", "service_fee,△20000000,")
    assert find(tmp_path, {LEDGER: text}) == [
        f"{LEDGER}:2: warning [amount-scale] service_fee: a change by -20,000,000 thousand won is "
        f"at least 10 times the 50,000 before it\n{HINT}"
    ]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (
            "amount",
            "the changes of 2026 제1회 추경 come to 60,000,000 thousand won, against a budget of "
            "1,900,000 before it",
        ),
        (
            "amount_won",
            "the changes of 2026 제1회 추경 come to 60 thousand won, less than 1/1000 of the "
            "budgets that they change",
        ),
    ],
)
def test_a_whole_amendment_in_another_unit_is_told_once(
    tmp_path: Path, header: str, message: str
) -> None:
    zeros = "000" if header == "amount" else ""
    rows = [
        f"2026-05-01,{STAGE},amendment,service_fee,△20000{zeros}",
        f"2026-05-01,{STAGE},amendment,book_bus,△30000{zeros}",
        f"2026-05-01,{STAGE},amendment,general_reserve,10000{zeros}",
    ]
    history = "\n".join(line for line in HISTORY.splitlines() if "amendment" not in line)
    text = "\n".join([f"date,stage,kind,account,{header}", *rows])
    files = {LEDGER: text, "content/budget/ledger.csv": history}
    assert find(tmp_path, files) == [f"{LEDGER}:2: warning [amount-scale] {message}\n{HINT}"]
