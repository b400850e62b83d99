"""What the ledger holds of each kind, without a look at the accounts."""

from pathlib import Path

from reportgen.state import State
from tests.sample import make_figures


def test_all_that_makes_up_the_appropriation_is_both_sides_of_the_budget(state: State) -> None:
    figures = state.context.figures
    assert figures["recorded.appropriation"].value == 2_000_000_000
    sides = [figures[f"appropriation.{side}"].value for side in ("revenue", "expenditure")]
    assert sides == [1_000_000_000, 1_000_000_000]


def test_other_years_do_not_count(state: State) -> None:
    recorded = state.context.figures["recorded.opening"]
    assert dict(recorded.formula.criteria) == {"kind": "opening", "year": "2026"}
    assert recorded.value == 2_000_000_000


def test_a_kind_without_entries_has_no_figure(state: State) -> None:
    assert "recorded.collection" not in state.context.figures


def test_a_changed_entry_changes_its_kind_alone(tmp_path: Path, state: State) -> None:
    changed = make_figures(
        tmp_path, {"content/budget/ledger.csv": ("garden,80000", "garden,80001")}
    )
    before = state.context.figures
    assert int(changed["recorded.disbursement"].value or 0) == 1000 + int(
        before["recorded.disbursement"].value or 0
    )
    assert changed["recorded.commitment"].value == before["recorded.commitment"].value
