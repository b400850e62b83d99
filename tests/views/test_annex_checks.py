"""The sheet of checks: what is compared, and what it says where two amounts differ."""

from pathlib import Path

import pytest

from reportgen.figures import Operation
from reportgen.state import State
from reportgen.views.annex_checks import AGREES, DIFFERS, list_comparisons, view_checks
from reportgen.views.grid import Row
from tests.detailed import FUNDED, make_detailed
from tests.sample import make_state

UNBALANCED = {"content/budget/ledger.csv": ("city_grant,850000", "city_grant,849999")}


def find_row(state: State, left_name: str) -> Row:
    """The row of a comparison."""
    (row,) = (row for row in view_checks(state.context).grid.rows if row["left_name"] == left_name)
    return row


def test_every_comparison_of_a_sound_budget_holds(state: State) -> None:
    total, *rows = view_checks(state.context).grid.rows
    assert {str(row["result"]) for row in rows} == {AGREES}
    assert (str(total["name"]), str(total["result"])) == ("불일치 건수", "0")


@pytest.mark.parametrize(
    ("key", "left", "right"),
    [
        ("sides", "세입 계", "세출 계"),
        ("recorded.appropriation", "원장 예산현액 전체", "세입 계 + 세출 계"),
        ("recorded.disbursement", "원장 지출액 전체", "집행 지출액 계"),
        ("units.appropriation", "세출 성질별 계", "사업예산 소계의 합"),
        ("programmes.commitment", "집행 원인행위액 계", "세부사업 원인행위액의 합"),
        ("report.appropriation.city_grant", "세입 가온시 출연금 예산현액", "보고서"),
        ("report.disbursement.garden", "세출 마을정원 가꾸기 지출액", "보고서"),
    ],
)
def test_amounts_that_have_to_agree_are_compared(
    state: State, key: str, left: str, right: str
) -> None:
    (found,) = (one for one in list_comparisons(state.context) if one.key == key)
    assert (found.left_name, found.right_name) == (left, right)


def test_the_printed_amount_stays_what_it_was(state: State) -> None:
    cell = find_row(state, "세입 가온시 출연금 예산현액")["right"]
    assert cell.figure is not None
    assert cell.figure.formula.operation is Operation.INPUT
    assert cell.figure.value == state.context.figures["appropriation.city_grant"].value


def test_a_budget_out_of_balance_is_shown_to_differ(tmp_path: Path) -> None:
    state = make_state(tmp_path, UNBALANCED)
    row = find_row(state, "세입 계")
    assert (str(row["difference"]), str(row["result"])) == ("△1", DIFFERS)
    assert str(view_checks(state.context).grid.rows[0]["result"]) == "1"


@pytest.mark.parametrize(
    ("key", "left", "right"),
    [
        ("monthly_commitment.commitment", "집행 원인행위액 계", "월별 원인행위 계"),
        ("monthly_disbursement.disbursement", "집행 지출액 계", "월별 지출 계"),
        ("funding_sources.appropriation", "집행 예산현액 계", "재원별 세출 계"),
    ],
)
def test_sheets_that_divide_an_amount_are_held_against_it(
    key: str, left: str, right: str, tmp_path: Path
) -> None:
    state = make_detailed(tmp_path, FUNDED)
    compared = list_comparisons(state.context, state.annexes.sheets)
    (found,) = (one for one in compared if one.key == key)
    assert (found.left_name, found.right_name) == (left, right)
    assert found.left.value == found.right.value
    assert found.left.name != found.right.name
