"""What an amendment changes, apart from what is moved beside it."""

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.figures import FigureTable
from reportgen.figures.amendments import find_amendment
from reportgen.state import load_state
from tests.amended import STAGE, make_amended, write_amended


@pytest.fixture
def figures(tmp_path: Path) -> FigureTable:
    return make_amended(tmp_path).context.figures


@pytest.mark.parametrize(
    ("account", "present", "change", "amended"),
    [
        ("revenue", 950_000, 30_000, 980_000),
        ("service_fee", 50_000, -20_000, 30_000),
        ("expenditure", 950_000, 30_000, 980_000),
        ("garden", 150_000, 50_000, 200_000),
        ("unit_garden", 250_000, 50_000, 300_000),
        ("kind_city", 50_000, -30_000, 20_000),
        ("projects", 450_000, 20_000, 470_000),
        ("general_reserve", 10_000, 10_000, 20_000),
        ("river_watch", 150_000, 0, 150_000),
    ],
)
def test_an_amendment_changes_what_was_voted(
    figures: FigureTable, account: str, present: int, change: int, amended: int
) -> None:
    found = [figures[f"{name}.{account}"].value for name in ("present", "amending", "amended")]
    assert found == [present * 1000, change * 1000, amended * 1000]


def test_what_is_moved_changes_only_what_may_be_spent(figures: FigureTable) -> None:
    assert figures["appropriation.river_watch"].value == 155_000_000
    assert figures["amended.river_watch"].value == 150_000_000


def test_the_rate_is_that_of_the_budget_before(figures: FigureTable) -> None:
    assert figures["amending_rate.service_fee"].value == Decimal("-0.4")


def test_the_change_rests_on_the_entries_of_its_stage(figures: FigureTable) -> None:
    figure = figures["amending.service_fee"]
    assert [str(source) for source in figure.sources] == ["content/budget/amendment-1.csv:2"]
    assert dict(figure.formula.criteria)["stage"] == STAGE


def test_a_state_before_the_amendment_has_none(tmp_path: Path) -> None:
    state = load_state(write_amended(tmp_path), stage="2026 본예산")
    assert "amended.garden" not in state.context.figures


@pytest.mark.parametrize(("asked", "found"), [(None, STAGE), (STAGE, STAGE), ("2026 본예산", None)])
def test_the_last_amendment_is_shown_unless_a_stage_is_named(
    tmp_path: Path, asked: str | None, found: str | None
) -> None:
    state = make_amended(tmp_path)
    assert find_amendment(state.entries, state.folder.report.stages, 2026, asked) == found
