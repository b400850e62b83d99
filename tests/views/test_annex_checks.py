"""The sheet of checks: what is compared, and what it says where two amounts differ."""

from pathlib import Path

from reportgen.figures import Operation
from reportgen.state import State, load_state
from reportgen.views.annex_checks import AGREES, DIFFERS, view_checks
from reportgen.views.grid import Row
from tests.in_won import write_in_won
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


def test_what_was_printed_is_typed_in_thousands_and_agrees(tmp_path: Path) -> None:
    state = load_state(write_in_won(tmp_path, 1), draft=True)
    row = find_row(state, "세입 가온시 출연금 예산현액")
    left, right = row["left"].value, row["right"].value
    assert isinstance(left, int)
    assert isinstance(right, int)
    assert (left % 1000 != 0, right % 1000) == (True, 0)
    assert (str(row["left"]), str(row["result"])) == (str(row["right"]), AGREES)


def test_every_amount_of_a_report_in_won_agrees_with_its_sheet(tmp_path: Path) -> None:
    rows = view_checks(load_state(write_in_won(tmp_path, 2), draft=True).context).grid.rows
    compared = [row for row in rows if row["name"] == "시트와 보고서"]
    assert len(compared) > 20
    assert {str(row["result"]) for row in compared} == {AGREES}
