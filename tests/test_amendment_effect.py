"""What an amendment does, account by account."""

from pathlib import Path

import pytest

from reportgen.amendment_effect import list_effects
from reportgen.diagnostics import DataError
from reportgen.state import load_state
from tests.amended import STAGE, make_amended, write_amended


def test_changes_stand_below_the_levels_above_them(tmp_path: Path) -> None:
    stage, effects = list_effects(make_amended(tmp_path))
    assert stage == STAGE
    assert [(effect.account, effect.level, effect.change // 1000) for effect in effects] == [
        ("revenue", 0, 30_000),
        ("city_grant", 1, 50_000),
        ("service_fee", 1, -20_000),
        ("expenditure", 0, 30_000),
        ("green_city", 1, 50_000),
        ("unit_garden", 2, 50_000),
        ("garden", 3, 50_000),
        ("kind_city", 1, -30_000),
        ("unit_reading", 2, -30_000),
        ("book_bus", 3, -30_000),
        ("reserve_policy", 1, 10_000),
        ("unit_reserve", 2, 10_000),
        ("general_reserve", 3, 10_000),
    ]


def test_every_account_can_be_asked_for(tmp_path: Path) -> None:
    _, effects = list_effects(make_amended(tmp_path), every=True)
    assert "tree_map" in {effect.account for effect in effects}


def test_a_state_without_an_amendment_is_explained(tmp_path: Path) -> None:
    state = load_state(write_amended(tmp_path), stage="2026 본예산")
    with pytest.raises(DataError) as caught:
        list_effects(state)
    assert str(caught.value) == (
        "content/budget: error [no-amendment] the ledger has no amendment in 2026 본예산\n"
        "  hint: enter one as kind «amendment», or begin with «reportgen amend new»"
    )
